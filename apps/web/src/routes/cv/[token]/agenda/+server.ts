import { calendarFile } from '#lib/server/calendar-file.ts';
import type { RequestHandler } from './$types';

/** The meeting as a file for a calendar: behind a button, since an address alone shows nobody. */
export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  return calendarFile(event, String(form.get('positioningId') ?? ''), event.params.token);
};
