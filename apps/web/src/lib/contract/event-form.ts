import { contractEventTypes } from '@jonction/domain/contract/lifecycle';
import { speakableSources } from '@jonction/domain/contract/said';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { optionalText, text, typed as typedIn } from '#lib/server/form.ts';
import { hasFile, uploadFile } from '#lib/server/upload.ts';

/**
 * Brings the paper of an event first, when there is one: its id then goes with the form, and stays with it when the event itself
 * is refused, so that nobody brings it twice. A paper that is refused comes back to the form as any other refusal.
 */
export async function bringDocument(event: RequestEvent, form: FormData) {
  if (!hasFile(form)) return null;
  const kept = await uploadFile(event, form, 'document');
  if (!('fileId' in kept)) return fail(kept.status, { ...kept.data, values: typedIn(form) });
  form.set('documentId', kept.fileId);
  form.set('documentName', kept.name);
  return null;
}

/** The event typed in EventForm; a choice that no list holds is left for the schema to refuse. */
export function eventOf(form: FormData, contractId: string) {
  return {
    contractId,
    lotId: optionalText(form, 'lotId'),
    type: oneOf(contractEventTypes, text(form, 'type')),
    on: text(form, 'on'),
    endsOn: optionalText(form, 'endsOn'),
    source: oneOf(speakableSources, text(form, 'source') || 'buyer_answer'),
    saidBy: optionalText(form, 'saidBy'),
    legalBasis: optionalText(form, 'legalBasis'),
    note: optionalText(form, 'note'),
    documentId: optionalText(form, 'documentId'),
  };
}

/** The choice typed. One that is not in the list goes to the API as it is, which refuses it at its field. */
export function oneOf<Value extends string>(list: readonly Value[], typed: string): Value {
  return list.find((value) => value === typed) ?? (typed as Value);
}
