/**
 * The occupations by the pieces of four letters in their titles: what still speaks when a word is misspelt, glued to
 * another, or a compound that no title holds ("hydrocureur"). Cosine of weighted counts, 0..1.
 */
export interface LetterProfile {
  occupationsOfPiece: ReadonlyMap<string, readonly { occupation: number; weight: number }[]>;
  lengths: Float64Array;
}

export function buildLetterProfile(textsOfOccupation: readonly (readonly (readonly string[])[])[]): LetterProfile {
  const piecesOfStem = new Map<string, readonly string[]>();
  const counts = textsOfOccupation.map((texts) => {
    const pieces = new Map<string, number>();
    // An occupation of many titles is no nearer to everything.
    const share = 1 / Math.sqrt(Math.max(1, texts.length));
    for (const [stem, times] of countStems(texts)) {
      const cut = piecesOfStem.get(stem) ?? [...piecesOf([stem])];
      piecesOfStem.set(stem, cut);
      for (const piece of cut) pieces.set(piece, (pieces.get(piece) ?? 0) + share * times);
    }
    return pieces;
  });
  const users = new Map<string, number>();
  for (const pieces of counts) for (const piece of pieces.keys()) users.set(piece, (users.get(piece) ?? 0) + 1);
  const occupationsOfPiece = new Map<string, { occupation: number; weight: number }[]>();
  const lengths = new Float64Array(counts.length);
  for (const [occupation, pieces] of counts.entries()) {
    let squares = 0;
    for (const [piece, count] of pieces) {
      const weight = (1 + Math.log1p(count)) * rarity(counts.length, users.get(piece) ?? 1);
      squares += weight * weight;
      const others = occupationsOfPiece.get(piece);
      if (others) others.push({ occupation, weight });
      else occupationsOfPiece.set(piece, [{ occupation, weight }]);
    }
    lengths[occupation] = Math.sqrt(squares);
  }
  return { occupationsOfPiece, lengths };
}

/** How near the letters of some words are to each occupation's titles, by position. */
export function letterLikeness(profile: LetterProfile, stems: readonly string[]): Float64Array {
  const total = profile.lengths.length;
  const likeness = new Float64Array(total);
  let squares = 0;
  const counts = new Map<string, number>();
  for (const piece of piecesOf(stems)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  for (const [piece, count] of counts) {
    const users = profile.occupationsOfPiece.get(piece) ?? [];
    const weight = (1 + Math.log1p(count)) * rarity(total, Math.max(1, users.length));
    squares += weight * weight;
    for (const user of users) likeness[user.occupation] = (likeness[user.occupation] ?? 0) + weight * user.weight;
  }
  const sought = Math.sqrt(squares);
  return likeness.map((sum, position) => (sum === 0 ? 0 : sum / (sought * (profile.lengths[position] ?? 1))));
}

function rarity(occupations: number, users: number): number {
  return Math.log(1 + occupations / users);
}

function countStems(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const stems of texts) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

const pieceLength = 4;

function* piecesOf(stems: readonly string[]): Generator<string> {
  for (const stem of stems) {
    const word = `^${stem}$`;
    for (let start = 0; start + pieceLength <= word.length; start++) yield word.slice(start, start + pieceLength);
  }
}
