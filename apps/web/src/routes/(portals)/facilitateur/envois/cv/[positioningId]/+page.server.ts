import type { InterviewOutcome } from '@jonction/domain/positioning/interview-outcome';
import type { DeclineReason } from '@jonction/domain/positioning/transfer';
import { parisDayOf } from '@jonction/domain/shared/day';
import { redirect } from '@sveltejs/kit';
import { readBatch } from '#lib/positioning/batch-form.ts';
import { readTransferAgreed, readTransferAsked } from '#lib/positioning/transfer-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text, wholeNumber } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?societe=ateliers`: companies of the register, when this one asks to pass the CV on. */
export const load: PageServerLoad = async (event) => {
  const { positioningId } = event.params;
  const story = await ask(event, api(event).positioning.show.query({ positioningId }));
  const asked = story.transfers.find((one) => one.status === 'asked' && one.fromPositioningId === story.id);
  const query = event.url.searchParams.get('societe')?.trim().slice(0, 200) || (asked?.companyName ?? '');
  const found = asked
    ? await ask(event, api(event).organisation.search.query({ text: query, kinds: ['employer'], limit: 6 }))
    : [];
  return {
    today: parisDayOf(new Date()),
    story,
    query,
    found: found.filter(({ name }) => name !== story.row.employerName),
    done: event.url.searchParams.get('fait'),
  };
};

export const actions: Actions = {
  commenter: async (event) => {
    const form = await event.request.formData();
    const { positioningId } = event.params;
    const answer = await submit(event, form, () =>
      api(event).positioning.comment.mutate({ positioningId, body: text(form, 'body') }),
    );
    return 'done' in answer ? redirect(303, `${event.url.pathname}?fait=oui`) : answer;
  },

  vu: async (event) => {
    const form = await event.request.formData();
    const { positioningId } = event.params;
    const answer = await submit(event, form, () => api(event).positioning.dismissNotice.mutate({ positioningId }));
    return 'done' in answer ? redirect(303, `${event.url.pathname}?fait=oui`) : answer;
  },

  fiche: async (event) => {
    const form = await event.request.formData();
    const { positioningId } = event.params;
    const answer = await submit(event, form, () =>
      api(event).positioning.saveSheet.mutate({
        positioningId,
        at: text(form, 'at').slice(0, 16),
        minutes: wholeNumber(form, 'minutes') ?? undefined,
        address: optionalText(form, 'address'),
        hours: optionalText(form, 'hours'),
        contactName: optionalText(form, 'contactName'),
        contactPhone: optionalText(form, 'contactPhone'),
        tutor: optionalText(form, 'tutor'),
        equipment: optionalText(form, 'equipment'),
        confirm: text(form, 'confirm') === 'oui',
      }),
    );
    return 'done' in answer ? redirect(303, `${event.url.pathname}?fait=oui`) : answer;
  },

  suite: async (event) => {
    const form = await event.request.formData();
    const { positioningId } = event.params;
    const outcome = text(form, 'outcome') as InterviewOutcome;
    const answer = await submit(event, form, () =>
      api(event).positioning.noteOutcome.mutate({ positioningId, outcome, feedback: optionalText(form, 'feedback') }),
    );
    return 'done' in answer ? redirect(303, `${event.url.pathname}?fait=oui`) : answer;
  },

  demander: async (event) => {
    const form = await event.request.formData();
    const asked = readTransferAsked(form, event.params.positioningId);
    const answer = await submit(event, form, () => api(event).positioning.askTransfer.mutate(asked));
    return 'done' in answer ? redirect(303, `${event.url.pathname}?fait=oui#passer`) : answer;
  },

  passer: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).positioning.agreeTransfer.mutate(readTransferAgreed(form)),
    );
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/envois/cv/${answer.done.positioningId}?fait=oui`);
  },

  nepaspasser: async (event) => {
    const form = await event.request.formData();
    const reason = text(form, 'reason') as DeclineReason;
    const answer = await submit(event, form, () =>
      api(event).positioning.declineTransfer.mutate({ transferId: text(form, 'transferId'), reason }),
    );
    return 'done' in answer ? redirect(303, `${event.url.pathname}?fait=oui#passer`) : answer;
  },

  ensemble: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).positioning.batch.mutate(readBatch(form)));
    return 'done' in answer ? { batch: answer.done } : answer;
  },

  annuler: async (event) => {
    const form = await event.request.formData();
    const batchId = text(form, 'batchId');
    const answer = await submit(event, form, () => api(event).positioning.undoBatch.mutate({ batchId }));
    return 'done' in answer ? { undone: answer.done } : answer;
  },
};
