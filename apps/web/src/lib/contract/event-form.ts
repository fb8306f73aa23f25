import { contractEventSources } from '@jonction/domain/contract/event';
import { contractEventTypes } from '@jonction/domain/contract/lifecycle';
import { optionalText, text } from '#lib/server/form.ts';

/** The event typed in EventForm; a choice that no list holds is left for the schema to refuse. */
export function eventOf(form: FormData, contractId: string) {
  const sources = contractEventSources.filter((source) => source !== 'decp' && source !== 'import');
  return {
    contractId,
    lotId: optionalText(form, 'lotId'),
    type: oneOf(contractEventTypes, text(form, 'type')),
    on: text(form, 'on'),
    endsOn: optionalText(form, 'endsOn'),
    source: oneOf(sources, text(form, 'source') || 'buyer_answer'),
    saidBy: optionalText(form, 'saidBy'),
    legalBasis: optionalText(form, 'legalBasis'),
    note: optionalText(form, 'note'),
    documentId: null,
  };
}

/** The choice typed. One that is not in the list goes to the API as it is, which refuses it at its field. */
export function oneOf<Value extends string>(list: readonly Value[], typed: string): Value {
  return list.find((value) => value === typed) ?? (typed as Value);
}
