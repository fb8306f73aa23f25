import { accepted, type Decision, refused } from '../shared/decision.ts';
import { byStanding, type ChoosableCv } from './choose.ts';
import type { CvContent } from './content.ts';

/** A CV that may be shown: confirmed, neither replaced nor withdrawn. `main`: the occupation it is written for. */
export interface LiveCv extends ChoosableCv {
  main: string | null;
}

/**
 * What confirming a CV does to the others: the one for the same occupation gives way, the rest stay. A CV confirmed for the first
 * time becomes the current one; a correction moves nothing. Rule of the house: one CV an occupation, one current.
 */
export function afterConfirming(
  confirmed: { id: string; main: string | null; first: boolean },
  live: readonly LiveCv[],
): { replaced: string[]; current: string } {
  const others = live.filter(({ id }) => id !== confirmed.id);
  const replaced = others.filter(({ main }) => main === confirmed.main);
  const left = others.filter(({ main }) => main !== confirmed.main).find(({ current }) => current);
  return {
    replaced: replaced.map(({ id }) => id),
    current: confirmed.first || left === undefined ? confirmed.id : left.id,
  };
}

/** The CV that is current once one of them is withdrawn: it stays, or the last confirmed of the others takes its place. */
export function afterWithdrawing(
  id: string,
  live: readonly LiveCv[],
): Decision<{ current: string | null }, 'cv.not_live'> {
  if (!live.some((cv) => cv.id === id)) return refused('cv.not_live');
  const [next] = live.filter((cv) => cv.id !== id).toSorted(byStanding);
  return accepted({ current: next?.id ?? null });
}

/** Only a CV that may be shown can be the first to be shown. */
export function mayBeCurrent(id: string, live: readonly LiveCv[]): Decision<string, 'cv.not_live'> {
  return live.some((cv) => cv.id === id) ? accepted(id) : refused('cv.not_live');
}

/**
 * What a person can do, from all her CVs: occupations and skills add up, those of the CV just confirmed first, the longest time of
 * each occupation counts. Licences and languages are hers, whatever the occupation: the last confirmation says them.
 */
export function heldAfter(
  confirmed: CvContent,
  others: readonly CvContent[],
): Pick<CvContent, 'occupations' | 'skills' | 'licences' | 'languages'> {
  const months = new Map<string, number>();
  const skills = new Map<string, string>();
  for (const content of [confirmed, ...others]) {
    for (const held of content.occupations) months.set(held.code, Math.max(held.months, months.get(held.code) ?? 0));
    for (const held of content.skills) if (!skills.has(held.skill)) skills.set(held.skill, held.label);
  }
  return {
    occupations: [...months].map(([code, held]) => ({ code, months: held })),
    skills: [...skills].map(([skill, label]) => ({ skill, label })),
    licences: confirmed.licences,
    languages: confirmed.languages,
  };
}

/** What the review of a CV offers of the record: that which no other CV of hers already keeps there. */
export function notKeptBy<Held extends Pick<CvContent, 'occupations' | 'skills'>>(
  others: readonly CvContent[],
  held: Held,
): Held {
  const codes = new Set(others.flatMap(({ occupations }) => occupations.map(({ code }) => code)));
  const skills = new Set(others.flatMap((content) => content.skills.map(({ skill }) => skill)));
  return {
    ...held,
    occupations: held.occupations.filter(({ code }) => !codes.has(code)),
    skills: held.skills.filter(({ skill }) => !skills.has(skill)),
  };
}
