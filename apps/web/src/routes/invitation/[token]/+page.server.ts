import { accessWords } from '@jonction/domain/access/words';
import { translate } from '@jonction/domain/shared/words';
import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const invitation = await ask(event, api(event).access.describeInvitation.query({ token: event.params.token }));
  return { invitation, roleName: translate(accessWords, event.locals.locale, `access.role.${invitation.role}`) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const password = form.get('password');
    const answer = await submit(event, form, () =>
      api(event).access.acceptInvitation.mutate({
        token: event.params.token,
        name: text(form, 'name'),
        password: typeof password === 'string' ? password : '',
      }),
    );
    if (!('done' in answer)) return answer;
    redirect(303, '/connexion?fait=invitation.done');
  },
};
