import {
  type BoardCard,
  boardInput,
  cardsAtOnce,
  endedColumns,
  isLate,
  liveColumns,
} from '@jonction/domain/positioning/board';
import { isOpen, positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { isSilent, lastDayBefore } from '@jonction/domain/positioning/stopwatch';
import { workingDaysSince } from '@jonction/domain/reference/working-days';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2026-03-10';
const card: BoardCard = {
  status: 'sent',
  proposedOn: '2026-03-01',
  sentOn: '2026-03-03',
  answeredOn: null,
  meetingOn: null,
  pausedUntil: null,
  placed: false,
};
const day = fc.integer({ min: -60, max: 30 }).map((days) => addDays(today, days));

describe('the columns of the board', () => {
  it('hold each status once: those where something is to be done, then those that ended', () => {
    expect(new Set([...liveColumns, ...endedColumns])).toEqual(new Set(positioningStatuses));
    expect(liveColumns.length + endedColumns.length).toBe(positioningStatuses.length);
    for (const status of positioningStatuses.filter(isOpen)) expect(liveColumns).toContain(status);
    expect(endedColumns.some((status) => isOpen(status))).toBe(false);
    expect(cardsAtOnce).toBeGreaterThan(5);
  });

  it('are asked for without a word, and refuse what is no board', () => {
    expect(boardInput.parse({})).toEqual({
      offerId: null,
      employerId: null,
      romeCode: null,
      lateOnly: false,
      withEnded: false,
      column: null,
      page: 1,
    });
    for (const wrong of [{ page: 0 }, { page: 1.5 }, { column: 'lost' }, { romeCode: 'k2204' }, { offerId: 'x' }]) {
      expect(boardInput.safeParse(wrong).success).toBe(false);
    }
  });
});

describe('a card that waits too long', () => {
  it.each([
    ['sent five working days ago', card, true],
    ['sent four working days ago', { ...card, sentOn: '2026-03-04' }, false],
    ['opened since, and still without an answer', { ...card, status: 'seen' }, true],
    ['put off to tomorrow', { ...card, pausedUntil: '2026-03-11' }, false],
    ['put off to today', { ...card, pausedUntil: today }, true],
    ['put forward and not sent', { ...card, status: 'proposed', sentOn: null }, true],
    ['put forward lately', { ...card, status: 'proposed', sentOn: null, proposedOn: '2026-03-06' }, false],
    ['a meeting of yesterday', { ...card, status: 'meeting_set', meetingOn: '2026-03-09' }, true],
    ['a meeting of today', { ...card, status: 'meeting_set', meetingOn: today }, false],
    ['a wish for a day gone by', { ...card, status: 'interview', meetingOn: '2026-03-09' }, true],
    ['wanted without a date, long ago', { ...card, status: 'interview', answeredOn: '2026-03-03' }, true],
    ['wanted without a date, lately', { ...card, status: 'interview', answeredOn: '2026-03-09' }, false],
    ['hired and not written down', { ...card, status: 'hired', answeredOn: '2026-03-03' }, true],
    ['hired and written down', { ...card, status: 'hired', answeredOn: '2026-03-03', placed: true }, false],
    ['refused', { ...card, status: 'refused' }, false],
    ['withdrawn', { ...card, status: 'withdrawn' }, false],
    ['closed', { ...card, status: 'closed' }, false],
  ] satisfies [string, BoardCard, boolean][])('%s', (_, one, late) => {
    expect(isLate(one, today)).toBe(late);
  });

  it('waits too long tomorrow as well, as long as nothing happens', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...positioningStatuses),
        day,
        day,
        fc.option(day),
        fc.boolean(),
        (status, proposedOn, sentOn, meetingOn, placed) => {
          const one = { ...card, status, proposedOn, sentOn, answeredOn: sentOn, meetingOn, placed };
          if (isLate(one, today)) expect(isLate(one, addDays(today, 1))).toBe(true);
        },
      ),
    );
  });
});

describe('the last day that has waited long enough', () => {
  it('parts the days in two, as the clock does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 0, max: 800 }), (workingDays, shift) => {
        const now = addDays(today, shift);
        const last = lastDayBefore(workingDays, now);
        expect(workingDaysSince(last, now)).toBeGreaterThanOrEqual(workingDays);
        expect(workingDaysSince(addDays(last, 1), now)).toBeLessThan(workingDays);
      }),
    );
    expect(lastDayBefore(5, today)).toBe('2026-03-03');
    expect(isSilent(lastDayBefore(5, today), today)).toBe(true);
    // Easter Monday and the first of May do not count.
    expect(lastDayBefore(5, '2026-04-08')).toBe('2026-03-31');
  });
});
