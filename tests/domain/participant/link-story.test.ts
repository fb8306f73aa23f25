import { linkLifeDays, pageLifeMinutes } from '@jonction/domain/participant/link';
import {
  afterFailure,
  expectedAnswer,
  mayTry,
  mostFailures,
  pausedUntil,
  pausesSeconds,
  readAnswer,
  type Tries,
  typedAnswerSchema,
} from '@jonction/domain/participant/link-check';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** A link as the base keeps it, and what a press of the button does to it: the rules put together, without a base. */
class Door {
  tries: Tries = { failures: 0, lastFailedAt: null, lockedAt: null };
  opened = 0;
  readonly onFile: { birthDate: string | null; phone: string | null };
  constructor(onFile: { birthDate: string | null; phone: string | null }) {
    this.onFile = onFile;
  }

  press(answer: { day?: string; month?: string; digits?: string }, now: Date): string {
    const may = mayTry(this.tries, now);
    if (!may.ok) return may.refusal.code;
    const given = readAnswer(typedAnswerSchema.parse(answer));
    if (given === null) return 'unread';
    if (given === expectedAnswer(this.onFile)) {
      this.tries = { failures: 0, lastFailedAt: null, lockedAt: null };
      this.opened += 1;
      return 'open';
    }
    const { locks } = afterFailure(this.tries.failures);
    this.tries = { failures: this.tries.failures + 1, lastFailedAt: now, lockedAt: locks ? now : null };
    return locks ? 'locked' : 'wrong';
  }
}

const birthDate = '1988-03-07';
const right = { day: '7', month: '3' };
const wrong = { day: '8', month: '3' };
const start = Date.parse('2026-05-04T09:00:00Z');
const later = (seconds: number) => new Date(start + seconds * 1000);

const press = fc.record({
  answer: fc.constantFrom(right, wrong, { day: 'x', month: '3' }, { digits: '0703' }, { digits: '1234' }, {}),
  wait: fc.constantFrom(0, 1, 5, 29, 31, 119, 121, 599, 601, 3600),
});
const presses = fc.array(press, { maxLength: 40 });

/** The instants of a series of presses, each some seconds after the last. */
function play(door: Door, series: readonly { answer: Parameters<Door['press']>[0]; wait: number }[]) {
  let seconds = 0;
  return series.map(({ answer, wait }) => {
    seconds += wait;
    const before = door.tries;
    return { answer, at: later(seconds), before, said: door.press(answer, later(seconds)), now: door.tries };
  });
}

describe('the story of a link', () => {
  it('opens at once to whoever knows', () => {
    const door = new Door({ birthDate, phone: null });
    expect(door.press(right, later(0))).toBe('open');
    expect(door.press(right, later(0))).toBe('open');
    expect(door.opened).toBe(2);
  });

  it('forgives a slip: one mistake, a few seconds, and she is in, as if nothing had been', () => {
    const door = new Door({ birthDate, phone: null });
    expect(door.press(wrong, later(0))).toBe('wrong');
    expect(door.press(right, later(1))).toBe('participant.page_paused');
    expect(door.press(right, later(pausesSeconds[0]))).toBe('open');
    expect(door.tries).toEqual({ failures: 0, lastFailedAt: null, lockedAt: null });
  });

  it('is locked by as many mistakes as the rule says, and by no fewer', () => {
    const door = new Door({ birthDate, phone: null });
    const said = Array.from({ length: mostFailures }, (_, index) => door.press(wrong, later(index * 3600)));
    expect(said).toEqual([...Array.from({ length: mostFailures - 1 }, () => 'wrong'), 'locked']);
    expect(door.press(right, later(1e6))).toBe('participant.page_locked');
  });

  it('reads figures of the day and month as well as the two apart: they are the same answer', () => {
    const door = new Door({ birthDate, phone: null });
    expect(door.press({ digits: '0703' }, later(0))).toBe('open');
  });

  it('never opens where nothing is on file, and looks no different while it refuses', () => {
    fc.assert(
      fc.property(presses, (series) => {
        const empty = new Door({ birthDate: null, phone: null });
        const other = new Door({ birthDate: '1999-12-31', phone: null });
        const never = series.map(({ answer, wait }) => ({ wait, answer: answer === right ? wrong : answer }));
        expect(play(empty, series).some(({ said }) => said === 'open')).toBe(false);
        expect(play(new Door({ birthDate: null, phone: null }), never).map(({ said }) => said)).toEqual(
          play(other, never).map(({ said }) => said),
        );
      }),
    );
  });

  it('opens by the right answer alone', () => {
    fc.assert(
      fc.property(presses, (series) => {
        for (const { said, answer } of play(new Door({ birthDate, phone: null }), series)) {
          if (said === 'open') expect([right, { digits: '0703' }]).toContainEqual(answer);
        }
      }),
    );
  });

  it('stays locked once locked', () => {
    fc.assert(
      fc.property(presses, (series) => {
        const said = play(new Door({ birthDate, phone: null }), series).map((step) => step.said);
        const locked = said.indexOf('locked');
        if (locked >= 0) {
          expect(new Set(said.slice(locked + 1)).size).toBeLessThanOrEqual(1);
          expect(said.slice(locked + 1).every((code) => code === 'participant.page_locked')).toBe(true);
        }
      }),
    );
  });

  it('counts only what was read: neither a slip nor a press during a pause', () => {
    fc.assert(
      fc.property(presses, (series) => {
        for (const { said, before, now } of play(new Door({ birthDate, phone: null }), series)) {
          if (said === 'unread' || said.startsWith('participant.')) expect(now).toEqual(before);
          if (said === 'wrong' || said === 'locked') expect(now.failures).toBe(before.failures + 1);
          if (said === 'open') expect(now.failures).toBe(0);
        }
      }),
    );
  });

  it('reads nothing before the pause it announced is over, and reads from then on', () => {
    fc.assert(
      fc.property(presses, (series) => {
        for (const { said, before, at } of play(new Door({ birthDate, phone: null }), series)) {
          const until = before.lockedAt === null ? pausedUntil(before, at) : null;
          expect(said === 'participant.page_paused').toBe(until !== null);
        }
      }),
    );
  });

  it('gives whoever guesses at most so many answers a link, whatever the rhythm', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4000), { maxLength: 60 }), (waits) => {
        const door = new Door({ birthDate, phone: null });
        const guesses = waits.map((wait, index) => ({
          wait,
          answer: { day: String((index % 28) + 1), month: '11' },
        }));
        const read = play(door, guesses).filter(({ said }) => said === 'wrong' || said === 'locked');
        expect(read.length).toBeLessThanOrEqual(mostFailures);
      }),
    );
  });

  it('takes longer to lock than somebody in a hurry has: a quarter of an hour of wrong answers', () => {
    const door = new Door({ birthDate, phone: null });
    let seconds = 0;
    while (door.tries.lockedAt === null) {
      const said = door.press(wrong, later(seconds));
      if (said === 'participant.page_paused') seconds += 1;
    }
    expect(seconds).toBe(pausesSeconds.reduce((sum, pause) => sum + pause, 0));
    expect(seconds).toBeGreaterThan(12 * 60);
  });
});

describe('the lives of a link and of a page', () => {
  it('a page ends long before its link: whoever finds the phone meets the question again', () => {
    expect(pageLifeMinutes * 60).toBeLessThan((linkLifeDays * 24 * 3600) / 100);
  });

  it('a link outlives two rounds of calls, and no more than a season', () => {
    // People are called every fifteen days (field report, EPEC 2020).
    expect(linkLifeDays).toBeGreaterThanOrEqual(2 * 15);
    expect(linkLifeDays).toBeLessThanOrEqual(90);
  });
});
