import { type CensusAnswer, censusAnswers } from '@jonction/domain/census/change';
import type { CensusQuestion } from '@jonction/domain/census/grid';
import type { WantedRow } from '@jonction/domain/census/towards';
import { type ContractStatus, contractStatuses } from '@jonction/domain/contract/lifecycle';
import { speakableSources } from '@jonction/domain/contract/said';
import { oneOf } from '#lib/contract/event-form.ts';
import { optionalText, text, texts } from '#lib/server/form.ts';

/** What is said of the chosen contracts; a choice that no list holds is left for the schema to refuse. */
export function sayingOf(form: FormData) {
  return {
    answer: oneOf<CensusAnswer>(censusAnswers, text(form, 'answer')),
    on: text(form, 'on'),
    endsOn: optionalText(form, 'endsOn'),
    source: oneOf(speakableSources, text(form, 'source')),
    saidBy: optionalText(form, 'saidBy'),
    legalBasis: optionalText(form, 'legalBasis'),
    note: optionalText(form, 'note'),
  };
}

/**
 * The cells accepted of a preview, a row of each contract: `<contract>|status|stopped|2020-03-17`, `<contract>|ends|2020-12-19`,
 * `<contract>|same`. What is odd is left for the schema to refuse.
 */
export function acceptedRows(form: FormData) {
  const rows = new Map<string, WantedRow>();
  for (const cell of texts(form, 'cell')) {
    const [contractId = '', field, value = '', since = ''] = cell.split('|');
    const row = rows.get(contractId) ?? { contractId, status: null, since: null, endsOn: null, noChange: false };
    if (field === 'status') {
      row.status = oneOf<ContractStatus>(contractStatuses, value);
      row.since = since || null;
    } else if (field === 'ends') row.endsOn = value;
    else row.noChange = true;
    rows.set(contractId, row);
  }
  return [...rows.values()];
}

/** Who says the rows, and under which text: the same for all of them. */
export function saidOf(form: FormData) {
  const { source, saidBy, legalBasis, note } = sayingOf(form);
  return { source, saidBy, legalBasis, note };
}

/** The rows ticked, or all that the address filters. */
export function whichOf(form: FormData, question: Partial<CensusQuestion>) {
  if (text(form, 'all') === 'yes') return { question: { ...question, from: 0 } };
  return { ids: texts(form, 'id') };
}
