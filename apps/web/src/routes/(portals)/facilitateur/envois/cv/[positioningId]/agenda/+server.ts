import { api, ask } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

/** The meeting as a file for a calendar. */
export const GET: RequestHandler = async (event) => {
  const { positioningId } = event.params;
  const { fileName, text } = await ask(event, api(event).positioning.calendar.query({ positioningId }));
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    },
  });
};
