import { queryViews } from '@jonction/domain/bank/query';
import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import { withoutAction } from '#lib/shell/action-at.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const view = asked.get('vue') === 'sans-suite' ? queryViews[1] : queryViews[0];
  const months = asked.get('mois') === '12' ? 12 : 3;
  const page = Math.max(1, Math.min(1_000, Math.trunc(Number(asked.get('page'))) || 1));
  const client = api(event);
  const [queries, words, occupations] = await Promise.all([
    ask(event, client.bank.listQueries.query({ view, months, page })),
    ask(event, client.bank.listWords.query()),
    ask(event, client.reference.occupationLabels.query({ codes: null })),
  ]);
  const added = words.find(({ id }) => id === asked.get('ajoute'));
  return {
    ...{ queries, words, view, months, page },
    added: added ? { ...added, people: peopleIn(asked.get('personnes')) } : null,
    removed: asked.get('fait') === 'enleve',
    occupationOptions: occupations.map(({ code, label }) => ({ value: code, label, hint: code })),
  };
};

/** How many people a word found; null where nobody could say yet. */
function peopleIn(said: string | null): number | null {
  return said === 'bientot' ? null : Math.trunc(Number(said)) || 0;
}

const noNews = { ajoute: null, personnes: null, fait: null };

export const actions: Actions = {
  ajouter: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).bank.addWord.mutate({ words: text(form, 'words'), code: text(form, 'code') }),
    );
    if (!('done' in answer)) return answer;
    const { wordId, people } = answer.done;
    return redirect(303, withoutAction(event.url, { ...noNews, ajoute: wordId, personnes: people ?? 'bientot' }));
  },
  enlever: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).bank.removeWord.mutate({ wordId: text(form, 'wordId') }));
    return 'done' in answer ? redirect(303, withoutAction(event.url, { ...noNews, fait: 'enleve' })) : answer;
  },
  effacer: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).bank.forgetQuery.mutate({ stems: text(form, 'stems') }));
    return 'done' in answer ? redirect(303, withoutAction(event.url, noNews)) : answer;
  },
};
