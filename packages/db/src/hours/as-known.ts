import { type SQL, sql } from 'drizzle-orm';

/** An instant as the base reads it. */
export const instant = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/** Only what was recorded by an instant, for a question about the past; everything where none is asked for. */
export function recordedBy(recordedAt: SQL, knownAt: Date | undefined): SQL {
  return knownAt ? sql`${recordedAt} <= ${instant(knownAt)}` : sql`true`;
}

/** The entries `e` that held at an instant, now unless said: neither reversed by then nor reversals. */
export function standingEntry(knownAt?: Date): SQL {
  return sql`e.reverses_id is null and ${recordedBy(sql`e.recorded_at`, knownAt)}
    and not exists (select 1 from hour_entry r where r.reverses_id = e.id and ${recordedBy(sql`r.recorded_at`, knownAt)})`;
}

/** The lines `l` that stood at an instant: declared by then, and corrected by no other by then. */
export function currentLine(knownAt?: Date): SQL {
  return sql`${recordedBy(sql`l.recorded_at`, knownAt)}
    and not exists (select 1 from hour_line n where n.replaces_id = l.id and ${recordedBy(sql`n.recorded_at`, knownAt)})`;
}

/**
 * Since which closing something of a day, recorded at an instant, is late: null where the month was open, or reopened before. The
 * columns are of the row that the query reads.
 */
export function closedBefore(row: { structureId: SQL; day: SQL; recordedAt: SQL }): SQL {
  return sql`(select max(k.closed_at) from closed_month k
    where k.structure_id = ${row.structureId} and k.month = date_trunc('month', ${row.day})::date and k.closed_at < ${row.recordedAt}
      and not exists (select 1 from month_act a where a.closing_id = k.id and a.at <= ${row.recordedAt}))`;
}

/** Kinds of hours that are work; what is validated of the others was credited. */
export const workedKinds = sql`('worked_on_site', 'telework', 'training')`;
