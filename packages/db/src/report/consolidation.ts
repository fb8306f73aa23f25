import type { HireYear } from '@jonction/domain/report/consolidation';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { recordedBy, standingEntry, workedKinds } from '../hours/as-known.ts';
import { rowsOf } from '../shared/rows.ts';

export interface ConsolidationQuestion {
  structureId: string;
  year: number;
  knownAt?: Date;
}

export interface HireYearRow extends HireYear {
  sealed: Buffer;
  employerName: string;
  employerIdentifier: string | null;
  partnerName: string | null;
  romeCode: string | null;
  contractNumber: number;
}

/** Every hire with an hour declared in a year, and what became of these hours. One statement. */
export async function listHireYears(
  tx: Tx,
  { structureId, year, knownAt }: ConsolidationQuestion,
): Promise<HireYearRow[]> {
  return rowsOf<HireYearRow>(
    await tx.execute(sql`
      with worked as (
        select e.placement_id, sum(e.centihours)::float8 as declared,
               coalesce(sum(e.centihours) filter (where e.status = 'validated'), 0)::float8 as validated,
               coalesce(sum(e.centihours) filter (where e.status = 'validated' and k.kind not in ${workedKinds}), 0)::float8 as exceptional
        from hour_entry e join hour_line k on k.id = e.line_id
        where e.structure_id = ${structureId} and e.from_day between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date and ${standingEntry(knownAt)}
        group by e.placement_id
      ), first_hire as (
        select participant_id, min(starts_on) as starts_on from placement where structure_id = ${structureId} group by participant_id
      )
      select p.id as "placementId", p.participant_id as "participantId", q.number::int as "participantNumber", q.sex,
             q.birth_date::text as "birthDate", p.contract_id as "contractId", c.number::int as "contractNumber",
             p.employer_id as "employerId", o.name as "employerName", o.identifier as "employerIdentifier", o.subkind as "employerSubkind",
             p.buyer_id as "buyerId", r.name as "partnerName", p.execution_mode as mode, p.window_kind as kind, p.rome_code as "romeCode",
             p.starts_on::text as "startsOn", p.ends_on::text as "endsOn", f.starts_on::text as "firstHiredOn",
             p.sealed_categories as sealed, w.declared, w.validated, w.exceptional
      from worked w
      join placement p on p.id = w.placement_id
      join participant q on q.id = p.participant_id
      join first_hire f on f.participant_id = p.participant_id
      join contract c on c.id = p.contract_id
      join organisation o on o.id = p.employer_id
      left join organisation r on r.id = q.recommended_by_organisation_id
      where w.declared <> 0
      order by q.number, c.number, p.starts_on, p.id`),
  );
}

export interface ContractYearRow {
  contractId: string;
  number: number;
  reference: string;
  object: string;
  cpv: string | null;
  kind: string;
  buyerName: string;
  buyerIdentifier: string | null;
  notifiedOn: string | null;
  endsOn: string | null;
  amountCents: number | null;
  status: string;
  dueHours: number;
  /** Validated since the beginning, in hundredths. */
  validatedEver: number;
}

/** The contracts on which hours of a year were declared. One statement. */
export async function listContractYears(
  tx: Tx,
  { structureId, contractIds, knownAt }: { structureId: string; contractIds: readonly string[]; knownAt?: Date },
): Promise<ContractYearRow[]> {
  return rowsOf<ContractYearRow>(
    await tx.execute(sql`
      select c.id as "contractId", c.number::int, c.reference, c.object, c.cpv, c.kind, b.name as "buyerName", b.identifier as "buyerIdentifier",
             c.notified_on::text as "notifiedOn", c.ends_on::text as "endsOn", c.amount_cents::float8 as "amountCents", c.status,
             (select coalesce(sum(k.due_hours), 0)::int from clause k where k.contract_id = c.id and k.structure_id = ${structureId}
               and ${recordedBy(sql`k.created_at`, knownAt)}) as "dueHours",
             (select coalesce(sum(e.centihours), 0)::float8 from hour_entry e where e.contract_id = c.id and e.structure_id = ${structureId}
               and e.status = 'validated' and ${standingEntry(knownAt)}) as "validatedEver"
      from contract c join organisation b on b.id = c.buyer_id
      where c.id = any(${sql.param([...contractIds])}::uuid[]) order by c.number`),
  );
}
