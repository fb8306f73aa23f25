import { compactIdentifier, isSiret } from '@jonction/domain/reference/siret';

/** A number cell drops the zeros in front: those of the first departments are one to three. */
const fewestDigits = 11;

/**
 * The SIRET in a text, spaces and dots left out, with the zeros that a number cell drops where the key is then right. A
 * SIREN is none: zeros in front do not change its key, so it would pass for the establishment of another body.
 */
export function siretWritten(text: string): string | null {
  const digits = compactIdentifier(text);
  const siret = digits.padStart(14, '0');
  return digits.length >= fewestDigits && isSiret(siret) ? siret : null;
}
