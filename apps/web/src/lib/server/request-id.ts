import type { Handle } from '@sveltejs/kit/hooks';

/** One id for a request through proxy, web and API, shown on error pages, so that support can find it in the log. */
export const requestId: Handle = ({ event, resolve }) => {
  const given = event.request.headers.get('x-request-id');
  event.locals.requestId = given !== null && /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();
  return resolve(event);
};
