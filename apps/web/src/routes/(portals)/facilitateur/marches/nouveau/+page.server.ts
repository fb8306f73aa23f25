import { contractKinds, startingPoints } from '@jonction/domain/contract/contract';
import { redirect } from '@sveltejs/kit';
import { oneOf } from '#lib/contract/event-form.ts';
import { cents } from '#lib/contract/typed.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { search } = api(event).organisation;
  const [buyers, companies] = await Promise.all([
    ask(event, search.query({ kinds: ['buyer'], limit: 100 })),
    ask(event, search.query({ kinds: ['employer'], limit: 100 })),
  ]);
  const option = ({ id, name, identifier }: (typeof buyers)[number]) => ({
    value: id,
    label: name,
    hint: identifier ?? undefined,
  });
  return { buyers: buyers.map(option), companies: companies.map(option) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).contract.create.mutate({
        buyerId: text(form, 'buyerId'),
        reference: text(form, 'reference'),
        kind: oneOf(contractKinds, text(form, 'kind')),
        object: text(form, 'object'),
        cpv: optionalText(form, 'cpv'),
        placeCode: optionalText(form, 'placeCode'),
        placeName: null,
        amountCents: cents(form, 'amountCents'),
        startingPoint: oneOf(startingPoints, text(form, 'startingPoint')),
        on: text(form, 'on'),
        endsOn: optionalText(form, 'endsOn'),
        lot: {
          number: optionalText(form, 'lot.number'),
          holderId: optionalText(form, 'lot.holderId'),
          amountCents: null,
        },
      }),
    );
    if ('done' in answer) redirect(303, `/facilitateur/marches/${answer.done.contractId}`);
    return answer;
  },
};
