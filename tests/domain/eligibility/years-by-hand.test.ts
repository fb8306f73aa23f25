import { derogates } from '@jonction/domain/eligibility/derogation';
import { ageOn, eligibleOnDay, provenUntil } from '@jonction/domain/eligibility/eligible-on-day';
import { eligibilityPermissions } from '@jonction/domain/eligibility/permissions';
import { provenAround, provenDays } from '@jonction/domain/eligibility/proven-days';
import { regimeState, usualEnd } from '@jonction/domain/eligibility/regime';
import { recordRegimeSchema } from '@jonction/domain/eligibility/regime-schema';
import { eligibilityWindows } from '@jonction/domain/eligibility/window';
import { eligibilitySentence } from '@jonction/domain/eligibility/words';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seen } from '../../support/spaces.ts';
import { idOf, refusalsOf } from '../shared/refusals-of.ts';

describe('an age', () => {
  it.each([
    ['2000-02-29', '2025-02-28', 24],
    ['2000-02-29', '2025-03-01', 25],
    ['2000-02-29', '2024-02-29', 24],
    ['2000-05-12', '2026-05-11', 25],
    ['2000-05-12', '2026-05-12', 26],
    ['2000-12-31', '2026-01-01', 25],
  ])('of somebody born on %s, on %s, is %i', (born, day, years) => {
    expect(ageOn(born, day)).toBe(years);
  });

  it.each([
    ['the eve of her 16th birthday', '2026-05-11', false],
    ['her 16th birthday', '2026-05-12', true],
    ['the eve of her 26th birthday', '2036-05-11', true],
    ['her 26th birthday', '2036-05-12', false],
  ])('opens and closes a category on %s', (_, day, eligible) => {
    const question = {
      day,
      birthDate: '2010-05-12',
      categories: [{ code: 'YOUNG', ageFrom: 16, ageUnder: 26 }],
      evidences: [{ category: 'YOUNG', issuedOn: '2026-01-01' }],
    };
    expect(eligibleOnDay(question).eligible).toBe(eligible);
    expect(eligibleOnDay({ ...question, birthDate: null }).eligible).toBe(false);
  });
});

describe('a paper', () => {
  it.each([
    ['with its own end', { issuedOn: '2026-01-31', validTo: '2026-02-15' }, 1, '2026-02-15'],
    ['of one month, from 31 January', { issuedOn: '2026-01-31' }, 1, '2026-02-28'],
    ['of one month, from 31 January of a leap year', { issuedOn: '2024-01-31' }, 1, '2024-02-29'],
    ['of twelve months', { issuedOn: '2024-02-29' }, 12, '2025-02-28'],
    ['of no month: its day alone', { issuedOn: '2026-03-05' }, 0, '2026-03-05'],
    ['without an end, of a category without one', { issuedOn: '2026-03-05' }, null, null],
  ])('%s', (_, evidence, freshMonths, until) => {
    const category = { code: 'C', freshMonths };
    expect(provenUntil({ category: 'C', ...evidence }, category)).toBe(until);
    const on = (day: string) =>
      eligibleOnDay({ day, categories: [category], evidences: [{ category: 'C', ...evidence }] }).eligible;
    expect(on(addDays(evidence.issuedOn, -1))).toBe(false);
    expect(on(evidence.issuedOn)).toBe(true);
    if (until !== null) expect([on(until), on(addDays(until, 1))]).toEqual([true, false]);
    else expect(on('2099-12-31')).toBe(true);
  });

  it('is followed without a gap by one issued the day after its end, and by none a day later', () => {
    const category = { code: 'C' };
    const around = (second: string) =>
      provenAround(
        provenDays(
          [
            { category: 'C', issuedOn: '2026-01-01', validTo: '2026-01-31' },
            { category: 'C', issuedOn: second, validTo: '2026-02-28' },
          ],
          [category],
          null,
        ),
        '2026-01-15',
      );
    expect(around('2026-02-01')).toEqual({ to: '2026-02-28' });
    expect(around('2026-02-02')).toEqual({ to: '2026-01-31' });
  });
});

describe('the window of a hire', () => {
  it.each([
    ['fixed_term', {}, '2024-02-29', '2026-02-27'],
    ['interim', {}, '2024-03-01', '2026-02-28'],
    ['permanent', {}, '2024-01-01', '2027-12-31'],
    ['permanent', { contractEndsOn: '2025-06-30' }, '2024-01-01', '2025-06-30'],
    ['permanent', { contractEndsOn: '2030-06-30' }, '2024-01-01', '2027-12-31'],
    ['apprenticeship', { to: '2026-08-31' }, '2024-09-01', '2026-08-31'],
    ['professionalisation', {}, '2024-09-01', null],
    ['iae', { passValidTo: '2025-12-31' }, '2024-09-01', '2025-12-31'],
  ])('%s %j from %s runs to %s', (kind, given, from, to) => {
    expect(eligibilityWindows([{ id: 'a', kind, from, ...given }])).toEqual([{ id: 'a', from, to }]);
  });

  it('of fixed-term hires is one clock on the person, whatever the order in which they are told', () => {
    const day = fc.nat(900).map((offset) => addDays('2024-01-01', offset));
    const hires = fc.array(fc.record({ kind: fc.constantFrom('fixed_term', 'interim', 'permanent'), from: day }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(hires, (given) => {
        const named = given.map((hire, index) => ({ ...hire, id: String(index) }));
        const windows = eligibilityWindows(named);
        const shared = windows.filter(({ id }) => named[Number(id)]?.kind !== 'permanent');
        expect(new Set(shared.map(({ from, to }) => `${from} ${to}`)).size).toBeLessThanOrEqual(1);
        const turned = eligibilityWindows([...named].reverse()).reverse();
        expect(turned).toEqual(windows);
      }),
    );
  });

  it('follows the months that the structure set', () => {
    const [short] = eligibilityWindows([{ id: 'a', kind: 'fixed_term', from: '2024-01-31' }], { fixedTermMonths: 1 });
    expect(short?.to).toBe('2024-02-28');
  });
});

describe('a scheme beside the clause', () => {
  it.each([
    [{ from: '2026-05-13', to: null }, 'coming'],
    [{ from: '2026-05-12', to: null }, 'running'],
    [{ from: '2026-01-01', to: '2026-05-11' }, 'over'],
    [{ from: '2026-01-01', to: '2026-05-12' }, 'ending'],
    [{ from: '2026-01-01', to: '2026-08-10' }, 'ending'],
    [{ from: '2026-01-01', to: '2026-08-11' }, 'running'],
  ] as const)('%j is %s', (days, state) => {
    expect(regimeState(days, '2026-05-12')).toBe(state);
  });

  it('ends by itself after two years where it is a PASS IAE', () => {
    expect(usualEnd({ regime: 'iae', from: '2024-02-29' })).toBe('2026-02-27');
    expect(usualEnd({ regime: 'plie', from: '2024-02-29' })).toBeNull();
  });

  it.each([
    [{}, ['regime: eligibility.regime_missing']],
    [{ regime: 'fse', reference: 'x'.repeat(61) }, ['reference: eligibility.regime_reference_long']],
    [{ regime: 'fse', from: '2026-02-30' }, ['from: shared.not_a_day']],
    [{ regime: 'fse' }, []],
  ])('is typed %#', (given, refusals) => {
    expect(refusalsOf(recordRegimeSchema, { participantId: idOf(1), from: '2026-01-01', ...given })).toEqual(refusals);
  });
});

it.each([
  ['granted', '2026-05-12', true],
  ['granted', '2026-05-11', false],
  ['granted', '2026-05-21', false],
  ['granted', '2026-05-20', true],
  ['refused', '2026-05-15', false],
  [null, '2026-05-15', false],
] as const)('a derogation that is %s lets a hire begin on %s: %s', (decision, day, may) => {
  expect(derogates({ decision, validFrom: '2026-05-12', validTo: '2026-05-20' }, day)).toBe(may);
});

describe('what outsiders hear', () => {
  it.each([
    [null, 'Éligibilité non établie', 'Eligibility not established'],
    [{ to: null }, 'Éligible', 'Eligible'],
    [{ to: '2026-05-01' }, 'Éligible jusqu’au 1er~mai~2026', 'Eligible until 1~May~2026'],
  ])('of %j is "%s", and never why', (window, french, english) => {
    expect(seen(eligibilitySentence(window))).toBe(french);
    expect(seen(eligibilitySentence(window, 'en'))).toBe(english);
  });

  it('is all: no procedure of eligibility is open to them', () => {
    for (const { who } of Object.values(eligibilityPermissions)) expect(who).toEqual(['facilitator', 'lead']);
  });
});
