import type { KnownContract, KnownLot } from '@jonction/db/contract/listed';
import { lotKeyOf } from '@jonction/db/contract/write';
import { newId } from '@jonction/db/new-id';
import { sayingTowards } from '@jonction/domain/census/towards';
import { type ListedEvent, listedEvents } from '@jonction/domain/contract/life-towards';
import type { ListedContract } from '@jonction/domain/contract/listed';
import { type Heard, standingOn } from '@jonction/domain/contract/standing';
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

/** What a row changes on a contract known already. `field`: a key of the sheet; null: nothing was known. Hours whole, cents, days, codes. */
export interface RowChange {
  field: 'lot' | 'holder' | 'targetHours' | 'status' | 'endsOn' | 'cpv' | 'notifiedOn' | 'amount';
  before: string | number | null;
  after: string | number;
}

export interface Placing {
  outcome: RowOutcome;
  problems: RowProblem[];
  changes: RowChange[];
}

const rejected = (field: string, code: string, facts: RowProblem['facts'] = {}): Placing => ({
  outcome: 'rejected',
  problems: [{ field, code, facts }],
  changes: [],
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
  const changes: RowChange[] = [];
  const endsOn = contract.isNew ? null : row.endsOn;
  if (!contract.isNew && (row.status !== null || endsOn !== null)) {
    const wanted = { status: row.status, since: null, endsOn, noChange: false };
    const saying = sayingTowards(heard, wanted, today);
    if (!saying.ok) return rejected('Statut', saying.refusal.code, saying.refusal.facts);
    if (saying.value && saying.value.answer !== 'no_change' && contract.events.length === 0) {
      contract.events.push({ type: saying.value.answer, on: saying.value.on, endsOn: saying.value.endsOn });
      const before = standingOn(heard, today);
      const moved = row.status ?? before.status;
      if (moved !== before.status) changes.push({ field: 'status', before: before.status, after: moved });
      if (saying.value.endsOn) changes.push({ field: 'endsOn', before: before.endsOn, after: saying.value.endsOn });
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
    changes.push({ field: 'lot', before: null, after: row.lot ?? row.object });
  }
  if (row.holder !== null && holderId !== null && !lot.held) {
    lot.holderId = holderId;
    changes.push({ field: 'holder', before: null, after: row.holder });
  }
  const hours = row.targetCentihours === null ? null : Math.round(row.targetCentihours / 100);
  if (hours !== null && hours > 0 && hours !== lot.dueHours) {
    lot.hours = hours;
    changes.push({ field: 'targetHours', before: lot.dueHours, after: hours });
  }
  const filled = contract.isNew ? [] : filledBy(contract, row);
  if (filled.length > 0) contract.fills = true;
  changes.push(...filled);
  if (contract.isNew) return { outcome: 'created', problems: [], changes: [] };
  return { outcome: changes.length > 0 || !contract.attached ? 'updated' : 'unchanged', problems: [], changes };
}

/** What the row says where nothing was known; the amount of a lot is none of the contract. */
function filledBy(contract: PlacedContract, row: ListedContract): RowChange[] {
  const amount = row.lot === null ? row.amountCents : null;
  const said = [
    { field: 'cpv', before: contract.cpv, after: row.cpv },
    { field: 'notifiedOn', before: contract.notifiedOn, after: row.notifiedOn },
    { field: 'amount', before: contract.amountCents, after: amount },
  ] as const;
  return said.flatMap(({ field, before, after }) =>
    before === null && after !== null ? [{ field, before, after }] : [],
  );
}
