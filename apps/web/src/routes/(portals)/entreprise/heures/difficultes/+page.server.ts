import { type DifficultyKind, difficultyKinds } from '@jonction/domain/hours/effort';
import { parisDayOf } from '@jonction/domain/shared/day';
import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import { writeMeans } from '#lib/server/effort-actions.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 20;

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  const [held, difficulties] = await Promise.all([
    ask(event, api(event).contract.listHeld.query()),
    ask(event, api(event).hours.listDifficulties.query({ page, pageSize })),
  ]);
  const contracts = [...new Map(held.map((one) => [one.contractId, `${one.object} (${one.reference})`]))];
  const named = (contractId: string | null | undefined) => contracts.find(([id]) => id === contractId);
  // The one asked for, else the one that was last spoken of.
  const chosen = named(event.url.searchParams.get('marche')) ?? named(difficulties.rows[0]?.contractId) ?? contracts[0];
  const means = chosen ? await ask(event, api(event).hours.listMeans.query({ contractId: chosen[0] })) : null;
  return {
    contracts: contracts.map(([value, label]) => ({ value, label })),
    chosen: chosen?.[0] ?? '',
    means: means?.rows ?? [],
    difficulties,
    page,
    pageSize,
    today: parisDayOf(new Date()),
  };
};

export const actions: Actions = {
  signaler: async (event) => {
    const form = await event.request.formData();
    const kind = difficultyKinds.find((one) => one === text(form, 'kind')) ?? ('' as DifficultyKind);
    const told = { contractId: text(form, 'contractId'), kind, body: text(form, 'body') };
    const answer = await submit(event, form, () => api(event).hours.reportDifficulty.mutate(told));
    return 'done' in answer ? { said: 'difficulty' as const } : answer;
  },
  moyen: (event) => writeMeans(event),
};
