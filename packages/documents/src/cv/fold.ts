/**
 * Lower case without accents, one character for one: positions in the folded text are positions in the text.
 * Takes NFC text.
 */
export function fold(text: string): string {
  let folded = '';
  for (const unit of text) {
    const plain = unit.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    folded += plain.length === unit.length ? plain : plain.slice(0, unit.length).padEnd(unit.length, ' ');
  }
  return folded.replace(/[’‘`´]/g, "'").replace(/[–—−→]/g, '-');
}
