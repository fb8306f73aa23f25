import type { Command } from './context.ts';

/** `migrate`: opening the base has already brought it to this version; says what it is at. */
export const migrateCommand: Command = async ({ database }) => {
  const [row] = await database.client<
    { count: number }[]
  >`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return { exit: 0, result: { ok: true, migrations: row?.count ?? 0 } };
};
