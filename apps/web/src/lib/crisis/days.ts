import type { Locale } from '@jonction/domain/shared/locale';
import { translate } from '@jonction/domain/shared/words';
import { crisisPageWords } from './words.ts';

/** The days of an emergency: to the day it was ended on, where it was. */
export function crisisDays(
  { fromDay, toDay, endedOn }: { fromDay: string; toDay: string | null; endedOn?: string | null },
  locale: Locale,
): string {
  const to = endedOn ?? toDay;
  return to === null
    ? translate(crisisPageWords, locale, 'crisis.from', { from: fromDay })
    : translate(crisisPageWords, locale, 'crisis.fromTo', { from: fromDay, to });
}
