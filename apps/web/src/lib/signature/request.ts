import type { Locale } from '@jonction/domain/shared/locale';
import { formatNumber } from '@jonction/domain/shared/typography';
import type { SignatureState } from '@jonction/domain/signature/states';
import type { State } from '@jonction/ui/state';

/** A transfer or an issued paper that the product gives to sign: what it is called, and who is proposed to sign it. */
export interface SigningSubject {
  field: 'transferId' | 'documentId';
  id: string;
  title: string;
  people: readonly { name: string; quality: string | null; address: string }[];
}

/** One line of a list of documents to sign, as the API gives it. */
export interface RequestRow {
  id: string;
  title: string;
  employerName: string | null;
  askedByName: string | null;
  askedOn: string;
  expiresOn: string;
  state: SignatureState;
  people: number;
  signed: number;
}

/** The mark of each state: the same shapes as everywhere. */
export const signatureMark: Readonly<Record<SignatureState, State>> = {
  open: 'waiting',
  complete: 'validated',
  refused: 'rejected',
  withdrawn: 'unknown',
  expired: 'rejected',
};

/** "842 Ko", "1,2 Mo". */
export function sizeOf(bytes: number, locale: Locale): string {
  const [kilo, mega] = locale === 'fr' ? ['Ko', 'Mo'] : ['kB', 'MB'];
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1000)), locale)}\u202f${kilo}`;
  return `${formatNumber(Math.round(bytes / 100_000) / 10, locale)}\u202f${mega}`;
}
