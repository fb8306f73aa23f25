import { usualDelayDays } from '@jonction/domain/census/campaign';
import { addDays, parisDayOf } from '@jonction/domain/shared/day';
import { formatDay } from '@jonction/domain/shared/typography';
import { translate } from '@jonction/domain/shared/words';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { readCensusAddress } from '#lib/census/address.ts';
import { campaignWords } from '#lib/census/campaign-words.ts';
import { api, refusalOf } from '#lib/server/api.ts';
import { submit, text, texts, typed } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Rows that were ticked in the grid, or all that the address filters. */
function chosenBy(event: RequestEvent, form?: FormData) {
  const ids = form ? texts(form, 'id') : [];
  return ids.length > 0 ? { ids } : { question: { ...readCensusAddress(event.url), from: 0 } };
}

const letterOf = (form: FormData) => ({
  title: text(form, 'title'),
  letter: text(form, 'letter'),
  dueOn: text(form, 'dueOn'),
});

export const load: PageServerLoad = async (event) => {
  const today = parisDayOf(new Date());
  const { locale } = event.locals;
  const usual = {
    title: translate(campaignWords, locale, 'compose.usualTitle', { day: formatDay(today, locale) }),
    letter: (['compose.usualWhy', 'compose.usualWhat'] as const)
      .map((key) => translate(campaignWords, locale, key))
      .join('\n\n'),
    dueOn: addDays(today, usualDelayDays),
  };
  // What was ticked comes with the form: its own preview tells of it.
  if (event.request.method === 'POST') return { today, usual, chosen: null, unfit: null };
  try {
    const preview = await api(event).census.previewCampaign.query({ which: chosenBy(event) });
    return { today, usual, chosen: preview, unfit: null };
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (!refusal?.code.startsWith('census.')) throw thrown;
    return { today, usual, chosen: null, unfit: refusal.sentence };
  }
};

export const actions: Actions = {
  /** From the grid: the rows that were ticked there. */
  choisir: async (event) => {
    const form = await event.request.formData();
    const which = chosenBy(event, form);
    const answer = await submit(event, form, () => api(event).census.previewCampaign.query({ which }));
    return 'done' in answer ? { chosen: answer.done, ids: texts(form, 'id') } : answer;
  },
  apercu: async (event) => {
    const form = await event.request.formData();
    const which = chosenBy(event, form);
    const answer = await submit(event, form, () =>
      api(event).census.previewCampaign.query({ which, letter: letterOf(form) }),
    );
    if (!('done' in answer)) return answer;
    return { chosen: answer.done, ids: texts(form, 'id'), values: typed(form) };
  },
  envoyer: async (event) => {
    const form = await event.request.formData();
    const which = chosenBy(event, form);
    const answer = await submit(event, form, () =>
      api(event).census.openCampaign.mutate({ which, letter: letterOf(form), asked: Number(text(form, 'asked')) }),
    );
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/marches/recensement/campagnes/${answer.done.campaignId}`);
  },
};
