/** How many slips a word of so many letters may have: none below four, one below eight, then two. Rule of the house. */
export function slipsAllowed(word: string): number {
  if (word.length < 4 || /\d/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * The fewest slips from `typed` to `word`: a letter too many, missing, other, or two neighbours swapped. `unfinished`: to
 * the nearest beginning of `word`. Optimal string alignment, after Damerau (1964).
 */
export function slipsBetween(typed: string, word: string, unfinished: boolean): number {
  let before: number[] = [];
  let above = Array.from({ length: word.length + 1 }, (_, index) => index);
  for (let row = 1; row <= typed.length; row++) {
    const current = [row];
    for (let column = 1; column <= word.length; column++) {
      const same = typed[row - 1] === word[column - 1];
      let fewest = Math.min(at(above, column) + 1, at(current, column - 1) + 1, at(above, column - 1) + (same ? 0 : 1));
      const swapped =
        row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      if (swapped) fewest = Math.min(fewest, at(before, column - 2) + 1);
      current.push(fewest);
    }
    before = above;
    above = current;
  }
  return unfinished ? Math.min(...above) : at(above, word.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
