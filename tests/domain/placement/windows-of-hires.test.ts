import { eligibilityWindows, type Hire } from '@jonction/domain/eligibility/window';
import { placementInput, windowKinds } from '@jonction/domain/placement/placement';
import { addMonths } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dayAfter } from '../hours/calendar.ts';
import { idOf, refusalsOf } from '../shared/refusals-of.ts';

/** The same day some months on, walking back from it until the month is the right one. */
function monthsOn(day: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  for (let tried = dayOfMonth; ; tried--) {
    const date = new Date(Date.UTC(year, month - 1 + months, tried));
    if (date.getUTCMonth() === (((month - 1 + months) % 12) + 12) % 12) return date.toISOString().slice(0, 10);
  }
}

function lastDay(hire: Partial<Hire>, settings = {}): string | null | undefined {
  return eligibilityWindows([{ id: 'h', kind: 'fixed_term', from: '2024-02-29', ...hire }], settings)[0]?.to;
}

const anyDay = fc.nat(20_000).map((count) => dayAfter('1996-01-01', count));

describe('calendar months', () => {
  test.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-03-31', 1, '2024-04-30'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-10-31', 4, '2025-02-28'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2096-02-29', 48, '2100-02-28'],
    ['2024-05-31', 0, '2024-05-31'],
  ])('%s and %i months is %s', (day, months, then) => {
    expect(addMonths(day, months)).toBe(then);
  });

  it('end on the last day that the month has, for any day and any number of months', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 120 }), (day, months) => {
        expect(addMonths(day, months)).toBe(monthsOn(day, months));
      }),
    );
  });

  it('may lose days at the end of a month when they are counted one by one, and never gain any', () => {
    expect(addMonths(addMonths('2024-01-31', 1), 1)).toBe('2024-03-29');
    fc.assert(
      fc.property(anyDay, fc.nat(24), fc.nat(24), (day, one, other) => {
        expect(addMonths(addMonths(day, one), other) <= addMonths(day, one + other)).toBe(true);
      }),
    );
  });
});

describe('the last day of the window of a hire', () => {
  test.each<[string, Partial<Hire>, string | null]>([
    ['24 months from 29 February', {}, '2026-02-27'],
    ['24 months from 1 March', { from: '2024-03-01' }, '2026-02-28'],
    ['24 months up to a leap year', { from: '2022-03-01' }, '2024-02-29'],
    ['24 months from 28 February', { from: '2022-02-28' }, '2024-02-27'],
    ['24 months from a 31st', { from: '2024-08-31' }, '2026-08-30'],
    ['24 months from the first of a year', { from: '2024-01-01' }, '2025-12-31'],
    ['48 months of a permanent hire on 29 February', { kind: 'permanent' }, '2028-02-28'],
    ['the end of the contract, before 48 months', { kind: 'permanent', contractEndsOn: '2025-06-30' }, '2025-06-30'],
    [
      'the end of the contract on the day before the last',
      { kind: 'permanent', contractEndsOn: '2028-02-27' },
      '2028-02-27',
    ],
    ['48 months, before the end of the contract', { kind: 'permanent', contractEndsOn: '2028-02-29' }, '2028-02-28'],
    ['the end of an apprenticeship', { kind: 'apprenticeship', to: '2026-08-31' }, '2026-08-31'],
    ['no end of an open apprenticeship', { kind: 'apprenticeship' }, null],
    ['the end of a professionalisation', { kind: 'professionalisation', to: '2025-01-31' }, '2025-01-31'],
    [
      'the end of the PASS, whatever the hire',
      { kind: 'iae', to: '2024-08-31', passValidTo: '2026-01-15' },
      '2026-01-15',
    ],
    ['24 months of a kind with no window of its own', { kind: 'temporary', to: '2024-03-15' }, '2026-02-27'],
  ])('is %s', (_, hire, to) => {
    expect(lastDay(hire)).toBe(to);
  });

  it('follows the months of the structure, and the usual ones where it says nothing', () => {
    expect(lastDay({ from: '2024-01-31' }, { fixedTermMonths: 1 })).toBe('2024-02-28');
    expect(lastDay({ from: '2024-01-31' }, { fixedTermMonths: null })).toBe('2026-01-30');
    expect(lastDay({ kind: 'permanent' }, { permanentCapMonths: 12 })).toBe('2025-02-27');
    expect(lastDay({ kind: 'permanent' }, { fixedTermMonths: 1 })).toBe('2028-02-28');
  });

  it('is always the day before that many months on', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, fixedTermMonths) => {
        expect(lastDay({ from }, { fixedTermMonths })).toBe(dayAfter(monthsOn(from, fixedTermMonths), -1));
      }),
    );
  });
});

describe('the clock of fixed-term hires', () => {
  it('is the earliest of them for all, whatever their order and what hires of other kinds began before', () => {
    const kinds = fc.constantFrom('fixed_term', 'temporary', 'permanent', 'iae', 'apprenticeship');
    const hires = fc
      .array(fc.record({ kind: kinds, from: anyDay }), { minLength: 1, maxLength: 6 })
      .map((list) => list.map((hire, index): Hire => ({ id: `h${index}`, ...hire })));
    fc.assert(
      fc.property(hires, (list) => {
        const shared = list.filter(({ kind }) => kind === 'fixed_term' || kind === 'temporary').map(({ from }) => from);
        const first = shared.toSorted()[0];
        const windows = eligibilityWindows(list);
        expect(windows.map(({ id }) => id)).toEqual(list.map(({ id }) => id));
        for (const [index, hire] of list.entries()) {
          expect(windows[index]?.from).toBe(shared.length > 0 && /term|temp/.test(hire.kind) ? first : hire.from);
        }
      }),
    );
  });
});

describe('a hire as it is entered', () => {
  const hire = { participantId: idOf(1), clauseId: idOf(2), employerId: idOf(3), windowKind: 'fixed_term' };

  test.each([
    ['2024-02-29', '2024-02-29', []],
    ['2023-02-29', null, ['startsOn: shared.not_a_day']],
    ['2100-02-29', null, ['startsOn: shared.not_a_day']],
    ['2000-02-29', '2000-02-28', ['endsOn: placement.dates_reversed']],
    ['2024-04-30', '2024-04-31', ['endsOn: shared.not_a_day']],
  ])('from %s to %s is refused for %j', (startsOn, endsOn, refusals) => {
    expect(refusalsOf(placementInput, { ...hire, startsOn, endsOn })).toEqual(refusals);
  });

  test.each(windowKinds.map((kind) => [kind]))('of kind %s asks for a PASS only in insertion work', (windowKind) => {
    const refusals = refusalsOf(placementInput, { ...hire, windowKind, startsOn: '2024-02-29' });
    expect(refusals).toEqual(windowKind === 'iae' ? ['passValidTo: placement.pass_missing'] : []);
  });

  test.each([
    [1, []],
    [48, []],
    [0, ['weeklyHours']],
    [49, ['weeklyHours']],
  ])('at %i hours a week is refused for %j', (weeklyHours, fields) => {
    const refusals = refusalsOf(placementInput, { ...hire, startsOn: '2024-02-29', weeklyHours });
    expect(refusals.map((refusal) => refusal.split(':')[0])).toEqual(fields);
  });
});
