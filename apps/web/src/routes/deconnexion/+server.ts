import { redirect } from '@sveltejs/kit';
import { callApi } from '#lib/server/api.ts';
import { passCookies } from '#lib/server/session-cookies.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const response = await callApi(event, '/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: event.url.origin },
    body: '{}',
  });
  passCookies(response, event.cookies);
  redirect(303, '/connexion');
};
