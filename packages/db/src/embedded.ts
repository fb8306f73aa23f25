import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { chooseAccount } from './embedded/account.ts';
import { findPostgresBinaries } from './embedded/binaries.ts';
import { claimDataDir, type Holder } from './embedded/claim.ts';
import { EmbeddedFailure, systemCode } from './embedded/failure.ts';
import { ensureCluster, superuserPassword } from './embedded/initdb.ts';
import { ensureLogins, knownUrls } from './embedded/logins.ts';
import { makeFolder } from './embedded/make-folder.ts';
import { readPostmaster } from './embedded/postmaster.ts';
import { bringUp, type Cluster, takeDown, takeOver } from './embedded/server.ts';
import { isAnsweredFor, type Watched } from './embedded/watchdog.ts';

export interface EmbeddedOptions {
  dataDir: string;
  /** Receives French sentences for the person who runs the program. */
  log?: (line: string) => void;
  /** Further PostgreSQL settings, as `fsync: 'off'` for tests. */
  settings?: Record<string, string>;
  /** Until `keep`, `stop` leaves the server to the others who are connected to it. */
  shared?: boolean;
  /** The server died and could not be started again. */
  onGivenUp?: (reason: string) => void;
}

export interface EmbeddedPostgres {
  /** `postgres` on database `postgres`: for tests and maintenance, never for the application. */
  superuserUrl: string;
  /** Owns the database `jonction`; neither superuser nor above row-level security. */
  ownerUrl: string;
  /** Owns nothing. */
  appUrl: string;
  port: number;
  /** It ran already: another process started it, or one that died. */
  adopted: boolean;
  /**
   * Answers for the server from now on, as soon as its starter does not: it will die with us and be restarted if
   * it dies alone. For the process that has claimed the data folder (`claimDataDir`), so that only one ever does.
   */
  keep(): void;
  /** Stops the server if we answer for it, or if nobody does and nobody else is connected. */
  stop(): Promise<void>;
}

const RESTARTS = 5;
const ROUND_MS = 300;
const RESTARTS_WITHIN_MS = 60_000;

/**
 * Starts the PostgreSQL of `dataDir`, or joins the one that runs there, and makes its database and logins.
 * Throws `EmbeddedFailure`, with a French sentence, when it cannot.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const cluster = openCluster(options);
  await ensureCluster({ ...cluster, initdb: cluster.binaries.initdb });
  const { postmaster, watched: ours } = await bringUp(cluster);
  const password = superuserPassword(cluster.pgdata);
  const { port } = postmaster;
  const urls = await ensureLogins({ dataDir: cluster.dataDir, port, password });

  let watched: Watched | null = null;
  let kept = false;
  let stopped: Promise<void> | null = null;
  let rounds: NodeJS.Timeout | undefined;
  const restarts: number[] = [];

  const answering = (): boolean => watched !== null && !watched.hasEnded();
  const supervise = (current: Watched): void => {
    watched = current;
    current.ended.then(() => (stopped === null ? revive() : undefined)).catch(giveUp);
  };
  const revive = async (): Promise<void> => {
    const now = Date.now();
    restarts.push(now);
    if (restarts.filter((at) => now - at < RESTARTS_WITHIN_MS).length > RESTARTS) {
      throw new EmbeddedFailure(`La base embarquée s'arrête sans cesse : voyez ${cluster.dataDir}/postgres.log.`);
    }
    cluster.log("La base embarquée s'est arrêtée d'elle-même ; elle redémarre.");
    const again = await bringUp(cluster, port);
    if (again.postmaster.port !== port) throw new EmbeddedFailure('La base embarquée a redémarré sur un autre port.');
    supervise(again.watched ?? takeOver(cluster, again.postmaster.pid));
  };
  const giveUp = (error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    cluster.log(reason);
    options.onGivenUp?.(reason);
  };
  const takeOverWhenLeft = (): void => {
    if (answering() || stopped !== null) return;
    const current = readPostmaster(cluster.pgdata);
    if (current !== null && isAnsweredFor(current.pid)) return;
    clearInterval(rounds);
    if (current !== null) supervise(takeOver(cluster, current.pid));
    else revive().catch(giveUp);
  };
  const end = async (): Promise<void> => {
    clearInterval(rounds);
    const current = readPostmaster(cluster.pgdata);
    if (current === null) return;
    if (!answering() && isAnsweredFor(current.pid)) return;
    const polite = answering() ? options.shared === true && !kept : !kept;
    if (polite && (await othersAreConnected(urls.superuserUrl))) {
      await watched?.letGo();
      return;
    }
    await takeDown(cluster);
    await watched?.join();
  };

  if (ours !== null) supervise(ours);
  return {
    ...urls,
    port,
    adopted: ours === null,
    keep: () => {
      kept = true;
      if (answering()) return;
      takeOverWhenLeft();
      if (answering()) return;
      rounds = setInterval(takeOverWhenLeft, ROUND_MS);
      rounds.unref();
    },
    stop: () => {
      stopped ??= end();
      return stopped;
    },
  };
}

/** Who serves `dataDir` now, without starting anything; null when nobody does. */
export async function whoServes(dataDir: string): Promise<Holder | null> {
  const running = readPostmaster(path.join(path.resolve(dataDir), 'postgres'));
  if (running === null || !running.ready) return null;
  const urls = knownUrls({ dataDir: path.resolve(dataDir), port: running.port });
  if (urls === null) return null;
  const claim = await claimDataDir(urls.ownerUrl, { url: null }).catch(() => null);
  if (typeof claim !== 'function') return claim;
  await claim();
  return null;
}

function openCluster(options: EmbeddedOptions): Cluster {
  const dataDir = path.resolve(options.dataDir);
  try {
    // Root lends the server another account, which has to pass through; every file inside is closed by itself.
    makeFolder(dataDir, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  } catch (error) {
    throw new EmbeddedFailure(
      `Impossible de créer le dossier des données ${dataDir} (${systemCode(error) ?? String(error)}). Donnez-en un autre par DATA_DIR.`,
    );
  }
  const pgdata = path.join(dataDir, 'postgres');
  const binaries = findPostgresBinaries();
  const account = chooseAccount({ pgdata, dataDir, postgres: binaries.postgres });
  return {
    dataDir,
    pgdata,
    account,
    binaries,
    settings: options.settings ?? {},
    log: options.log ?? (() => undefined),
  };
}

/** Backends take a moment to leave after their client did, so a last one is given some time. */
async function othersAreConnected(superuserUrl: string): Promise<boolean> {
  const sql = postgres(superuserUrl, { max: 1, connect_timeout: 5 });
  try {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const [found] = await sql`select 1 from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`;
      if (!found) return false;
      await pause(50);
    }
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
