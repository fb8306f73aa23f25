import { crisisWords } from '@jonction/domain/crisis/words';
import { parisDayOf } from '@jonction/domain/shared/day';
import { translate } from '@jonction/domain/shared/words';
import { redirect } from '@sveltejs/kit';
import { emptyTerms, termsIn } from '#lib/crisis/crisis-form.ts';
import { crisisFormWords } from '#lib/crisis/form-words.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const usual = {
    today: parisDayOf(new Date()),
    letter: translate(crisisFormWords, locale, 'form.usualLetter'),
    legalTitle: translate(crisisWords, locale, 'crisis.regime.ordonnance_2020_319'),
  };
  return {
    terms: emptyTerms(event.url.searchParams.has('exemple'), usual),
    buyers: await ask(event, api(event).crisis.listBuyers.query()),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const terms = termsIn(form);
    const answer = await submit(event, form, () => api(event).crisis.write.mutate({ terms, draft: null }));
    if (!('done' in answer)) return { ...answer, data: { ...answer.data, terms } };
    redirect(303, `/facilitateur/urgence/${answer.done.crisisId}`);
  },
};
