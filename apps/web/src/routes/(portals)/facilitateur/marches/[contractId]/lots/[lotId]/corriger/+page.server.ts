import { speakableSources } from '@jonction/domain/contract/said';
import { error, redirect } from '@sveltejs/kit';
import { oneOf } from '#lib/contract/event-form.ts';
import { cents } from '#lib/contract/typed.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text, texts } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { contractId, lotId } = event.params;
  const [shown, companies] = await Promise.all([
    ask(event, api(event).contract.show.query({ contractId })),
    ask(event, api(event).organisation.search.query({ kinds: ['employer'] })),
  ]);
  if (!shown.attachment) redirect(303, `/facilitateur/marches/${contractId}`);
  const lot = shown.lots.find(({ id }) => id === lotId);
  if (!lot) error(404);
  // Those that hold the lot are among the choices, whatever the search finds first.
  const known = new Map([
    ...lot.holders.map(({ organisationId, name, identifier }) => [organisationId, { name, identifier }] as const),
    ...companies.map(({ id, name, identifier }) => [id, { name, identifier }] as const),
  ]);
  return {
    contract: { id: contractId, object: shown.contract.object },
    lot,
    companies: [...known].map(([value, { name, identifier }]) => ({
      value,
      label: name,
      hint: identifier ?? undefined,
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { contractId, lotId } = event.params;
    const answer = await submit(event, form, () =>
      api(event).contract.correctLot.mutate({
        lotId,
        object: text(form, 'object'),
        amountCents: cents(form, 'amount'),
        holderIds: texts(form, 'holderId'),
        source: oneOf(speakableSources, text(form, 'source')),
        saidBy: optionalText(form, 'saidBy'),
      }),
    );
    return 'done' in answer ? redirect(303, `/facilitateur/marches/${contractId}?fait=oui`) : answer;
  },
};
