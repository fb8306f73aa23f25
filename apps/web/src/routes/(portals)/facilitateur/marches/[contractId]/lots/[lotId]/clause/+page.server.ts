import { clauseKinds, hourBases } from '@jonction/domain/contract/clause';
import { targetSentence } from '@jonction/domain/contract/target-sentence';
import { paris2021Set } from '@jonction/domain/eligibility/categories';
import { error, redirect } from '@sveltejs/kit';
import { oneOf } from '#lib/contract/event-form.ts';
import { penaltyOf } from '#lib/contract/penalty-form.ts';
import { filledTarget, modeOf } from '#lib/contract/target-fields.ts';
import { typedTarget } from '#lib/contract/typed-target.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text, texts } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { contractId, lotId } = event.params;
  const { contract, lots, attachment } = await ask(event, api(event).contract.show.query({ contractId }));
  const lot = lots.find(({ id }) => id === lotId);
  if (!lot || !attachment) error(404);
  const [clause] = lot.clauses;
  const mode = modeOf(event.url.searchParams.get('mode')) ?? clause?.target.mode ?? 'fixed';
  const kept = clause && clause.target.mode === mode ? filledTarget(clause.target) : {};
  return {
    contract,
    lot,
    mode,
    clause: clause ?? null,
    // A new target begins with what is known of the contract.
    target: { 'target.amountCents': lot.amountCents === null ? '' : String(lot.amountCents / 100), ...kept },
    preview:
      clause && clause.target.mode === mode
        ? { dueHours: clause.dueHours, sentence: targetSentence(clause.target, event.locals.locale) }
        : null,
    codes: (clause?.categories.at(-1) ?? paris2021Set).categories.map(({ code }) => code),
  };
};

export const actions: Actions = {
  calculer: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).contract.previewTarget.query({ target: typedTarget(form) }),
    );
    if (!('done' in answer)) return answer;
    const values = Object.fromEntries(
      [...form].filter(([, value]) => typeof value === 'string').map(([name, value]) => [name, String(value)]),
    );
    return { preview: answer.done, values, codes: texts(form, 'categoryCodes') };
  },
  enregistrer: async (event) => {
    const form = await event.request.formData();
    const { contractId, lotId } = event.params;
    const answer = await submit(event, form, () =>
      api(event).contract.writeClause.mutate({
        lotId,
        kind: oneOf(clauseKinds, text(form, 'kind')),
        target: typedTarget(form),
        categoryCodes: texts(form, 'categoryCodes'),
        hourBasis: oneOf(hourBases, text(form, 'hourBasis')),
        startsOn: optionalText(form, 'startsOn'),
        endsOn: optionalText(form, 'endsOn'),
        penalty: penaltyOf(form),
      }),
    );
    if ('done' in answer) redirect(303, `/facilitateur/marches/${contractId}`);
    return answer;
  },
};
