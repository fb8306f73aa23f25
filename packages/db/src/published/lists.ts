import type { ComparedList, ComparedQuestion } from '@jonction/domain/published/published';
import { offsetOf } from '@jonction/domain/shared/page';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** The lists that the base tells by itself. */
export type TellableList = Exclude<ComparedList, 'decide' | 'later'>;
const tellable = ['both', 'here', 'there', 'aside'] as const satisfies readonly TellableList[];

export interface Asked {
  structureId: string;
  /** Contracts of the team, and published ones, that wait for somebody's answer: they are in no other list. */
  contractIds: readonly string[];
  openIds: readonly string[];
}

/** How many contracts each list holds. One statement. */
export async function countLists(tx: Tx, asked: Asked): Promise<Record<TellableList, number>> {
  const [row] = rowsOf<Record<TellableList, number>>(
    await tx.execute(
      sql`select ${sql.join(
        tellable.map((list) => sql`(select count(*)::int ${listed(list, asked)}) as ${sql.identifier(list)}`),
        sql`, `,
      )}`,
    ),
  );
  return row ?? { both: 0, here: 0, there: 0, aside: 0 };
}

/** One page of a list, as ids in their order, with the length of the whole. One statement. */
export async function pageOfList(
  tx: Tx,
  list: TellableList,
  question: ComparedQuestion,
  asked: Asked,
): Promise<{ ids: string[]; total: number }> {
  const conditions: SQL[] = question.text
    .split(/\s+/)
    .filter(Boolean)
    .map((token) => sql`and c.words like '%' || app.like_literal(app.plain(${token})) || '%'`);
  if (question.social !== null) conditions.push(sql`and ${social[question.social]}`);
  const chosen = sql`${listed(list, asked)} ${sql.join(conditions, sql` `)}`;
  const [row] = rowsOf<{ ids: string[]; total: number }>(
    await tx.execute(sql`
      select (select count(*)::int ${chosen}) as total, coalesce((select array_agg(id order by place) from (
        select c.id, row_number() over (order by c.notified_on desc nulls last, c.id) as place ${chosen}
        order by place limit ${question.pageSize} offset ${offsetOf(question)}) page), '{}') as ids`),
  );
  return row ?? { ids: [], total: 0 };
}

const social = {
  yes: sql`cardinality(c.social_considerations) > 0`,
  none: sql`cardinality(c.social_considerations) = 0`,
  unknown: sql`c.social_considerations is null`,
};

const twin = sql`exists (select 1 from published_pair p where p.contract_id = c.id and p.verdict = 'same' and p.undone_at is null)`;
const settled = sql`exists (select 1 from published_pair p where p.open_id = c.id and p.verdict in ('same', 'aside') and p.undone_at is null)`;

/** Joined, and not looked up one by one in a list of thousands. */
function noneOf(ids: readonly string[]): SQL {
  return sql`not exists (select 1 from unnest(${sql.param([...ids])}::uuid[]) as asked (id) where asked.id = c.id)`;
}

function listed(list: TellableList, { structureId, contractIds, openIds }: Asked): SQL {
  const own = sql`from contract_structure s join contract c on c.id = s.contract_id where s.structure_id = ${structureId}`;
  if (list === 'both') return sql`${own} and (c.open_data is not null or ${twin})`;
  if (list === 'here') return sql`${own} and c.open_data is null and not ${twin} and ${noneOf(contractIds)}`;
  if (list === 'aside')
    return sql`from published_pair a join contract c on c.id = a.open_id
      where a.structure_id = ${structureId} and a.verdict = 'aside' and a.undone_at is null`;
  // Published by the buyers whose contracts the team follows, whichever of their establishments published it.
  return sql`from contract c where c.source = 'decp' and c.buyer_id in (
      select o.id from organisation o where o.kind = 'buyer' and left(o.identifier, 9) in (
        select left(b.identifier, 9) from contract_structure s join contract k on k.id = s.contract_id
        join organisation b on b.id = k.buyer_id where s.structure_id = ${structureId}))
    and not exists (select 1 from contract_structure s where s.contract_id = c.id and s.structure_id = ${structureId})
    and not ${settled} and ${noneOf(openIds)}`;
}
