import { parisDayOf } from '@jonction/domain/shared/day';
import { judgePlacements } from '../hours/judge-placements.ts';
import type { EventJob, JobContext } from './start.ts';

const system = { kind: 'system' } as const;
const batch = 200;

/** The same person's hours on other clauses: what was just declared may free or take a claim there. */
export async function judgeElsewhere({ subjectId }: EventJob, { database }: JobContext): Promise<void> {
  if (subjectId === null) return;
  await database.as(system, async (tx) => {
    const others = await database.client<{ id: string }[]>`
      select o.id from placement p join placement o on o.participant_id = p.participant_id and o.id <> p.id
      where p.id = ${subjectId} and exists (select 1 from hour_line l where l.placement_id = o.id)`;
    await judgePlacements(
      tx,
      others.map(({ id }) => id),
      parisDayOf(new Date()),
    );
  });
}

/** Whose placement it is was said anew: its own hours are judged against those of the person it is now. */
export async function judgePlacement({ subjectId }: EventJob, { database }: JobContext): Promise<void> {
  if (subjectId !== null) await judgeInBatches(database, [{ id: subjectId }]);
}

/** Somebody said that a contract stopped, resumed or ended: hours expected on its days may not be any more, or again. */
export async function judgeContract({ subjectId }: EventJob, { database }: JobContext): Promise<void> {
  if (subjectId === null) return;
  const rows = await database.client<{ id: string }[]>`
    select distinct placement_id as id from hour_line where contract_id = ${subjectId} order by 1`;
  await judgeInBatches(database, rows);
}

/** The same was said of many contracts at once, or taken back. */
export async function judgeContracts({ subjectId }: EventJob, { database }: JobContext): Promise<void> {
  if (subjectId === null) return;
  const rows = await database.client<{ id: string }[]>`
    select distinct l.placement_id as id from census_answer a join hour_line l on l.contract_id = a.contract_id
    where a.change_id = ${subjectId} and a.event_id is not null order by 1`;
  await judgeInBatches(database, rows);
}

async function judgeInBatches(database: JobContext['database'], rows: readonly { id: string }[]): Promise<void> {
  const today = parisDayOf(new Date());
  for (let at = 0; at < rows.length; at += batch) {
    const ids = rows.slice(at, at + batch).map(({ id }) => id);
    await database.as(system, (tx) => judgePlacements(tx, ids, today));
  }
}
