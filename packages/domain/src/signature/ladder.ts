import { addDays, type Day } from '../shared/day.ts';

/** Days after it was asked on which somebody who has not answered hears of it again, and days before its end (rules of the house). */
const askedRungs = [3, 7, 14] as const;
const endRungs = [2] as const;

/**
 * Whether a letter is due to somebody who has not answered: a day of the ladder came since the last one. A morning on which nothing
 * ran is caught up by one letter.
 */
export function signatureLetterDue(
  { askedOn, expiresOn, lastLetterOn }: { askedOn: Day; expiresOn: Day; lastLetterOn: Day | null },
  today: Day,
): boolean {
  if (today > expiresOn) return false;
  const days = [
    askedOn,
    ...askedRungs.map((count) => addDays(askedOn, count)),
    ...endRungs.map((count) => addDays(expiresOn, -count)),
  ];
  return days.some((day) => day >= askedOn && day <= today && (lastLetterOn === null || day > lastLetterOn));
}
