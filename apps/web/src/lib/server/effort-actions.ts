import { derogationDecisions } from '@jonction/domain/eligibility/derogation';
import { type MeansKind, meansKinds } from '@jonction/domain/hours/effort';
import { parseHours } from '@jonction/domain/shared/typed-hours';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from './api.ts';
import { optionalText, submit, text } from './form.ts';
import { hasFile, uploadFile } from './upload.ts';

/** A means written down; `contractId`: of the page, else chosen in the form. */
export async function writeMeans(event: RequestEvent, contractId?: string) {
  const form = await event.request.formData();
  const means = meansKinds.find((one) => one === text(form, 'means')) ?? ('' as MeansKind);
  const said = {
    contractId: contractId ?? text(form, 'contractId'),
    employerId: optionalText(form, 'employerId'),
    usedOn: text(form, 'usedOn'),
    means,
    note: text(form, 'note'),
  };
  const answer = await submit(event, form, () => api(event).hours.recordMeans.mutate(said));
  return 'done' in answer ? { said: 'means' as const } : answer;
}

/** Somebody else's opinion on hours, decided. */
export async function decideHours(event: RequestEvent) {
  const form = await event.request.formData();
  const decision = derogationDecisions.find((one) => one === text(form, 'decision')) ?? ('' as never);
  const said = { derogationId: text(form, 'derogationId'), decision, reason: text(form, 'reason') };
  return submit(event, form, () => api(event).hours.decideDerogation.mutate(said));
}

/** A motivated opinion on a line of hours, with its paper where there is one. */
export async function askHours(event: RequestEvent, lineId: string) {
  const form = await event.request.formData();
  let fileId: string | null = null;
  if (hasFile(form)) {
    const kept = await uploadFile(event, form, 'paper');
    if (!('fileId' in kept)) return kept;
    fileId = kept.fileId;
  }
  const centihours = parseHours(text(form, 'credit')) ?? 0;
  const asked = { lineId, centihours, opinion: text(form, 'opinion'), fileId };
  return submit(event, form, () => api(event).hours.askDerogation.mutate(asked));
}
