import type { ClauseKind, HourBasis, PenaltyTerms } from '@jonction/domain/contract/clause';
import type { ContractSource } from '@jonction/domain/contract/contract';
import type { ContractStatus } from '@jonction/domain/contract/lifecycle';
import type { ContractEventSource } from '@jonction/domain/contract/said';
import type { Target } from '@jonction/domain/contract/target';
import type { CategorySet } from '@jonction/domain/eligibility/category';
import type { Day } from '@jonction/domain/shared/day';
import { desc, eq, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { contractNote } from './tables.ts';

export interface ContractRow {
  id: string;
  number: number;
  reference: string;
  kind: 'contract' | 'concession';
  nature: string | null;
  object: string;
  buyerId: string;
  buyerName: string;
  /** False: open data publishes its number alone. */
  buyerNamed: boolean;
  buyerIdentifier: string | null;
  cpv: string | null;
  /** What the code is called, where the vocabulary is loaded. */
  cpvLabel: string | null;
  procedure: string | null;
  ccag: string | null;
  groupKind: string | null;
  techniques: string[] | null;
  modalities: string[] | null;
  placeCode: string | null;
  placeKind: string | null;
  placeName: string | null;
  department: string | null;
  durationMonths: number | null;
  notifiedOn: Day | null;
  publishedOn: Day | null;
  endsOn: Day | null;
  amountCents: number | null;
  social: string[] | null;
  environmental: string[] | null;
  status: ContractStatus;
  statusSince: Day | null;
  saidOn: Day | null;
  saidBy: ContractEventSource | null;
  source: ContractSource;
  version: number;
  /** Null where the actor's structure does not follow it, or the actor is no structure. */
  attachedAt: string | null;
  facilitatorId: string | null;
  facilitatorName: string | null;
}

/** A contract with what the actor's structure adds; null when it is not the actor's to see. */
export async function findContract(tx: Tx, contractId: string, structureId: string): Promise<ContractRow | null> {
  const [row] = rowsOf<ContractRow>(
    await tx.execute(sql`
      select c.id, c.number::int as number, c.reference, c.kind, c.nature, c.object, c.buyer_id as "buyerId",
             b.name as "buyerName", b.name_source <> 'nobody' as "buyerNamed", b.identifier as "buyerIdentifier", c.cpv,
             (select v.label from cpv_code v where v.code = c.cpv) as "cpvLabel", c.procedure, c.ccag, c.group_kind as "groupKind",
             c.techniques, c.modalities, c.place_code as "placeCode", c.place_kind as "placeKind", c.place_name as "placeName",
             c.department, c.duration_months as "durationMonths", c.notified_on::text as "notifiedOn",
             c.published_on::text as "publishedOn", c.ends_on::text as "endsOn", c.amount_cents::float8 as "amountCents",
             c.social_considerations as social, c.environmental_considerations as environmental, c.status,
             c.status_since::text as "statusSince", c.status_said_on::text as "saidOn", c.status_said_by as "saidBy",
             c.source, c.version, cs.attached_at as "attachedAt", cs.facilitator_id as "facilitatorId",
             u.name as "facilitatorName"
      from contract c join organisation b on b.id = c.buyer_id
      left join contract_structure cs on cs.contract_id = c.id and cs.structure_id = ${structureId}
      left join "user" u on u.id = cs.facilitator_id
      where c.id = ${contractId}`),
  );
  return row ?? null;
}

export interface HolderRow {
  organisationId: string;
  name: string;
  identifierKind: string;
  identifier: string | null;
  /** EI, ACI, ETTI, GEIQ, EA...: an employer that the State recognises for insertion. */
  subkind: string | null;
  lead: boolean;
  shareBps: number | null;
  named: boolean;
}

export interface LotRow {
  id: string;
  key: string;
  number: string | null;
  object: string;
  amountCents: number | null;
  holders: HolderRow[];
}

/** The lots with their holders, in the order of their numbers. */
export async function readLots(tx: Tx, contractId: string): Promise<LotRow[]> {
  return rowsOf<LotRow>(
    await tx.execute(sql`
      select l.id, l.key, l.number, l.object, l.amount_cents::float8 as "amountCents",
             coalesce(jsonb_agg(jsonb_build_object('organisationId', o.id, 'name', o.name, 'identifierKind', o.identifier_kind,
               'identifier', o.identifier, 'subkind', o.subkind, 'lead', h.lead, 'shareBps', h.share_bps,
               'named', o.name_source <> 'nobody')
               order by h.lead desc, o.name collate "fr-x-icu") filter (where o.id is not null), '[]') as holders
      from lot l left join lot_holder h on h.lot_id = l.id left join organisation o on o.id = h.organisation_id
      where l.contract_id = ${contractId} group by l.id
      order by lpad(coalesce(l.number, '~'), 12, '0'), l.key`),
  );
}

export interface ClauseRow {
  id: string;
  structureId: string;
  structureName: string;
  contractId: string;
  lotId: string;
  kind: ClauseKind;
  target: Target;
  dueHours: number;
  categories: CategorySet[];
  hourBasis: HourBasis;
  startsOn: Day | null;
  endsOn: Day | null;
  penalty: PenaltyTerms | null;
  version: number;
}

/** The clauses of some contracts that the actor may see: a team its own, a buyer and a holder every one. */
export async function readClauses(tx: Tx, contractIds: readonly string[]): Promise<ClauseRow[]> {
  if (contractIds.length === 0) return [];
  return rowsOf<ClauseRow>(
    await tx.execute(sql`
      select k.id, k.structure_id as "structureId", s.name as "structureName", k.contract_id as "contractId",
             k.lot_id as "lotId", k.kind, k.target_inputs as target, k.due_hours as "dueHours", k.categories,
             k.hour_basis as "hourBasis", k.starts_on::text as "startsOn", k.ends_on::text as "endsOn", k.penalty, k.version
      from clause k join organisation s on s.id = k.structure_id
      where k.contract_id = any (${sql.param([...contractIds])}::uuid[]) order by k.created_at, k.id`),
  );
}

export async function readNotes(tx: Tx, contractId: string) {
  return tx
    .select({ id: contractNote.id, body: contractNote.body, createdAt: contractNote.createdAt, authorName: user.name })
    .from(contractNote)
    .leftJoin(user, eq(user.id, contractNote.authorId))
    .where(eq(contractNote.contractId, contractId))
    .orderBy(desc(contractNote.createdAt), desc(contractNote.id));
}

/** What open data keeps of the contract: its publications, for the sources and the amendments before and after. */
export async function readOpenData(tx: Tx, contractId: string): Promise<unknown> {
  const [row] = rowsOf<{ openData: unknown }>(
    await tx.execute(sql`
      select coalesce(c.open_data, (select k.open_data from published_pair p join contract k on k.id = p.open_id
        where p.contract_id = c.id and p.verdict = 'same' and p.undone_at is null order by p.id limit 1)) as "openData"
      from contract c where c.id = ${contractId}`),
  );
  return row?.openData ?? null;
}
