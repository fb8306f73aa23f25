import { type HandleServerError, sequence } from '@sveltejs/kit/hooks';
import { headers } from '#lib/server/headers.ts';
import { reader } from '#lib/server/reader.ts';
import { requestId } from '#lib/server/request-id.ts';

export const handle = sequence(requestId, headers, reader);

/** Nothing of an unexpected error reaches the page but the id under which the log holds it whole. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const { requestId: id } = event.locals;
  if (kind === 'unknown') {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(JSON.stringify({ level: 'error', requestId: id, route: event.route.id, detail }));
  }
  return id === undefined ? {} : { requestId: id };
};
