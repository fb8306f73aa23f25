import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import { linkActions } from '#lib/server/link-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { participantId } = event.params;
  const client = api(event);
  const [shown, { rows }] = await Promise.all([
    ask(event, client.participant.showLink.query({ participantId })),
    ask(event, client.offer.list.query({ statuses: ['open'], pageSize: 200 })),
  ]);
  const offers = rows.map(({ id, title, employerName }) => ({ value: id, label: `${title}, ${employerName}` }));
  return { shown, offers };
};

export const actions: Actions = {
  ...linkActions((event) => event.params.participantId ?? ''),
  demander: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const offerId = text(form, 'offerId');
    return submit(event, form, async () => {
      await api(event).participant.proposeOffer.mutate({ participantId, offerId });
      return { done: 'asked' as const };
    });
  },
  regler: async (event) => {
    const form = await event.request.formData();
    const wordId = text(form, 'wordId');
    return submit(event, form, async () => {
      await api(event).participant.settleWord.mutate({ wordId });
      return { done: 'settled' as const };
    });
  },
  lu: async (event) => {
    const form = await event.request.formData();
    const proposalId = text(form, 'proposalId');
    return submit(event, form, async () => {
      await api(event).participant.settleProposal.mutate({ proposalId });
      return { done: 'settled' as const };
    });
  },
};
