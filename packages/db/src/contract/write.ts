import { newId } from '@jonction/db/new-id';
import type { ContractEventType } from '@jonction/domain/contract/lifecycle';
import type { ContractEventSource } from '@jonction/domain/contract/said';
import type { Day } from '@jonction/domain/shared/day';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { refreshWords } from './list.ts';
import { clause, contract, contractStructure, lot, lotHolder } from './tables.ts';

export interface NewContract {
  buyerId: string;
  reference: string;
  kind: string;
  object: string;
  cpv?: string | null;
  placeCode?: string | null;
  placeKind?: string | null;
  placeName?: string | null;
  notifiedOn?: Day | null;
  amountCents?: number | null;
  source: 'facilitator' | 'buyer' | 'import';
}

export interface NewLot {
  number: string | null;
  object: string;
  holderId: string | null;
  amountCents: number | null;
}

/**
 * The contract of that buyer with that reference, if the actor may see it. The number of a published contract that the team said is one of
 * its own is another name of that one.
 */
export async function findByReference(
  tx: Tx,
  buyerId: string,
  reference: string,
): Promise<{ id: string; number: number } | null> {
  const [row] = rowsOf<{ id: string; number: number }>(
    await tx.execute(sql`
      select c.id, c.number::int as number from contract k
      left join published_pair p on p.open_id = k.id and p.verdict = 'same' and p.undone_at is null
      join contract c on c.id = coalesce(p.contract_id, k.id)
      where k.buyer_id = ${buyerId} and k.reference = ${reference} limit 1`),
  );
  return row ?? null;
}

/** A contract with its first lot, attached to the structure. */
export async function insertContract(
  tx: Tx,
  values: NewContract,
  first: NewLot,
  structureId: string,
): Promise<{ contractId: string; lotId: string }> {
  const contractId = newId();
  await tx.insert(contract).values({ id: contractId, ...values });
  await attachContract(tx, contractId, structureId);
  const lotId = await insertLot(tx, { contractId, buyerId: values.buyerId }, first);
  return { contractId, lotId };
}

/** A second attachment is the first one. */
export async function attachContract(tx: Tx, contractId: string, structureId: string): Promise<void> {
  await tx.insert(contractStructure).values({ contractId, structureId }).onConflictDoNothing();
}

/** The key of a lot written by hand is that of open data, so that a later publication joins it. */
export function lotKeyOf(number: string | null, lotId: string): string {
  return number === null || number === '' ? `own:${lotId}` : `lot:${number}`;
}

export async function insertLot(
  tx: Tx,
  of: { contractId: string; buyerId: string },
  { number, object, holderId, amountCents }: NewLot,
): Promise<string> {
  const lotId = newId();
  const key = lotKeyOf(number, lotId);
  await tx.insert(lot).values({ id: lotId, ...of, key, number: number || null, object, amountCents });
  if (holderId) {
    await tx.insert(lotHolder).values({ lotId, organisationId: holderId, ...of, lead: true, shareBps: 10_000 });
  }
  await refreshWords(tx, [of.contractId]);
  return lotId;
}

export interface NewEvent {
  contractId: string;
  buyerId: string;
  lotId?: string | null;
  type: ContractEventType;
  on: Day;
  recordedOn: Day;
  endsOn?: Day | null;
  source: ContractEventSource;
  saidBy?: string | null;
  legalBasis?: string | null;
  note?: string | null;
  documentId?: string | null;
  authorId: string | null;
  facts?: Record<string, string | number | null>;
}

/** One statement and one parameter whatever their number: a thousand rows of fifteen parameters each cost more to send than to write. */
export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<string[]> {
  const rows = events.map((event) => ({ id: newId(), ...event }));
  if (rows.length > 0) {
    await tx.execute(sql`
      insert into contract_event (id, contract_id, buyer_id, lot_id, type, "on", recorded_on, ends_on, source, said_by,
        legal_basis, note, document_id, author_id, facts)
      select id, "contractId", "buyerId", "lotId", type, "on", "recordedOn", "endsOn", source, "saidBy",
        "legalBasis", note, "documentId", "authorId", coalesce(facts, '{}')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e (id uuid, "contractId" uuid, "buyerId" uuid, "lotId" uuid,
        type contract_event_type, "on" date, "recordedOn" date, "endsOn" date, source text, "saidBy" text, "legalBasis" text,
        note text, "documentId" uuid, "authorId" uuid, facts jsonb)`);
  }
  return rows.map(({ id }) => id);
}

export type NewClause = Omit<typeof clause.$inferInsert, 'id' | 'createdAt' | 'version'>;

/** Writes the clause of a lot: the structure's one, made or changed. Returns its id and what it was before. */
export async function saveClause(tx: Tx, values: NewClause): Promise<{ clauseId: string; dueBefore: number | null }> {
  const [before] = await tx
    .select({ id: clause.id, dueHours: clause.dueHours })
    .from(clause)
    .where(and(eq(clause.lotId, values.lotId), eq(clause.structureId, values.structureId)))
    .for('update');
  if (before) {
    const { createdBy: _, ...changes } = values;
    await tx
      .update(clause)
      .set({ ...changes, version: sql`${clause.version} + 1` })
      .where(eq(clause.id, before.id));
    return { clauseId: before.id, dueBefore: before.dueHours };
  }
  const clauseId = newId();
  await tx.insert(clause).values({ id: clauseId, ...values });
  return { clauseId, dueBefore: null };
}

/** Whose each contract is. */
export async function buyersOf(tx: Tx, contractIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: contract.id, buyerId: contract.buyerId })
    .from(contract)
    .where(sql`${contract.id} = any(${sql.param([...contractIds])}::uuid[])`);
  return new Map(rows.map(({ id, buyerId }) => [id, buyerId]));
}

export interface ContractHead {
  id: string;
  buyerId: string;
  reference: string;
  attached: boolean;
}

/** Enough of a contract to write on it; null out of scope. */
export async function findHead(tx: Tx, contractId: string, structureId: string): Promise<ContractHead | null> {
  const [row] = rowsOf<ContractHead>(
    await tx.execute(sql`
      select c.id, c.buyer_id as "buyerId", c.reference,
             exists (select 1 from contract_structure s where s.contract_id = c.id and s.structure_id = ${structureId}) as attached
      from contract c where c.id = ${contractId}`),
  );
  return row ?? null;
}
