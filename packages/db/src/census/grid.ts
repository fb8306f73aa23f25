import type { CensusQuestion } from '@jonction/domain/census/grid';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { conditionsOf, fromOf, orderOf } from '../contract/list.ts';
import { rowsOf } from '../shared/rows.ts';

export interface GridOf {
  structureId: string;
  today: Day;
}

/** The contracts of the team that the filters keep, in the order asked for; whole, or the first `limit`. */
export async function chosenContracts(
  tx: Tx,
  question: CensusQuestion & GridOf,
  limit: number | null = null,
): Promise<string[]> {
  const asked = { ...question, scope: 'mine' as const, page: 1, pageSize: 1 };
  const rows = rowsOf<{ id: string }>(
    await tx.execute(
      sql`select c.id ${fromOf(asked)} where ${conditionsOf(asked)} order by ${orderOf(asked)} limit ${limit}`,
    ),
  );
  return rows.map(({ id }) => id);
}

/** Of some contracts those that a structure follows, each once, in the order of their ids. */
export async function attachedAmong(tx: Tx, structureId: string, contractIds: readonly string[]): Promise<string[]> {
  const rows = rowsOf<{ id: string }>(
    await tx.execute(sql`
      select contract_id as id from contract_structure
      where structure_id = ${structureId} and contract_id = any (${sql.param([...contractIds])}::uuid[])
      order by contract_id`),
  );
  return rows.map(({ id }) => id);
}

/** People at work on some contracts on a day. */
export async function countAtWork(tx: Tx, contractIds: readonly string[], day: Day): Promise<Map<string, number>> {
  const rows = rowsOf<{ id: string; count: number }>(
    await tx.execute(sql`
      select contract_id as id, count(distinct participant_id)::int as count from placement
      where contract_id = any (${sql.param([...contractIds])}::uuid[]) and starts_on <= ${day} and coalesce(ends_on >= ${day}, true)
      group by contract_id`),
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export interface NamedContract {
  id: string;
  number: number;
  reference: string;
  object: string;
}

/** Contracts that a structure follows, by our numbers, by the references of their buyers or by their ids. One statement. */
export async function namedContracts(
  tx: Tx,
  structureId: string,
  {
    numbers = [],
    references = [],
    ids = [],
  }: { numbers?: readonly number[]; references?: readonly string[]; ids?: readonly string[] },
): Promise<NamedContract[]> {
  return rowsOf<NamedContract>(
    await tx.execute(sql`
      select c.id, c.number::int as number, c.reference, c.object
      from contract_structure s join contract c on c.id = s.contract_id
      where s.structure_id = ${structureId} and (c.number = any (${sql.param([...numbers])}::bigint[])
        or c.reference = any (${sql.param([...references])}::text[]) or c.id = any (${sql.param([...ids])}::uuid[]))
      order by c.id`),
  );
}
