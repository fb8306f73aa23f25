import { letterGuardDays } from '@jonction/domain/contact/letter-guard';
import {
  answerQuarter,
  campaignState,
  endedQuarters,
  mayRemind,
  penaltyFileFrom,
  quarterDays,
  quarterOf,
  quarterSchema,
  type ReminderFacts,
  reminderDays,
  rungOn,
  rungToSend,
} from '@jonction/domain/hours/late';
import { isWorkingDay } from '@jonction/domain/reference/working-days';
import { addDays, addMonths, daysBetween } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const months = fc
  .tuple(fc.integer({ min: 2019, max: 2035 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-01`);
const days = fc.tuple(months, fc.integer({ min: 0, max: 27 })).map(([month, day]) => addDays(month, day));
const facts: ReminderFacts = {
  kind: 'month',
  period: '2026-03-01',
  address: 'rh@entreprise.test',
  sentRung: 0,
  lastToAddressOn: null,
};

describe('the days of the letters', () => {
  it('are the 1st, the 5th and the 15th of the month after, or the next open day', () => {
    expect(reminderDays('month', '2026-03-01')).toEqual(['2026-04-01', '2026-04-07', '2026-04-15']);
    // 1 May is a holiday, then a weekend; 5 and 15 May are open.
    expect(reminderDays('month', '2026-04-01')).toEqual(['2026-05-04', '2026-05-05', '2026-05-15']);
    expect(reminderDays('month', '2025-12-01')).toEqual(['2026-01-02', '2026-01-05', '2026-01-15']);
  });

  it('of a quarter are its last day, a week and a fortnight later: 31 March, 30 June, 30 September, 31 December', () => {
    expect(['2026-T1', '2026-T2', '2026-T3', '2026-T4'].map((quarter) => quarterDays(quarter).to)).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
    ]);
    expect(reminderDays('quarter', '2026-01-01')).toEqual(['2026-03-31', '2026-04-07', '2026-04-15']);
  });

  it('are open days, in order, and never before the period ends', () => {
    fc.assert(
      fc.property(months, fc.constantFrom('month' as const, 'quarter' as const), (month, kind) => {
        const period = kind === 'month' ? month : quarterDays(quarterOf(month)).from;
        const set = reminderDays(kind, period);
        const end = addDays(addMonths(period, kind === 'month' ? 1 : 3), -1);
        expect(set).toHaveLength(3);
        expect(set.every((day) => isWorkingDay(day) && day >= end)).toBe(true);
        expect(set.toSorted()).toEqual(set);
      }),
    );
  });
});

describe('quarters', () => {
  it('hold each of their days, follow one another, and are named in one way', () => {
    fc.assert(
      fc.property(days, (day) => {
        const quarter = quarterOf(day);
        const { from, to } = quarterDays(quarter);
        expect(quarterSchema.safeParse(quarter).success).toBe(true);
        expect(from <= day && day <= to).toBe(true);
        expect(quarterOf(addDays(to, 1))).not.toBe(quarter);
        expect(quarterDays(quarterOf(addDays(to, 1))).from).toBe(addDays(to, 1));
      }),
    );
  });

  it('that have ended are told the last first, that which ends today with them', () => {
    expect(endedQuarters('2026-03-31', 3)).toEqual(['2026-T1', '2025-T4', '2025-T3']);
    expect(endedQuarters('2026-03-30', 2)).toEqual(['2025-T4', '2025-T3']);
    fc.assert(
      fc.property(days, (day) => {
        for (const quarter of endedQuarters(day, 4)) expect(quarterDays(quarter).to <= day).toBe(true);
      }),
    );
  });

  it('refuse another name', () => {
    for (const name of ['2026-T5', '2026-T0', '2026T1', '']) expect(quarterSchema.safeParse(name).success).toBe(false);
  });
});

describe('the ladder', () => {
  it('climbs once a rung, and a morning missed is caught up by the rung reached alone', () => {
    expect(rungOn('month', '2026-03-01', '2026-03-31')).toBe(0);
    expect(rungToSend(facts, '2026-04-01')).toBe(1);
    expect(rungToSend({ ...facts, sentRung: 1 }, '2026-04-01')).toBeNull();
    expect(rungToSend({ ...facts, sentRung: 1 }, '2026-04-07')).toBe(2);
    expect(rungToSend(facts, '2026-04-20')).toBe(3);
    expect(rungToSend({ ...facts, sentRung: 3 }, '2026-05-20')).toBeNull();
  });

  it('never writes on a day off, without an address, nor within three days to one address', () => {
    expect(rungToSend(facts, '2026-04-05')).toBeNull();
    expect(rungToSend({ ...facts, address: null }, '2026-04-01')).toBeNull();
    expect(rungToSend({ ...facts, lastToAddressOn: '2026-03-30' }, '2026-04-01')).toBeNull();
    expect(rungToSend({ ...facts, lastToAddressOn: '2026-03-30' }, '2026-04-02')).toBe(1);
    expect(mayRemind({ address: null, lastToAddressOn: null }, '2026-04-01')).toMatchObject({
      refusal: { code: 'hours.remind_no_address' },
    });
    expect(mayRemind({ ...facts, lastToAddressOn: '2026-03-31' }, '2026-04-01')).toMatchObject({
      refusal: { code: 'hours.remind_guard', facts: { day: '2026-03-31' } },
    });
  });

  it('over a whole month writes at most three letters, three days apart at least, the rungs in order', () => {
    fc.assert(
      fc.property(months, fc.array(fc.boolean(), { minLength: 70, maxLength: 70 }), (period, ran) => {
        let [sentRung, last]: [number, string | null] = [0, null];
        const sent: string[] = [];
        for (const [at, runs] of ran.entries()) {
          const today = addDays(addMonths(period, 1), at - 5);
          const rung: number | null = runs
            ? rungToSend({ ...facts, period, sentRung, lastToAddressOn: last }, today)
            : null;
          if (rung === null) continue;
          expect(rung).toBeGreaterThan(sentRung);
          if (last !== null) expect(daysBetween(last, today)).toBeGreaterThanOrEqual(letterGuardDays);
          [sentRung, last] = [rung, today];
          sent.push(today);
        }
        expect(sent.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 60 },
    );
  });
});

describe('where a company stands in a campaign', () => {
  it('goes from not open to a file that a person may prepare, and an answer ends it at once', () => {
    const at = (today: string, letters = 0, answered = false) => campaignState({ answered, letters }, '2026-T1', today);
    expect(at('2026-03-30')).toBe('not_open');
    expect(at('2026-03-31')).toBe('waiting');
    expect(at('2026-04-08', 2)).toBe('reminded');
    expect(penaltyFileFrom('2026-T1')).toBe('2026-04-30');
    expect(at('2026-04-29', 3)).toBe('reminded');
    expect(at('2026-04-30', 3)).toBe('file_ready');
    expect(at('2026-05-30', 0)).toBe('waiting');
    expect(at('2026-06-01', 3, true)).toBe('answered');
  });

  it('is answered once the quarter has ended and nothing of it is missing', () => {
    expect(answerQuarter({ missing: 0 }, '2026-T1', '2026-03-31').ok).toBe(true);
    expect(answerQuarter({ missing: 0 }, '2026-T1', '2026-03-30')).toMatchObject({
      refusal: { code: 'hours.quarter_not_ended', facts: { day: '2026-03-31' } },
    });
    expect(answerQuarter({ missing: 2 }, '2026-T1', '2026-04-30')).toMatchObject({
      refusal: { code: 'hours.quarter_incomplete', facts: { count: 2 } },
    });
  });
});
