import type { RequestEvent } from '@sveltejs/kit';
import { api, ask } from './api.ts';

/** The meeting of a positioning as a file that calendars take in; `token`: in the name of a link. */
export async function calendarFile(event: RequestEvent, positioningId: string, token?: string): Promise<Response> {
  const { fileName, text } = await ask(event, api(event, token).positioning.calendar.query({ positioningId }));
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    },
  });
}
