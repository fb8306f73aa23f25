import { type AnswerFacts, answerDays, waitingOf } from '@jonction/domain/programme/answer-clock';
import { endedStatuses, plannedStatuses } from '@jonction/domain/programme/life';
import { addDays, daysBetween } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const received: AnswerFacts = { status: 'planned', receivedOn: '2026-10-01', answeredOn: null, since: '2026-10-01' };

describe('who waits on whom', () => {
  it.each([
    ['2026-10-01', 0, 28, false],
    ['2026-10-02', 1, 27, false],
    ['2026-10-15', 14, 14, false],
    ['2026-10-28', 27, 1, false],
    ['2026-10-29', 28, 0, false],
    ['2026-10-30', 29, -1, true],
    ['2026-12-31', 91, -63, true],
  ])('on %s a list of 1 October has waited %d days, %d are left, late: %s', (today, days, daysLeft, late) => {
    expect(waitingOf(received, today)).toEqual({
      ...{ on: 'team', since: '2026-10-01', dueOn: '2026-10-29', days, daysLeft, late },
    });
  });

  it('runs on through the study: only an answer stops it', () => {
    const studied = { ...received, status: 'study' as const, since: '2026-10-20' };
    expect(waitingOf(studied, '2026-11-10')).toMatchObject({ on: 'team', since: '2026-10-01', late: true });
    const answered = { ...studied, answeredOn: '2026-10-25' };
    expect(waitingOf(answered, '2026-11-10')).toEqual({
      ...{ on: 'buyer', since: '2026-10-25', days: 16, dueOn: null, late: false, daysLeft: null },
    });
  });

  it.each([
    ['planned', null, 'team'],
    ['study', null, 'team'],
    ['study', '2026-10-10', 'buyer'],
    ['tender', '2026-10-10', 'buyer'],
    ['tender', null, 'buyer'],
    ['awarded', '2026-10-10', 'buyer'],
    ['awarded', null, 'buyer'],
    ['unsuccessful', '2026-10-10', 'team'],
    ['unsuccessful', null, 'team'],
    ['planned', '2026-10-10', 'team'],
    ['no_clause', '2026-10-10', 'nobody'],
    ['notified', '2026-10-10', 'nobody'],
    ['dropped', null, 'nobody'],
    ['dropped', '2026-10-10', 'nobody'],
  ] as const)('in %s, answered on %s: the %s', (status, answeredOn, on) => {
    expect(waitingOf({ ...received, status, answeredOn, since: '2026-10-12' }, '2026-11-20').on).toBe(on);
  });

  it('counts from the day it came to where it stands, once the answer was given', () => {
    const tender = { ...received, status: 'tender' as const, answeredOn: '2026-10-10', since: '2026-11-01' };
    expect(waitingOf(tender, '2026-11-15')).toMatchObject({ on: 'buyer', since: '2026-11-01', days: 14 });
  });

  it('counts a study taken up again from that day, its answer being older', () => {
    const again = { ...received, status: 'study' as const, answeredOn: '2026-10-10', since: '2026-12-01' };
    expect(waitingOf(again, '2026-12-05')).toMatchObject({ on: 'buyer', since: '2026-12-01', days: 4 });
  });

  it('never waits less than no day, whatever the clock of the machine', () => {
    expect(waitingOf(received, '2026-09-25')).toMatchObject({ days: 0, daysLeft: 34, late: false });
  });

  const anyFacts = fc
    .record({
      status: fc.constantFrom(...plannedStatuses),
      received: fc.integer({ min: 0, max: 400 }),
      answered: fc.option(fc.integer({ min: 0, max: 100 })),
      since: fc.integer({ min: 0, max: 300 }),
      today: fc.integer({ min: 0, max: 900 }),
    })
    .map(({ status, received: at, answered, since, today }) => {
      const receivedOn = addDays('2026-01-01', at);
      return {
        facts: {
          ...{ status, receivedOn, since: addDays(receivedOn, since) },
          answeredOn: answered === null ? null : addDays(receivedOn, answered),
        },
        today: addDays('2026-01-01', today),
      };
    });

  it('is late only where a day was due, and that day is four weeks after the list came', () => {
    fc.assert(
      fc.property(anyFacts, ({ facts, today }) => {
        const { on, dueOn, late, daysLeft } = waitingOf(facts, today);
        expect(dueOn === null).toBe(daysLeft === null);
        if (dueOn === null) {
          expect(late).toBe(false);
          return;
        }
        expect(on).toBe('team');
        expect(facts.answeredOn).toBeNull();
        expect(daysBetween(facts.receivedOn, dueOn)).toBe(answerDays);
        expect(late).toBe(today > dueOn);
      }),
    );
  });

  it('leaves nobody waiting for what is over, and somebody for all the rest', () => {
    fc.assert(
      fc.property(anyFacts, ({ facts, today }) => {
        expect(waitingOf(facts, today).on === 'nobody').toBe(endedStatuses.includes(facts.status));
      }),
    );
  });

  it('never gets shorter as days pass', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat({ max: 60 }), ({ facts, today }, more) => {
        const before = waitingOf(facts, today);
        const after = waitingOf(facts, addDays(today, more));
        expect(after.days).toBeGreaterThanOrEqual(before.days);
        expect(after.since).toBe(before.since);
        if (before.late) expect(after.late).toBe(true);
      }),
    );
  });
});
