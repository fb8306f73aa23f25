import { keyOfStems } from '@jonction/domain/reference/occupation-index';
import { foldText, titleStems } from '@jonction/domain/reference/title-words';
import type { OccupationTable } from '../../reference/occupations.ts';
import type { TitleToTry } from '../titles-tried.ts';

type Occupations = OccupationTable['occupations'];

/**
 * The titles of version 4 with the version 3 code they come from, without those that the tables of version 3 hold:
 * written alike (`unseen`), or of the same words after stemming too (`unseenWords`, a part of the former).
 */
export function titlesOfVersion4(occupations: Occupations): { unseen: TitleToTry[]; unseenWords: TitleToTry[] } {
  const known = occupations.flatMap(({ label, titles }) => [label, ...titles]);
  const texts = new Set(known.map(foldText));
  const words = new Set(known.map(wordsOf));
  const unseen = occupations.flatMap(({ code, newTitles = [] }) =>
    newTitles.filter((title) => !texts.has(foldText(title))).map((title) => ({ title, rome: code })),
  );
  return { unseen, unseenWords: unseen.filter(({ title }) => !words.has(wordsOf(title))) };
}

/** The tables as version 3 alone left them: what is asked may not be what was learned. */
export function withoutVersion4(occupations: Occupations): Occupations {
  return occupations.map(({ newTitles: _, ...occupation }) => occupation);
}

/** One official title in ten, and the tables without them. */
export function hideTitles(occupations: Occupations): { left: Occupations; hidden: TitleToTry[] } {
  const hidden: TitleToTry[] = [];
  let count = 0;
  const left = occupations.map((occupation) => ({
    ...occupation,
    titles: occupation.titles.filter((title) => {
      count += 1;
      if (count % 10 !== 0) return true;
      hidden.push({ title, rome: occupation.code });
      return false;
    }),
  }));
  const words = new Set(left.flatMap(({ label, titles }) => [label, ...titles]).map(wordsOf));
  return { left, hidden: hidden.filter(({ title }) => !words.has(wordsOf(title))) };
}

/** The titles of which a code is among the occupations. */
export function titlesWithin(occupations: Occupations, titles: readonly TitleToTry[]): TitleToTry[] {
  const codes = new Set(occupations.map(({ code }) => code));
  return titles.filter(({ rome }) => rome.split('|').some((code) => codes.has(code)));
}

function wordsOf(title: string): string {
  return keyOfStems(titleStems(title));
}
