import type { HourKind } from '@jonction/domain/hours/line';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface Claim {
  lineId: string;
  contractId: string;
  contractNumber: number;
  contractObject: string;
  employerName: string;
  /** Who follows the other contract: the colleague to call. */
  facilitatorName: string | null;
  from: Day;
  to: Day;
  kind: HourKind;
  centihours: number;
  receivedOn: Day;
  /** Received earlier, or the same day for the smaller clause: the one that counts. */
  first: boolean;
}

/** Hours of the same person and kind, claimed on days of this line on another clause of the structure. One statement. */
export async function listClaimsElsewhere(tx: Tx, lineId: string): Promise<Claim[]> {
  return rowsOf<Claim>(
    await tx.execute(sql`
      select o.id as "lineId", c.id as "contractId", c.number::int as "contractNumber", c.object as "contractObject",
             e.name as "employerName", u.name as "facilitatorName", o.from_day::text as "from", o.to_day::text as "to", o.kind,
             o.centihours, o.received_on::text as "receivedOn",
             (o.received_on, o.clause_id::text collate "C") < (l.received_on, l.clause_id::text collate "C") as first
      from hour_line l
      join hour_line o on o.participant_id = l.participant_id and o.structure_id = l.structure_id and o.clause_id <> l.clause_id
        and o.kind = l.kind and o.from_day <= l.to_day and o.to_day >= l.from_day and o.centihours > 0
      join contract c on c.id = o.contract_id join organisation e on e.id = o.employer_id
      left join contract_structure s on s.contract_id = c.id and s.structure_id = o.structure_id
      left join "user" u on u.id = s.facilitator_id
      where l.id = ${lineId} and not exists (select 1 from hour_line n where n.replaces_id = o.id)
      order by o.received_on, o.from_day, o.id limit 50`),
  );
}
