import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface CpvRow {
  code: string;
  label: string;
}

/** Codes in force that begin with the digits typed, or whose label holds every word; the widest first. */
export async function searchCpv(tx: Tx, typed: string, limit: number): Promise<CpvRow[]> {
  const digits = /^\d{2,8}$/.test(typed);
  const words = typed.split(/\s+/).filter(Boolean);
  const found = digits
    ? sql`code like ${`${typed}%`}`
    : sql.join(
        words.map((word) => sql`app.plain(label) like '%' || app.like_literal(app.plain(${word})) || '%'`),
        sql` and `,
      );
  // A code that ends with more zeros says more contracts; a short label is the plainest of its width.
  return rowsOf<CpvRow>(
    await tx.execute(sql`select code, label from cpv_code where version = 2 and ${found}
      order by length(rtrim(code, '0')), length(label), code limit ${limit}`),
  );
}

/** What some codes are called; a code that is not loaded is not there. */
export async function listCpvLabels(tx: Tx, codes: readonly string[]): Promise<CpvRow[]> {
  if (codes.length === 0) return [];
  return rowsOf<CpvRow>(
    await tx.execute(sql`select code, label from cpv_code where code = any(${sql.param([...codes])}::text[])`),
  );
}
