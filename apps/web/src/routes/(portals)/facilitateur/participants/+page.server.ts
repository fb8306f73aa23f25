import { parisDayOf } from '@jonction/domain/shared/day';
import { bankPageSize, readBankFilters } from '#lib/participant/bank-filters.ts';
import { api, ask } from '#lib/server/api.ts';
import { confirmAgain } from '#lib/server/confirm-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { user } = await event.parent();
  const filters = readBankFilters(event.url, user.id);
  const client = api(event);
  const [people, waiting, chosen] = await Promise.all([
    ask(event, client.participant.search.query(filters)),
    ask(event, client.participant.listRecommendations.query({ pageSize: 1 })),
    ask(event, client.reference.occupationLabels.query({ codes: filters.occupations ?? [] })),
  ]);
  return {
    people,
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

export const actions: Actions = { confirmer: confirmAgain };
