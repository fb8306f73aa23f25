import { redirect } from '@sveltejs/kit';
import { callApi } from '#lib/server/api.ts';
import { homeOf, pageHeaders } from '#lib/server/own-page.ts';
import type { RequestHandler } from './$types';

/** A file of hers, through her own page: its link and its second check open it, not a session. */
export const GET: RequestHandler = async (event) => {
  const path = `/api/documents/${encodeURIComponent(event.params.file)}`;
  const answer = await callApi(event, path, { headers: pageHeaders(event) });
  // A page that closed meanwhile asks its question again.
  return answer.status === 404 ? redirect(303, homeOf(event)) : answer;
};
