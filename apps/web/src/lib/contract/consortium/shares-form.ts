import { liabilities, shareModes } from '@jonction/domain/contract/consortium';
import { parseHours } from '@jonction/domain/shared/typed-hours';
import { oneOf } from '#lib/contract/event-form.ts';
import { basisPoints, cents } from '#lib/contract/typed.ts';
import { optionalText, text, texts, wholeNumber } from '#lib/server/form.ts';

/** Hours typed, hundredths given: null when empty, NaN when they are none, for the schema to refuse. */
function hundredths(form: FormData, name: string): number | null {
  const typed = text(form, name);
  return typed === '' ? null : (parseHours(typed) ?? Number.NaN);
}

/** The shares typed in SharesForm. What the way of sharing does not ask is not sent. */
export function sharesOf(form: FormData, clauseId: string) {
  const mode = oneOf(shareModes, text(form, 'mode'));
  const liability = optionalText(form, 'liability');
  return {
    clauseId,
    mode,
    liability: liability === null ? null : oneOf(liabilities, liability),
    leadId: text(form, 'leadId'),
    version: wholeNumber(form, 'version'),
    members: texts(form, 'member').map((organisationId) => ({
      organisationId,
      shareBps: mode === 'bps' ? basisPoints(form, `bps-${organisationId}`) : null,
      fixedCentihours: mode === 'fixed' ? hundredths(form, `hours-${organisationId}`) : null,
    })),
  };
}

/** What is typed in EndGroup. A box that is not ticked is sent as it is, for the schema to refuse. */
export function endOf(form: FormData, clauseId: string) {
  return {
    ...{ clauseId, version: wholeNumber(form, 'version') ?? 0, endedOn: text(form, 'endedOn') },
    ...{ reason: text(form, 'reason'), agreed: form.has('agreed') as true },
  };
}

/** The terms of a transfer, typed by a company or by the team. */
export function termsOf(form: FormData, clauseId: string) {
  return {
    clauseId,
    centihours: hundredths(form, 'hours') ?? Number.NaN,
    priceCents: cents(form, 'price') ?? Number.NaN,
    reason: text(form, 'reason'),
  };
}
