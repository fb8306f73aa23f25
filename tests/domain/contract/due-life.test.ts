import {
  type AffirmedPart,
  type Bill,
  type BillKind,
  billedCents,
  dueExpectedOn,
  dueOn,
  partInputSchema,
  partKinds,
  targetOn,
} from '@jonction/domain/contract/due';
import { dueHours, type Target } from '@jonction/domain/contract/target';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/**
 * The life of an obligation that follows invoices, one act a day, beside an account kept by hand: three sums and nothing else, asked
 * of every day.
 */
type Act =
  | { kind: 'bill'; of: BillKind; cents: number }
  | { kind: 'part'; hours: number; affirmed: boolean }
  | { kind: 'rest' };

const first = '2026-01-01';
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('bill' as const),
    of: fc.constantFrom('invoice' as const, 'order' as const),
    cents: fc.integer({ min: -3_000_000, max: 20_000_000 }),
  }),
  fc.record({ kind: fc.constant('part' as const), hours: fc.nat(500), affirmed: fc.boolean() }),
  fc.constant({ kind: 'rest' as const }),
);
const life = fc.record({
  trigger: fc.constantFrom('marginal' as const, 'cliff' as const),
  triggerCents: fc.nat(30_000_000),
  stepCents: fc.integer({ min: 1, max: 500_000 }),
  typedCents: fc.nat(10_000_000),
  acts: fc.array(act, { maxLength: 25 }),
});
type Life = typeof life extends fc.Arbitrary<infer Of> ? Of : never;

function factsOf({ trigger, triggerCents, stepCents, typedCents, acts }: Life) {
  const target: Target = { mode: 'per_tranche', trigger, triggerCents, stepCents, invoicedCents: typedCents };
  const bills: Bill[] = [];
  const parts: AffirmedPart[] = [];
  for (const [index, one] of acts.entries()) {
    const on = addDays(first, index);
    if (one.kind === 'bill') bills.push({ kind: one.of, on, amountCents: one.cents });
    if (one.kind === 'part') parts.push({ hours: one.hours, affirmedOn: one.affirmed ? on : null });
  }
  return { target, bills, parts };
}

/** The account by hand: what each sum is at the end of a day, and whether there ever is such a paper. */
function accountOn({ acts }: Life, day: string) {
  const account = { invoice: 0, order: 0, hours: 0, everInvoiced: false, everOrdered: false };
  for (const [index, one] of acts.entries()) {
    if (one.kind === 'bill' && one.of === 'invoice') account.everInvoiced = true;
    if (one.kind === 'bill' && one.of === 'order') account.everOrdered = true;
    if (addDays(first, index) > day) continue;
    if (one.kind === 'bill') account[one.of] += one.cents;
    if (one.kind === 'part' && one.affirmed) account.hours += one.hours;
  }
  return account;
}

function stepsOf({ trigger, triggerCents, stepCents }: Life, cents: number): number {
  if (cents < triggerCents) return 0;
  return Math.floor((trigger === 'marginal' ? cents - triggerCents : cents) / stepCents);
}

const anyDay = fc.integer({ min: -3, max: 30 }).map((offset) => addDays(first, offset));

describe('an obligation that follows invoices, whatever happens', () => {
  it('owes on a day what the account by hand says', () => {
    fc.assert(
      fc.property(life, anyDay, (given, day) => {
        const { invoice, hours, everInvoiced } = accountOn(given, day);
        const cents = everInvoiced ? invoice : given.typedCents;
        expect(dueOn(factsOf(given), day)).toBe(stepsOf(given, cents) + hours);
      }),
    );
  });

  it('expects on a day what is ordered or invoiced by then, the greater, and the parts affirmed', () => {
    fc.assert(
      fc.property(life, anyDay, (given, day) => {
        const { invoice, order, hours, everInvoiced, everOrdered } = accountOn(given, day);
        const cents = everInvoiced ? Math.max(order, invoice) : order;
        expect(dueExpectedOn(factsOf(given), day)).toBe(everOrdered ? stepsOf(given, cents) + hours : null);
      }),
    );
  });

  it('knows each sum apart, and says that there is none where no paper of that kind ever came', () => {
    fc.assert(
      fc.property(life, anyDay, (given, day) => {
        const { bills } = factsOf(given);
        const { invoice, order, everInvoiced, everOrdered } = accountOn(given, day);
        expect(billedCents(bills, 'invoice', day)).toBe(everInvoiced ? invoice : null);
        expect(billedCents(bills, 'order', day)).toBe(everOrdered ? order : null);
      }),
    );
  });

  it('does not depend on the order in which papers are read', () => {
    fc.assert(
      fc.property(life, anyDay, (given, day) => {
        const facts = factsOf(given);
        const shuffled = { ...facts, bills: facts.bills.toReversed(), parts: facts.parts.toReversed() };
        expect([dueOn(shuffled, day), dueExpectedOn(shuffled, day)]).toEqual([
          ...[dueOn(facts, day), dueExpectedOn(facts, day)],
        ]);
      }),
    );
  });

  it('is not changed by what is still to come', () => {
    fc.assert(
      fc.property(life, fc.nat(20), (given, offset) => {
        const day = addDays(first, offset);
        const facts = factsOf(given);
        const later = { kind: 'invoice' as const, on: addDays(day, 1), amountCents: 99_999_999 };
        fc.pre(facts.bills.some(({ kind }) => kind === 'invoice'));
        expect(dueOn({ ...facts, bills: [...facts.bills, later] }, day)).toBe(dueOn(facts, day));
        const part = { hours: 77, affirmedOn: addDays(day, 1) };
        expect(dueOn({ ...facts, parts: [...facts.parts, part] }, day)).toBe(dueOn(facts, day));
        expect(dueOn({ ...facts, parts: [...facts.parts, part] }, addDays(day, 1))).toBe(
          dueOn(facts, addDays(day, 1)) + 77,
        );
      }),
    );
  });

  it('comes back to what it was when a credit note takes an invoice back', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 1, max: 9_000_000 }), (given, cents) => {
        const facts = factsOf(given);
        fc.pre(facts.bills.some(({ kind }) => kind === 'invoice'));
        const day = addDays(first, 40);
        const both = [cents, -cents].map((amountCents) => ({ kind: 'invoice' as const, on: day, amountCents }));
        expect(dueOn({ ...facts, bills: [...facts.bills, ...both] }, day)).toBe(dueOn(facts, day));
      }),
    );
  });

  it('keeps what was typed beside what is invoiced: only the sum takes its place', () => {
    fc.assert(
      fc.property(life, anyDay, (given, day) => {
        const facts = factsOf(given);
        const { everInvoiced, invoice } = accountOn(given, day);
        const expected = everInvoiced ? { ...facts.target, invoicedCents: invoice } : facts.target;
        expect(targetOn(facts, day)).toEqual(expected);
      }),
    );
  });
});

describe('an obligation that stands by itself', () => {
  const standing: readonly Target[] = [
    { mode: 'fixed', hours: 420 },
    { mode: 'per_year', hoursPerYear: 1_600, months: 18 },
    { mode: 'offered', floorHours: 100, offeredHours: 140 },
    { mode: 'percent_hours', workedCentihours: 1_000_000, effortBps: 500 },
    { mode: 'labour_share', amountCents: 100_000_000, labourShareBps: 5_000, hourlyCostCents: 3_000, effortBps: 500 },
  ];

  it.each(standing)('in the mode $mode owes the same whatever is billed, and expects nothing of orders', (target) => {
    fc.assert(
      fc.property(life, anyDay, (given, day) => {
        const { bills, parts } = factsOf(given);
        expect(dueOn({ target, bills, parts }, day)).toBe(dueHours(target) + accountOn(given, day).hours);
        expect(dueExpectedOn({ target, bills, parts }, day)).toBeNull();
        expect(targetOn({ target, bills }, day)).toBe(target);
      }),
    );
  });
});

describe('a tranche, a renewal or a call-off as it is written', () => {
  const part = {
    clauseId: crypto.randomUUID(),
    kind: 'tranche',
    title: ' Tranche 2 ',
    target: { mode: 'fixed', hours: 30 },
  };
  const takes = (changes: object) => partInputSchema.safeParse({ ...part, ...changes }).success;

  it('has a title, a kind and a target of its own', () => {
    expect(partInputSchema.parse(part).title).toBe('Tranche 2');
    for (const kind of partKinds) expect(takes({ kind })).toBe(true);
    expect(takes({ target: { mode: 'per_year', hoursPerYear: 100, months: 12 } })).toBe(true);
  });

  it.each([
    { name: 'no title', changes: { title: ' ' } },
    { name: 'a title of a page', changes: { title: 'a'.repeat(201) } },
    { name: 'another kind', changes: { kind: 'lot' } },
    { name: 'no target', changes: { target: null } },
    { name: 'hours below zero', changes: { target: { mode: 'fixed', hours: -1 } } },
    {
      name: 'a step of nothing',
      changes: { target: { mode: 'per_tranche', trigger: 'cliff', invoicedCents: 0, triggerCents: 0, stepCents: 0 } },
    },
    { name: 'no clause', changes: { clauseId: 'x' } },
  ])('is refused with $name', ({ changes }) => {
    expect(takes(changes)).toBe(false);
  });
});
