import type { DeclineReason, TransferStatus, TransferWhy } from '@jonction/domain/positioning/transfer';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { positioning } from './tables.ts';
import { positioningTransfer } from './transfer-tables.ts';

/** A question about a CV, as the team reads it: from which company, to which one. */
export interface TransferRow {
  id: string;
  status: TransferStatus;
  companyName: string;
  contactName: string | null;
  contactEmail: string | null;
  why: TransferWhy;
  note: string | null;
  askedBy: 'facilitator' | 'employer' | 'link';
  askedOn: string;
  decidedOn: string | null;
  decidedByName: string | null;
  declineReason: DeclineReason | null;
  fromPositioningId: string;
  fromEmployerName: string;
  toPositioningId: string | null;
  toEmployerName: string | null;
}

/** Both ways: the questions about a positioning, and the one that it comes from; the last first. */
export async function listTransfers(tx: Tx, positioningId: string): Promise<TransferRow[]> {
  return rowsOf<TransferRow>(
    await tx.execute(sql`
      select t.id, t.status, t.company_name as "companyName", t.contact_name as "contactName",
             t.contact_email as "contactEmail", t.why, t.note, t.asked_by as "askedBy",
             (t.asked_at at time zone 'Europe/Paris')::date::text as "askedOn",
             (t.decided_at at time zone 'Europe/Paris')::date::text as "decidedOn", u.name as "decidedByName",
             t.decline_reason as "declineReason", t.positioning_id as "fromPositioningId", e.name as "fromEmployerName",
             t.to_positioning_id as "toPositioningId", f.name as "toEmployerName"
      from positioning_transfer t
      join organisation e on e.id = t.employer_id
      left join positioning g on g.id = t.to_positioning_id
      left join organisation f on f.id = g.employer_id
      left join "user" u on u.id = t.decided_by
      where t.positioning_id = ${positioningId} or t.to_positioning_id = ${positioningId}
      order by t.asked_at desc, t.id desc`),
  );
}

/** Whether somebody waits for an answer about this CV. */
export async function hasPendingTransfer(tx: Tx, positioningId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: positioningTransfer.id })
    .from(positioningTransfer)
    .where(and(eq(positioningTransfer.positioningId, positioningId), eq(positioningTransfer.status, 'asked')));
  return row !== undefined;
}

/** One question, locked: two of the team decide once. */
export async function findTransfer(tx: Tx, id: string) {
  const [row] = await tx.select().from(positioningTransfer).where(eq(positioningTransfer.id, id)).for('update');
  return row;
}

/** What became of the last question about a CV, for the company that asked. */
export const transferOf = sql<TransferStatus | null>`(select t.status from positioning_transfer t
  where t.positioning_id = ${positioning.id} order by t.asked_at desc, t.id desc limit 1)`;
