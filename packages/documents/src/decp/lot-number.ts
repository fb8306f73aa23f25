/**
 * The lot that an object names, or null: "Lot 7 : Menuiseries", "LOT N°3", "lot06a", "Lot No 1", "Lot A -". Leading zeros
 * dropped, letters in capitals: `7`, `3`, `6A`, `1`, `A`. Buyers' platforms add ": Lot 7 : ..." after the title, so
 * the first lot after a colon wins over one that the title mentions. "(7 lots)" and "Lot-et-Garonne" name no lot;
 * neither does "lots 3 et 8", which tells what was called for and not which of them this is.
 * Rule of the house: DECP has no field for the lot.
 */
export function lotNumberOf(object: string): string | null {
  if (!/lot/i.test(object)) return null;
  let first: string | null = null;
  for (const match of object.matchAll(lotPattern)) {
    const after = object.slice(match.index + match[0].length);
    if ((/lots/i.test(match[0]) ? severalAfterLots : severalAfterLot).test(after)) continue;
    const number = (match[1] ?? match[2] ?? '')
      .replace(/\s/g, '')
      .replace(/^0+(?=\d)/, '')
      .toUpperCase();
    if (/:\s*$/.test(object.slice(0, match.index))) return number;
    first ??= number;
  }
  return first;
}

const lotPattern = new RegExp(
  // Not within a word (îlot); then "n°", "no", "numéro" or nothing; then a number, or one capital set apart.
  String.raw`(?<![\p{L}\p{N}])[Ll][Oo][Tt][Ss]?\s*(?:[Nn](?:[°ºo]|um[ée]ro)s?\.?\s*)?:?\s*` +
    String.raw`(?:(\d{1,3}(?:\.\d{1,2})?(?:\s?bis|\s?ter|[A-Za-z])?)(?![\p{L}\p{N}])` +
    String.raw`|(?<=[\s°º])([A-Z])(?=\s*(?:[:\-–—).]|$)))`,
  'gu',
);

const severalAfterLots = /^\s*(?:,|\+|&|\/|à|et)\s*(?:n°\s*)?\d/i;
const severalAfterLot = /^\s*(?:\+|&|\/|à|et)\s*(?:n°\s*)?(?:\d+|[A-Z])\b/;
