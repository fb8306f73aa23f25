import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedFailure } from './failure.ts';

/**
 * For whom a server runs. PostgreSQL refuses to run as root, so root lends it another account: `uid`/`gid` of a
 * system account, or `prefix`, a command that runs it in a user namespace where root's files stay root's.
 */
export interface Account {
  name: string;
  uid?: number;
  gid?: number;
  prefix: string[];
}

const OWN: Account = { name: 'soi-même', prefix: [] };
const NOBODY_ID = 65534;
const NAMESPACE: Account = {
  name: 'espace de noms',
  prefix: ['unshare', '--user', `--map-user=${NOBODY_ID}`, `--map-group=${NOBODY_ID}`, '--'],
};

/** Only what a server needs: a `PGPORT` or `PGDATA` of the person's shell must not reach it. */
export const SERVER_ENVIRONMENT = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' };

/**
 * Chooses who runs PostgreSQL on `pgdata` (which may not exist yet, inside `dataDir`).
 * Refuses when `pgdata` belongs to somebody we cannot run for.
 */
export function chooseAccount(options: { pgdata: string; dataDir: string; postgres: string }): Account {
  const me = process.getuid?.();
  const owner = ownerOf(options.pgdata);
  if (me !== 0) {
    if (owner !== null && owner.uid !== me) throw new EmbeddedFailure(belongsToAnother(options.pgdata, owner.uid));
    requireUsable(OWN, options);
    return OWN;
  }
  if (owner !== null && owner.uid !== 0) {
    const account = { name: accountName(owner.uid), uid: owner.uid, gid: owner.gid, prefix: [] };
    requireUsable(account, options);
    return account;
  }
  const candidates = owner === null ? [...systemAccounts(), NAMESPACE] : [NAMESPACE];
  const account = candidates.find((candidate) => whyUnusable(candidate, options) === null);
  if (account === undefined) {
    throw new EmbeddedFailure(
      `PostgreSQL refuse de tourner pour root, et aucun autre compte ne peut lire à la fois ${options.postgres} et ${options.dataDir}. Lancez Jonction avec un compte ordinaire, ou donnez une base par DATABASE_URL et DATABASE_APP_URL.`,
    );
  }
  return account;
}

function requireUsable(account: Account, options: { dataDir: string; postgres: string }): void {
  const reason = whyUnusable(account, options);
  if (reason === null) return;
  throw new EmbeddedFailure(
    `Le PostgreSQL embarqué ne peut pas tourner ici pour le compte ${account.name} : ${reason}. Il lui faut Linux avec la glibc (Alpine n'en a pas) et l'accès à ${options.dataDir} ; sinon, donnez une base par DATABASE_URL et DATABASE_APP_URL.`,
  );
}

function whyUnusable(account: Account, options: { dataDir: string; postgres: string }): string | null {
  for (const command of [
    [options.postgres, '-V'],
    ['test', '-x', options.dataDir],
  ]) {
    const [file = '', ...args] = [...account.prefix, ...command];
    const tried = spawnSync(file, args, {
      uid: account.uid,
      gid: account.gid,
      env: SERVER_ENVIRONMENT,
      encoding: 'utf8',
    });
    if (tried.error) return tried.error.message;
    if (tried.status !== 0) return tried.stderr.trim() || `${command.join(' ')} a échoué`;
  }
  return null;
}

function systemAccounts(): Account[] {
  return ['postgres', 'nobody'].flatMap((name) => {
    const entry = passwordLines().find((fields) => fields[0] === name);
    const uid = Number(entry?.[2]);
    const gid = Number(entry?.[3]);
    return uid > 0 && gid > 0 ? [{ name, uid, gid, prefix: [] }] : [];
  });
}

function ownerOf(pgdata: string): { uid: number; gid: number } | null {
  const found = statSync(pgdata, { throwIfNoEntry: false });
  return found === undefined ? null : { uid: found.uid, gid: found.gid };
}

function belongsToAnother(pgdata: string, uid: number): string {
  return `Le dossier ${pgdata} appartient au compte ${accountName(uid)}, et PostgreSQL ne s'ouvre qu'avec le compte qui le possède. Lancez Jonction avec ce compte, ou choisissez un autre dossier par DATA_DIR (actuellement ${path.dirname(pgdata)}).`;
}

function accountName(uid: number): string {
  return passwordLines().find((fields) => fields[2] === String(uid))?.[0] ?? `n° ${uid}`;
}

function passwordLines(): string[][] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'));
  } catch {
    return [];
  }
}
