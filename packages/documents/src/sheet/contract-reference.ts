import { siretWritten } from './siret-written.ts';

/** A contract as people name it in a sheet: our number, or the buyer's SIRET and the buyer's reference. */
export type ContractReference = { number: string } | { buyer: string; reference: string };

/** `21990001600011/2024-017` or a number of ours. Null: what stands before the slash is digits and no SIRET. */
export function contractReference(text: string): ContractReference | null {
  const parts = /^\s*([\d\s.\u00a0]{11,})\s*\/\s*(\S.*)$/.exec(text);
  if (!parts) return { number: text };
  const buyer = siretWritten(parts[1] ?? '');
  return buyer === null ? null : { buyer, reference: parts[2] ?? '' };
}

/** The number of a lot without the word: `Lot n° 02` is `2`, `1 bis` is `1BIS`, as in what the published contracts give. */
export function lotReference(text: string): string {
  const bare = text
    .trim()
    .normalize('NFC')
    .replace(/^lots?(?![\p{L}])/iu, '')
    .replace(/^\s*(?:num[ée]ro|n(?:[°º]|o(?!\p{L})))/iu, '');
  return bare
    .trim()
    .replace(/^0+(?=\d)/, '')
    .replace(/^(\d+)\s+(?=(?:bis|ter|[a-z])$)/i, '$1')
    .toUpperCase();
}
