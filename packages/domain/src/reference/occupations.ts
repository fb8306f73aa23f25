import type { Occupation } from './occupation.ts';
import { administration } from './occupations/administration.ts';
import { care } from './occupations/care.ts';
import { cleaning } from './occupations/cleaning.ts';
import { finishingWorks } from './occupations/finishing-works.ts';
import { greenSpaces } from './occupations/green-spaces.ts';
import { hospitality } from './occupations/hospitality.ts';
import { logistics } from './occupations/logistics.ts';
import { maintenance } from './occupations/maintenance.ts';
import { security } from './occupations/security.ts';
import { structuralWorks } from './occupations/structural-works.ts';

/** What the product knows before anybody loads the national repertory: enough to recommend, make an offer and match. */
export const occupations: readonly Occupation[] = [
  ...structuralWorks,
  ...finishingWorks,
  ...maintenance,
  ...cleaning,
  ...greenSpaces,
  ...hospitality,
  ...security,
  ...logistics,
  ...care,
  ...administration,
];

const occupationOfCode = new Map(occupations.map((occupation) => [occupation.code, occupation]));

/** The occupation of a ROME v3 code, or null where our table has none. */
export function occupationOf(code: string): Occupation | null {
  return occupationOfCode.get(code) ?? null;
}

/** Close and next occupations as the ranking reads them, for a structure that has not loaded the national repertory. */
export const ownProximity: Readonly<Record<string, { close: readonly string[]; next: readonly string[] }>> =
  Object.fromEntries(occupations.map(({ code, close, next }) => [code, { close, next }]));
