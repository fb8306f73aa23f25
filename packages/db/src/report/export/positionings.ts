import type { PositioningStatus } from '@jonction/domain/positioning/lifecycle';
import type { CloseReason, RefusalReason } from '@jonction/domain/positioning/reasons';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../../client.ts';
import { idArray } from '../../participant/filter.ts';
import { rowsOf } from '../../shared/rows.ts';
import { inOrder } from './walk.ts';

export interface ExportedPositioning {
  id: string;
  lastName: string;
  firstName: string;
  employer: string;
  offer: string | null;
  status: PositioningStatus;
  sentOn: Day | null;
  seenOn: Day | null;
  answeredOn: Day | null;
  interviewOn: Day | null;
  refusalReason: RefusalReason | null;
  closeReason: CloseReason | null;
  answerNote: string | null;
  sentBy: string | null;
}

const parisDay = (instant: string) => sql.raw(`(x.${instant} at time zone 'Europe/Paris')::date::text`);

/** Positionings as a file shows them, in the order of their ids. One statement. */
export async function exportedPositionings(tx: Tx, ids: readonly string[]): Promise<ExportedPositioning[]> {
  const rows = rowsOf<ExportedPositioning>(
    await tx.execute(sql`
      select x.id, p.last_name as "lastName", p.first_name as "firstName", o.name as employer, f.title as offer, x.status,
             ${parisDay('sent_at')} as "sentOn", ${parisDay('seen_at')} as "seenOn",
             ${parisDay('answered_at')} as "answeredOn", ${parisDay('interview_at')} as "interviewOn",
             x.refusal_reason as "refusalReason", x.close_reason as "closeReason", n.note as "answerNote", u.name as "sentBy"
      from positioning x join participant p on p.id = x.participant_id join organisation o on o.id = x.employer_id
      left join offer f on f.id = x.offer_id
      left join "user" u on u.id = x.created_by
      left join positioning_note n on n.positioning_id = x.id
      where x.id = any (${idArray(ids)})`),
  );
  return inOrder(ids, rows);
}
