import {
  type Bill,
  billedCents,
  billInputSchema,
  dueExpectedOn,
  dueOn,
  followsInvoices,
  targetOn,
} from '@jonction/domain/contract/due';
import { dueWords } from '@jonction/domain/contract/due-words';
import { dueHours, type Target } from '@jonction/domain/contract/target';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** One hour for 2,000 € beyond 2.7 M€, as the published clause 21BAM048 (2021). */
const steps: Target = {
  mode: 'per_tranche',
  trigger: 'marginal',
  invoicedCents: 0,
  triggerCents: 270_000_000,
  stepCents: 200_000,
};
const fixed: Target = { mode: 'fixed', hours: 420 };
const bill = (on: string, amountCents: number, kind: Bill['kind'] = 'invoice'): Bill => ({ kind, on, amountCents });
const none = { bills: [], parts: [] };

describe('what is billed by a day', () => {
  it('is unknown where nothing ever was, and nought before the first one', () => {
    expect(billedCents([], 'invoice', '2026-03-31')).toBeNull();
    expect(billedCents([bill('2026-04-01', 500, 'order')], 'invoice', '2026-03-31')).toBeNull();
    expect(billedCents([bill('2026-04-01', 500)], 'invoice', '2026-03-31')).toBe(0);
    expect(billedCents([bill('2026-04-01', 500)], 'invoice', '2026-04-01')).toBe(500);
  });

  it('takes credit notes away', () => {
    expect(billedCents([bill('2026-04-01', 500), bill('2026-04-02', -200)], 'invoice', '2026-04-30')).toBe(300);
  });
});

describe('hours due', () => {
  it.each([
    ['2026-01-31', 0],
    ['2026-02-28', 0],
    ['2026-03-31', 50],
    ['2026-04-30', 40],
  ])('on %s are %i: they follow what is invoiced by then', (day, hours) => {
    const bills = [bill('2026-02-10', 270_000_000), bill('2026-03-05', 10_000_000), bill('2026-04-05', -2_000_000)];
    expect(dueOn({ target: steps, bills, parts: [] }, day)).toBe(hours);
  });

  it('stay on what was typed until an invoice is known', () => {
    const typed: Target = { ...steps, invoicedCents: 290_000_000 };
    expect(dueOn({ target: typed, ...none }, '2026-03-01')).toBe(100);
    expect(targetOn({ target: typed, bills: [bill('2026-02-10', 300_000_000)] }, '2026-03-01')).toMatchObject({
      invoicedCents: 300_000_000,
    });
    expect(dueOn({ target: typed, bills: [bill('2026-02-10', 300_000_000)], parts: [] }, '2026-03-01')).toBe(150);
  });

  it('of another mode follow no invoice', () => {
    expect(dueOn({ target: fixed, bills: [bill('2026-02-10', 1e9)], parts: [] }, '2026-03-01')).toBe(420);
    expect([steps, fixed].map(followsInvoices)).toEqual([true, false]);
  });

  it('count a part from the day it is affirmed, and never before', () => {
    const parts = [
      { hours: 100, affirmedOn: '2026-03-10' },
      { hours: 7, affirmedOn: null },
    ];
    const on = (day: string) => dueOn({ target: fixed, bills: [], parts }, day);
    expect([on('2026-03-09'), on('2026-03-10'), on('2027-01-01')]).toEqual([420, 520, 520]);
  });

  it('are the sum of the target and of the parts affirmed, whatever is billed', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-01-01', days));
    const bills = fc.array(
      fc.record({
        kind: fc.constantFrom('order' as const, 'invoice' as const),
        on: day,
        amountCents: fc.integer({ min: -1e9, max: 1e9 }),
      }),
    );
    const parts = fc.array(fc.record({ hours: fc.nat(5000), affirmedOn: fc.option(day, { nil: null }) }));
    fc.assert(
      fc.property(bills, parts, day, (billed, own, asked) => {
        const facts = { target: steps, bills: billed, parts: own };
        const invoices = billed.filter(({ kind }) => kind === 'invoice');
        const invoicedCents = invoices
          .filter(({ on }) => on <= asked)
          .reduce((sum, { amountCents }) => sum + amountCents, 0);
        const affirmed = own
          .filter(({ affirmedOn }) => affirmedOn !== null && affirmedOn <= asked)
          .reduce((sum, { hours }) => sum + hours, 0);
        expect(dueOn(facts, asked)).toBe(
          dueHours(invoices.length > 0 ? { ...steps, invoicedCents } : steps) + affirmed,
        );
        const expected = dueExpectedOn(facts, asked);
        if (expected !== null) expect(expected).toBeGreaterThanOrEqual(affirmed);
      }),
    );
  });
});

describe('hours expected', () => {
  const orders = [bill('2026-01-10', 300_000_000, 'order')];

  it('come from the orders, and from invoices where they go beyond', () => {
    const expected = (bills: Bill[]) => dueExpectedOn({ target: steps, bills, parts: [] }, '2026-12-31');
    expect(expected(orders)).toBe(150);
    expect(expected([...orders, bill('2026-02-01', 280_000_000)])).toBe(150);
    expect(expected([...orders, bill('2026-02-01', 310_000_000)])).toBe(200);
  });

  it('are unknown without an order, and of a target that stands by itself', () => {
    expect(dueExpectedOn({ target: steps, ...none }, '2026-12-31')).toBeNull();
    expect(dueExpectedOn({ target: fixed, bills: orders, parts: [] }, '2026-12-31')).toBeNull();
  });

  it('are at least what is due, orders and invoices alike', () => {
    const cents = fc.nat(1_000_000_000);
    fc.assert(
      fc.property(cents, cents, (ordered, invoiced) => {
        const facts = {
          target: steps,
          bills: [bill('2026-01-10', ordered, 'order'), bill('2026-02-10', invoiced)],
          parts: [],
        };
        expect(dueExpectedOn(facts, '2026-12-31') ?? 0).toBeGreaterThanOrEqual(dueOn(facts, '2026-12-31'));
      }),
    );
  });
});

describe('an order or an invoice', () => {
  const given = {
    lotId: '01900000-0000-7000-8000-000000000000',
    kind: 'invoice',
    number: ' F-1 ',
    on: '2026-03-01',
    amountCents: -500,
  };

  it('has a number, a day and an amount, below zero for a credit note', () => {
    expect(billInputSchema.parse(given)).toMatchObject({ number: 'F-1', amountCents: -500, holderId: null });
    for (const wrong of [
      { number: ' ' },
      { on: '2026-02-30' },
      { amountCents: 1.5 },
      { kind: 'quote' },
      { amountCents: Number.NaN },
    ]) {
      expect(billInputSchema.safeParse({ ...given, ...wrong }).success).toBe(false);
    }
  });

  it('is refused in words of each language', () => {
    expect(Object.keys(dueWords.fr).sort()).toEqual(Object.keys(dueWords.en).sort());
  });
});
