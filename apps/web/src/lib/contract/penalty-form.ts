import type { PenaltyTerms } from '@jonction/domain/contract/clause';
import { optionalText, text } from '#lib/server/form.ts';
import { basisPoints, cents } from './typed.ts';

/** The penalties typed in the form of a clause; null when nothing is. */
export function penaltyOf(form: FormData): PenaltyTerms | null {
  const basis = text(form, 'perHourBasis');
  const amount = cents(form, 'perHourAmount');
  const perDayCents = cents(form, 'perDay');
  const capBps = basisPoints(form, 'cap');
  const note = optionalText(form, 'penaltyNote');
  const perHour =
    basis === 'fixed' || basis === 'smic_multiple' ? perHourOf(basis, amount === null ? Number.NaN : amount) : null;
  if (perHour === null && perDayCents === null && capBps === null && note === null) return null;
  return { perHour, perDayCents, capBps, note };
}

function perHourOf(basis: 'fixed' | 'smic_multiple', amount: number): NonNullable<PenaltyTerms['perHour']> {
  return basis === 'fixed' ? { basis, cents: amount } : { basis, multipleHundredths: amount };
}
