import { ageBandOf } from '../matching/fairness.ts';
import type { Sex } from '../participant/status.ts';
import type { ExecutionMode, WindowKind } from '../placement/placement.ts';
import type { Day } from '../shared/day.ts';

/**
 * The national consolidation of a calendar year, as the network collects it: hours, full-time equivalents, people, work contracts,
 * companies, buyers and contracts (AVE, figures of 2021), with hours by modality and people by sex and age (regional observatory).
 * One row per person, contract and year; one row per contract. Nobody is named.
 */

/** What a hire did in the year, in hundredths of an hour. */
export interface HireYear {
  placementId: string;
  participantId: string;
  /** Our number of the person: what the network tells her apart by. */
  participantNumber: number;
  sex: Sex | null;
  birthDate: Day | null;
  contractId: string;
  employerId: string;
  /** What the employer is besides an ordinary company: EI, ETTI, GEIQ...; null for a company. */
  employerSubkind: string | null;
  buyerId: string;
  mode: ExecutionMode;
  kind: WindowKind;
  startsOn: Day;
  endsOn: Day | null;
  /** The first day of her first hire on a clause of the team, in any year. */
  firstHiredOn: Day;
  declared: number;
  validated: number;
  /** Part of the validated hours that was credited, not worked. */
  exceptional: number;
}

/** One person on one contract over the year: her hires there, added up. */
export interface PersonYear {
  hires: HireYear[];
  startsOn: Day;
  endsOn: Day | null;
  declared: number;
  validated: number;
  exceptional: number;
}

/** A person on a contract, in the order of the first row of each. */
export function byPersonAndContract(hires: readonly HireYear[]): PersonYear[] {
  const grouped = Map.groupBy(hires, ({ participantId, contractId }) => `${participantId} ${contractId}`);
  return [...grouped.values()].map((own) => {
    const open = own.some(({ endsOn }) => endsOn === null);
    return {
      hires: own,
      startsOn: own.reduce((first, { startsOn }) => (startsOn < first ? startsOn : first), own[0]?.startsOn ?? ''),
      endsOn: open ? null : own.reduce((last, { endsOn }) => ((endsOn ?? '') > last ? (endsOn ?? '') : last), ''),
      ...sumOf(own),
    };
  });
}

interface Sums {
  declared: number;
  validated: number;
  exceptional: number;
}

function sumOf(hires: readonly Sums[]): Sums {
  const sum = { declared: 0, validated: 0, exceptional: 0 };
  for (const { declared, validated, exceptional } of hires) {
    sum.declared += declared;
    sum.validated += validated;
    sum.exceptional += exceptional;
  }
  return sum;
}

export interface Consolidated extends Sums {
  people: number;
  /** Of the people, those whose first hire on a clause of the team began in the year. */
  newPeople: number;
  hires: number;
  employers: number;
  /** Of the employers, those that employ people in insertion or adapted work. */
  insertionEmployers: number;
  buyers: number;
  contracts: number;
}

/**
 * The totals of a year. People, hires, companies, buyers and contracts are those with a validated hour in the year: an hour that
 * only waits makes nobody counted yet (rule of the house).
 */
export function consolidate(hires: readonly HireYear[], year: number): Consolidated {
  const counted = hires.filter(({ validated }) => validated > 0);
  const distinct = (of: (hire: HireYear) => string) => new Set(counted.map(of)).size;
  const begun = counted.filter(({ firstHiredOn }) => firstHiredOn.startsWith(`${year}-`));
  const insertion = counted.filter(({ employerSubkind }) => employerSubkind !== null);
  return {
    ...sumOf(hires),
    people: distinct(({ participantId }) => participantId),
    newPeople: new Set(begun.map(({ participantId }) => participantId)).size,
    hires: counted.length,
    employers: distinct(({ employerId }) => employerId),
    insertionEmployers: new Set(insertion.map(({ employerId }) => employerId)).size,
    buyers: distinct(({ buyerId }) => buyerId),
    contracts: distinct(({ contractId }) => contractId),
  };
}

export const consolidationCuts = ['mode', 'kind', 'sex', 'age', 'employer'] as const;
export type ConsolidationCut = (typeof consolidationCuts)[number];

const codeOf: Readonly<Record<ConsolidationCut, (hire: HireYear) => string>> = {
  mode: ({ mode }) => mode,
  kind: ({ kind }) => kind,
  sex: ({ sex }) => sex ?? 'unsaid',
  age: ({ birthDate, startsOn }) => ageBandOf(birthDate, startsOn),
  employer: ({ employerSubkind }) => employerSubkind ?? 'company',
};

export interface CutRow {
  code: string;
  validated: number;
  people: number;
}

/** Validated hours and people by a cut, the most hours first. Hours add up to the total; a person may be in two rows. */
export function cutBy(cut: ConsolidationCut, hires: readonly HireYear[]): CutRow[] {
  const grouped = Map.groupBy(
    hires.filter(({ validated }) => validated > 0),
    codeOf[cut],
  );
  return [...grouped]
    .map(([code, own]) => ({
      code,
      validated: sumOf(own).validated,
      people: new Set(own.map(({ participantId }) => participantId)).size,
    }))
    .sort((one, other) => other.validated - one.validated || (one.code < other.code ? -1 : 1));
}
