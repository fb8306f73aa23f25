import type { Tx } from '@jonction/db/client';
import { refreshWords } from '@jonction/db/contract/list';
import { clause, contract, contractEvent, contractStructure, lot, lotHolder } from '@jonction/db/contract/tables';
import { newId } from '@jonction/db/new-id';
import { organisation } from '@jonction/db/organisation/tables';
import type { ContractEventType, ContractStatus } from '@jonction/domain/contract/lifecycle';
import type { ContractEventSource } from '@jonction/domain/contract/said';
import { standingOf } from '@jonction/domain/contract/standing';
import { dueHours, type Target } from '@jonction/domain/contract/target';
import { paris2021Set } from '@jonction/domain/eligibility/categories';
import type { CategorySet } from '@jonction/domain/eligibility/category';
import type { Day } from '@jonction/domain/shared/day';

export interface MadeEvent {
  type: ContractEventType;
  on: Day;
  recordedOn?: Day;
  endsOn?: Day;
  source?: ContractEventSource;
  saidBy?: string;
  note?: string;
  authorId?: string;
}

export interface ContractTraits {
  structureId: string;
  /** Absent: a fictitious town is made. */
  buyerId?: string;
  /** Absent: a fictitious company is made. `null`: the lot has no holder. */
  holderId?: string | null;
  reference?: string;
  object?: string;
  lotObject?: string;
  cpv?: string;
  kind?: 'contract' | 'concession';
  place?: { code: string; kind: string; name?: string };
  notifiedOn?: Day;
  endsOn?: Day;
  amountCents?: number;
  social?: string[] | null;
  /** The life of the contract; by default notified, then started on the day of notification. */
  events?: MadeEvent[];
  /** False: in the register only, not followed by the structure. */
  attached?: boolean;
  facilitatorId?: string;
  /** False: no clause. */
  clause?: boolean;
  target?: Target;
  categories?: CategorySet[];
  hourBasis?: 'worked' | 'paid';
  /** The day on which the cached status is folded; by default far ahead, so that every event counts. */
  today?: Day;
}

export interface MadeContract {
  contractId: string;
  lotId: string;
  clauseId: string;
  buyerId: string;
  holderId: string | null;
  status: ContractStatus;
}

let made = 0;

/**
 * A contract with one lot, its holder and its clause (420 hours, paris-2021 set of categories), attached to the
 * structure and running: notified and started on 2024-01-08, until 2026-12-31. The transaction must be the system's.
 * `clauseId` is '' when `clause: false`.
 */
export async function makeContract(tx: Tx, traits: ContractTraits): Promise<MadeContract> {
  const count = ++made;
  const { structureId } = traits;
  const buyerId = traits.buyerId ?? (await makeBody(tx, 'buyer', `Ville de Montval ${count}`));
  const holderId =
    traits.holderId === undefined
      ? await makeBody(tx, 'employer', `Bâtisseurs réunis ${count}`)
      : (traits.holderId ?? null);
  const contractId = newId();
  const lotId = newId();
  const clauseId = traits.clause === false ? '' : newId();
  const notifiedOn = traits.notifiedOn ?? '2024-01-08';
  const endsOn = traits.endsOn ?? '2026-12-31';
  const events = (
    traits.events ?? [
      { type: 'notify', on: notifiedOn, endsOn },
      { type: 'start', on: notifiedOn },
    ]
  ).map((event) => ({ source: 'facilitator' as const, recordedOn: event.on, ...event }));
  const day = traits.today ?? '9999-12-31';
  const standing = standingOf({ events, asOf: day, knownOn: day });
  const amountCents = traits.amountCents ?? 84_000_000;
  await tx.insert(contract).values({
    id: contractId,
    buyerId,
    reference: traits.reference ?? `${contractId.slice(0, 8)}-${count}`,
    kind: traits.kind ?? 'contract',
    object: traits.object ?? 'Entretien et nettoyage des bâtiments communaux',
    cpv: traits.cpv ?? '90910000',
    placeCode: traits.place?.code ?? '75113',
    placeKind: traits.place?.kind ?? 'Code commune',
    placeName: traits.place?.name ?? null,
    notifiedOn,
    endsOn: standing.endsOn ?? endsOn,
    amountCents,
    socialConsiderations: traits.social === undefined ? ['Clause sociale'] : traits.social,
    source: 'facilitator',
    status: standing.status,
    statusSince: standing.since,
    statusSaidOn: standing.saidOn,
    statusSaidBy: standing.saidBy,
  });
  await tx.insert(lot).values({
    id: lotId,
    contractId,
    buyerId,
    key: 'lot:1',
    number: '1',
    object: traits.lotObject ?? 'Lot 1 : nettoyage des locaux',
    amountCents,
  });
  if (holderId) {
    await tx
      .insert(lotHolder)
      .values({ lotId, organisationId: holderId, contractId, buyerId, lead: true, shareBps: 10_000 });
  }
  await refreshWords(tx, [contractId]);
  if (traits.attached !== false) {
    await tx.insert(contractStructure).values({ contractId, structureId, facilitatorId: traits.facilitatorId ?? null });
  }
  if (events.length > 0) {
    await tx.insert(contractEvent).values(events.map((event) => ({ ...event, contractId, buyerId })));
  }
  if (clauseId) {
    const target: Target = traits.target ?? { mode: 'fixed', hours: 420 };
    await tx.insert(clause).values({
      id: clauseId,
      structureId,
      contractId,
      lotId,
      buyerId,
      targetMode: target.mode,
      targetInputs: target,
      dueHours: dueHours(target),
      categories: traits.categories ?? [{ ...paris2021Set, validFrom: null }],
      hourBasis: traits.hourBasis ?? 'worked',
      startsOn: notifiedOn,
      endsOn,
    });
  }
  return { contractId, lotId, clauseId, buyerId, holderId, status: standing.status };
}

async function makeBody(tx: Tx, kind: 'buyer' | 'employer', name: string): Promise<string> {
  const id = newId();
  await tx.insert(organisation).values({ id, kind, name });
  return id;
}
