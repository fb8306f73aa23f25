import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';
import { EmbeddedFailure, systemCode } from './failure.ts';
import { isAlive, spawnWatched } from './watchdog.ts';

const STAGING = 'postgres.new-';
const STAGING_LIFE_MS = 10 * 60_000;
const PASSWORD_FILE = 'jonction-superuser';

/**
 * Makes the cluster `pgdata` unless it exists. It is built beside and renamed at the end: whatever kills us,
 * there is either no cluster or a whole one, and of two first starts one wins.
 */
export async function ensureCluster(options: {
  dataDir: string;
  pgdata: string;
  initdb: string;
  account: Account;
}): Promise<void> {
  sweepStaging(options.dataDir);
  if (existsSync(options.pgdata)) return;
  const staging = path.join(options.dataDir, `${STAGING}${process.pid}`);
  const fresh = path.join(staging, 'data');
  const passwordFile = path.join(staging, 'password');
  mkdirSync(staging, { mode: 0o700 });
  try {
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    give(staging, options.account);
    give(passwordFile, options.account);
    await runInitdb({ ...options, staging, fresh, passwordFile });
    renameSync(passwordFile, path.join(fresh, PASSWORD_FILE));
    renameSync(fresh, options.pgdata);
  } catch (error) {
    // The other of two first starts renamed its own before us: that one is the cluster.
    if (!['ENOTEMPTY', 'EEXIST'].includes(systemCode(error) ?? '')) throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Under watch as the server itself: a first start that is interrupted leaves no process behind. */
async function runInitdb(options: {
  dataDir: string;
  initdb: string;
  account: Account;
  staging: string;
  fresh: string;
  passwordFile: string;
}): Promise<void> {
  const command = [
    options.initdb,
    ...['-D', options.fresh, '-U', 'postgres', `--pwfile=${options.passwordFile}`, '--auth=scram-sha-256'],
    // Sorting in French is asked for where it is needed (COLLATE "fr-x-icu"); no locale of the system is relied on.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...['--data-checksums', '--no-instructions'],
  ];
  const logFile = path.join(options.staging, 'initdb.log');
  const logFd = openSync(logFile, 'a', 0o600);
  const watched = spawnWatched(command, { account: options.account, cwd: options.staging, logFd });
  closeSync(logFd);
  if ((await watched.join()) === 0) return;
  const reason = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-6).join('\n');
  throw new EmbeddedFailure(`La base embarquée n'a pas pu être créée dans ${options.dataDir} :\n${reason}`);
}

/** The password of the cluster's superuser, which lives and moves with the cluster. */
export function superuserPassword(pgdata: string): string {
  try {
    return readFileSync(path.join(pgdata, PASSWORD_FILE), 'utf8');
  } catch (error) {
    throw new EmbeddedFailure(
      `Le dossier ${pgdata} n'est pas une base créée par Jonction, ou son mot de passe est illisible (${systemCode(error) ?? String(error)}). Choisissez un autre dossier par DATA_DIR.`,
    );
  }
}

function give(file: string, account: Account): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(file, account.uid, account.gid);
  else chmodSync(file, statSync(file).isDirectory() ? 0o700 : 0o600);
}

/** A start that was killed while making its cluster leaves a folder behind. */
function sweepStaging(dataDir: string): void {
  for (const entry of readdirSync(dataDir)) {
    if (!entry.startsWith(STAGING)) continue;
    const folder = path.join(dataDir, entry);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    const maker = Number(entry.slice(STAGING.length));
    if (isAlive(maker) && maker !== process.pid && age < STAGING_LIFE_MS) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}
