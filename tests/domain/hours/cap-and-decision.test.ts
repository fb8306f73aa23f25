import type { HoursDecision } from '@jonction/domain/hours/decision';
import type { HourLine } from '@jonction/domain/hours/line';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter, dealtOut, weekdayOf } from './calendar.ts';
import { judge, outcomeOf, placement, policy, rule } from './placed.ts';

const openPlacement = { ...placement, from: null, to: null, eligibleFrom: null, eligibleTo: null };
const knownOn = '2060-01-01';

function capped(creditedCapPerWeek: number) {
  return policy({
    validFrom: null,
    publishedOn: '1990-01-01',
    rules: [
      rule({ id: 'credit', kinds: ['sick_leave'], outcome: 'discretion', evidence: ['slip'], creditedCapPerWeek }),
    ],
  });
}

type Ends = Record<'accepted' | 'refused' | 'undecided' | 'unproven' | 'over', number>;

/**
 * The hours of one capped rule, a hundredth at a time: each takes its place in the week, then its paper, then its decision.
 * Days first, then lines.
 */
function handSorted(lines: readonly HourLine[], cap: number, decisions: readonly HoursDecision[]): Ends[] {
  const laid = lines.map((line) => dealtOut(line));
  const ends = lines.map((): Ends => ({ accepted: 0, refused: 0, undecided: 0, unproven: 0, over: 0 }));
  const usedInWeek = new Map<string, number>();
  const acceptedOfLine = lines.map(() => 0);
  const days = [...new Set(laid.flatMap((shares) => [...shares.keys()]))].sort();
  for (const day of days) {
    const monday = dayAfter(day, 1 - weekdayOf(day));
    for (const [place, line] of lines.entries()) {
      const end = ends[place];
      const own = decisions.filter((one) => 'line' in one && one.line === line.id);
      const last = own.reduce<HoursDecision | null>((best, one) => (best && best.on > one.on ? best : one), null);
      for (let left = laid[place]?.get(day) ?? 0; left > 0 && end; left--) {
        const used = usedInWeek.get(monday) ?? 0;
        if (used >= cap) {
          end.over += 1;
          continue;
        }
        usedInWeek.set(monday, used + 1);
        const sofar = acceptedOfLine[place] ?? 0;
        const most = last && 'line' in last ? (last.centihours ?? Number.POSITIVE_INFINITY) : 0;
        if (!line.evidence?.includes('slip')) end.unproven += 1;
        else if (!last) end.undecided += 1;
        else if (last.accept && sofar < most) {
          end.accepted += 1;
          acceptedOfLine[place] = sofar + 1;
        } else end.refused += 1;
      }
    }
  }
  return ends;
}

function judgedEnds(lines: readonly HourLine[], cap: number, decisions: readonly HoursDecision[]): Ends[] {
  const { portions } = judge({ placement: openPlacement, policies: [capped(cap)], lines, decisions, knownOn });
  const sum = (id: string, status: string, reason: string) =>
    portions
      .filter((portion) => portion.line === id && portion.status === status && portion.reason === reason)
      .reduce((total, { centihours }) => total + centihours, 0);
  return lines.map(({ id }) => ({
    accepted: sum(id, 'validated', 'decided'),
    refused: sum(id, 'rejected', 'decided'),
    undecided: sum(id, 'pending', 'decision-needed'),
    unproven: sum(id, 'pending', 'evidence-missing'),
    over: sum(id, 'rejected', 'over-cap'),
  }));
}

const linesArbitrary: fc.Arbitrary<HourLine[]> = fc
  .tuple(
    fc.integer({ min: 1996, max: 2050 }),
    fc.constantFrom('-02-24', '-05-01', '-07-10', '-12-20'),
    fc.array(
      fc.record({
        start: fc.nat(12),
        length: fc.nat(16),
        centihours: fc.oneof(fc.nat(12), fc.nat(4500)),
        evidence: fc.constantFrom<string[] | undefined>(['slip'], ['slip', 'other'], ['other'], undefined),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([year, season, lines]) =>
    lines.map(({ start, length, centihours, evidence }, index) => {
      const from = dayAfter(`${year}${season}`, start);
      return { id: `l${index}`, from, to: dayAfter(from, length), kind: 'sick_leave', centihours, evidence };
    }),
  );

const decisionsArbitrary: fc.Arbitrary<HoursDecision[]> = fc.array(
  fc.record({
    line: fc.constantFrom('l0', 'l1', 'l2'),
    accept: fc.boolean(),
    by: fc.constant('F1'),
    on: fc.constantFrom('2055-01-01', '2055-01-02', '2055-01-03'),
    reason: fc.constant('slip read'),
    centihours: fc.option(fc.nat(3000), { nil: undefined }),
  }),
  { maxLength: 4 },
);

describe('credit under a weekly cap, with papers and decisions', () => {
  test('ends as it does when every hundredth of an hour is sorted by hand, in any year', () => {
    fc.assert(
      fc.property(
        linesArbitrary,
        fc.oneof(fc.nat(40), fc.constantFrom(700, 1400, 3500)),
        decisionsArbitrary,
        (lines, cap, decisions) => {
          expect(judgedEnds(lines, cap, decisions)).toEqual(handSorted(lines, cap, decisions));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a higher cap never leaves more hours over it', () => {
    fc.assert(
      fc.property(linesArbitrary, fc.nat(3000), fc.nat(1500), (lines, cap, more) => {
        const over = (most: number) => judgedEnds(lines, most, []).reduce((sum, end) => sum + end.over, 0);
        expect(over(cap + more)).toBeLessThanOrEqual(over(cap));
      }),
      { numRuns: 60 },
    );
  });

  test('splits a fortnight at each Monday, at the cap and at the part accepted', () => {
    const fortnight: HourLine = {
      id: 'a',
      from: '2024-02-19',
      to: '2024-03-01',
      kind: 'sick_leave',
      centihours: 7000,
      evidence: ['slip'],
    };
    const accepted: HoursDecision = {
      line: 'a',
      accept: true,
      centihours: 2500,
      by: 'F1',
      on: '2024-04-02',
      reason: 'slip read',
    };
    const given = { placement: openPlacement, policies: [capped(2000)], lines: [fortnight], knownOn };
    expect(outcomeOf({ ...given, decisions: [accepted] }).sort()).toEqual(
      [
        'a 2024-02-19..2024-02-21 2000 validated p/credit decided',
        'a 2024-02-21..2024-02-23 1500 rejected p/credit over-cap',
        'a 2024-02-26 500 validated p/credit decided',
        'a 2024-02-26..2024-02-28 1500 rejected p/credit decided',
        'a 2024-02-28..2024-03-01 1500 rejected p/credit over-cap',
      ].sort(),
    );
  });

  test('gives a part accepted to the days that its decision still holds, after a refusal of the same day given later', () => {
    const one: HourLine = {
      id: 'a',
      from: '2024-02-19',
      to: '2024-02-19',
      kind: 'sick_leave',
      centihours: 700,
      evidence: ['slip'],
    };
    const accept: HoursDecision = {
      line: 'a',
      accept: true,
      centihours: 300,
      by: 'F1',
      on: '2024-04-02',
      reason: 'slip',
    };
    const refuse: HoursDecision = { ...accept, accept: false };
    expect(judgedEnds([one], 3500, [accept, refuse])).toMatchObject([{ accepted: 0, refused: 700 }]);
    expect(judgedEnds([one], 3500, [refuse, accept])).toMatchObject([{ accepted: 300, refused: 400 }]);
  });
});
