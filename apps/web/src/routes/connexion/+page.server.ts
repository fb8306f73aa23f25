import { translate } from '@jonction/domain/shared/words';
import { fail, redirect } from '@sveltejs/kit';
import { signInWords } from '#lib/access/words.ts';
import { callApi } from '#lib/server/api.ts';
import { text } from '#lib/server/form.ts';
import { ownPath } from '#lib/server/guard.ts';
import { passCookies } from '#lib/server/session-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

const notices = ['invitation.done', 'newPassword.done'] as const;

export const load: PageServerLoad = ({ url }) => ({
  back: ownPath(url.searchParams.get('retour'), url),
  unsaved: url.searchParams.get('fin') === 'perdu',
  notice: notices.find((known) => known === url.searchParams.get('fait')) ?? null,
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const email = text(form, 'email').toLowerCase();
    const response = await callApi(event, '/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: event.url.origin },
      body: JSON.stringify({ email, password: form.get('password') }),
    });
    if (!response.ok) {
      const { locale } = event.locals;
      if (response.status !== 429) {
        return fail(400, { email, sentence: translate(signInWords, locale, 'signIn.wrong') });
      }
      const minutes = Math.ceil(Number(response.headers.get('retry-after') ?? 60) / 60) || 1;
      return fail(429, { email, sentence: translate(signInWords, locale, 'signIn.slow', { count: minutes }) });
    }
    passCookies(response, event.cookies);
    redirect(303, ownPath(form.get('retour'), event.url));
  },
};
