import { settleHours } from '@jonction/domain/hours/judge';
import {
  balanceOf,
  changesByLine,
  hoursMoved,
  type LedgerEntry,
  type LedgerPosting,
  ledgerDelta,
  ledgerPortionsOf,
  standingEntries,
} from '@jonction/domain/hours/ledger';
import { rulebookOf } from '@jonction/domain/hours/winning-rule';
import { endOfParisDay } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenArbitrary } from './arbitraries.ts';
import type { Given } from './oracle.ts';
import { decision, emergency, judge, line, ordinary, placement, sickLine } from './placed.ts';

type Asked = Partial<Given>;

function portionsFor(asked: Asked) {
  const given = { placement, policies: [ordinary, emergency], lines: [], knownOn: '2020-09-01', ...asked };
  return ledgerPortionsOf(settleHours(rulebookOf(given.policies, given.knownOn), given));
}

/** Writes postings after what is recorded, all at one instant, as one transaction does. */
function write(recorded: LedgerEntry[], postings: LedgerPosting[], recordedAt: string): LedgerEntry[] {
  const written = postings.map((posting, index) => ({
    ...posting,
    id: `e${recorded.length + index + 1}`,
    recordedAt: new Date(recordedAt),
  }));
  return [...recorded, ...written];
}

function rejudge(recorded: LedgerEntry[], asked: Asked, recordedAt: string): LedgerEntry[] {
  return write(recorded, ledgerDelta({ recorded, judged: portionsFor(asked) }), recordedAt);
}

/** `e1 a 2020-04-06..2020-04-10 3500 pending sick-ss`, and what it reverses. */
function read(entries: LedgerEntry[]): string[] {
  return entries.map(({ id, line: of, from, to, centihours, status, rule, reverses, decidedBy }) =>
    [
      id,
      of,
      `${from}..${to}`,
      centihours,
      status,
      rule ?? 'check',
      decidedBy ?? '',
      reverses ? `reverses ${reverses}` : '',
    ]
      .filter(Boolean)
      .join(' '),
  );
}

const year = { fromMonth: '2020-01', toMonth: '2020-12' };
const lines = [line(), sickLine({ id: 's' })];
const first = rejudge([], { lines }, '2020-05-02T09:00:00Z');

describe('a first judgement', () => {
  test('writes one entry a portion, and reverses nothing', () => {
    expect(read(first)).toEqual([
      'e1 a 2020-02-03..2020-02-03 700 validated worked',
      'e2 s 2020-04-06..2020-04-10 3500 pending sick-ss',
    ]);
  });

  test('cuts portions at the end of months, so that each month adds up by itself', () => {
    const long = line({ from: '2020-01-30', to: '2020-04-02', centihours: 46 * 700 });
    expect(read(rejudge([], { lines: [long] }, '2020-05-02T09:00:00Z'))).toEqual([
      'e1 a 2020-01-30..2020-01-31 1400 validated worked',
      'e2 a 2020-02-03..2020-02-28 14000 validated worked',
      'e3 a 2020-03-02..2020-03-31 15400 validated worked',
      'e4 a 2020-04-01..2020-04-02 1400 validated worked',
    ]);
  });

  test('cuts portions where somebody else decided, and names who did', () => {
    const decisions = [
      { ...decision({ rule: 'sick-ss', accept: true, to: '2020-04-07', by: 'F1' }), id: 'D1' },
      { ...decision({ rule: 'sick-ss', accept: true, from: '2020-04-08', by: 'F2' }), id: 'D2' },
    ];
    const portions = portionsFor({ lines: [sickLine()], decisions });
    expect(portions.map(({ from, to, decidedBy, decision: id }) => [from, to, decidedBy, id])).toEqual([
      ['2020-04-06', '2020-04-07', 'F1', 'D1'],
      ['2020-04-08', '2020-04-10', 'F2', 'D2'],
    ]);
  });

  test('names nobody where nobody had to decide', () => {
    const portions = portionsFor({ lines, decisions: [decision({ accept: true })] });
    expect(portions.every((portion) => portion.decidedBy === null && portion.decision === null)).toBe(true);
  });
});

describe('judging again', () => {
  test('with the same knowledge writes nothing', () => {
    expect(ledgerDelta({ recorded: first, judged: portionsFor({ lines }) })).toEqual([]);
  });

  test('after a decision reverses what waited and writes what was decided', () => {
    const decisions = [decision({ line: 's', accept: true })];
    const second = rejudge(first, { lines, decisions }, '2020-05-04T09:00:00Z');
    expect(read(second)).toEqual([
      ...read(first),
      'e3 s 2020-04-06..2020-04-10 -3500 pending sick-ss reverses e2',
      'e4 s 2020-04-06..2020-04-10 3500 validated sick-ss F1',
    ]);
  });

  test('after another person decided the same writes who answers for the hours now', () => {
    const byOne = rejudge([], { lines, decisions: [decision({ line: 's', accept: true })] }, '2020-05-04T09:00:00Z');
    const again = [decision({ line: 's', accept: true }), decision({ line: 's', accept: true, by: 'F2' })];
    expect(read(rejudge(byOne, { lines, decisions: again }, '2020-05-05T09:00:00Z')).slice(2)).toEqual([
      'e3 s 2020-04-06..2020-04-10 -3500 validated sick-ss F1 reverses e2',
      'e4 s 2020-04-06..2020-04-10 3500 validated sick-ss F2',
    ]);
  });

  test('after a line was corrected reverses it and writes it anew, and leaves the others alone', () => {
    const corrected = [line({ centihours: 350 }), sickLine({ id: 's' })];
    expect(read(rejudge(first, { lines: corrected }, '2020-05-04T09:00:00Z')).slice(2)).toEqual([
      'e3 a 2020-02-03..2020-02-03 -700 validated worked reverses e1',
      'e4 a 2020-02-03..2020-02-03 350 validated worked',
    ]);
  });

  test('after a line was replaced by another reverses it whole', () => {
    const replaced = [line({ id: 'b', centihours: 600 }), sickLine({ id: 's' })];
    expect(read(rejudge(first, { lines: replaced }, '2020-05-04T09:00:00Z')).slice(2)).toEqual([
      'e3 a 2020-02-03..2020-02-03 -700 validated worked reverses e1',
      'e4 b 2020-02-03..2020-02-03 600 validated worked',
    ]);
  });

  test('touches only the months that changed', () => {
    const spring = [sickLine({ from: '2020-03-23', to: '2020-05-07', centihours: 31 * 700 })];
    const known = rejudge([], { lines: spring }, '2020-05-10T09:00:00Z');
    const decisions = [decision({ rule: 'sick-ss', accept: true, from: '2020-05-01', to: '2020-05-31' })];
    const added = rejudge(known, { lines: spring, decisions }, '2020-05-11T09:00:00Z').slice(known.length);
    expect(new Set(added.map((entry) => entry.from.slice(0, 7)))).toEqual(new Set(['2020-05']));
  });

  test('there and back leaves three judgements to read, and the first to hold', () => {
    const decisions = [decision({ line: 's', accept: true })];
    const second = rejudge(first, { lines, decisions }, '2020-05-04T09:00:00Z');
    const third = rejudge(second, { lines }, '2020-05-06T09:00:00Z');
    expect(read(third).slice(4)).toEqual([
      'e5 s 2020-04-06..2020-04-10 -3500 validated sick-ss F1 reverses e4',
      'e6 s 2020-04-06..2020-04-10 3500 pending sick-ss',
    ]);
    expect(standingEntries(third).map((entry) => entry.id)).toEqual(['e1', 'e6']);
    expect(ledgerDelta({ recorded: third, judged: portionsFor({ lines }) })).toEqual([]);
  });

  test('two lines that look alike are written and kept as two', () => {
    const twins = [line(), line()];
    const known = rejudge([], { lines: twins }, '2020-05-04T09:00:00Z');
    expect(known).toHaveLength(2);
    expect(ledgerDelta({ recorded: known, judged: portionsFor({ lines: twins }) })).toEqual([]);
    expect(read(rejudge(known, { lines: [line()] }, '2020-05-05T09:00:00Z')).slice(2)).toEqual([
      'e3 a 2020-02-03..2020-02-03 -700 validated worked reverses e2',
    ]);
  });
});

describe('the balance', () => {
  const decisions = [decision({ line: 's', accept: true })];
  const second = rejudge(first, { lines, decisions }, '2020-05-04T09:00:00Z');

  test.each([
    ['2020-05-02T08:59:59Z', { validated: 0, pending: 0, rejected: 0 }],
    ['2020-05-02T09:00:00Z', { validated: 700, pending: 3500, rejected: 0 }],
    ['2020-05-04T08:59:59Z', { validated: 700, pending: 3500, rejected: 0 }],
    ['2020-05-04T09:00:00Z', { validated: 4200, pending: 0, rejected: 0 }],
    ['2030-01-01T00:00:00Z', { validated: 4200, pending: 0, rejected: 0 }],
  ])('of the year, as known at %s', (knownAt, expected) => {
    expect(balanceOf(second, { ...year, knownAt: new Date(knownAt) })).toEqual(expected);
  });

  test.each([
    ['2020-02', '2020-02', 700],
    ['2020-03', '2020-03', 0],
    ['2020-04', '2020-04', 3500],
    ['2020-01', '2020-03', 700],
    ['2020-02', '2020-04', 4200],
    ['2019-01', '2019-12', 0],
  ])('of the months %s to %s', (fromMonth, toMonth, validated) => {
    const knownAt = new Date('2020-06-01T00:00:00Z');
    expect(balanceOf(second, { fromMonth, toMonth, knownAt })).toMatchObject({ validated });
  });

  test('"as known on a day" is as known at its last instant in Paris', () => {
    const lateEvening = rejudge([], { lines: [line()] }, '2020-05-01T21:30:00Z');
    const march = (day: string) => balanceOf(lateEvening, { ...year, knownAt: endOfParisDay(day) }).validated;
    expect(march('2020-04-30')).toBe(0);
    expect(march('2020-05-01')).toBe(700);
  });
});

describe('before a policy is published', () => {
  test('says how many hours leave a status for another', () => {
    const known = rejudge([], { lines, policies: [ordinary], knownOn: '2020-04-20' }, '2020-04-20T09:00:00Z');
    const delta = ledgerDelta({ recorded: known, judged: portionsFor({ lines }) });
    expect(hoursMoved(delta)).toEqual({ validated: 0, pending: 3500, rejected: -3500, moved: 3500 });
  });

  test('says that nothing moves when nothing changes', () => {
    expect(hoursMoved(ledgerDelta({ recorded: first, judged: portionsFor({ lines }) }))).toEqual({
      validated: 0,
      pending: 0,
      rejected: 0,
      moved: 0,
    });
  });

  test('counts lines apart: hours won on one and lost on another are both moved', () => {
    const both = [sickLine({ id: 's' }), sickLine({ id: 't', from: '2020-04-14', to: '2020-04-17', centihours: 2800 })];
    const yes = rejudge(
      [],
      { lines: both, decisions: [decision({ line: 's', accept: true })] },
      '2020-05-04T09:00:00Z',
    );
    const swapped = portionsFor({ lines: both, decisions: [decision({ line: 't', accept: true })] });
    expect(hoursMoved(ledgerDelta({ recorded: yes, judged: swapped }))).toEqual({
      validated: -700,
      pending: 700,
      rejected: 0,
      moved: 6300,
    });
  });
});

describe('the change of each line', () => {
  test('is told apart, and sums to nothing on a line that was there before', () => {
    const both = [sickLine({ id: 's' }), sickLine({ id: 't', from: '2020-04-14', to: '2020-04-17', centihours: 2800 })];
    const before = rejudge([], { lines: both }, '2020-05-04T09:00:00Z');
    const decided = portionsFor({ lines: both, decisions: [decision({ line: 't', accept: true, centihours: 1000 })] });
    expect([...changesByLine(ledgerDelta({ recorded: before, judged: decided }))]).toEqual([
      ['t', { validated: 1000, pending: -2800, rejected: 1800, moved: 2800 }],
    ]);
  });

  test('is all that a new line brings', () => {
    const next = sickLine({ id: 'n', from: '2020-04-20', to: '2020-04-24' });
    const delta = ledgerDelta({ recorded: first, judged: portionsFor({ lines: [...lines, next] }) });
    expect([...changesByLine(delta)]).toEqual([['n', { validated: 0, pending: 3500, rejected: 0, moved: 3500 }]]);
  });

  test('of every line makes what moves in all', () => {
    fc.assert(
      fc.property(givenArbitrary, givenArbitrary, (given, other) => {
        const recorded = rejudge([], given, '2020-06-01T12:00:00Z');
        const delta = ledgerDelta({ recorded, judged: portionsFor({ ...other, lines: given.lines }) });
        const changes = [...changesByLine(delta).values()];
        const all = hoursMoved(delta);
        for (const field of ['validated', 'pending', 'rejected', 'moved'] as const) {
          expect(changes.reduce((sum, change) => sum + change[field], 0)).toBe(all[field]);
        }
        for (const { validated, pending, rejected } of changes) expect(validated + pending + rejected).toBe(0);
      }),
    );
  });
});

describe('whatever is judged, and judged again', () => {
  const judgements = fc.array(givenArbitrary, { minLength: 1, maxLength: 4 });

  function writeAll(all: readonly Given[]): LedgerEntry[] {
    return all.reduce<LedgerEntry[]>(
      (recorded, given, index) => rejudge(recorded, given, `2020-06-0${index + 1}T12:00:00Z`),
      [],
    );
  }

  test('writing the same judgement twice writes nothing the second time', () => {
    fc.assert(
      fc.property(judgements, (all) => {
        const recorded = writeAll(all);
        expect(ledgerDelta({ recorded, judged: portionsFor(all.at(-1) ?? {}) })).toEqual([]);
      }),
    );
  });

  test('the balance is that of the last judgement', () => {
    fc.assert(
      fc.property(judgements, (all) => {
        const knownAt = new Date('2020-07-01T00:00:00Z');
        const balance = balanceOf(writeAll(all), { fromMonth: '2020-01', toMonth: '2020-12', knownAt });
        expect(balance).toEqual(judge(all.at(-1) ?? {}).totals);
      }),
    );
  });

  test('the balance as known at an instant is that of the last judgement before it, whatever came after', () => {
    fc.assert(
      fc.property(judgements, fc.nat(3), (all, place) => {
        const asked = Math.min(place, all.length - 1);
        const knownAt = new Date(`2020-06-0${asked + 1}T18:00:00Z`);
        const balance = balanceOf(writeAll(all), { fromMonth: '2020-01', toMonth: '2020-12', knownAt });
        expect(balance).toEqual(judge(all[asked] ?? {}).totals);
      }),
    );
  });

  test('the entries of a line sum to its hours at every moment', () => {
    fc.assert(
      fc.property(givenArbitrary, givenArbitrary, (given, other) => {
        const sameLines = { ...other, lines: given.lines };
        const recorded = writeAll([given, sameLines, given]);
        for (const day of [1, 2, 3]) {
          const known = recorded.filter((entry) => entry.recordedAt <= new Date(`2020-06-0${day}T12:00:00Z`));
          for (const { id, centihours } of given.lines) {
            const sum = known.reduce((total, entry) => total + (entry.line === id ? entry.centihours : 0), 0);
            expect(sum).toBe(centihours);
          }
        }
      }),
    );
  });

  test('no entry is reversed twice, none reverses a reversal, and reversals mirror what they reverse', () => {
    fc.assert(
      fc.property(judgements, (all) => {
        const recorded = writeAll(all);
        const reversals = recorded.filter((entry) => entry.reverses !== null);
        expect(new Set(reversals.map((entry) => entry.reverses)).size).toBe(reversals.length);
        for (const { id: _, recordedAt: __, reverses, centihours, ...rest } of reversals) {
          const original = recorded.find((entry) => entry.id === reverses);
          expect(original).toMatchObject({ ...rest, centihours: -centihours, reverses: null });
        }
      }),
    );
  });

  test('every entry stays within one month', () => {
    fc.assert(
      fc.property(givenArbitrary, (given) => {
        for (const { from, to } of portionsFor(given)) expect(from.slice(0, 7)).toBe(to.slice(0, 7));
      }),
    );
  });

  test('what moves between statuses sums to nothing as long as the lines are the same', () => {
    fc.assert(
      fc.property(givenArbitrary, givenArbitrary, (given, other) => {
        const recorded = rejudge([], given, '2020-06-01T12:00:00Z');
        const delta = ledgerDelta({ recorded, judged: portionsFor({ ...other, lines: given.lines }) });
        const { validated, pending, rejected, moved } = hoursMoved(delta);
        expect(validated + pending + rejected).toBe(0);
        expect(moved).toBeGreaterThanOrEqual(Math.max(validated, pending, rejected));
      }),
    );
  });
});
