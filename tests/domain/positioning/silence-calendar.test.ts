import { type NextRung, nextRung, type Rung, type Silence } from '@jonction/domain/positioning/ladder';
import { addDays, type Day, eachDay } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function quiet(sentOn: Day, more: Partial<Silence> = {}): Silence {
  return {
    status: 'sent',
    sentOn,
    pausedUntil: null,
    reminded: [],
    lastToAddressOn: null,
    addressIsDead: false,
    ...more,
  };
}

/** What is written down once a night has done its rung. */
function after(silence: Silence, rung: Rung, on: Day, left = true): Silence {
  if (rung === 'close') return { ...silence, status: 'closed' };
  return { ...silence, reminded: [...silence.reminded, { rung, on, left }], lastToAddressOn: on };
}

/** What each night of a stretch did, and why the others did nothing. */
function nights(start: Silence, from: Day, to: Day): [Day, NextRung][] {
  let silence = start;
  return eachDay(from, to).map((day) => {
    const next = nextRung(silence, day);
    if (next.due !== null) silence = after(silence, next.due, day);
    return [day, next];
  });
}

function doneIn(start: Silence, from: Day, to: Day): Partial<Record<Rung, Day>> {
  return Object.fromEntries(nights(start, from, to).flatMap(([day, next]) => (next.due ? [[next.due, day]] : [])));
}

/** Counted by hand on the calendars of 2026 and 2027. */
const calendars: readonly [string, Day, Day, Day, Day][] = [
  ['three holidays of May, and Whit Monday', '2026-04-30', '2026-05-07', '2026-05-18', '2026-05-26'],
  ['Christmas and New Year', '2026-12-21', '2026-12-28', '2027-01-05', '2027-01-12'],
  ['Armistice Day in the middle of a week', '2026-11-06', '2026-11-13', '2026-11-20', '2026-11-27'],
  ['a sending on a Saturday that is a holiday', '2026-08-15', '2026-08-20', '2026-08-27', '2026-09-03'],
  ['the fourteenth of July, a Tuesday', '2026-07-10', '2026-07-17', '2026-07-24', '2026-07-31'],
  ['four whole weeks without a holiday', '2026-09-07', '2026-09-11', '2026-09-18', '2026-09-25'],
];

describe('the rungs of a silence on a wall calendar', () => {
  it.each(calendars)('fall on working days across %s', (_, sentOn, nudge, lastChance, close) => {
    expect(doneIn(quiet(sentOn), sentOn, addDays(sentOn, 60))).toEqual({ nudge, last_chance: lastChance, close });
  });

  it('do nothing on the nights between, and say that it is too soon, then that it is over', () => {
    const acts = new Set(['2026-05-07', '2026-05-18', '2026-05-26']);
    for (const [day, next] of nights(quiet('2026-04-30'), '2026-04-30', '2026-06-05')) {
      if (acts.has(day)) expect(next.due).not.toBeNull();
      else if (day > '2026-05-26') expect(next).toEqual({ due: null, why: 'answered' });
      // Rungs stand further apart than the guard: it is never what holds them back here.
      else expect(next).toEqual({ due: null, why: 'too_soon' });
    }
  });

  it('still come one by one when the machine slept through all of them', () => {
    // Awake on Thursday 2 April: Easter Monday, the 6th, does not count.
    expect(doneIn(quiet('2026-03-02'), '2026-04-02', '2026-05-30')).toEqual({
      nudge: '2026-04-02',
      last_chance: '2026-04-08',
      close: '2026-04-13',
    });
  });

  it('wait until the very day on which a pause ends, and no longer', () => {
    const paused = quiet('2026-03-02', { pausedUntil: '2026-03-20' });
    expect(nextRung(paused, '2026-03-19')).toEqual({ due: null, why: 'paused' });
    expect(nextRung(paused, '2026-03-20')).toEqual({ due: 'nudge' });
  });

  it.each([
    [0, 'guard'],
    [1, 'guard'],
    [2, 'guard'],
    [3, 'nudge'],
    [4, 'nudge'],
  ] as const)('leave an address alone that was written to %i days ago, about anything: %s', (days, outcome) => {
    const today = '2026-03-20';
    const next = nextRung(quiet('2026-03-02', { lastToAddressOn: addDays(today, -days) }), today);
    expect(next.due ?? next.why).toBe(outcome);
  });

  it.each([
    ['never left', false, '2026-03-13', '2026-04-30', 'not_left'],
    ['left two working days ago', true, '2026-04-28', '2026-04-30', 'too_soon'],
    ['left three working days ago', true, '2026-04-27', '2026-04-30', 'close'],
    ['left on the eve of a long weekend', true, '2026-04-30', '2026-05-05', 'too_soon'],
    ['left on the eve of a long weekend, and a day more', true, '2026-04-30', '2026-05-06', 'close'],
  ] as const)('end a silence whose last chance %s as the house says', (_, left, on, today, outcome) => {
    const reminded = [
      { rung: 'nudge', on: '2026-03-06', left: true },
      { rung: 'last_chance', on, left },
    ] as const;
    const next = nextRung(quiet('2026-03-02', { reminded, lastToAddressOn: on }), today);
    expect(next.due ?? next.why).toBe(outcome);
  });

  it.each([
    ['an answer', { status: 'hired', pausedUntil: '2027-01-01', addressIsDead: true }, 'answered'],
    ['a pause', { pausedUntil: '2027-01-01', addressIsDead: true, lastToAddressOn: '2026-03-20' }, 'paused'],
    ['a dead address', { addressIsDead: true, lastToAddressOn: '2026-03-20' }, 'dead_address'],
    ['a sending of today', { sentOn: '2026-03-20', lastToAddressOn: '2026-03-20' }, 'too_soon'],
  ] as const)('give the first reason that holds: %s before what else holds', (_, more, why) => {
    expect(nextRung(quiet('2026-03-02', more), '2026-03-20')).toEqual({ due: null, why });
  });

  it('are not used up by a reminder that somebody sent by hand', () => {
    const byHand = { rung: 'manual', on: '2026-03-04', left: true } as const;
    const silence = quiet('2026-03-02', { reminded: [byHand], lastToAddressOn: '2026-03-04' });
    expect(doneIn(silence, '2026-03-04', '2026-04-15')).toEqual({
      // The nudge was for the 6th, two days after: the guard holds it until the 7th.
      nudge: '2026-03-07',
      last_chance: '2026-03-13',
      close: '2026-03-20',
    });
  });

  it('come the same in whatever order the reminders are read back', () => {
    const reminder = fc.record({
      rung: fc.constantFrom('nudge' as const, 'last_chance' as const, 'manual' as const),
      on: fc.integer({ min: 0, max: 30 }).map((days) => addDays('2026-03-02', days)),
      left: fc.boolean(),
    });
    // Each rung at most once, as the base keeps them.
    const reminders = fc.uniqueArray(reminder, { selector: ({ rung }) => rung, maxLength: 3 });
    fc.assert(
      fc.property(reminders, fc.integer({ min: 0, max: 60 }), (reminded, days) => {
        const today = addDays('2026-03-02', days);
        expect(nextRung(quiet('2026-03-02', { reminded: reminded.toReversed() }), today)).toEqual(
          nextRung(quiet('2026-03-02', { reminded }), today),
        );
      }),
    );
  });

  it('are each done once, in their order, from whatever day and after whatever nights were missed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 60, maxLength: 60 }),
        (start, gaps) => {
          const sentOn = addDays('2026-01-01', start);
          let [silence, day] = [quiet(sentOn), sentOn];
          const done: Rung[] = [];
          for (const gap of gaps) {
            day = addDays(day, gap);
            const { due } = nextRung(silence, day);
            if (due === null) continue;
            done.push(due);
            silence = after(silence, due, day);
          }
          expect(done).toEqual(['nudge', 'last_chance', 'close']);
        },
      ),
    );
  });
});
