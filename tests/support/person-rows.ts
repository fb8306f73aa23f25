import type { Product } from './product.ts';

/** Every row of the base that belongs to some people, table by table, in order: what must be whole again after a way back. */
export async function rowsOf(product: Product, ids: readonly string[]): Promise<Record<string, unknown[]>> {
  const { client } = product.system;
  const links = await client<
    { tab: string; col: string }[]
  >`select tab::text, col from app.person_links() order by 1, 2`;
  const found: Record<string, unknown[]> = {};
  for (const { tab, col } of links) {
    // The merges are the history of the way there and back.
    if (tab === 'participant_merge') continue;
    const rows = await client.unsafe<{ row: unknown }[]>(
      `select to_jsonb(t) as row from ${tab} t where t.${col} = any($1::uuid[]) order by to_jsonb(t)::text`,
      [[...ids]],
    );
    found[`${tab}.${col}`] = rows.map(({ row }) => row);
  }
  const people = await client<{ row: Record<string, unknown> }[]>`
    select to_jsonb(p) - 'version' - 'updated_at' as row from participant p where id = any(${[...ids]}::uuid[]) order by id`;
  return { ...found, participant: people.map(({ row }) => row) };
}
