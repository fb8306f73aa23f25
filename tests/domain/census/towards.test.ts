import { eventTowards, sayingTowards } from '@jonction/domain/census/towards';
import {
  type ContractEventType,
  type ContractStatus,
  contractEventTypes,
  contractStatuses,
  contractTransitions,
  statusAfter,
} from '@jonction/domain/contract/lifecycle';
import { type Heard, type SaidFact, standingOn } from '@jonction/domain/contract/standing';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2020-04-12';
const fact = (type: ContractEventType, on: string, endsOn: string | null = null): SaidFact => ({
  ...{ type, on, endsOn, recordedOn: on, source: 'buyer_answer' },
});
const heard = (...facts: SaidFact[]): Heard => ({ facts, confirmations: [] });
const running = heard(fact('notify', '2020-01-06', '2020-12-19'), fact('start', '2020-01-13'));
const stopped = heard(...running.facts, fact('stop', '2020-03-17'));
const untouched = { status: null, since: null, endsOn: null, noChange: false };

describe('the event that leads from one status to another', () => {
  it.each<[ContractStatus, ContractStatus, ContractEventType]>([
    ['none', 'notified', 'notify'],
    ['notified', 'active', 'start'],
    ['active', 'stopped', 'stop'],
    ['stopped', 'active', 'resume'],
    ['suspended', 'active', 'resume'],
    ['stopped', 'suspended', 'suspend'],
    ['active', 'completed', 'complete'],
    ['completed', 'settled', 'settle'],
  ])('from %s to %s it is %s', (from, to, type) => {
    expect(eventTowards(from, to)).toBe(type);
  });

  it('is none where one step does not lead there, nor where there is nothing to do', () => {
    expect(eventTowards('none', 'active')).toBeNull();
    expect(eventTowards('suspended', 'stopped')).toBeNull();
    for (const status of contractStatuses) expect(eventTowards(status, status)).toBeNull();
  });

  it('is the only one: what a row says leaves no choice', () => {
    for (const from of contractStatuses) {
      for (const to of contractStatuses) {
        const leading = contractEventTypes.filter(
          (type) => contractTransitions[type].to === to && statusAfter(from, type) === to && from !== to,
        );
        expect(leading.length).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('what has to be said for a row to read as it was written', () => {
  it('is nothing where it reads so already, or where nobody wrote anything', () => {
    expect(sayingTowards(running, untouched, today)).toEqual({ ok: true, value: null });
    expect(sayingTowards(running, { ...untouched, status: 'active', endsOn: '2020-12-19' }, today)).toEqual({
      ok: true,
      value: null,
    });
  });

  it('is "no change" where somebody wrote so, of today', () => {
    expect(sayingTowards(running, { ...untouched, noChange: true }, today)).toEqual({
      ok: true,
      value: { answer: 'no_change', on: today, endsOn: null },
    });
  });

  it('is the event where something changed besides: "no change" and a change are a change', () => {
    expect(sayingTowards(running, { ...untouched, status: 'stopped', noChange: true }, today)).toMatchObject({
      value: { answer: 'stop' },
    });
  });

  it('is a stop from its day, or from today where no day was written', () => {
    const asked = { ...untouched, status: 'stopped' as const };
    expect(sayingTowards(running, { ...asked, since: '2020-03-17' }, today)).toEqual({
      ok: true,
      value: { answer: 'stop', on: '2020-03-17', endsOn: null },
    });
    expect(sayingTowards(running, asked, today)).toMatchObject({ value: { on: today } });
  });

  it('is an amendment where the end alone moves, and one event where both do', () => {
    expect(sayingTowards(stopped, { ...untouched, endsOn: '2021-03-19' }, today)).toEqual({
      ok: true,
      value: { answer: 'extend', on: today, endsOn: '2021-03-19' },
    });
    const both = { ...untouched, status: 'active' as const, since: '2020-04-06', endsOn: '2021-03-19' };
    expect(sayingTowards(stopped, both, today)).toEqual({
      ok: true,
      value: { answer: 'resume', on: '2020-04-06', endsOn: '2021-03-19' },
    });
  });

  it('leaves aside the day of a status that does not change', () => {
    expect(sayingTowards(stopped, { ...untouched, status: 'stopped', since: '2020-03-10' }, today)).toEqual({
      ok: true,
      value: null,
    });
  });

  it('refuses a status that no one event leads to, and says which it could be', () => {
    expect(sayingTowards(heard(), { ...untouched, status: 'active' }, today)).toEqual({
      ok: false,
      refusal: {
        code: 'census.no_way',
        facts: { on: today, before: 'none', status: 'active', allowed: 'notified,planned' },
      },
    });
  });

  it('refuses a stop of a day before the contract was notified', () => {
    expect(sayingTowards(running, { ...untouched, status: 'stopped', since: '2020-01-02' }, today)).toMatchObject({
      refusal: { code: 'census.no_way_that_day', facts: { before: 'none' } },
    });
  });

  it('refuses what a later word would undo: stopped in February, when it resumed in March', () => {
    const resumed = heard(...running.facts, fact('stop', '2020-02-03'), fact('resume', '2020-03-02'));
    expect(sayingTowards(resumed, { ...untouched, status: 'suspended', since: '2020-02-10' }, today)).toMatchObject({
      refusal: { code: 'census.said_since' },
    });
  });

  it('refuses an end before the day of effect, and a day more than a year ahead', () => {
    expect(sayingTowards(running, { ...untouched, endsOn: '2020-04-11' }, today)).toMatchObject({
      refusal: { code: 'census.ends_before' },
    });
    expect(sayingTowards(running, { ...untouched, status: 'stopped', since: '2021-04-13' }, today)).toMatchObject({
      refusal: { code: 'census.too_far' },
    });
    expect(sayingTowards(running, { ...untouched, status: 'stopped', since: '2021-04-12' }, today)).toMatchObject({
      ok: true,
      value: { answer: 'stop' },
    });
  });
});

describe('whatever a contract lived and whatever is written', () => {
  const days = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2019-06-01', days));
  const lives = fc.array(
    fc.record({
      type: fc.constantFrom(...contractEventTypes),
      on: days,
      recordedOn: days,
      endsOn: fc.option(days, { nil: null }),
      source: fc.constant('phone' as const),
    }),
    { maxLength: 8 },
  );
  const wanted = fc.record({
    status: fc.option(fc.constantFrom(...contractStatuses), { nil: null }),
    since: fc.option(days, { nil: null }),
    endsOn: fc.option(days, { nil: null }),
    noChange: fc.boolean(),
  });

  it('what is said makes the row read as it was written, on the later of its day and today', () => {
    fc.assert(
      fc.property(lives, wanted, (facts, row) => {
        const decision = sayingTowards(heard(...facts), row, today);
        if (!decision.ok || !decision.value || decision.value.answer === 'no_change') return;
        const { answer, on, endsOn } = decision.value;
        const said = { type: answer, on, endsOn, recordedOn: today, source: 'phone' as const };
        const reached = standingOn(heard(...facts, said), on > today ? on : today);
        if (row.status !== null) expect(reached.status).toBe(row.status);
        if (row.endsOn !== null) expect(reached.endsOn).toBe(row.endsOn);
      }),
      { numRuns: 500 },
    );
  });

  it('nothing is said only of rows that read so already', () => {
    fc.assert(
      fc.property(lives, wanted, (facts, row) => {
        const decision = sayingTowards(heard(...facts), row, today);
        if (!decision.ok || decision.value !== null) return;
        const now = standingOn(heard(...facts), today);
        expect([row.status ?? now.status, row.endsOn ?? now.endsOn, row.noChange]).toEqual([
          now.status,
          now.endsOn,
          false,
        ]);
      }),
      { numRuns: 500 },
    );
  });
});
