import { calendarFile } from '#lib/server/calendar-file.ts';
import type { RequestHandler } from './$types';

/** The meeting as a file for a calendar. */
export const GET: RequestHandler = (event) => calendarFile(event, event.params.positioningId);
