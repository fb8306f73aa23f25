import type { HourStatus } from '@jonction/domain/hours/outcome';
import type { DocumentClause } from '@jonction/domain/report/compose-document';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface DocumentQuestion {
  structureId: string;
  contractId: string | null;
  employerId: string | null;
  participantId: string | null;
  from: Day;
  to: Day;
  knownAt: Date;
}

export interface DocumentHoursRow {
  clauseId: string;
  contractId: string;
  buyerId: string;
  territory: string | null;
  hourBasis: 'worked' | 'paid';
  placementId: string | null;
  placementNumber: number | null;
  employerName: string | null;
  contractNumber: number;
  contractReference: string;
  contractObject: string;
  buyerName: string;
  month: string;
  status: HourStatus;
  exceptional: boolean;
  policy: string | null;
  rule: string | null;
  recordedOn: Day;
  centihours: number;
}

/** What stands in the ledger for a paper, as the actor may know it. One statement. */
export async function readDocumentHours(tx: Tx, asked: DocumentQuestion): Promise<DocumentHoursRow[]> {
  const { structureId, contractId, employerId, participantId, from, to, knownAt } = asked;
  return rowsOf<DocumentHoursRow>(
    await tx.execute(sql`
      select clause_id as "clauseId", contract_id as "contractId", buyer_id as "buyerId", territory, hour_basis as "hourBasis",
             placement_id as "placementId", placement_number as "placementNumber", employer_name as "employerName",
             contract_number as "contractNumber", contract_reference as "contractReference", contract_object as "contractObject",
             buyer_name as "buyerName", month, status, exceptional, policy, rule, recorded_on::text as "recordedOn", centihours
      from app.document_hours(${structureId}::uuid, ${contractId}::uuid, ${employerId}::uuid, ${participantId}::uuid,
        ${from}::date, ${to}::date, ${knownAt.toISOString()}::timestamptz)
      order by contract_number, month, placement_number, status`),
  );
}

/** The clauses of a structure on a contract, in the order of the lots, with what was due as known at an instant, and the companies that hold them. Two statements. */
export async function readDocumentContract(
  tx: Tx,
  { contractId, structureId, knownAt }: { contractId: string; structureId: string; knownAt: Date },
) {
  const clauses = rowsOf<DocumentClause>(
    await tx.execute(sql`
      select k.id as "clauseId", l.number as "lotNumber", l.object as "lotObject", 
        coalesce((select v.due_hours from clause_version v where v.clause_id = k.id and v.recorded_at <= ${knownAt.toISOString()}::timestamptz
          order by v.version desc limit 1), 0) as "dueHours"
      from clause k join lot l on l.id = k.lot_id
      where k.contract_id = ${contractId} and k.structure_id = ${structureId} order by l.key, k.id`),
  );
  const holders = rowsOf<{ name: string }>(
    await tx.execute(sql`
      select distinct o.name from lot_holder h join organisation o on o.id = h.organisation_id
      where h.contract_id = ${contractId} order by o.name`),
  );
  return { clauses, holderNames: holders.map(({ name }) => name) };
}
