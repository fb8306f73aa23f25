import { parisDayOf } from '@jonction/domain/shared/day';
import { redirect } from '@sveltejs/kit';
import { addressOfSearch, filtersToKeep } from '#lib/bank/saved-address.ts';
import { readColumns } from '#lib/participant/bank-columns.ts';
import { bankPageSize, readBankFilters } from '#lib/participant/bank-filters.ts';
import { api, ask } from '#lib/server/api.ts';
import { confirmAgain } from '#lib/server/confirm-action.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { user } = await event.parent();
  const filters = readBankFilters(event.url, user.id);
  const client = api(event);
  const [people, waiting, chosen, searches] = await Promise.all([
    ask(event, client.participant.search.query(filters)),
    ask(event, client.participant.listRecommendations.query({ pageSize: 1 })),
    ask(event, client.reference.occupationLabels.query({ codes: filters.occupations ?? [] })),
    ask(event, client.bank.listSearches.query()),
  ]);
  return {
    people,
    searches,
    filters,
    pageSize: bankPageSize,
    waiting: waiting.total,
    today: parisDayOf(new Date()),
    occupationOptions: [
      ...chosen.map(({ code, label }) => ({ value: code, label, hint: code })),
      ...people.facets.occupations
        .filter(({ value }) => !chosen.some(({ code }) => code === value))
        .map(({ value, label, count }) => ({ value, label: label ?? value, hint: String(count) })),
    ],
  };
};

export const actions: Actions = {
  confirmer: (event) => confirmAgain(event, { spoken: true }),
  garder: async (event) => {
    const form = await event.request.formData();
    const filters = filtersToKeep(readBankFilters(event.url, 'me'));
    const columns = event.url.searchParams.has('colonnes') ? [...readColumns(event.url)] : [];
    const answer = await submit(event, form, () =>
      api(event).bank.saveSearch.mutate({
        name: text(form, 'name'),
        shared: text(form, 'shared') !== '',
        filters,
        columns,
      }),
    );
    if (!('done' in answer)) return answer;
    return redirect(303, addressOfSearch(filters, columns, { recherche: answer.done.searchId }));
  },
};
