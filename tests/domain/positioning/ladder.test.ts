import {
  guardDays,
  ladder,
  lastChanceDays,
  nextRung,
  type ReminderRung,
  type Rung,
  type Silence,
} from '@jonction/domain/positioning/ladder';
import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { isWorkingDay, workingDaysSince } from '@jonction/domain/reference/working-days';
import { addDays, type Day, daysBetween } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** A Monday, no holiday near before Easter Monday (6 April 2026). */
const sentOn = '2026-03-02';
const fresh: Silence = {
  status: 'sent',
  sentOn,
  pausedUntil: null,
  reminded: [],
  lastToAddressOn: null,
  addressIsDead: false,
};
const rung = (name: ReminderRung, on: Day, left = true) => ({ rung: name, on, left });

interface Night {
  day: Day;
  did: Rung;
}

/** Lives the nights one after the other, as the job does: what was written is remembered. */
function live(
  start: Silence,
  nights: number,
  options: { runs?: number; leaves?: (day: Day) => boolean; pause?: { from: Day; until: Day } } = {},
): Night[] {
  const done: Night[] = [];
  let silence = start;
  for (let step = 0; step < nights; step += 1) {
    const day = addDays(start.sentOn, step);
    const { pause } = options;
    if (pause && day === pause.from) silence = { ...silence, pausedUntil: pause.until };
    for (let run = 0; run < (options.runs ?? 1); run += 1) {
      const next = nextRung(silence, day);
      if (next.due === null) continue;
      done.push({ day, did: next.due });
      if (next.due === 'close') return done;
      const left = options.leaves?.(day) ?? true;
      silence = {
        ...silence,
        reminded: [...silence.reminded, rung(next.due, day, left)],
        lastToAddressOn: day,
      };
    }
  }
  return done;
}

describe('the ladder of reminders', () => {
  it('is three rungs, each later than the one before, with a letter for each', () => {
    expect(ladder.map((one) => one.rung)).toEqual(['nudge', 'last_chance', 'close']);
    for (const [at, one] of ladder.entries()) {
      expect(one.workingDays).toBeGreaterThan(ladder[at - 1]?.workingDays ?? 0);
      expect(one.channel).toBe('mail');
      expect(one.letter).not.toBe('');
    }
  });

  it('nudges, gives a last chance, then closes, on days that the table says', () => {
    const nights = live(fresh, 60);
    expect(nights.map(({ did }) => did)).toEqual(['nudge', 'last_chance', 'close']);
    expect(nights.map(({ day }) => workingDaysSince(sentOn, day))).toEqual(ladder.map((one) => one.workingDays));
  });

  it('counts no weekend and no public holiday', () => {
    // Sent on Thursday 2 April 2026: Easter Monday does not count.
    const [nudge] = live({ ...fresh, sentOn: '2026-04-02' }, 30);
    expect(nudge).toEqual({ day: '2026-04-09', did: 'nudge' });
  });

  it('does each rung once, however often the night is run', () => {
    expect(live(fresh, 60, { runs: 4 })).toEqual(live(fresh, 60));
  });

  it.each(positioningStatuses.filter((status) => status !== 'sent' && status !== 'seen'))(
    'is silent once a CV is %s',
    (status) => {
      expect(nextRung({ ...fresh, status }, addDays(sentOn, 90))).toEqual({ due: null, why: 'answered' });
    },
  );

  it('is the same for a CV that was opened: an opening is no answer', () => {
    expect(live({ ...fresh, status: 'seen' }, 60)).toEqual(live(fresh, 60));
  });

  it('waits while the team holds it, and goes on the day the pause ends', () => {
    const nights = live(fresh, 90, { pause: { from: sentOn, until: '2026-03-16' } });
    expect(nights[0]).toEqual({ day: '2026-03-16', did: 'nudge' });
    expect(nights.map(({ did }) => did)).toEqual(['nudge', 'last_chance', 'close']);
  });

  it('writes no more to an address whose letters come back, and closes nobody for it', () => {
    const dead = { ...fresh, addressIsDead: true };
    for (let step = 0; step < 60; step += 1) {
      expect(nextRung(dead, addDays(sentOn, step))).toEqual({ due: null, why: 'dead_address' });
    }
  });

  it('closes nobody for a silence to a last chance that never left', () => {
    const nights = live(fresh, 120, { leaves: (day) => day < '2026-03-10' });
    expect(nights.map(({ did }) => did)).toEqual(['nudge', 'last_chance']);
    const kept = { ...fresh, reminded: [rung('nudge', '2026-03-06'), rung('last_chance', '2026-03-13', false)] };
    expect(nextRung(kept, '2026-06-01')).toEqual({ due: null, why: 'not_left' });
  });

  it('leaves the company whole days after its last chance, even when that came late', () => {
    const late = {
      ...fresh,
      reminded: [rung('nudge', '2026-03-06'), rung('last_chance', '2026-04-14')],
      lastToAddressOn: '2026-04-14',
    };
    expect(nextRung(late, '2026-04-15')).toEqual({ due: null, why: 'too_soon' });
    const first = [...Array(10).keys()]
      .map((step) => addDays('2026-04-14', step))
      .find((day) => nextRung(late, day).due);
    expect(workingDaysSince('2026-04-14', first ?? '')).toBe(lastChanceDays);
  });

  it('never writes within three days of another reminder to the same address, whatever it was about', () => {
    for (let gap = 0; gap < guardDays; gap += 1) {
      const today = '2026-03-06';
      expect(nextRung({ ...fresh, lastToAddressOn: addDays(today, -gap) }, today)).toEqual({ due: null, why: 'guard' });
    }
    expect(nextRung({ ...fresh, lastToAddressOn: '2026-03-03' }, '2026-03-06')).toEqual({ due: 'nudge' });
  });

  it('keeps every guarantee at once, over random lives of several CVs of one address', () => {
    const life = fc.record({
      offsets: fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 6 }),
      pauses: fc.array(fc.option(fc.record({ from: fc.nat({ max: 40 }), days: fc.integer({ min: 1, max: 20 }) }))),
      answeredAt: fc.array(fc.option(fc.nat({ max: 60 }))),
    });
    fc.assert(
      fc.property(life, ({ offsets, pauses, answeredAt }) => {
        const states = offsets.map((offset) => ({ ...fresh, sentOn: addDays(sentOn, offset) }) as Silence);
        const written: Day[] = [];
        for (let step = 0; step < 110; step += 1) {
          const day = addDays(sentOn, step);
          if (!isWorkingDay(day)) continue;
          for (const [at, before] of states.entries()) {
            const pause = pauses[at];
            const closes = answeredAt[at];
            let silence: Silence = { ...before, lastToAddressOn: written.at(-1) ?? null };
            if (pause && step >= pause.from)
              silence = { ...silence, pausedUntil: addDays(sentOn, pause.from + pause.days) };
            if (closes != null && step >= closes) silence = { ...silence, status: 'interview' };
            const { due } = nextRung(silence, day);
            if (due !== null) {
              expect(silence.status).toBe('sent');
              expect(silence.pausedUntil === null || silence.pausedUntil <= day).toBe(true);
              expect(silence.reminded.some((one) => one.rung === due)).toBe(false);
            }
            if (due === 'close') {
              const last = silence.reminded.find((one) => one.rung === 'last_chance');
              expect(last?.left).toBe(true);
              expect(workingDaysSince(last?.on ?? day, day)).toBeGreaterThanOrEqual(lastChanceDays);
              silence = { ...silence, status: 'closed' };
            } else if (due !== null) {
              const last = written.at(-1);
              if (last !== undefined) expect(daysBetween(last, day)).toBeGreaterThanOrEqual(guardDays);
              written.push(day);
              silence = { ...silence, reminded: [...silence.reminded, rung(due, day)] };
            }
            states[at] = silence;
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
