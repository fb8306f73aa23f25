import { type BuyerAnswer, buyerAnswers } from '@jonction/domain/census/answer-row';
import { oneOf } from '#lib/contract/event-form.ts';
import { optionalText, text } from '#lib/server/form.ts';

/**
 * What a page of rows answers: the button of one row ("no change"), of all that wait, or the rows filled in, whichever row's button was
 * pressed: what is typed elsewhere is not lost.
 */
export function answersOf(form: FormData) {
  if (text(form, 'all') === 'yes') return { allUnchanged: true as const };
  const quick = text(form, 'quick');
  if (quick !== '') return { rows: [rowOf(form, quick, 'no_change')] };
  const filled = [...form.keys()].flatMap((name) => {
    const contractId = /^answer:(.+)$/.exec(name)?.[1];
    return contractId && text(form, name) !== '' ? [contractId] : [];
  });
  return { rows: filled.map((contractId) => rowOf(form, contractId, text(form, `answer:${contractId}`))) };
}

function rowOf(form: FormData, contractId: string, answer: string) {
  const of = (name: string) => optionalText(form, `${name}:${contractId}`);
  return {
    contractId,
    answer: oneOf<BuyerAnswer>(buyerAnswers, answer),
    ...{ on: of('on'), endsOn: of('endsOn'), until: of('until'), legalBasis: of('legalBasis'), note: of('note') },
  };
}

/** Which page of rows is on the screen, kept by its form. */
export function pageOf(form: FormData): number {
  const page = Number(text(form, 'page'));
  return Number.isInteger(page) && page > 0 ? page : 1;
}
