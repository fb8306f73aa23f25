import { accepted, type Decision, refused } from '../shared/decision.ts';
import type { HeldOccupation } from './participant.ts';
import type { ProjectState } from './transport.ts';

/** Running projects of one person: more is no project any more (rule of the house). */
export const mostProjects = 6;

export interface KnownProject {
  id: string;
  code: string;
  state: ProjectState;
  main: boolean;
}

/** Refuses a trade that is looked for already, and one project too many. The first running one is the main one. */
export function stateProject(
  code: string,
  known: readonly KnownProject[],
  { main }: { main: boolean },
): Decision<{ main: boolean }, 'participant.project_twice' | 'participant.project_many'> {
  const running = known.filter(({ state }) => state === 'active');
  if (running.some((project) => project.code === code)) return refused('participant.project_twice');
  if (running.length >= mostProjects) return refused('participant.project_many');
  return accepted({ main: main || !running.some((project) => project.main) });
}

/** Refuses a change of what is not looked for any more: it stays as it ended. */
export function mayChangeProject(state: ProjectState): Decision<true, 'participant.project_over'> {
  return state === 'active' ? accepted(true) : refused('participant.project_over');
}

/**
 * Refuses to settle what stands so already, and to look again for a trade that another running project looks for. A project that ends
 * is the main one no more; which one is, somebody says. One looked for again is the main one where there is none.
 */
export function settleProject(
  project: KnownProject,
  state: ProjectState,
  known: readonly KnownProject[],
): Decision<
  { main: boolean },
  'participant.project_so_already' | 'participant.project_twice' | 'participant.project_many'
> {
  if (project.state === state) return refused('participant.project_so_already');
  if (state !== 'active') return accepted({ main: false });
  return stateProject(
    project.code,
    known.filter(({ id }) => id !== project.id),
    { main: false },
  );
}

/**
 * The occupations of a record once its running projects are looked for: each of them is there, the main one first, and what was held
 * keeps its months. This is what a ranking reads.
 */
export function withProjects(held: readonly HeldOccupation[], known: readonly KnownProject[]): HeldOccupation[] {
  const running = known.filter(({ state }) => state === 'active');
  const months = new Map(held.map(({ code, months: count }) => [code, count]));
  const main = running.find((project) => project.main)?.code;
  const codes = [
    ...(main === undefined ? [] : [main]),
    ...held.map(({ code }) => code),
    ...running.map(({ code }) => code),
  ];
  return [...new Set(codes)].map((code) => ({ code, months: months.get(code) ?? 0 }));
}

/**
 * The occupations once a project is given up: its trade leaves the record, unless she worked in it or a CV of hers is written for it.
 * One that was achieved stays: she has that trade now.
 */
export function afterSettling(
  held: readonly HeldOccupation[],
  project: KnownProject,
  { state, named }: { state: ProjectState; named: readonly string[] },
): HeldOccupation[] {
  if (state !== 'dropped') return [...held];
  return held.filter(({ code, months }) => code !== project.code || months > 0 || named.includes(code));
}

/** Where an occupation of a running project was taken out of the record: its place in the list of projects, or -1. */
export function projectTakenOut(
  occupations: readonly { code: string }[],
  known: readonly KnownProject[],
): KnownProject | null {
  const codes = new Set(occupations.map(({ code }) => code));
  return known.find(({ state, code }) => state === 'active' && !codes.has(code)) ?? null;
}
