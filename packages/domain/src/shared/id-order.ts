/**
 * Ids compare by Unicode code point, as PostgreSQL does under the `C` collation. JavaScript's `<` compares UTF-16
 * units, which puts an emoji (U+1F600) before U+FF5E: the two would elect different winners.
 */
export function compareIds(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above U+FFFF: they go after every other unit. */
function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
