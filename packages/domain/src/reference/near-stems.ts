import { type OccupationIndex, trigramsOf } from './occupation-index.ts';
import { phoneticKey } from './phonetic-key.ts';

export interface NearStem {
  stem: string;
  /** 1: the same word; lower: a slip of the keyboard, or a word of the same family. */
  likeness: number;
}

const kept = 12;

/**
 * The words of the index that a typed word may stand for: itself, words of its family ("maçonnerie" for
 * "maçon"), and, when the index does not know it, words a few letters away ("netoyage").
 * Rule of the house: one slip under 6 letters, two under 9, three above.
 */
export function nearStems(index: OccupationIndex, stem: string): readonly NearStem[] {
  const known = remembered.get(index) ?? new Map<string, readonly NearStem[]>();
  remembered.set(index, known);
  const before = known.get(stem);
  if (before) return before;
  const near = findNearStems(index, stem);
  // A bound, since what people type never ends.
  if (known.size >= mostRemembered) known.clear();
  known.set(stem, near);
  return near;
}

/** The words of titles come back again and again: comparing letters is the slow part of a search. */
const remembered = new WeakMap<OccupationIndex, Map<string, readonly NearStem[]>>();
const mostRemembered = 20_000;

function findNearStems(index: OccupationIndex, stem: string): NearStem[] {
  const known = index.titlesOfStem.has(stem);
  const near: NearStem[] = known || index.inSkills.usersOfStem.has(stem) ? [{ stem, likeness: 1 }] : [];
  if (stem.length < 4) return near;
  const unglued = known ? null : withoutArticle(index, stem);
  if (unglued !== null) near.push({ stem: unglued, likeness: gluedLikeness });
  const sounds = new Set(known ? [] : index.stemsOfSound.get(phoneticKey(stem)));
  for (const candidate of new Set([...candidates(index, stem), ...sounds])) {
    if (candidate === stem || candidate === unglued) continue;
    const family = familyLikeness(stem, candidate);
    const unknown = known
      ? 0
      : Math.max(
          slipLikeness(stem, candidate),
          shorthandLikeness(stem, candidate),
          sounds.has(candidate) ? soundLikeness : 0,
        );
    if (family > 0 || unknown > 0) near.push({ stem: candidate, likeness: Math.max(family, unknown) });
  }
  near.sort((a, b) => b.likeness - a.likeness || (a.stem < b.stem ? -1 : 1));
  // Of an unknown word, what is clearly less like it than the likest was not meant.
  const least = known ? 0 : (near[0]?.likeness ?? 0) - clearlyLess;
  return near.filter(({ likeness }) => likeness >= least).slice(0, kept);
}

const clearlyLess = 0.2;
const gluedLikeness = 0.95;
const soundLikeness = 0.9;

/** "dentretien", "lhotel": an article without its apostrophe. */
function withoutArticle(index: OccupationIndex, stem: string): string | null {
  if (!/^[dl][aeiouyh]/.test(stem) || stem.length < 6) return null;
  return index.titlesOfStem.has(stem.slice(1)) ? stem.slice(1) : null;
}

/** "kine", "clim", "tram": the beginning of a long word, said for the whole. */
function shorthandLikeness(stem: string, candidate: string): number {
  if (!candidate.startsWith(stem)) return 0;
  return Math.max(0.5, 0.8 - 0.03 * (candidate.length - stem.length));
}

/** Stems that share at least a third of the trigrams: the only ones worth a letter by letter comparison. */
function candidates(index: OccupationIndex, stem: string): string[] {
  const trigrams = trigramsOf(stem);
  const shared = new Map<string, number>();
  for (const trigram of trigrams) {
    for (const candidate of index.stemsOfTrigram.get(trigram) ?? []) {
      shared.set(candidate, (shared.get(candidate) ?? 0) + 1);
    }
  }
  const needed = Math.max(1, Math.floor(trigrams.size / 3) - 1);
  return [...shared].filter(([, count]) => count >= needed).map(([candidate]) => candidate);
}

/** The same beginning and another ending, or the short form of a truncated word ("exploit"). */
function familyLikeness(a: string, b: string): number {
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  const longest = Math.max(a.length, b.length);
  if (common < 5 && !(common === 4 && longest <= 6)) return 0;
  const left = longest - common;
  if (left > 6) return 0;
  return common === Math.min(a.length, b.length) ? 0.8 - left * 0.04 : left <= 4 && common >= 5 ? 0.7 - left * 0.05 : 0;
}

function slipLikeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  const allowed = longest < 6 ? 1 : longest < 9 ? 2 : 3;
  if (Math.abs(a.length - b.length) > allowed) return 0;
  const slips = editDistance(a, b, allowed);
  return slips > allowed ? 0 : 0.95 - (slips / longest) * 1.6;
}

/** Letters added, lost, changed, or swapped with their neighbour; gives up above `most`. */
export function editDistance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let value = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        value = Math.min(value, at(before, column - 2) + 1);
      }
      current.push(value);
      best = Math.min(best, value);
    }
    if (best > most) return most + 1;
    before = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
