import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';

/** Who serves a data folder: its process, and its address (null for a command, which serves nothing). */
export interface Holder {
  pid: number;
  url: string | null;
}

/** Gives the data folder back. */
export type Release = () => Promise<void>;

export interface ClaimOptions {
  url: string | null;
  /** The base restarted and somebody else took the folder meanwhile. */
  onLost?: (holder: Holder) => void;
}

/** Any two numbers, the same for every start. */
const LOCK_CLASS = 7_204;
const LOCK_KEY = 2;
const RETRY_MS = 200;
/** PostgreSQL cuts names of applications after 63 bytes. */
const NAME_BYTES = 63;

/**
 * Makes this process the only one to serve the data folder whose base is at `ownerUrl`, until it releases it or
 * dies: the lock is a session's, so no file can be left behind. Answers who holds it when it is taken.
 */
export async function claimDataDir(ownerUrl: string, options: ClaimOptions): Promise<Release | Holder> {
  let released = false;
  let held = false;
  const sql = postgres(ownerUrl, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connection: { application_name: `jonction ${process.pid} ${options.url ?? '-'}`.slice(0, NAME_BYTES) },
    // The base restarted under us, and the lock went with the session.
    onclose: () => {
      if (held && !released) regain().catch(() => undefined);
    },
  });
  const regain = async (): Promise<void> => {
    held = false;
    while (!released) {
      await pause(RETRY_MS);
      const holder = await tryLock(sql).catch(() => 'away' as const);
      if (holder === 'away') continue;
      if (holder === null) held = true;
      else options.onLost?.(holder);
      return;
    }
  };
  const release: Release = async () => {
    released = true;
    await sql.end({ timeout: 5 });
  };
  const holder = await tryLock(sql);
  if (holder === null) {
    held = true;
    return release;
  }
  await release();
  return holder;
}

/** Null when the lock is ours. */
async function tryLock(sql: postgres.Sql): Promise<Holder | null> {
  for (;;) {
    const [tried] = await sql<{ ours: boolean }[]>`select pg_try_advisory_lock(${LOCK_CLASS}, ${LOCK_KEY}) as ours`;
    if (tried?.ours) return null;
    const [holder] = await sql<{ name: string }[]>`
      select a.application_name as name
      from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.granted and l.classid = ${LOCK_CLASS} and l.objid = ${LOCK_KEY}
        and l.database = (select oid from pg_database where datname = current_database())`;
    // It was released between the two questions: ask again.
    if (holder === undefined) continue;
    const [, pid, url] = holder.name.split(' ');
    return { pid: Number(pid), url: url === undefined || url === '-' ? null : url };
  }
}
