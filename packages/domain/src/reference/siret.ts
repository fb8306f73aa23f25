import { z } from 'zod';

/** Kinds of identifier that the essential data of public contracts give a firm (DECP, `typeIdentifiant`). */
export const identifierKinds = ['SIRET', 'TVA', 'TAHITI', 'RIDET', 'FRWF', 'IREP', 'HORS-UE'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** La Poste has more establishments than Luhn keys: its numbers satisfy another sum (INSEE, Sirene documentation). */
const laPosteSiren = '356000000';
const noSiren = '000000000';

/** Fourteen digits whose key is right. */
export function isSiret(text: string): boolean {
  // Nine zeros satisfy the key and are what an empty cell of a spreadsheet becomes: no firm has them.
  if (!/^\d{14}$/.test(text) || text.startsWith(noSiren)) return false;
  if (hasLuhnKey(text)) return true;
  return text.startsWith(laPosteSiren) && digitsOf(text).reduce((sum, digit) => sum + digit, 0) % 5 === 0;
}

/** Nine digits whose key is right. */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && text !== noSiren && hasLuhnKey(text);
}

/** Every second digit from the right is doubled, and the digits of the products add up to a multiple of ten. */
export function hasLuhnKey(digits: string): boolean {
  const sum = digitsOf(digits)
    .reverse()
    .reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0);
  return sum % 10 === 0;
}

/** A number as people type it, without spaces, dots, dashes or the apostrophe that a spreadsheet adds. */
export function compactIdentifier(text: string): string {
  return text.replace(/[\s.\u00a0\u202f'’_-]/g, '').toUpperCase();
}

/** The first nine digits of a SIRET: the firm, whatever the establishment. */
export function sirenOf(siret: string): string {
  return siret.slice(0, 9);
}

/** The French VAT number of a firm: key (12 + 3 x (SIREN mod 97)) mod 97, then the SIREN (CGI ann. II, art. 242 nonies A). */
export function frenchVatOf(siren: string): string {
  return `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')}${siren}`;
}

/**
 * Whether an identifier, compacted, can be one of its kind. SIRET and French VAT numbers have keys and are checked;
 * the others have a shape only. `HORS-UE` is a country and a name: anything written is accepted.
 */
export function isIdentifier(kind: IdentifierKind, text: string): boolean {
  switch (kind) {
    case 'SIRET':
      return isSiret(text);
    case 'TVA':
      return isVatNumber(text);
    // Polynésie: six characters, with or without the three of the establishment.
    case 'TAHITI':
      return /^[A-Z0-9]\d{5}(?:\d{3})?$/.test(text);
    // Nouvelle-Calédonie: RID of six or seven digits, with or without the three of the establishment.
    case 'RIDET':
      return /^\d{6,7}(?:\d{3})?$/.test(text);
    case 'FRWF':
    case 'IREP':
      return /^[A-Z0-9]{3,18}$/.test(text);
    case 'HORS-UE':
      return text.length > 0;
  }
}

function isVatNumber(text: string): boolean {
  if (!text.startsWith('FR')) return /^[A-Z]{2}[A-Z0-9]{2,13}$/.test(text);
  // Keys with a letter exist for some non-resident firms, and have no formula here.
  if (!/^FR\d{11}$/.test(text)) return /^FR[A-HJ-NP-Z0-9]{2}\d{9}$/.test(text);
  return text === frenchVatOf(text.slice(4));
}

function digitsOf(digits: string): number[] {
  return [...digits].map(Number);
}

export const siretSchema = z
  .string()
  .transform(compactIdentifier)
  .refine(isSiret, { error: 'reference.siret_invalid' });
