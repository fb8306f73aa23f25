import { paris2021Set } from '@jonction/domain/eligibility/categories';
import { ccags, reportings } from '@jonction/domain/programme/clause-text';
import { redirect } from '@sveltejs/kit';
import { basisPoints, cents } from '#lib/contract/typed.ts';
import { api } from '#lib/server/api.ts';
import { submit, text, texts } from '#lib/server/form.ts';
import { loadPlanned } from '#lib/server/programme.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { planned } = await loadPlanned(event);
  return { planned, codes: paris2021Set.categories.map(({ code }) => code) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { plannedId } = event.params;
    const answer = await submit(event, form, () =>
      api(event).programme.writeText.mutate({
        ...{ plannedId, modalities: texts(form, 'modalities'), categoryCodes: texts(form, 'categoryCodes') },
        reporting: reportings.find((one) => one === text(form, 'reporting')) ?? 'monthly',
        ccag: ccags.find((one) => one === text(form, 'ccag')) ?? null,
        penalty: {
          perHourCents: cents(form, 'penalty.perHourCents'),
          perDayCents: cents(form, 'penalty.perDayCents'),
          capBps: basisPoints(form, 'penalty.capBps'),
        },
      }),
    );
    return 'done' in answer ? redirect(303, `/facilitateur/marches/programmation/${plannedId}?fait=oui`) : answer;
  },
};
