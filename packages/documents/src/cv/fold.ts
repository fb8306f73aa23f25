/**
 * Lower case without accents, one character for one: positions in the folded text are positions in the text.
 * Takes NFC text.
 */
export function fold(text: string): string {
  return text
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    .replace(notAscii, foldedUnit)
    .replace(/[’‘`´]/g, "'")
    .replace(/[–—−→]/g, '-');
}

// Most letters of a CV are plain: only the others are taken apart.
const notAscii = /[\u0080-\u{10ffff}]/gu;

function foldedUnit(unit: string): string {
  const plain = unit.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.length === unit.length ? plain : plain.slice(0, unit.length).padEnd(unit.length, ' ');
}
