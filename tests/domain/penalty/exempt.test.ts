import type { ContractFact } from '@jonction/domain/contract/event';
import { contractEventTypes } from '@jonction/domain/contract/lifecycle';
import { foldStatus } from '@jonction/domain/contract/status';
import { exemptionsOf } from '@jonction/domain/penalty/exempt';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const fact = (type: ContractFact['type'], on: string, recordedOn = on): ContractFact => ({ type, on, recordedOn });
const started = [fact('notify', '2025-01-06'), fact('start', '2025-01-06')];
const runs = { runsFrom: '2025-01-06', runsTo: '2026-12-31' };
const exempt = (events: ContractFact[], given = {}) =>
  exemptionsOf([...started, ...events], { knownOn: '2026-12-31', ...runs, ...given });

describe('the days that no penalty counts', () => {
  it('are those of a stop, to the day before work goes on again', () => {
    expect(exempt([fact('stop', '2025-03-17'), fact('resume', '2025-05-11')])).toEqual([
      { reason: 'stopped', from: '2025-03-17', to: '2025-05-10' },
    ]);
  });

  it('go on while nobody said that work went on', () => {
    expect(exempt([fact('suspend', '2025-03-17')])).toEqual([{ reason: 'suspended', from: '2025-03-17', to: null }]);
  });

  it('pass from a stop to a service order without a gap nor a day twice', () => {
    const events = [fact('stop', '2025-03-17'), fact('suspend', '2025-03-20'), fact('resume', '2025-04-01')];
    expect(exempt(events)).toEqual([
      { reason: 'stopped', from: '2025-03-17', to: '2025-03-19' },
      { reason: 'suspended', from: '2025-03-20', to: '2025-03-31' },
    ]);
  });

  it('hold when the contract is only extended meanwhile', () => {
    const events = [fact('stop', '2025-03-17'), fact('extend', '2025-03-25'), fact('resume', '2025-04-01')];
    expect(exempt(events)).toEqual([{ reason: 'stopped', from: '2025-03-17', to: '2025-03-31' }]);
  });

  it('are those of a suspended clause too, and end with the contract', () => {
    const events = [fact('suspend_clause', '2025-03-17'), fact('terminate', '2025-04-01')];
    expect(exempt(events)).toEqual([{ reason: 'suspended', from: '2025-03-17', to: '2025-03-31' }]);
  });

  it('leave out a stop of no day, an event that was refused, and what was not known yet', () => {
    expect(exempt([fact('stop', '2025-03-17'), fact('resume', '2025-03-17')])).toEqual([]);
    expect(exempt([fact('resume', '2025-03-17')])).toEqual([]);
    const late = [fact('stop', '2025-03-17', '2025-06-01')];
    expect(exempt(late, { knownOn: '2025-05-31' })).toEqual([]);
    expect(exempt(late, { knownOn: '2025-06-01' })).toHaveLength(1);
  });

  it('are those of an emergency that the team declared for the contract, with an end or without', () => {
    const emergencies = [
      { from: '2025-07-01', to: '2025-07-10' },
      { from: '2025-08-01', to: null },
    ];
    expect(exempt([], { emergencies })).toEqual([
      { reason: 'declared', from: '2025-07-01', to: '2025-07-10' },
      { reason: 'declared', from: '2025-08-01', to: null },
    ]);
    expect(
      exempt([fact('stop', '2025-07-05'), fact('resume', '2025-07-07')], { emergencies: emergencies.slice(0, 1) }),
    ).toEqual([
      { reason: 'declared', from: '2025-07-01', to: '2025-07-10' },
      { reason: 'stopped', from: '2025-07-05', to: '2025-07-06' },
    ]);
  });

  it('hold the window of the ordonnance no more as a matter of course, once somebody said what it is necessary for', () => {
    const ran = { knownOn: '2026-01-01', runsFrom: '2020-01-06', runsTo: null };
    expect(exemptionsOf([], { ...ran, ordonnanceSettled: true })).toEqual([]);
    const own = [{ from: '2020-03-17', to: '2020-05-11' }];
    expect(exemptionsOf([], { ...ran, ordonnanceSettled: true, emergencies: own })).toEqual([
      { reason: 'declared', from: '2020-03-17', to: '2020-05-11' },
    ]);
    expect(exemptionsOf([], ran)).toEqual([{ reason: 'emergency', from: '2020-03-12', to: '2020-07-23' }]);
  });

  it('hold the window of the ordonnance 2020-319 for the contracts that ran in it', () => {
    const window = { reason: 'emergency', from: '2020-03-12', to: '2020-07-23' };
    const of = (runsFrom: string | null, runsTo: string | null) =>
      exemptionsOf([], { knownOn: '2026-01-01', runsFrom, runsTo });
    expect(of('2020-01-06', '2020-12-31')).toEqual([window]);
    expect(of('2020-07-23', null)).toEqual([window]);
    expect(of('2019-01-01', '2020-03-12')).toEqual([window]);
    expect(of(null, null)).toEqual([window]);
    expect(of('2020-07-24', null)).toEqual([]);
    expect(of('2019-01-01', '2020-03-11')).toEqual([]);
  });

  it('come in the order of the days', () => {
    const events = [
      fact('notify', '2020-01-06'),
      fact('start', '2020-01-06'),
      fact('stop', '2020-06-01'),
      fact('resume', '2020-06-10'),
    ];
    const found = exemptionsOf(events, { knownOn: '2026-01-01', runsFrom: '2020-01-06', runsTo: null });
    expect(found.map(({ reason }) => reason)).toEqual(['emergency', 'stopped']);
  });

  it('are exactly the days on which the fold says stopped or suspended', () => {
    const event = fc.record({
      type: fc.constantFrom(...contractEventTypes),
      on: fc.integer({ min: 0, max: 60 }).map((days) => addDays('2025-01-06', days)),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.integer({ min: 0, max: 70 }), (drawn, offset) => {
        const events = [...started, ...drawn.map(({ type, on }) => fact(type, on, '2025-01-06'))];
        const day = addDays('2025-01-06', offset);
        const knownOn = '2026-12-31';
        const { status } = foldStatus({ events, asOf: day, knownOn });
        const still = status === 'stopped' || status === 'suspended' || status === 'clause_suspended';
        const exempted = exemptionsOf(events, { knownOn, ...runs }).some(
          ({ from, to }) => (from === null || from <= day) && (to === null || day <= to),
        );
        expect(exempted).toBe(still);
      }),
    );
  });
});
