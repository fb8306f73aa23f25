import { type CensusContract, censusSayingSchema, judgeSaying, mayWithdraw } from '@jonction/domain/census/change';
import type { ContractFact } from '@jonction/domain/contract/event';
import {
  type ContractEventType,
  type ContractStatus,
  contractEventTypes,
  contractTransitions,
} from '@jonction/domain/contract/lifecycle';
import { foldStatus } from '@jonction/domain/contract/status';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2020-04-12';
const fact = (type: ContractEventType, on: string, changes: Partial<ContractFact> = {}): ContractFact => ({
  type,
  on,
  recordedOn: on,
  endsOn: null,
  ...changes,
});
const running = [fact('notify', '2020-01-06', { endsOn: '2020-12-19' }), fact('start', '2020-01-13')];
const stopped = [...running, fact('stop', '2020-03-17')];
const suspended = [...running, fact('suspend', '2020-03-20')];
const contracts = (...all: (readonly ContractFact[])[]): CensusContract[] =>
  all.map((facts, index) => ({ id: `c${index + 1}`, facts }));
const saying = (answer: ContractEventType | 'no_change', on = '2020-03-17', endsOn: string | null = null) => ({
  answer,
  on,
  endsOn,
});

describe('what one saying does to many contracts', () => {
  it('stops on 17 March the sites that ran, and says of the others what would fit', () => {
    const { kept, turned } = judgeSaying(contracts(running, stopped, suspended, []), saying('stop'), today);
    expect(kept).toEqual([
      { id: 'c1', before: 'active', after: 'stopped' },
      // Suspended on the 20th only: on the 17th it ran, and the suspension that follows still holds.
      { id: 'c3', before: 'active', after: 'stopped' },
    ]);
    expect(turned).toEqual([
      {
        id: 'c2',
        status: 'stopped',
        allowed: ['complete', 'extend', 'resume', 'suspend', 'suspend_clause', 'terminate'],
      },
      { id: 'c4', status: 'none', allowed: ['notify', 'plan'] },
    ]);
  });

  it('judges on the day of effect, not on today: what was said of a later day does not count there', () => {
    const { kept } = judgeSaying(contracts(stopped), saying('suspend', '2020-03-10'), today);
    expect(kept).toEqual([{ id: 'c1', before: 'active', after: 'suspended' }]);
  });

  it('counts what the day of effect already holds: stopped and resumed on one day', () => {
    const { kept } = judgeSaying(contracts(stopped), saying('resume', '2020-03-17'), today);
    expect(kept).toEqual([{ id: 'c1', before: 'stopped', after: 'active' }]);
  });

  it('leaves the status where an amendment extends', () => {
    const { kept } = judgeSaying(contracts(running, stopped), saying('extend', '2020-04-01', '2021-03-31'), today);
    expect(kept.map(({ before, after }) => [before, after])).toEqual([
      ['active', 'active'],
      ['stopped', 'stopped'],
    ]);
  });

  it('takes "no change" of any contract, whatever its status, and moves nothing', () => {
    const { kept, turned } = judgeSaying(contracts(running, suspended, []), saying('no_change', today), today);
    expect(turned).toEqual([]);
    expect(kept).toEqual([
      { id: 'c1', before: 'active', after: 'active' },
      { id: 'c2', before: 'suspended', after: 'suspended' },
      { id: 'c3', before: 'none', after: 'none' },
    ]);
  });

  it('does not see what was taken back', () => {
    const back = [...running, fact('stop', '2020-03-17', { withdrawnOn: '2020-04-01' })];
    expect(judgeSaying(contracts(back), saying('stop', '2020-03-18'), today).kept).toHaveLength(1);
    // Taken back tomorrow, it still counts today.
    const later = [...running, fact('stop', '2020-03-17', { withdrawnOn: '2020-04-13' })];
    expect(judgeSaying(contracts(later), saying('stop', '2020-03-18'), today).turned).toHaveLength(1);
  });

  it('judges each apart: the whole is the sum of its parts, in any order', () => {
    const lives = fc.array(
      fc
        .array(
          fc
            .tuple(fc.constantFrom(...contractEventTypes), fc.integer({ min: 1, max: 28 }))
            .map(([type, day]) => fact(type, `2020-02-${String(day).padStart(2, '0')}`)),
          { maxLength: 6 },
        )
        .map((more) => [...running, ...more]),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(lives, fc.constantFrom(...contractEventTypes), (all, type) => {
        const given = contracts(...all);
        const said = saying(type, '2020-02-14');
        const { kept, turned } = judgeSaying(given, said, today);
        expect([...kept, ...turned].map(({ id }) => id).sort()).toEqual(given.map(({ id }) => id).sort());
        const alone = given.map((one) => judgeSaying([one], said, today));
        expect(alone.flatMap((one) => one.kept)).toEqual(kept);
        expect(alone.flatMap((one) => one.turned)).toEqual(turned);
        for (const { before } of kept) expect(contractTransitions[type].from).toContain(before);
        for (const one of turned) expect(contractTransitions[type].from).not.toContain(one.status);
      }),
    );
  });
});

describe('what may be taken back', () => {
  const resumed = [...stopped, fact('resume', '2020-04-01')];

  it.each<[string, readonly ContractFact[], number, boolean]>([
    ['the last thing said', stopped, 2, true],
    ['a resumption', resumed, 3, true],
    ['not a stop that a resumption rests on', resumed, 2, false],
    ['not a start that a stop rests on, unless notified contracts may stop', stopped, 1, true],
    ['not a notification: all the rest hangs on it', running, 0, false],
    ['a second stop, that was skipped', [...stopped, fact('stop', '2020-03-18')], 3, true],
  ])('%s', (_, facts, index, allowed) => {
    expect(mayWithdraw(facts, index, today)).toBe(allowed);
  });

  it('frees what was skipped because of it, and harms nothing', () => {
    // "stopped" twice: the second was skipped; without the first it holds.
    const twice = [...stopped, fact('stop', '2020-03-18')];
    expect(mayWithdraw(twice, 2, today)).toBe(true);
    const without = twice.map((one, at) => (at === 2 ? { ...one, withdrawnOn: today } : one));
    expect(foldStatus({ events: without, asOf: today, knownOn: today })).toMatchObject({
      status: 'stopped',
      refused: [],
    });
  });

  it('undoes what a saying did: the status is again what it was, on any life', () => {
    const life = fc.array(fc.constantFrom(...contractEventTypes), { maxLength: 8 });
    fc.assert(
      fc.property(life, fc.constantFrom(...contractEventTypes), (types, type) => {
        const facts = [...running, ...types.map((one, at) => fact(one, `2020-02-${String(at + 10)}`))];
        const { kept } = judgeSaying([{ id: 'c', facts }], saying(type, today), today);
        if (kept.length === 0) return;
        const said = [...facts, fact(type, today)];
        expect(mayWithdraw(said, facts.length, today)).toBe(true);
        const after = said.map((one, at) => (at === facts.length ? { ...one, withdrawnOn: today } : one));
        const statusOf = (events: readonly ContractFact[]): ContractStatus =>
          foldStatus({ events, asOf: today, knownOn: today }).status;
        expect(statusOf(after)).toBe(statusOf(facts));
      }),
    );
  });
});

describe('a fact that was taken back', () => {
  const events = [...running, fact('stop', '2020-03-17', { recordedOn: '2020-03-20', withdrawnOn: '2020-04-02' })];

  it.each<[string, ContractStatus]>([
    ['2020-03-19', 'active'],
    ['2020-03-20', 'stopped'],
    ['2020-04-01', 'stopped'],
    ['2020-04-02', 'active'],
    ['2020-12-31', 'active'],
  ])('as known on %s: %s', (knownOn, status) => {
    expect(foldStatus({ events, asOf: '2020-04-01', knownOn }).status).toBe(status);
  });
});

describe('what the form of a saying takes', () => {
  const full = {
    answer: 'stop',
    on: '2020-03-17',
    endsOn: null,
    source: 'phone',
    saidBy: ' Mme Petit ',
    legalBasis: null,
    note: null,
  };

  it('is trimmed', () => {
    expect(censusSayingSchema.parse(full).saidBy).toBe('Mme Petit');
  });

  it.each([
    ['an answer that is none', { answer: 'perhaps' }],
    ['a day that is none', { on: '2020-02-30' }],
    ['open data, which nobody says', { source: 'decp' }],
    ['an imported list', { source: 'import' }],
    ['a name that never ends', { saidBy: 'x'.repeat(201) }],
    ['a text that never ends', { legalBasis: 'x'.repeat(301) }],
    ['a note that never ends', { note: 'x'.repeat(2001) }],
    ['an end that is no day', { endsOn: 'demain' }],
  ])('refuses %s', (_, changes) => {
    expect(censusSayingSchema.safeParse({ ...full, ...changes }).success).toBe(false);
  });
});
