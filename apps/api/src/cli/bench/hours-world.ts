import type { ContractFact } from '@jonction/domain/contract/event';
import type { HoursToJudge } from '@jonction/domain/hours/judge';
import type { ElsewhereLine, HourKind, HourLine, HourPayer } from '@jonction/domain/hours/line';
import type { PlacementFacts } from '@jonction/domain/hours/placement-facts';
import { dayFromNumber, dayNumber, daysInMonth } from '@jonction/domain/shared/day';
import { Draw } from './draw.ts';
import { benchStructure } from './fill-base.ts';

/** A hire of the bench with its year of lines. */
export interface BenchPlacement {
  facts: PlacementFacts & { contract: string; buyer: string };
  participant: string;
  employer: string;
  lot: string;
  lines: HourLine[];
  /** Lines of the same person on another clause. */
  elsewhere: ElsewhereLine[];
}

export interface HoursWorld {
  placements: BenchPlacement[];
  /** Events by contract. */
  contracts: Map<string, ContractFact[]>;
  people: number;
}

/** The year judged, and the day on which it is. */
export const worldYear = 2020;
export const worldKnownOn = '2021-01-31';

const linesEach = 12;
/** Of a year of France: people and contracts for each hire. */
const peopleEach = 60 / 75;
const contractsEach = 58 / 75;
const buyers = 200;
const absence = 1 / 8;

/** An id that tells what it names and which one; ids follow the order of what they name. */
export function benchId(of: 'b' | 'c' | 'd' | 'e' | 'f' | '1' | '2' | '3', index: number): string {
  return `00000000-0000-7000-8${of}00-${index.toString(16).padStart(12, '0')}`;
}

const absences: readonly { kind: HourKind; payer: HourPayer | null; evidence: string[] }[] = [
  { kind: 'sick_leave', payer: 'social_security', evidence: ['benefit_statement'] },
  { kind: 'sick_leave', payer: 'social_security', evidence: [] },
  { kind: 'childcare_leave', payer: 'social_security', evidence: ['benefit_statement'] },
  { kind: 'childcare_leave', payer: 'partial_activity', evidence: [] },
  { kind: 'partial_unemployment', payer: 'partial_activity', evidence: [] },
  { kind: 'paid_leave', payer: 'employer', evidence: [] },
  { kind: 'unpaid_absence', payer: null, evidence: [] },
];

/** A year of declared hours: one line a month and a hire, one of eight an absence, some sites halted in spring. */
export function makeHoursWorld(lines: number): HoursWorld {
  const draw = new Draw(20);
  const hires = Math.max(1, Math.round(lines / linesEach));
  const people = Math.max(1, Math.round(hires * peopleEach));
  const contracts = Math.max(1, Math.round(hires * contractsEach));
  const placements = Array.from({ length: hires }, (_, index) => placementOf(draw, index, people, contracts));
  for (const ofOne of Map.groupBy(placements, ({ participant }) => participant).values()) {
    for (const placement of ofOne) placement.elsewhere = ofOne.flatMap((other) => claimsFor(placement, other));
  }
  const events = Array.from({ length: contracts }, (_, index) => [benchId('c', index), eventsOf(draw)] as const);
  return { placements, contracts: new Map(events), people };
}

function placementOf(draw: Draw, index: number, people: number, contracts: number): BenchPlacement {
  const contract = index < contracts ? index : draw.one(contracts);
  const end = draw.next() < 0.3 ? `${worldYear}-11-15` : null;
  return {
    facts: {
      id: benchId('f', index),
      from: `${worldYear}-01-01`,
      to: end,
      structure: benchStructure,
      buyer: benchId('b', contract % buyers),
      contract: benchId('c', contract),
      clause: benchId('e', contract),
      territory: null,
      hourBasis: contract % 10 === 0 ? 'paid' : 'worked',
      eligibleFrom: `${worldYear}-01-01`,
      eligibleTo: draw.next() < 0.05 ? `${worldYear}-09-30` : `${worldYear + 1}-12-31`,
    },
    participant: benchId('1', index < people ? index : draw.one(people)),
    employer: benchId('2', draw.one(2_000)),
    lot: benchId('d', contract),
    lines: Array.from({ length: linesEach }, (_, month) => lineOf(draw, index * linesEach + month, month + 1)),
    elsewhere: [],
  };
}

function lineOf(draw: Draw, index: number, month: number): HourLine {
  const first = `${worldYear}-${String(month).padStart(2, '0')}-01`;
  const last = dayFromNumber(dayNumber(first) + daysInMonth(worldYear, month) - 1);
  const receivedOn = dayFromNumber(dayNumber(last) + 3 + draw.one(10));
  const id = benchId('3', index);
  if (draw.next() < absence) {
    const from = dayFromNumber(dayNumber(first) + draw.one(14));
    const to = dayFromNumber(dayNumber(from) + 2 + draw.one(12));
    const of = absences[draw.one(absences.length)] ?? { kind: 'unpaid_absence', payer: null, evidence: [] };
    return { id, from, to, centihours: 1_400 + draw.one(3_500), receivedOn, ...of };
  }
  const telework = month >= 3 && draw.next() < 0.2;
  return {
    ...{ id, from: first, to: last, centihours: 8_000 + draw.one(8_000), receivedOn, payer: 'employer' },
    kind: telework ? 'telework' : draw.next() < 0.05 ? 'training' : 'worked_on_site',
    evidence: telework && draw.next() < 0.7 ? ['employer_attestation'] : [],
  };
}

function claimsFor(placement: BenchPlacement, other: BenchPlacement): ElsewhereLine[] {
  const { clause } = other.facts;
  if (clause === placement.facts.clause) return [];
  return other.lines.map(({ from, to, kind, centihours, receivedOn }) => ({
    ...{ clause, from, to, kind, centihours, receivedOn },
  }));
}

function eventsOf(draw: Draw): ContractFact[] {
  const begun: ContractFact[] = [
    { type: 'notify', on: `${worldYear - 1}-11-04`, recordedOn: `${worldYear - 1}-11-06` },
    { type: 'start', on: `${worldYear - 1}-12-02`, recordedOn: `${worldYear - 1}-12-02` },
  ];
  if (draw.next() >= 0.3) return begun;
  return [
    ...begun,
    { type: 'stop', on: `${worldYear}-03-17`, recordedOn: `${worldYear}-04-10` },
    { type: 'resume', on: `${worldYear}-05-${11 + draw.one(15)}`, recordedOn: `${worldYear}-06-02` },
  ];
}

/** What judging a hire is given, in memory. */
export function toJudge(world: HoursWorld, placement: BenchPlacement): HoursToJudge {
  const { facts, lines, elsewhere } = placement;
  return {
    placement: facts,
    lines,
    elsewhere,
    contractEvents: world.contracts.get(facts.contract) ?? [],
    knownOn: worldKnownOn,
  };
}
