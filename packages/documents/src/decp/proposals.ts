import type { PublishedAmendment } from '@jonction/domain/published/amendment';
import { type Day, later } from '@jonction/domain/shared/day';
import { type Amendment, amendmentsOf, type LotState } from './amended-lot.ts';
import { lotsOf } from './lots.ts';
import type { Holder, Modification } from './record.ts';
import type { StoredContract } from './stored.ts';

/**
 * The amendments that are published of a contract, each once, in the order of their days, with what the contract as a whole was worth
 * and until when it lasted before and after. Several published contracts where the buyer gave a number to each lot. What is published
 * of several lots on one day with the same words is one amendment.
 */
export function publishedAmendments(contracts: readonly StoredContract[]): PublishedAmendment[] {
  const lots = contracts.flatMap(lotsOf).map(amendmentsOf);
  const states = lots.map(({ first }) => first);
  const steps = lots.flatMap(({ amendments }, lot) => amendments.map((amendment) => ({ lot, amendment })));
  const told = new Map<string, PublishedAmendment>();
  for (const { lot, amendment } of steps.sort(byDay)) {
    const before = totalOf(states);
    states[lot] = amendment.after;
    const after = totalOf(states);
    const key = keyOf(amendment.modification);
    const known = told.get(key);
    told.set(key, {
      key,
      on: amendment.on,
      object: known?.object ?? amendment.modification.object,
      endsOn: moved(known?.endsOn, before.endsOn, after.endsOn),
      months: moved(known?.months, amendment.before.durationMonths, amendment.after.durationMonths),
      amountCents: moved(known?.amountCents, before.amountCents, after.amountCents),
      holders: known?.holders ?? holdersMoved(amendment),
    });
  }
  return [...told.values()];
}

function byDay(a: { amendment: Amendment }, b: { amendment: Amendment }): number {
  const [x, y] = [a.amendment.on ?? '', b.amendment.on ?? ''];
  return x < y ? -1 : x > y ? 1 : 0;
}

function totalOf(states: readonly LotState[]): { amountCents: number | null; endsOn: Day | null } {
  const amounts = states.map(({ amountCents }) => amountCents);
  return {
    amountCents: amounts.every((cents) => cents !== null) ? amounts.reduce((sum, cents) => sum + cents, 0) : null,
    endsOn: states
      .map(({ endsOn }) => endsOn)
      .reduce((end, day) => (end === null || day === null ? (end ?? day) : later(end, day)), null),
  };
}

function moved<Value>(
  known: { before: Value | null; after: Value } | null | undefined,
  before: Value | null,
  after: Value | null,
): { before: Value | null; after: Value } | null {
  if (after === null || after === before) return known ?? null;
  return { before: known ? known.before : before, after };
}

function holdersMoved({ modification, before, after }: Amendment): PublishedAmendment['holders'] {
  if (modification.holders === null) return null;
  const [was, is] = [before.holders.map(nameOf), after.holders.map(nameOf)];
  return numbersOf(before.holders) === numbersOf(after.holders) ? null : { before: was, after: is };
}

function nameOf({ name, id }: Holder): string {
  return name ?? id;
}

function numbersOf(holders: readonly Holder[]): string {
  return holders
    .map(({ id, name }) => id || (name ?? ''))
    .sort()
    .join('+');
}

/** What the amendment says, and not where: a lot that is numbered later, an amendment published again later are no others. */
function keyOf({ on, publishedOn, amountCents, durationMonths, holders }: Modification): string {
  const day = on ?? `? ${publishedOn ?? ''}`;
  return [day, durationMonths ?? '', amountCents ?? '', holders === null ? '' : numbersOf(holders)]
    .join(' | ')
    .slice(0, 500);
}
