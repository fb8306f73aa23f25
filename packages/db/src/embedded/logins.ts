import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';

const DATABASE = 'jonction';
const LOGINS_FILE = 'database-logins.json';
const OWNER = 'jonction_owner';
const APPLICATION = 'jonction_app_login';
/** All of them are "trusted": an owner of the database may create them too, on a server that is not ours. */
export const EXTENSIONS = ['unaccent', 'pg_trgm', 'btree_gist', 'pgcrypto', 'citext'] as const;
/** Any number, the same for every start: two starts must not make the roles at once. */
const LOGINS_LOCK = 7_204_001;

export interface Urls {
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
}

/**
 * Gives the database and its two logins, making what is missing. Their passwords are in
 * `dataDir/database-logins.json` (readable by its owner only); losing that file only makes new ones.
 */
export async function ensureLogins(options: { dataDir: string; port: number; password: string }): Promise<Urls> {
  const superuserUrl = url('postgres', options.password, options.port, 'postgres');
  const file = path.join(options.dataDir, LOGINS_FILE);
  const known = readPasswords(file);
  if (known !== null && (await opens(urls(known, options.port)))) {
    return { superuserUrl, ...urls(known, options.port) };
  }
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    const passwords = await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${LOGINS_LOCK})`;
      const shared = readPasswords(file) ?? writePasswords(file);
      await ensureRole(tx, OWNER, 'createrole', shared.owner);
      await ensureRole(tx, APPLICATION, 'nocreaterole', shared.application);
      return shared;
    });
    await ensureDatabase(sql);
    await ensureExtensions(url('postgres', options.password, options.port, DATABASE));
    return { superuserUrl, ...urls(passwords, options.port) };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The two addresses of a server that an earlier start prepared; null when none did. */
export function knownUrls(options: { dataDir: string; port: number }): { ownerUrl: string; appUrl: string } | null {
  const passwords = readPasswords(path.join(options.dataDir, LOGINS_FILE));
  return passwords === null ? null : urls(passwords, options.port);
}

async function ensureRole(tx: postgres.TransactionSql, role: string, roles: string, password: string): Promise<void> {
  const [found] = await tx`select 1 from pg_roles where rolname = ${role}`;
  // Our own constants and a base64url word: nothing of a person enters this text.
  const attributes = `login nosuperuser nobypassrls nocreatedb ${roles} inherit password '${password}'`;
  await tx.unsafe(`${found ? 'alter' : 'create'} role ${role} ${attributes}`);
}

async function ensureDatabase(sql: postgres.Sql): Promise<void> {
  const connection = await sql.reserve();
  try {
    // `create database` runs in no transaction, so the lock is the session's.
    await connection`select pg_advisory_lock(${LOGINS_LOCK})`;
    const [found] = await connection`select 1 from pg_database where datname = ${DATABASE}`;
    if (!found) await connection.unsafe(`create database ${DATABASE} owner ${OWNER}`);
    await connection.unsafe(`revoke all on database ${DATABASE} from public`);
    await connection.unsafe(`grant connect on database ${DATABASE} to ${APPLICATION}`);
    await connection`select pg_advisory_unlock(${LOGINS_LOCK})`;
  } finally {
    connection.release();
  }
}

async function ensureExtensions(superuserUrl: string): Promise<void> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${LOGINS_LOCK})`;
      for (const extension of EXTENSIONS) await tx.unsafe(`create extension if not exists ${extension}`);
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Both logins open the database and every extension is there: an earlier start went to its end. */
async function opens(candidates: { ownerUrl: string; appUrl: string }): Promise<boolean> {
  try {
    const counts = await Promise.all([candidates.ownerUrl, candidates.appUrl].map(countExtensions));
    return counts.every((count) => count === EXTENSIONS.length);
  } catch {
    return false;
  }
}

async function countExtensions(candidate: string): Promise<number> {
  const sql = postgres(candidate, { max: 1, connect_timeout: 10 });
  try {
    const found = await sql`select extname from pg_extension where extname in ${sql([...EXTENSIONS])}`;
    return found.length;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

interface Passwords {
  owner: string;
  application: string;
}

function readPasswords(file: string): Passwords | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null || !('owner' in parsed) || !('application' in parsed))
      return null;
    const { owner, application } = parsed;
    return isWord(owner) && isWord(application) ? { owner, application } : null;
  } catch {
    return null;
  }
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{20,}$/.test(value);
}

function writePasswords(file: string): Passwords {
  const passwords = {
    owner: randomBytes(24).toString('base64url'),
    application: randomBytes(24).toString('base64url'),
  };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
  return passwords;
}

function urls(passwords: Passwords, port: number): { ownerUrl: string; appUrl: string } {
  return {
    ownerUrl: url(OWNER, passwords.owner, port, DATABASE),
    appUrl: url(APPLICATION, passwords.application, port, DATABASE),
  };
}

function url(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}
