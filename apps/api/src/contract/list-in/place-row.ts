import type { KnownContract, KnownLot } from '@jonction/db/contract/listed';
import { lotKeyOf } from '@jonction/db/contract/write';
import { newId } from '@jonction/db/new-id';
import { sayingTowards } from '@jonction/domain/census/towards';
import { type ListedEvent, listedEvents } from '@jonction/domain/contract/life-towards';
import type { ListedContract } from '@jonction/domain/contract/listed';
import type { Heard } from '@jonction/domain/contract/standing';
import type { RowOutcome, RowProblem } from '@jonction/domain/participant/import';
import { addMonths, type Day } from '@jonction/domain/shared/day';

export interface PlacedLot extends KnownLot {
  isNew: boolean;
  number: string | null;
  object: string;
  amountCents: number | null;
  /** To be written on it. */
  holderId: string | null;
  hours: number | null;
}

/** A contract of a list, known or made, with what is to be written of it. */
export interface PlacedContract extends Omit<KnownContract, 'lots' | 'named'> {
  isNew: boolean;
  first: ListedContract;
  lots: PlacedLot[];
  events: ListedEvent[];
  fills: boolean;
  seen: Set<string>;
}

export interface Placing {
  outcome: RowOutcome;
  problems: RowProblem[];
}

const rejected = (field: string, code: string, facts: RowProblem['facts'] = {}): Placing => ({
  outcome: 'rejected',
  problems: [{ field, code, facts }],
});

export function knownPlaced(known: KnownContract, first: ListedContract): PlacedContract {
  const lots = known.lots.map((lot) => ({
    ...lot,
    ...{ isNew: false, number: null, object: '', amountCents: null, holderId: null, hours: null },
  }));
  return { ...known, lots, first, isNew: false, events: [], fills: false, seen: new Set() };
}

export function newPlaced(row: ListedContract, buyerId: string, today: Day): PlacedContract {
  const events = listedEvents(row, today);
  return {
    ...{ id: newId(), buyerId, reference: row.reference, cpv: row.cpv, notifiedOn: row.notifiedOn, first: row },
    ...{ amountCents: row.lot === null ? row.amountCents : null, status: row.status ?? 'none', attached: false },
    ...{ isNew: true, lots: [], events, fills: false, seen: new Set<string>() },
  };
}

/**
 * Puts one row of a list on its contract: what is missing is added, what is said already is left, a status that differs is said as an
 * event. Refused: the same lot twice, a lot that cannot be told, a day too far, a status that nothing leads to.
 */
export function placeRow(
  contract: PlacedContract,
  row: ListedContract,
  { holderId, heard, today }: { holderId: string | null; heard: Heard; today: Day },
): Placing {
  if (row.notifiedOn !== null && row.notifiedOn > addMonths(today, 12))
    return rejected('Notifié le', 'contract.list_too_far');
  const key = row.lot === null ? null : lotKeyOf(row.lot, '');
  const known = key === null ? contract.lots : contract.lots.filter((lot) => lot.key === key);
  if (key === null && known.length > 1) return rejected('Lot', 'contract.sheet_lot');
  if (contract.seen.has(key ?? '')) return rejected('Référence', 'contract.list_twice');
  let changed = contract.isNew || !contract.attached;
  const endsOn = contract.isNew ? null : row.endsOn;
  if (!contract.isNew && (row.status !== null || endsOn !== null)) {
    const wanted = { status: row.status, since: null, endsOn, noChange: false };
    const saying = sayingTowards(heard, wanted, today);
    if (!saying.ok) return rejected('Statut', saying.refusal.code, saying.refusal.facts);
    if (saying.value && saying.value.answer !== 'no_change' && contract.events.length === 0) {
      contract.events.push({ type: saying.value.answer, on: saying.value.on, endsOn: saying.value.endsOn });
      changed = true;
    }
  }
  contract.seen.add(key ?? '');
  let [lot] = known;
  if (!lot) {
    const id = newId();
    lot = {
      ...{ id, key: lotKeyOf(row.lot, id), held: false, dueHours: null, isNew: true, number: row.lot },
      ...{ object: row.object, amountCents: row.amountCents, holderId: null, hours: null },
    };
    contract.lots.push(lot);
    changed = true;
  }
  if (holderId !== null && !lot.held) {
    lot.holderId = holderId;
    changed = true;
  }
  const hours = row.targetCentihours === null ? null : Math.round(row.targetCentihours / 100);
  if (hours !== null && hours > 0 && hours !== lot.dueHours) {
    lot.hours = hours;
    changed = true;
  }
  const fills =
    !contract.isNew &&
    ((contract.cpv === null && row.cpv !== null) ||
      (contract.notifiedOn === null && row.notifiedOn !== null) ||
      (contract.amountCents === null && row.amountCents !== null && row.lot === null));
  if (fills) contract.fills = changed = true;
  if (contract.isNew) return { outcome: 'created', problems: [] };
  return { outcome: changed ? 'updated' : 'unchanged', problems: [] };
}
