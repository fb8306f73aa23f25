import { z } from 'zod';
import type { Day } from '../shared/day.ts';
import { daySchema } from '../shared/field-schema.ts';
import { dueHours, type Target, targetSchema } from './target.ts';

/** What a target follows: purchase orders, and the invoices that come of them. */
export const billKinds = ['order', 'invoice'] as const;
export type BillKind = (typeof billKinds)[number];

/** What adds hours once affirmed (CCP R2113-4 to 6: optional tranches; renewals; marchés subséquents of a framework agreement). */
export const partKinds = ['tranche', 'renewal', 'call_off'] as const;
export type PartKind = (typeof partKinds)[number];

const cents = z.int({ error: 'contract.amount_malformed' });

export const billInputSchema = z.object({
  lotId: z.uuid(),
  kind: z.enum(billKinds),
  number: z.string().trim().min(1, { error: 'contract.bill_number_missing' }).max(60),
  on: daySchema,
  /** Below zero: a credit note. */
  amountCents: cents,
  /** The company of a group that invoices; absent, the one that leads. */
  holderId: z.uuid().nullable().default(null),
});

export const partInputSchema = z.object({
  clauseId: z.uuid(),
  kind: z.enum(partKinds),
  title: z.string().trim().min(1, { error: 'contract.words_missing' }).max(200),
  target: targetSchema,
});

export interface Bill {
  kind: BillKind;
  on: Day;
  amountCents: number;
}

export interface AffirmedPart {
  hours: number;
  affirmedOn: Day | null;
}

export interface DueFacts {
  target: Target;
  bills: readonly Bill[];
  parts: readonly AffirmedPart[];
}

/** Whether the hours due follow what is invoiced: one hour a step (clause 21BAM048 of 2021). The others stand by themselves. */
export function followsInvoices(target: Target): boolean {
  return target.mode === 'per_tranche';
}

/** The sum of the bills of a kind up to a day; null where there is none at all, of any day: nothing to follow. */
export function billedCents(bills: readonly Bill[], kind: BillKind, until: Day): number | null {
  const own = bills.filter((bill) => bill.kind === kind);
  if (own.length === 0) return null;
  return own.reduce((sum, { on, amountCents }) => (on <= until ? sum + amountCents : sum), 0);
}

/** The target with what was invoiced by a day in the place of what was typed, once an invoice is known. */
export function targetOn({ target, bills }: Pick<DueFacts, 'target' | 'bills'>, day: Day): Target {
  const invoicedCents = billedCents(bills, 'invoice', day);
  return target.mode === 'per_tranche' && invoicedCents !== null ? { ...target, invoicedCents } : target;
}

function affirmedHours(parts: readonly AffirmedPart[], day: Day): number {
  return parts.reduce(
    (sum, { hours, affirmedOn }) => (affirmedOn !== null && affirmedOn <= day ? sum + hours : sum),
    0,
  );
}

/**
 * Hours due on a day: the target on what was invoiced by then, and the parts affirmed by then. A part that is not affirmed owes
 * nothing. The arithmetic is that of `dueHours`, part by part; rule of the house.
 */
export function dueOn(facts: DueFacts, day: Day): number {
  return dueHours(targetOn(facts, day)) + affirmedHours(facts.parts, day);
}

/**
 * Hours to expect on a day from the purchase orders, where the target follows invoices: an order is invoiced later, so what is
 * ordered or invoiced by then, the greater. Null where nothing is ordered, or where the target does not follow. Rule of the house.
 */
export function dueExpectedOn(facts: DueFacts, day: Day): number | null {
  const ordered = billedCents(facts.bills, 'order', day);
  if (facts.target.mode !== 'per_tranche' || ordered === null) return null;
  const invoicedCents = Math.max(ordered, billedCents(facts.bills, 'invoice', day) ?? ordered);
  return dueHours({ ...facts.target, invoicedCents }) + affirmedHours(facts.parts, day);
}
