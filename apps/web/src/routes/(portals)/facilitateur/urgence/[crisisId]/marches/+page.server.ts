import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { crisisObstacles } from '@jonction/domain/crisis/measure-rule';
import { crisisMeasures } from '@jonction/domain/crisis/regime';
import { readPage } from '@jonction/ui/address';
import { choicesIn } from '#lib/crisis/choices.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 50;
const standings = ['taken', 'may', ...crisisObstacles] as const;

export const load: PageServerLoad = async (event) => {
  const { crisisId } = event.params;
  const at = (name: string) => event.url.searchParams.get(name);
  const asked = {
    measure: crisisMeasures.find((one) => one === at('mesure')) ?? null,
    standing: standings.find((one) => one === at('lignes')) ?? ('taken' as const),
    status: contractStatuses.find((one) => one === at('statut')) ?? null,
    text: at('texte') ?? '',
    page: readPage(event.url),
  };
  const [crisis, table] = await Promise.all([
    ask(event, api(event).crisis.show.query({ crisisId })),
    ask(event, api(event).crisis.listContracts.query({ crisisId, ...asked, pageSize })),
  ]);
  return { crisis, table, asked, pageSize };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { crisisId } = event.params;
    const choices = choicesIn(form);
    const answer = await submit(event, form, () => api(event).crisis.choose.mutate({ crisisId, choices }));
    return 'done' in answer ? { kept: answer.done.kept } : answer;
  },
};
