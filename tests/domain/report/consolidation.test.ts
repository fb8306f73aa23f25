import { employerSubkinds } from '@jonction/domain/organisation/organisation';
import { sexes } from '@jonction/domain/participant/status';
import { executionModes, windowKinds } from '@jonction/domain/placement/placement';
import {
  byPersonAndContract,
  type ConsolidationCut,
  consolidate,
  consolidationCuts,
  cutBy,
  type HireYear,
} from '@jonction/domain/report/consolidation';
import { consolidationQuestionSchema } from '@jonction/domain/report/consolidation-question';
import { readCut } from '@jonction/domain/report/consolidation-read';
import { consolidationWords } from '@jonction/domain/report/consolidation-words';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

let made = 0;
const hire = (given: Partial<HireYear> = {}): HireYear => ({
  placementId: `h${made++}`,
  participantId: 'awa',
  participantNumber: 12,
  sex: 'woman',
  birthDate: '1990-05-06',
  contractId: 'nettoyage',
  employerId: 'proprete',
  employerSubkind: null,
  buyerId: 'ville',
  mode: 'direct_hire',
  kind: 'fixed_term',
  startsOn: '2026-02-02',
  endsOn: '2026-04-30',
  firstHiredOn: '2026-02-02',
  declared: 30_000,
  validated: 28_000,
  exceptional: 1_400,
  ...given,
});

const few = fc.constantFrom('a', 'b', 'c', 'd');
const anyHire: fc.Arbitrary<HireYear> = fc
  .record({
    ...{ participantId: few, contractId: few, employerId: few, buyerId: few },
    sex: fc.constantFrom(null, ...sexes),
    birthDate: fc.constantFrom(null, '1960-01-01', '1990-06-15', '2006-12-31'),
    employerSubkind: fc.constantFrom(null, ...employerSubkinds),
    mode: fc.constantFrom(...executionModes),
    kind: fc.constantFrom(...windowKinds),
    startsOn: fc.constantFrom('2025-11-03', '2026-01-05', '2026-06-01'),
    endsOn: fc.constantFrom(null, '2026-06-30', '2027-01-31'),
    firstHiredOn: fc.constantFrom('2024-01-01', '2026-01-05'),
    validated: fc.constantFrom(0, 700, 15_167),
    waiting: fc.constantFrom(0, 700),
  })
  .map(({ waiting, ...given }) =>
    hire({ ...given, declared: given.validated + waiting, exceptional: Math.floor(given.validated / 2) }),
  );
const anyYear = fc.array(anyHire, { maxLength: 25 });
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

describe('the totals of a year', () => {
  it('count people, hires, companies, buyers and contracts once each', () => {
    const totals = consolidate(
      [
        hire(),
        hire({ contractId: 'voirie', buyerId: 'ville' }),
        hire({ participantId: 'tom', employerId: 'insertion', employerSubkind: 'ETTI', firstHiredOn: '2024-03-01' }),
      ],
      2026,
    );
    expect(totals).toEqual({
      ...{ declared: 90_000, validated: 84_000, exceptional: 4_200 },
      ...{ people: 2, newPeople: 1, hires: 3, employers: 2, insertionEmployers: 1, buyers: 1, contracts: 2 },
    });
  });

  it('count nobody for hours that only wait, but tell these hours as declared', () => {
    const totals = consolidate([hire({ validated: 0, exceptional: 0 })], 2026);
    expect(totals).toMatchObject({ declared: 30_000, validated: 0, people: 0, hires: 0, employers: 0, contracts: 0 });
  });

  it('of nothing are nought', () => {
    expect(Object.values(consolidate([], 2026))).toEqual(Array.from({ length: 10 }, () => 0));
  });

  it('call new whoever began with the team in the year, first and last day in', () => {
    const began = (firstHiredOn: string) => consolidate([hire({ firstHiredOn })], 2026).newPeople;
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(began)).toEqual([0, 1, 1, 0]);
  });

  it('never count more people than hires, nor more new people than people', () => {
    fc.assert(
      fc.property(anyYear, (hires) => {
        const totals = consolidate(hires, 2026);
        expect(totals.people).toBeLessThanOrEqual(totals.hires);
        expect(totals.newPeople).toBeLessThanOrEqual(totals.people);
        expect(totals.insertionEmployers).toBeLessThanOrEqual(totals.employers);
        expect(totals.validated).toBeLessThanOrEqual(totals.declared);
      }),
    );
  });

  it('do not depend on the order of the hires', () => {
    fc.assert(
      fc.property(anyYear, (hires) => {
        expect(consolidate(hires.toReversed(), 2026)).toEqual(consolidate(hires, 2026));
      }),
    );
  });
});

describe('a row for each person on each contract', () => {
  it('adds up her hires there, from the first day to the last', () => {
    const [row, other] = byPersonAndContract([
      hire({ startsOn: '2026-02-02', endsOn: '2026-04-30' }),
      hire({ startsOn: '2025-12-01', endsOn: '2026-01-31', mode: 'lending_etti' }),
      hire({ contractId: 'voirie' }),
    ]);
    expect(row).toMatchObject({ startsOn: '2025-12-01', endsOn: '2026-04-30', declared: 60_000, validated: 56_000 });
    expect(row?.hires).toHaveLength(2);
    expect(other?.hires).toHaveLength(1);
  });

  it('has no end while one of her hires has none', () => {
    const [row] = byPersonAndContract([hire({ endsOn: '2026-04-30' }), hire({ endsOn: null })]);
    expect(row?.endsOn).toBeNull();
  });

  it('loses no hour and no hire, and makes each pair once', () => {
    fc.assert(
      fc.property(anyYear, (hires) => {
        const rows = byPersonAndContract(hires);
        expect(sum(rows.map(({ validated }) => validated))).toBe(sum(hires.map(({ validated }) => validated)));
        expect(sum(rows.map(({ hires: own }) => own.length))).toBe(hires.length);
        const pairs = rows.map(({ hires: [first] }) => `${first?.participantId} ${first?.contractId}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        for (const { hires: own, startsOn } of rows) expect(own.every((one) => one.startsOn >= startsOn)).toBe(true);
      }),
    );
  });
});

describe('a cut of the year', () => {
  it.each(consolidationCuts)('by %s adds up to the validated hours', (cut) => {
    fc.assert(
      fc.property(anyYear, (hires) => {
        const rows = cutBy(cut, hires);
        expect(sum(rows.map(({ validated }) => validated))).toBe(consolidate(hires, 2026).validated);
        expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
        for (const { validated, people } of rows) {
          expect(validated).toBeGreaterThan(0);
          expect(people).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('by sex counts each person in one row', () => {
    fc.assert(
      fc.property(anyYear, (hires) => {
        const known = new Map(hires.map(({ participantId, sex }) => [participantId, sex]));
        const own = hires.map((one) => ({ ...one, sex: known.get(one.participantId) ?? null }));
        expect(sum(cutBy('sex', own).map(({ people }) => people))).toBe(consolidate(own, 2026).people);
      }),
    );
  });

  it('puts the most hours first', () => {
    const rows = cutBy('employer', [hire(), hire({ employerSubkind: 'GEIQ', validated: 29_000 })]);
    expect(rows.map(({ code, validated }) => [code, validated])).toEqual([
      ['GEIQ', 29_000],
      ['company', 28_000],
    ]);
  });

  it('by age counts the age on the first day of the hire', () => {
    const codes = (birthDate: string | null, startsOn: string) =>
      cutBy('age', [hire({ birthDate, startsOn })]).map(({ code }) => code);
    expect(codes('2000-02-02', '2026-02-01')).toEqual(['under26']);
    expect(codes('2000-02-02', '2026-02-02')).toEqual(['from26to49']);
    expect(codes('1976-02-02', '2026-02-02')).toEqual(['from50']);
    expect(codes(null, '2026-02-02')).toEqual(['unknown']);
  });

  const codes: Record<ConsolidationCut, readonly string[]> = {
    mode: executionModes,
    kind: windowKinds,
    sex: [...sexes, 'unsaid'],
    age: ['under26', 'from26to49', 'from50', 'unknown'],
    employer: ['company'],
  };
  it.each(consolidationCuts)('by %s is read in words, in both languages', (cut) => {
    for (const code of codes[cut]) {
      for (const locale of ['fr', 'en'] as const) {
        const read = readCut(cut, code, locale);
        // In English a woman is a woman; everywhere else a code is not a word.
        if (locale === 'fr') expect(read, code).not.toBe(code);
        expect(read, code).not.toMatch(/\w\.\w+\./);
      }
    }
  });

  it('names a kind of insertion employer by its initials', () => {
    for (const kind of employerSubkinds) expect(readCut('employer', kind, 'fr')).toBe(kind);
  });
});

describe('the question of a year', () => {
  it.each([2001, 2026, 2100])('takes %i', (year) => {
    expect(consolidationQuestionSchema.parse({ year })).toEqual({ year, knownOn: null });
  });

  it.each([2000, 2101, 2026.5, Number.NaN, '2026'])('refuses %s in words', (year) => {
    const { error } = consolidationQuestionSchema.safeParse({ year });
    expect(error?.issues[0]?.message).toBe('report.year_missing');
    expect(hasSentence(consolidationWords, 'report.year_missing')).toBe(true);
  });
});
