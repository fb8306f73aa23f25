import type { ChangeAnswer } from '@jonction/domain/census/change';
import type { ContractEventSource } from '@jonction/domain/contract/said';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { type censusAnswer, censusChange } from './tables.ts';

/** Writers of one contract take turns: those of many take the turns in one order, and never wait for each other in a ring. */
export async function lockContracts(tx: Tx, contractIds: readonly string[]): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('contract:' || id, 0))
    from unnest(${sql.param([...contractIds])}::text[]) as id order by id`);
}

export type NewAnswer = Omit<typeof censusAnswer.$inferInsert, 'id' | 'recordedAt' | 'withdrawnOn' | 'withdrawnBy'>;

export async function insertChange(
  tx: Tx,
  change: Omit<typeof censusChange.$inferInsert, 'id' | 'at'>,
  answers: readonly Omit<NewAnswer, 'changeId' | 'structureId'>[],
): Promise<string> {
  const [row] = await tx.insert(censusChange).values(change).returning({ id: censusChange.id });
  const changeId = row?.id ?? '';
  if (answers.length > 0) {
    await tx.execute(sql`
      insert into census_answer (change_id, structure_id, contract_id, buyer_id, event_id, source, said_by, recorded_on, campaign_id)
      select ${changeId}, ${change.structureId}, "contractId", "buyerId", "eventId", source, "saidBy", "recordedOn", "campaignId"
      from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
        as a ("contractId" uuid, "buyerId" uuid, "eventId" uuid, source text, "saidBy" text, "recordedOn" date,
          "campaignId" uuid)`);
  }
  return changeId;
}

export interface StandingAnswer {
  id: string;
  contractId: string;
  eventId: string | null;
}

/** The answers of a change that nobody took back; null where there is no such change within reach. */
export async function findStandingAnswers(tx: Tx, changeId: string): Promise<StandingAnswer[] | null> {
  const rows = rowsOf<{ id: string | null; contractId: string; eventId: string | null }>(
    await tx.execute(sql`
      select a.id, a.contract_id as "contractId", a.event_id as "eventId"
      from census_change c left join census_answer a on a.change_id = c.id and a.withdrawn_on is null
      where c.id = ${changeId} order by a.contract_id`),
  );
  return rows.length === 0 ? null : rows.flatMap(({ id, ...row }) => (id === null ? [] : [{ id, ...row }]));
}

/** Nobody is named where somebody answers anew by a link. */
export async function withdrawAnswers(
  tx: Tx,
  answerIds: readonly string[],
  by: { today: Day; userId: string | null },
): Promise<void> {
  if (answerIds.length === 0) return;
  await tx.execute(sql`update census_answer set withdrawn_on = ${by.today}, withdrawn_by = ${by.userId}
    where id = any(${sql.param([...answerIds])}::uuid[])`);
}

export interface ChangeRow {
  id: string;
  answer: ChangeAnswer;
  onDay: Day;
  chosen: number;
  kept: number;
  source: ContractEventSource;
  saidBy: string | null;
  userName: string;
  at: string;
  /** How many of the kept ones were taken back since. */
  withdrawn: number;
}

/** The last changes that a structure made of its own accord, newest first: what a campaign was answered, or an emergency did, is shown there. */
export async function listChanges(tx: Tx, structureId: string, limit: number): Promise<ChangeRow[]> {
  return rowsOf<ChangeRow>(
    await tx.execute(sql`
      select c.id, c.answer, c.on_day::text as "onDay", c.chosen, c.kept, c.source, c.said_by as "saidBy", u.name as "userName",
             c.at, (select count(*)::int from census_answer a where a.change_id = c.id and a.withdrawn_on is not null) as withdrawn
      from census_change c join "user" u on u.id = c.by_user
      where c.structure_id = ${structureId} and c.campaign_id is null and c.crisis_id is null order by c.at desc limit ${limit}`),
  );
}
