import { type BuyerAnswer, buyerAnswers } from '@jonction/domain/census/answer-row';
import { readPage } from '@jonction/ui/address';
import { oneOf } from '#lib/contract/event-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text, wholeNumber } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 30;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What the quick form offers before a letter is typed. */
const offered = 40;

export const load: PageServerLoad = async (event) => {
  const get = (name: string) => event.url.searchParams.get(name) ?? '';
  const asked = get('direction');
  const question = {
    text: get('q').slice(0, 200),
    liveOnly: get('vivants') === 'oui',
    withClause: get('clause') === 'oui',
    directorateId: asked === 'aucune' ? ('none' as const) : uuid.test(asked) ? asked : null,
    page: readPage(event.url),
    pageSize,
  };
  const [bought, named, directorates] = await Promise.all([
    ask(event, api(event).contract.listBought.query(question)),
    ask(event, api(event).contract.searchBought.query({ limit: offered })),
    ask(event, api(event).organisation.listDirectorates.query({})),
  ]);
  return {
    question,
    pageSize,
    ...bought,
    options: named.map(({ id, object, reference }) => ({ value: id, label: object, hint: reference })),
    directorates: directorates.rows.filter(({ endedOn }) => endedOn === null),
  };
};

export const actions: Actions = {
  dire: async (event) => {
    const form = await event.request.formData();
    const of = (name: string) => optionalText(form, `${name}:dire`);
    const answer = oneOf<BuyerAnswer>(buyerAnswers, of('answer') ?? 'no_change');
    const done = await submit(event, form, () =>
      api(event).census.sayBought.mutate({
        contractId: text(form, 'contractId'),
        answer,
        ...{ on: of('on'), endsOn: of('endsOn'), until: of('until'), legalBasis: of('legalBasis'), note: of('note') },
        dueHours: wholeNumber(form, 'dueHours'),
        lotNumber: optionalText(form, 'lotNumber'),
      }),
    );
    return 'done' in done ? { said: { ...done.done, answer } } : done;
  },
};
