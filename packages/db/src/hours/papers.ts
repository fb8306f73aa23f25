import type { HourPaperKind, HourSide } from '@jonction/domain/hours/paper';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { hourPaper } from './exchange-tables.ts';

export interface PaperRow {
  id: string;
  kind: HourPaperKind;
  fileId: string;
  name: string;
  sizeBytes: number;
  /** Somebody must look at it: it holds pages without words. */
  unread: boolean;
  side: HourSide;
  broughtByName: string | null;
  broughtAt: string;
  withdrawnAt: string | null;
  withdrawnByName: string | null;
  withdrawnReason: string | null;
  /** Its bytes left the store. */
  erased: boolean;
}

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

/** The papers of a line and of those it corrected, the first brought first. One statement. */
export async function listPapers(tx: Tx, lineId: string): Promise<PaperRow[]> {
  return rowsOf<PaperRow>(
    await tx.execute(sql`
      select p.id, p.kind, p.file_id as "fileId", coalesce(f.name, '') as name, coalesce(f.size_bytes, 0) as "sizeBytes",
        coalesce(f.unread, true) as unread, p.side, u.name as "broughtByName", ${instant('p.brought_at')} as "broughtAt",
        ${instant('p.withdrawn_at')} as "withdrawnAt", w.name as "withdrawnByName", p.withdrawn_reason as "withdrawnReason",
        f.erased_at is not null as erased
      from hour_paper p left join stored_file f on f.id = p.file_id left join "user" u on u.id = p.brought_by
        left join "user" w on w.id = p.withdrawn_by
      where p.line_id in (select app.line_versions(${lineId})) order by p.brought_at, p.id`),
  );
}

/** One paper, held until the end of what is done with it. */
export async function lockPaper(tx: Tx, id: string) {
  const [row] = await tx.select().from(hourPaper).where(eq(hourPaper.id, id)).for('update');
  return row ?? null;
}

/** The kinds of papers that stand on the hours of a hire, each with a line that has one. One statement. */
export async function listPaperKinds(tx: Tx, placementId: string): Promise<{ kind: HourPaperKind; lineId: string }[]> {
  return rowsOf<{ kind: HourPaperKind; lineId: string }>(
    await tx.execute(sql`
      select distinct on (p.kind) p.kind, app.standing_line(p.line_id) as "lineId"
      from hour_paper p join hour_line l on l.id = p.line_id
      where l.placement_id = ${placementId} and p.withdrawn_at is null order by p.kind, p.brought_at desc`),
  );
}
