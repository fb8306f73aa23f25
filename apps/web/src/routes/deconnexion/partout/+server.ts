import { redirect } from '@sveltejs/kit';
import { callApi } from '#lib/server/api.ts';
import { passCookies } from '#lib/server/session-cookies.ts';
import type { RequestHandler } from './$types';

/** Ends every session of the person, this one included. */
export const POST: RequestHandler = async (event) => {
  for (const path of ['/api/auth/revoke-sessions', '/api/auth/sign-out']) {
    const response = await callApi(event, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: event.url.origin },
      body: '{}',
    });
    passCookies(response, event.cookies);
  }
  redirect(303, '/connexion');
};
