import { billedCents, type DueFacts, dueExpectedOn, dueOn } from '@jonction/domain/contract/due';
import { planHires } from '@jonction/domain/contract/hire-plan';
import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { contractEventSources } from '@jonction/domain/contract/said';
import { isLive, type SaidFact, standingOf, unknownSince } from '@jonction/domain/contract/standing';
import { foldStatus } from '@jonction/domain/contract/status';
import { addDays, daysBetween } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractFactsArbitrary, dayArbitrary } from './arbitraries.ts';

const said = fc
  .tuple(contractFactsArbitrary, fc.constantFrom(...contractEventSources))
  .map(([facts, source]): SaidFact[] => facts.map((fact) => ({ ...fact, source })));

describe('where a contract stands, whatever was said of it', () => {
  it('is the status and the end of the fold', () => {
    fc.assert(
      fc.property(said, dayArbitrary(), dayArbitrary(), (events, asOf, knownOn) => {
        const standing = standingOf({ events, asOf, knownOn });
        expect(standing).toMatchObject(
          (({ status, endsOn }) => ({ status, endsOn }))(foldStatus({ events, asOf, knownOn })),
        );
      }),
    );
  });

  it('has been so since a day not after the one asked, and never changed on the days between', () => {
    fc.assert(
      fc.property(said, dayArbitrary(), (events, asOf) => {
        const knownOn = '2021-01-01';
        const { status, since } = standingOf({ events, asOf, knownOn });
        expect(since === null).toBe(status === 'none');
        if (since === null) return;
        expect(since <= asOf).toBe(true);
        for (let day = since; day <= asOf; day = addDays(day, 7)) {
          expect(foldStatus({ events, asOf: day, knownOn }).status).toBe(status);
        }
      }),
    );
  });

  it('rests on news that were recorded by the day of the question', () => {
    fc.assert(
      fc.property(said, dayArbitrary(), (events, knownOn) => {
        const { saidOn, saidBy } = standingOf({ events, asOf: '2021-01-01', knownOn });
        expect(saidOn === null).toBe(saidBy === null);
        if (saidOn !== null) expect(saidOn <= knownOn).toBe(true);
      }),
    );
  });
});

describe('the day since which nobody knows', () => {
  const standing = fc.record({
    status: fc.constantFrom(...contractStatuses),
    endsOn: fc.option(dayArbitrary(60)),
    saidOn: fc.option(dayArbitrary(60)),
  });

  it('is past, once there is one, and once nobody knows nobody knows again without a word', () => {
    fc.assert(
      fc.property(standing, dayArbitrary(120), fc.nat(400), (given, today, later) => {
        const since = unknownSince(given, today);
        if (since === null) return;
        expect(isLive(given.status)).toBe(true);
        expect(since <= today).toBe(true);
        const then = unknownSince(given, addDays(today, later));
        expect(then === since || (given.endsOn !== null && then === addDays(given.endsOn, 1))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('always comes for a contract that may still run, once word was had: silence is never known', () => {
    fc.assert(
      fc.property(standing, (given) => {
        fc.pre(isLive(given.status) && (given.endsOn !== null || given.saidOn !== null));
        expect(unknownSince(given, '2030-01-01')).not.toBeNull();
      }),
    );
  });

  it('is six months and a day after the last word, or the day after the end, and no other', () => {
    fc.assert(
      fc.property(standing, dayArbitrary(120), (given, today) => {
        const since = unknownSince(given, today);
        if (since === null) return;
        const silent = given.saidOn !== null && daysBetween(given.saidOn, since) === 184;
        expect(silent || (given.endsOn !== null && since === addDays(given.endsOn, 1))).toBe(true);
      }),
    );
  });
});

describe('hours due as bills and parts come in', () => {
  const day = fc.nat(300).map((offset) => addDays('2026-01-01', offset));
  const bill = fc.record({
    kind: fc.constantFrom('order' as const, 'invoice' as const),
    on: day,
    amountCents: fc.integer({ min: 0, max: 50_000_000 }),
  });
  const facts: fc.Arbitrary<DueFacts> = fc.record({
    target: fc.record({
      mode: fc.constant('per_tranche' as const),
      trigger: fc.constantFrom('marginal' as const, 'cliff' as const),
      invoicedCents: fc.constant(0),
      triggerCents: fc.nat(100_000_000),
      stepCents: fc.integer({ min: 1, max: 1_000_000 }),
    }),
    bills: fc.array(bill, { maxLength: 6 }),
    parts: fc.array(fc.record({ hours: fc.nat(500), affirmedOn: fc.option(day) }), { maxLength: 4 }),
  });

  it('never fall while no credit note comes', () => {
    fc.assert(
      fc.property(facts, day, fc.nat(60), (given, on, more) => {
        expect(dueOn(given, addDays(on, more))).toBeGreaterThanOrEqual(dueOn(given, on));
      }),
    );
  });

  it('are never more than what orders and invoices let expect', () => {
    fc.assert(
      fc.property(facts, day, (given, on) => {
        const expected = dueExpectedOn(given, on);
        if (expected !== null) expect(expected).toBeGreaterThanOrEqual(dueOn(given, on));
        expect(expected === null).toBe(!given.bills.some(({ kind }) => kind === 'order'));
      }),
    );
  });

  it('add bills up by kind, in any order', () => {
    fc.assert(
      fc.property(facts, day, ({ bills }, on) => {
        const whole = bills.filter((one) => one.on <= on).reduce((sum, { amountCents }) => sum + amountCents, 0);
        const [orders, invoices] = [billedCents(bills, 'order', on), billedCents(bills, 'invoice', on)];
        expect((orders ?? 0) + (invoices ?? 0)).toBe(whole);
        expect(billedCents([...bills].reverse(), 'order', on)).toBe(orders);
      }),
    );
  });

  it('take a credit note off', () => {
    const bills = [
      { kind: 'invoice', on: '2026-01-01', amountCents: 10_000 },
      { kind: 'invoice', on: '2026-02-01', amountCents: -4000 },
    ] as const;
    expect([billedCents(bills, 'invoice', '2026-01-31'), billedCents(bills, 'invoice', '2026-02-01')]).toEqual([
      10_000, 6000,
    ]);
    expect(billedCents(bills, 'invoice', '2025-12-31')).toBe(0);
    expect(billedCents(bills, 'order', '2026-02-01')).toBeNull();
  });
});

describe('hires for the hours left', () => {
  it('are enough, and not one week nor one person more', () => {
    fc.assert(
      fc.property(
        fc.nat(5_000_000),
        fc.integer({ min: 100, max: 4800 }),
        fc.integer({ min: 1, max: 200 }),
        (left, week, count) => {
          const question = { leftCentihours: left, weekCentihours: week, hourlyCostCents: 2200 };
          const byPeople = planHires({ ...question, people: count });
          const byWeeks = planHires({ ...question, weeks: count });
          for (const [plan, found] of [
            [byPeople, byPeople?.weeks],
            [byWeeks, byWeeks?.people],
          ] as const) {
            expect(plan?.centihours).toBeGreaterThanOrEqual(left);
            expect(count * ((found ?? 0) - 1) * week).toBeLessThan(Math.max(left, 1));
          }
          expect(byPeople?.centihours).toBe(byWeeks?.centihours);
        },
      ),
    );
  });
});
