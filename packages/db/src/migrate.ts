import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

const migrationsFolder = fileURLToPath(new URL('../../../drizzle', import.meta.url));

/** Any number that no other program of the cluster uses for an advisory lock. */
const lockKey = 4_217_001;

/**
 * Brings the base to this version of the product, forward only. Two programs that start together queue on one
 * advisory lock. `appUrl` names the application's login, which becomes a member of `jonction_app`.
 */
export async function migrate(ownerUrl: string, appUrl: string): Promise<{ applied: number }> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await client`select pg_advisory_lock(${lockKey})`;
    const before = await countApplied(client);
    await applyMigrations(drizzle(client), { migrationsFolder });
    await admitApplicationLogin(client, appUrl);
    return { applied: (await countApplied(client)) - before };
  } finally {
    // Ends the session, and with it the lock.
    await client.end({ timeout: 5 });
  }
}

async function countApplied(client: postgres.Sql): Promise<number> {
  const [table] = await client`select to_regclass('drizzle.__drizzle_migrations') as found`;
  if (!table?.found) return 0;
  const [row] = await client<{ count: number }[]>`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}

async function admitApplicationLogin(client: postgres.Sql, appUrl: string): Promise<void> {
  const login = decodeURIComponent(new URL(appUrl).username);
  const [owner] = await client<{ name: string; bypasses: boolean }[]>`
    select current_user as name, (select rolsuper or rolbypassrls from pg_roles where rolname = ${login}) as bypasses`;
  if (owner?.name === login || owner?.bypasses) {
    throw new Error(
      `DATABASE_APP_URL : le compte « ${login} » passerait au-dessus des droits par ligne. Donnez un compte qui n'est ni le propriétaire de la base ni super-utilisateur.`,
    );
  }
  const [member] = await client`select pg_has_role(${login}, 'jonction_app', 'MEMBER') as is`;
  if (!member?.is) await client`grant jonction_app to ${client(login)}`;
}
