import { type Day, later } from '@jonction/domain/shared/day';
import { amendmentsOf, startOf } from './amended-lot.ts';
import { lotsOf } from './lots.ts';
import type { ContractLot, StoredContract } from './stored.ts';

/** An event of a contract that follows from what is published of it. */
export interface OpenFact {
  /** Names the event within its contract. */
  key: string;
  type: 'notify' | 'extend';
  on: Day;
  /** When it became known: the day of publication. Never the day of import, which would depend on who imports when. */
  recordedOn: Day;
  endsOn: Day | null;
  facts: Record<string, string | number | null>;
}

/**
 * The events of a contract as a function of its publications and nothing else, so that they are the same whatever the
 * order in which files came in. One notification for the whole contract, on the first day of its lots; one extension for
 * each amendment that lengthens a lot, with the end of the contract as a whole. Both dates: the day of effect, and
 * the day of publication (else of the amendment, else of effect).
 */
export function openFactsOf(contract: StoredContract): OpenFact[] {
  const lots = lotsOf(contract);
  const notified = lots.flatMap((lot) => {
    const on = startOf(lot);
    return on === null
      ? []
      : [{ on, recordedOn: lot.record.publishedOn ?? on, endsOn: amendmentsOf(lot).first.endsOn }];
  });
  const on = least(notified.map((one) => one.on));
  if (on === null) return [];
  let end = greatest(notified.map((one) => one.endsOn));
  const facts: OpenFact[] = [
    {
      key: 'notify',
      type: 'notify',
      on,
      recordedOn: least(notified.map((one) => one.recordedOn)) ?? on,
      endsOn: end,
      facts: {},
    },
  ];
  for (const extension of lots.flatMap(extensionsOf).sort(byDayThenKey)) {
    const endsBefore = end;
    end = end === null ? extension.lotEndsOn : later(end, extension.lotEndsOn);
    const { key, on: day, recordedOn, facts: said } = extension;
    facts.push({
      key,
      type: 'extend',
      on: later(day, on),
      recordedOn,
      endsOn: end,
      facts: { ...said, endsBefore, endsAfter: end },
    });
  }
  return facts;
}

interface Extension {
  key: string;
  on: Day;
  recordedOn: Day;
  lotEndsOn: Day;
  facts: OpenFact['facts'];
}

function extensionsOf(lot: ContractLot): Extension[] {
  return amendmentsOf(lot).amendments.flatMap(({ modification, on, before, after }, index) => {
    if (on === null || after.endsOn === null || after.endsOn <= (before.endsOn ?? '')) return [];
    return [
      {
        key: `extend ${lot.key} ${on} ${index}`,
        on,
        recordedOn: modification.publishedOn ?? lot.record.publishedOn ?? modification.on ?? on,
        lotEndsOn: after.endsOn,
        facts: { lot: lot.number, monthsBefore: before.durationMonths, monthsAfter: after.durationMonths },
      },
    ];
  });
}

function byDayThenKey(a: Extension, b: Extension): number {
  return compare(a.on, b.on) || compare(a.recordedOn, b.recordedOn) || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function least(days: readonly Day[]): Day | null {
  return [...days].sort()[0] ?? null;
}

function greatest(days: readonly (Day | null)[]): Day | null {
  return (
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  );
}
