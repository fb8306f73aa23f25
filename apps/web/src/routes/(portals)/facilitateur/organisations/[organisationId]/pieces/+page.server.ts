import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import { askedItems, bringPaper } from '#lib/server/paper-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { organisationId } = event.params;
  const [body, asked] = await Promise.all([
    ask(event, api(event).organisation.show.query({ organisationId })),
    ask(event, api(event).paper.listAsked.query({ employerId: organisationId })),
  ]);
  return { body, asked };
};

export const actions: Actions = {
  demander: async (event) => {
    const form = await event.request.formData();
    const asked = {
      employerId: event.params.organisationId,
      items: askedItems(form),
      dueOn: optionalText(form, 'dueOn'),
      note: optionalText(form, 'note'),
    };
    const answer = await submit(event, form, () => api(event).paper.ask.mutate(asked));
    return 'done' in answer ? { asked: answer.done } : answer;
  },
  apporter: async (event) => {
    const answer = await bringPaper(event, await event.request.formData());
    return 'done' in answer ? { said: 'done' as const } : answer;
  },
  decider: async (event) => {
    const form = await event.request.formData();
    const accept = text(form, 'accept') === 'oui';
    const decided = { itemId: text(form, 'itemId'), accept, reason: optionalText(form, 'reason') };
    const answer = await submit(event, form, () => api(event).paper.decide.mutate(decided));
    return 'done' in answer ? { said: 'done' as const } : answer;
  },
  annuler: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).paper.cancel.mutate({ itemId: text(form, 'itemId') }));
    return 'done' in answer ? { said: 'done' as const } : answer;
  },
  relancer: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).paper.remind.mutate({ employerId: event.params.organisationId }),
    );
    return 'done' in answer ? { address: answer.done.address } : answer;
  },
};
