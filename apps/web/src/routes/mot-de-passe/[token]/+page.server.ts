import { translate } from '@jonction/domain/shared/words';
import { fail, redirect } from '@sveltejs/kit';
import { signInWords } from '#lib/access/words.ts';
import { callApi } from '#lib/server/api.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const newPassword = form.get('password');
    const refuse = (key: 'newPassword.short' | 'newPassword.dead') =>
      fail(400, { sentence: translate(signInWords, event.locals.locale, key) });
    if (typeof newPassword !== 'string' || newPassword.length < 12) return refuse('newPassword.short');
    const response = await callApi(event, '/api/auth/reset-password', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: event.url.origin },
      body: JSON.stringify({ newPassword, token: event.params.token }),
    });
    if (!response.ok) return refuse('newPassword.dead');
    redirect(303, '/connexion?fait=newPassword.done');
  },
};
