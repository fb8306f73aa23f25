import { buyerKinds, purchaseKinds } from '@jonction/domain/programme/mandatory';
import { plannedProcedures } from '@jonction/domain/programme/planned';
import { cents } from '#lib/contract/typed.ts';
import { optionalText, text, wholeNumber } from '#lib/server/form.ts';

/** What is typed of a planned contract; what is no number goes as it is to the API, which refuses it at its field. */
export function plannedFacts(form: FormData) {
  return {
    year: wholeNumber(form, 'year') ?? Number.NaN,
    object: text(form, 'object'),
    reference: optionalText(form, 'reference'),
    cpv: optionalText(form, 'cpv'),
    kind: purchaseKinds.find((kind) => kind === text(form, 'kind')) ?? null,
    buyerKind: buyerKinds.find((kind) => kind === text(form, 'buyerKind')) ?? null,
    amountCents: cents(form, 'amountCents'),
    procedure: plannedProcedures.find((procedure) => procedure === text(form, 'procedure')) ?? null,
    durationMonths: wholeNumber(form, 'durationMonths'),
    publicationOn: optionalText(form, 'publicationOn'),
    lots: wholeNumber(form, 'lots'),
    area: optionalText(form, 'area'),
    note: optionalText(form, 'note'),
  };
}
