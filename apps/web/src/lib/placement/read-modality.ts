import { modalityProofs } from '@jonction/domain/placement/modality';
import { basisPoints, cents } from '#lib/contract/typed.ts';
import { optionalText, texts, wholeNumber } from '#lib/server/form.ts';

/** What a form writes down of a modality; what it does not ask for comes out empty. */
export function readModality(form: FormData) {
  const ticked = texts(form, 'proofs');
  return {
    tutor: optionalText(form, 'tutor'),
    diploma: optionalText(form, 'diploma'),
    trainingBody: optionalText(form, 'trainingBody'),
    trainingHours: wholeNumber(form, 'trainingHours'),
    userCompany: optionalText(form, 'userCompany'),
    missionNumber: optionalText(form, 'missionNumber'),
    amountCents: cents(form, 'amountCents'),
    subcontractedOn: optionalText(form, 'subcontractedOn'),
    shareBps: basisPoints(form, 'shareBps'),
    proofs: modalityProofs.filter((proof) => ticked.includes(proof)),
  };
}
