import { derogationDecisions } from '@jonction/domain/eligibility/derogation';
import { readingPurposes } from '@jonction/domain/eligibility/record';
import type { RequestEvent } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import { hasFile, uploadFile } from '#lib/server/upload.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  clauses: await ask(event, api(event).contract.searchClauses.query({ limit: 50 })),
});

type Purpose = (typeof readingPurposes)[number];

/** The vault opened for a purpose: always by a form, so that no address opens it again by itself. */
async function open(event: RequestEvent, participantId: string, purpose: Purpose) {
  const vault = await api(event).eligibility.show.query({ participantId, purpose });
  return { purpose, ...vault };
}

const nothing = { opened: null, said: null, checked: null, derogated: null } as const;

export const actions: Actions = {
  ouvrir: async (event) => {
    const form = await event.request.formData();
    const purpose = readingPurposes.find((one) => one === text(form, 'purpose')) ?? ('' as Purpose);
    const answer = await submit(event, form, () => open(event, event.params.participantId, purpose));
    return 'done' in answer ? { ...nothing, opened: answer.done } : answer;
  },
  enregistrer: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    let fileId: string | null = null;
    if (hasFile(form)) {
      const kept = await uploadFile(event, form, 'evidence');
      if (!('fileId' in kept)) return kept;
      fileId = kept.fileId;
    }
    const answer = await submit(event, form, async () => {
      await api(event).eligibility.record.mutate({
        participantId,
        category: text(form, 'category'),
        issuedOn: text(form, 'issuedOn'),
        validTo: optionalText(form, 'validTo'),
        label: optionalText(form, 'label'),
        fileId,
      });
      return open(event, participantId, 'record');
    });
    return 'done' in answer ? { ...nothing, opened: answer.done, said: 'record' as const } : answer;
  },
  deroger: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    let fileId: string | null = null;
    if (hasFile(form)) {
      const kept = await uploadFile(event, form, 'evidence');
      if (!('fileId' in kept)) return kept;
      fileId = kept.fileId;
    }
    const asked = { participantId, clauseId: text(form, 'clauseId'), opinion: text(form, 'opinion'), fileId };
    const answer = await submit(event, form, () => api(event).eligibility.askDerogation.mutate(asked));
    return 'done' in answer ? { ...nothing, derogated: 'derogation.asked' as const } : answer;
  },
  trancher: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const decision = derogationDecisions.find((one) => one === text(form, 'decision')) ?? ('' as never);
    const answer = await submit(event, form, async () => {
      await api(event).eligibility.decideDerogation.mutate({
        derogationId: text(form, 'derogationId'),
        decision,
        validFrom: optionalText(form, 'validFrom'),
        validTo: optionalText(form, 'validTo'),
      });
      return open(event, participantId, 'control');
    });
    return 'done' in answer ? { ...nothing, opened: answer.done, derogated: 'derogation.settled' as const } : answer;
  },
  retirer: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, async () => {
      await api(event).eligibility.remove.mutate({ participantId, evidenceId: text(form, 'evidenceId') });
      return open(event, participantId, 'record');
    });
    return 'done' in answer ? { ...nothing, opened: answer.done, said: 'remove' as const } : answer;
  },
  controler: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const on = text(form, 'on');
    const clauseId = text(form, 'clauseId');
    const answer = await submit(event, form, () =>
      api(event).eligibility.check.mutate({ participantId, clauseId, on }),
    );
    return 'done' in answer ? { ...nothing, checked: { clauseId, on, ...answer.done } } : answer;
  },
};
