import { callApi } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

/** The file of the text of a letter, behind its button. */
export const POST: RequestHandler = (event) =>
  callApi(event, '/api/legal/link', { headers: { 'x-jonction-legal': event.params.token } });
