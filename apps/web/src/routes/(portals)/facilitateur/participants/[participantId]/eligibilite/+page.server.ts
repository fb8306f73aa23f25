import { derogationDecisions } from '@jonction/domain/eligibility/derogation';
import { readingPurposes } from '@jonction/domain/eligibility/reading-purpose';
import { regimes } from '@jonction/domain/eligibility/regime';
import { type ActionFailure, fail, type RequestEvent } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, type Refused, submit, text } from '#lib/server/form.ts';
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

const nothing = { opened: null, said: null, checked: null, derogated: null, followed: null } as const;

/** A form of the open vault that comes back: the vault stays open, or what was typed would have no place. */
async function keptOpen(event: RequestEvent, participantId: string, answer: ActionFailure<Refused>) {
  return fail(answer.status, { ...answer.data, ...nothing, opened: await open(event, participantId, 'record') });
}

/** A change of what she is followed under; the vault stays open. */
async function follow(
  event: RequestEvent<{ participantId: string }>,
  followed: 'added' | 'ended' | 'removed',
  work: (form: FormData, participantId: string) => Promise<unknown>,
) {
  const { participantId } = event.params;
  const form = await event.request.formData();
  const answer = await submit(event, form, async () => {
    await work(form, participantId);
    return open(event, participantId, 'record');
  });
  return 'done' in answer ? { ...nothing, opened: answer.done, followed } : keptOpen(event, participantId, answer);
}

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
        alone: optionalText(form, 'alone'),
      });
      return open(event, participantId, 'control');
    });
    return 'done' in answer
      ? { ...nothing, opened: answer.done, derogated: 'derogation.settled' as const }
      : keptOpen(event, participantId, answer);
  },
  suivre: (event) =>
    follow(event, 'added', (form, participantId) =>
      api(event).eligibility.recordRegime.mutate({
        participantId,
        regime: regimes.find((one) => one === text(form, 'regime')) ?? ('' as never),
        from: text(form, 'from'),
        to: optionalText(form, 'to'),
        reference: optionalText(form, 'reference'),
      }),
    ),
  finir: (event) =>
    follow(event, 'ended', (form, participantId) =>
      api(event).eligibility.endRegime.mutate({
        participantId,
        regimeId: text(form, 'regimeId'),
        to: text(form, 'to'),
      }),
    ),
  oter: (event) =>
    follow(event, 'removed', (form, participantId) =>
      api(event).eligibility.removeRegime.mutate({ participantId, regimeId: text(form, 'regimeId') }),
    ),
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
