import { compactIdentifier, isSiret } from '@jonction/domain/reference/siret';

/** A contract as people name it in a sheet: our number, or the buyer's SIRET and the buyer's reference. */
export type ContractReference = { number: string } | { buyer: string; reference: string };

/** `21990001600011/2024-017` or a number of ours. Null: what stands before the slash is digits and no SIRET. */
export function contractReference(text: string): ContractReference | null {
  const parts = /^\s*([\d\s.\u00a0]{11,})\s*\/\s*(\S.*)$/.exec(text);
  if (!parts) return { number: text };
  const buyer = compactIdentifier(parts[1] ?? '').padStart(14, '0');
  return isSiret(buyer) ? { buyer, reference: parts[2] ?? '' } : null;
}

/** The number of a lot without the word: `Lot n° 02` is `2`, as in what the published contracts give. */
export function lotReference(text: string): string {
  const bare = text.replace(/^lots?\b/i, '').replace(/^\s*n(°|o\b)/i, '');
  return bare
    .trim()
    .replace(/^0+(?=\d)/, '')
    .toUpperCase();
}
