import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface AuditQuestion {
  structureId: string;
  /** Beginning of the action: `contract.` or `contract.create`. */
  action: string | null;
  userId: string | null;
  subjectId: string | null;
  from: Day | null;
  to: Day | null;
  limit: number;
  offset: number;
}

export interface AuditRow {
  id: string;
  at: string;
  actorKind: string;
  userId: string | null;
  userName: string | null;
  role: string | null;
  organisationName: string | null;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  purpose: string | null;
  requestId: string | null;
  facts: Record<string, string | number | boolean | null>;
}

/** Lines of the audit of a structure, latest first: one statement, one more row than asked tells whether there are others. */
export async function listAudit(tx: Tx, question: AuditQuestion): Promise<AuditRow[]> {
  return rowsOf<AuditRow>(
    await tx.execute(sql`
      select a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, a.actor_kind as "actorKind", a.user_id as "userId",
             u.name as "userName", a.role, o.name as "organisationName", a.action, a.subject_kind as "subjectKind",
             a.subject_id as "subjectId", a.purpose, a.request_id as "requestId", a.facts
      from audit_entry a left join "user" u on u.id = a.user_id left join organisation o on o.id = a.organisation_id
      where ${conditionsOf(question)} order by a.id desc limit ${question.limit + 1} offset ${question.offset}`),
  );
}

function conditionsOf({ structureId, action, userId, subjectId, from, to }: AuditQuestion): SQL {
  const conditions = [sql`a.structure_id = ${structureId}`];
  if (action) conditions.push(sql`starts_with(a.action, ${action})`);
  if (userId) conditions.push(sql`a.user_id = ${userId}`);
  if (subjectId) conditions.push(sql`a.subject_id = ${subjectId}`);
  if (from) conditions.push(sql`a.at >= ${from}::date::timestamp at time zone 'Europe/Paris'`);
  if (to) conditions.push(sql`a.at < (${to}::date + 1)::timestamp at time zone 'Europe/Paris'`);
  return sql.join(conditions, sql` and `);
}
