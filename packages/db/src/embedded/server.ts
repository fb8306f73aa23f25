import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Account, SERVER_ENVIRONMENT } from './account.ts';
import type { PostgresBinaries } from './binaries.ts';
import { EmbeddedFailure } from './failure.ts';
import { dropStalePidFile, type Postmaster, readPostmaster } from './postmaster.ts';
import { parentOf, spawnWatched, type Watched, watchRunning } from './watchdog.ts';

/** Where one cluster is, and with what it is run. */
export interface Cluster {
  dataDir: string;
  pgdata: string;
  account: Account;
  binaries: PostgresBinaries;
  settings: Record<string, string>;
  log: (line: string) => void;
}

export interface Running {
  postmaster: Postmaster;
  /** Null when another process answers for it, or nobody. */
  watched: Watched | null;
}

const ATTEMPTS = 25;
const POLL_MS = 15;
const SLOW_MS = 3_000;
const LOG_LIMIT_BYTES = 5_000_000;

/** Joins the server that runs on the cluster, or starts one on `port` (a free one when 0). */
export async function bringUp(cluster: Cluster, port = 0): Promise<Running> {
  const logFile = path.join(cluster.dataDir, 'postgres.log');
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (readPostmaster(cluster.pgdata) !== null) {
      const postmaster = await readyOrGone(cluster, () => readPostmaster(cluster.pgdata) === null);
      if (postmaster !== null) return { postmaster, watched: null };
    }
    dropStalePidFile(cluster.pgdata);
    const watched = await launch(cluster, port === 0 ? await freePort() : port, logFile);
    const postmaster = await readyOrGone(cluster, watched.hasEnded);
    if (postmaster !== null) {
      // Another start may have been quicker: then ours has ended, or is about to, and theirs is the server.
      const ours = !watched.hasEnded() && parentOf(postmaster.pid) === watched.pid;
      return { postmaster, watched: ours || process.platform !== 'linux' ? watched : null };
    }
    await pause(200);
  }
  throw new EmbeddedFailure(
    `La base embarquée de ${cluster.pgdata} ne démarre pas. Dernières lignes de ${logFile} :\n${lastLines(logFile)}`,
  );
}

/** Answers for a server whose starter died without it. */
export function takeOver(cluster: Cluster, serverPid: number): Watched {
  return withLog(path.join(cluster.dataDir, 'postgres.log'), (logFd) =>
    watchRunning(serverPid, { account: cluster.account, cwd: cluster.dataDir, logFd }),
  );
}

/** Stops the server and waits for it: what is committed is on disk. */
export async function takeDown(cluster: Cluster): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    if (readPostmaster(cluster.pgdata) === null) return;
    const [file = '', ...args] = [
      ...cluster.account.prefix,
      ...[cluster.binaries.pgCtl, 'stop', '-D', cluster.pgdata, '-m', mode, '-w', '-t', '30', '-s'],
    ];
    const { uid, gid } = cluster.account;
    const child = spawn(file, args, { uid, gid, cwd: cluster.dataDir, env: SERVER_ENVIRONMENT, stdio: 'ignore' });
    const code = await new Promise<number | null>((resolve) => {
      child.once('exit', resolve);
      child.once('error', () => resolve(null));
    });
    if (code === 0) return;
  }
}

async function launch(cluster: Cluster, port: number, logFile: string): Promise<Watched> {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // No socket file: its path has a length limit, and /tmp is not ours.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    // DETAIL lines repeat the values of a refused row, that is people's data.
    log_error_verbosity: 'terse',
    ...cluster.settings,
  };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return withLog(logFile, (logFd) =>
    spawnWatched([cluster.binaries.postgres, '-D', cluster.pgdata, ...words], {
      account: cluster.account,
      cwd: cluster.dataDir,
      logFd,
    }),
  );
}

async function readyOrGone(cluster: Cluster, gone: () => boolean): Promise<Postmaster | null> {
  let saidAt = Date.now() + SLOW_MS;
  for (;;) {
    const postmaster = readPostmaster(cluster.pgdata);
    if (postmaster?.ready) return postmaster;
    if (gone()) return null;
    if (Date.now() > saidAt) {
      cluster.log('La base remet ses fichiers en ordre après un arrêt brutal, patientez...');
      saidAt = Date.now() + 10 * SLOW_MS;
    }
    await pause(POLL_MS);
  }
}

function withLog<Value>(logFile: string, use: (logFd: number) => Value): Value {
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
  const logFd = openSync(logFile, 'a', 0o600);
  try {
    return use(logFd);
  } finally {
    closeSync(logFd);
  }
}

function lastLines(logFile: string): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  } catch {
    return '(journal absent)';
  }
}

/** A TCP port of 127.0.0.1 that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  return await new Promise<number>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
