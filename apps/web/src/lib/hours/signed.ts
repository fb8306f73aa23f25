import type { Locale } from '@jonction/domain/shared/locale';
import { formatHours } from '@jonction/domain/shared/typography';

/** A change of hours with its sign; nothing where nothing changes. */
export function signedHours(centihours: number, locale: Locale): string {
  if (centihours === 0) return '';
  return (centihours > 0 ? '+' : '') + formatHours(centihours, locale);
}
