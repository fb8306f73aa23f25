import { parisDayOf } from '@jonction/domain/shared/day';
import { redirect } from '@sveltejs/kit';
import { api, ask, refusalOf } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { contractId } = event.params;
  const asked = (name: string) => event.url.searchParams.get(name) || null;
  const clauseId = asked('clause');
  const question = { noticeOn: asked('notice'), untilOn: asked('until'), knownOn: asked('known') };
  const [{ contract, lots }, list] = await Promise.all([
    ask(event, api(event).contract.show.query({ contractId })),
    ask(event, api(event).penalty.list.query({ contractId })),
  ]);
  return {
    contract: { id: contract.id, object: contract.object },
    clauses: lots.flatMap(({ number, object, clauses }) =>
      clauses.map(({ id }) => ({ value: id, label: number === null ? object : `${number} · ${object}` })),
    ),
    asked: { clauseId, ...question },
    counted: clauseId === null ? null : await count(event, { clauseId, ...question }),
    list,
    today: parisDayOf(new Date()),
  };
};

type Question = Parameters<ReturnType<typeof api>['penalty']['preview']['query']>[0];

/** What it comes to, or the sentence that says why there is none. */
async function count(event: Parameters<PageServerLoad>[0], question: Question) {
  try {
    return { facts: await api(event).penalty.preview.query(question), why: null };
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    return { facts: null, why: refusal.sentence };
  }
}

export const actions: Actions = {
  proposer: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).penalty.propose.mutate({
        clauseId: text(form, 'clause'),
        noticeOn: optionalText(form, 'notice'),
        untilOn: optionalText(form, 'until'),
        knownOn: optionalText(form, 'known'),
        opinion: text(form, 'opinion'),
      }),
    );
    if ('done' in answer) redirect(303, `/facilitateur/penalites/${answer.done.penaltyId}`);
    return answer;
  },
};
