/** Letters and digits only, without case or accents: what two spellings of a word have in common. */
export function foldedText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/œ/gi, 'oe')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
