import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeFolder } from '@jonction/db/embedded/make-folder';
import { freePort } from '@jonction/db/embedded/server';
import { commandLine, isAlive, isAnsweredFor, spawnWatched, type Watched } from '@jonction/db/embedded/watchdog';
import { findMeilisearch, MEILISEARCH } from './meilisearch-binary.ts';

export interface EmbeddedMeilisearch {
  url: string;
  key: string;
  /** Stops it if we started it. */
  stop(): Promise<void>;
}

const START_WITHIN_MS = 20_000;
const POLL_MS = 25;
const RESTARTS = 3;

/**
 * Starts the Meilisearch of `dataDir`, joins the one another living process started there, or replaces one that
 * outlived its starter. `absent` is the reason, in French, why there is none: searches then go to PostgreSQL.
 */
export async function startMeilisearch(options: {
  dataDir: string;
  log?: (line: string) => void;
}): Promise<EmbeddedMeilisearch | { absent: string }> {
  const dataDir = path.resolve(options.dataDir);
  const home = path.join(dataDir, 'meilisearch');
  const binary = await findMeilisearch(dataDir);
  if ('absent' in binary) return binary;
  makeFolder(home, { mode: 0o700 });
  const place = { home, data: path.join(home, 'data.ms'), pidFile: path.join(home, 'server.pid'), file: binary.file };
  const unlock = await lockStart(path.join(home, 'starting'));
  try {
    const key = masterKey(path.join(home, 'key'));
    const running = findRunning(place);
    if (running !== null && isAnsweredFor(running.pid) && (await answers(running.url, key))) {
      return { url: running.url, key, stop: async () => undefined };
    }
    if (running !== null) await endOrphan(running.pid);
    dropOtherVersion(place.data);
    return await launch(place, key, options.log ?? (() => undefined));
  } finally {
    unlock();
  }
}

interface Place {
  home: string;
  data: string;
  pidFile: string;
  file: string;
}

async function launch(
  place: Place,
  key: string,
  log: (line: string) => void,
): Promise<EmbeddedMeilisearch | { absent: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let watched = spawn(place, port, key);
  if (!(await answersBefore(url, key, watched))) {
    if (!watched.hasEnded()) await endOrphan(Number(readFileSync(place.pidFile, 'utf8')));
    return { absent: `le moteur de recherche embarqué ne démarre pas, voyez ${place.home}/server.log` };
  }
  let stopping = false;
  let restarts = 0;
  const supervise = (): void => {
    watched.ended
      .then(() => {
        if (stopping || restarts >= RESTARTS) return;
        restarts += 1;
        log("Le moteur de recherche s'est arrêté de lui-même ; il redémarre.");
        watched = spawn(place, port, key);
        supervise();
      })
      .catch(() => undefined);
  };
  supervise();
  return {
    url,
    key,
    stop: async () => {
      stopping = true;
      if (watched.hasEnded()) return;
      watched.end();
      await watched.join();
      rmSync(place.pidFile, { force: true });
    },
  };
}

function spawn(place: Place, port: number, key: string): Watched {
  const logFd = openSync(path.join(place.home, 'server.log'), 'w', 0o600);
  try {
    const options = ['--env', 'production', '--no-analytics', '--log-level', 'WARN', '--max-indexing-threads', '1'];
    const folders = ['--db-path', place.data, '--dump-dir', path.join(place.home, 'dumps')];
    return spawnWatched([place.file, ...options, ...folders, '--http-addr', `127.0.0.1:${port}`], {
      account: { name: 'soi-même', prefix: [] },
      cwd: place.home,
      logFd,
      // Not on the command line, which every account of the machine can read.
      env: { MEILI_MASTER_KEY: key },
      pidFile: place.pidFile,
    });
  } finally {
    closeSync(logFd);
  }
}

function findRunning(place: Place): { pid: number; url: string } | null {
  try {
    const pid = Number(readFileSync(place.pidFile, 'utf8'));
    const words = commandLine(pid).split(' ');
    const address = words[words.indexOf('--http-addr') + 1];
    return pid > 0 && words.includes(place.data) && address ? { pid, url: `http://${address}` } : null;
  } catch {
    return null;
  }
}

async function answersBefore(url: string, key: string, watched: Watched): Promise<boolean> {
  const limit = Date.now() + START_WITHIN_MS;
  while (Date.now() < limit && !watched.hasEnded()) {
    if (await answers(url, key)) return true;
    await pause(POLL_MS);
  }
  return false;
}

async function answers(url: string, key: string): Promise<boolean> {
  try {
    const headers = { authorization: `Bearer ${key}` };
    return (await fetch(`${url}/version`, { headers, signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

async function endOrphan(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < 5_000 && isAlive(pid); waited += POLL_MS) await pause(POLL_MS);
  }
}

/** The index is a copy that can be rebuilt: a file format of another version is not worth a refusal. */
function dropOtherVersion(data: string): void {
  try {
    if (readFileSync(path.join(data, 'VERSION'), 'utf8').trim() === MEILISEARCH.version) return;
  } catch {
    return;
  }
  rmSync(data, { recursive: true, force: true });
}

function masterKey(file: string): string {
  const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (known !== '') return known;
  const made = randomBytes(24).toString('base64url');
  writeFileSync(file, made, { mode: 0o600 });
  return made;
}

/** Two starts at once would open the same files: one waits for the other. A dead one's lock does not count. */
async function lockStart(file: string): Promise<() => void> {
  for (let waited = 0; waited < START_WITHIN_MS + 5_000; waited += POLL_MS) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      break;
    } catch {
      if (!isAlive(lockHolder(file))) rmSync(file, { force: true });
      else await pause(POLL_MS);
    }
  }
  return () => rmSync(file, { force: true });
}

function lockHolder(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || process.pid;
  } catch {
    return process.pid;
  }
}
