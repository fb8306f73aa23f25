import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allGone, type Holder, holdBase, processesOf } from '../support/base-holder.ts';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const nobodyReadsUs =
  isRoot && spawnSync('test', ['-r', import.meta.filename], { uid: NOBODY, gid: NOBODY }).status === 0;

/** What meets the same guards at another moment: each starts a whole base, the long run takes them all. */
const long = it.skipIf(!process.env.JONCTION_LONG);

describe.skipIf(process.platform !== 'linux')('the embedded base', () => {
  let dataDir: string;
  let holders: Holder[];

  beforeEach(() => {
    dataDir = mkdtempSync('/tmp/jonction-faults-');
    chmodSync(dataDir, 0o711);
    holders = [];
  });

  afterEach(async () => {
    for (const holder of holders) await holder.kill();
    const gone = await allGone(dataDir);
    for (const { pid } of processesOf(dataDir)) process.kill(pid, 'SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
    expect(gone).toBe(true);
  });

  it('gives a login that owns the base without being above its rules, and one that owns nothing', async () => {
    const { ownerUrl, appUrl } = await open();
    const owner = await ask(
      ownerUrl,
      (sql) => sql`
      select rolsuper, rolbypassrls, rolcreaterole, pg_get_userbyid(datdba) as owner
      from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
    );
    expect(owner).toMatchObject([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: true, owner: 'jonction_owner' },
    ]);
    await expect(ask(appUrl, (sql) => sql`create table mine (a int)`)).rejects.toThrow(/permission denied/);
    const extensions = await ask(appUrl, (sql) => sql`select extname from pg_extension order by 1`);
    expect(extensions.map(({ extname }) => extname)).toEqual(
      expect.arrayContaining(['btree_gist', 'citext', 'pg_trgm', 'pgcrypto', 'unaccent']),
    );
  });

  it('keeps its passwords from other accounts and its server from other machines', async () => {
    const { superuserUrl } = await open();
    for (const file of ['database-logins.json', 'postgres/jonction-superuser', 'postgres.log']) {
      expect(statSync(path.join(dataDir, file)).mode & 0o077).toBe(0);
    }
    const [listening] = await ask(superuserUrl, (sql) => sql`show listen_addresses`);
    expect(listening).toEqual({ listen_addresses: '127.0.0.1' });
    expect(readFileSync(path.join(dataDir, 'postgres', 'pg_hba.conf'), 'utf8')).not.toMatch(/^host.*trust/m);
  });

  it('stops with the program that started it', async () => {
    const holder = await open();
    await holder.stop();
    expect(await allGone(dataDir)).toBe(true);
  });

  long('stops when its program is killed, and keeps what was committed', async () => {
    const holder = await open();
    await write(holder.ownerUrl);
    await holder.kill();
    expect(await allGone(dataDir)).toBe(true);
    expect(await written((await open()).ownerUrl)).toBe(1);
  });

  long('stops when its program ends right after launching it, before it can hear anything', async () => {
    await (await open()).stop();
    for (let attempt = 0; attempt < 4; attempt += 1) {
      spawnSync(process.execPath, [fileURLToPath(new URL('../support/launch-and-end.ts', import.meta.url)), dataDir]);
      expect(await allGone(dataDir)).toBe(true);
    }
  });

  it('starts again by itself, on the same port and for the same holder, when PostgreSQL alone is killed', async () => {
    const holder = await open(['claim']);
    await write(holder.ownerUrl);
    process.kill(postmasterPid(), 'SIGKILL');
    await expect.poll(() => written(holder.ownerUrl).catch(() => 0), { timeout: 60_000 }).toBe(1);
    await expect.poll(async () => (await open(['claim'])).refused?.pid, { timeout: 60_000 }).toBe(holder.pid);
  });

  it('recovers what was committed when everything is killed at once', async () => {
    const holder = await open();
    await write(holder.ownerUrl);
    const all = processesOf(dataDir);
    process.kill(holder.pid, 'SIGSTOP');
    for (const { pid } of all) process.kill(pid, 'SIGKILL');
    await holder.kill();
    expect(await allGone(dataDir)).toBe(true);
    expect(await written((await open()).ownerUrl)).toBe(1);
  });

  long(
    'is adopted by the next start when its program and its watch were killed, and then dies with that one',
    async () => {
      const first = await open();
      killWithWatch(first);
      await first.kill();
      expect(processesOf(dataDir).length).toBeGreaterThan(0);
      const second = await open(['claim']);
      expect(second).toMatchObject({ adopted: true, port: first.port });
      await second.kill();
      expect(await allGone(dataDir)).toBe(true);
    },
  );

  long('is one and whole when two programs start at once on an empty folder', async () => {
    const both = await Promise.all([open(), open()]);
    expect(both[0].port).toBe(both[1].port);
    for (const { ownerUrl } of both) await write(ownerUrl);
    expect(both.filter(({ adopted }) => adopted)).toHaveLength(1);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres.new-'))).toEqual([]);
  });

  it('serves only one program, and tells the second the process and the address of the first', async () => {
    const first = await open(['claim']);
    const second = await open(['claim']);
    expect(second.refused).toEqual({ pid: first.pid, url: 'http://localhost:3999' });
    await second.stop();
    expect(await written(first.ownerUrl).catch(() => 'no table')).toBe('no table');
    const third = await open(['claim']);
    expect(third.refused?.pid).toBe(first.pid);
  });

  long('stays with the program that claimed it when the one that started it leaves', async () => {
    const starter = await open();
    const server = await open(['claim']);
    const connected = postgres(server.ownerUrl, { max: 1 });
    await connected`select 1`;
    killWithWatch(starter);
    await starter.kill();
    await write(server.ownerUrl);
    await connected.end();
    // It has taken the base over, so that it dies with it.
    await expect.poll(() => processesOf(dataDir).some(({ words }) => words.includes('watchdog'))).toBe(true);
    await server.kill();
    expect(await allGone(dataDir)).toBe(true);
  });

  long('sweeps what a start killed while making its cluster left behind', async () => {
    const left = path.join(dataDir, `postgres.new-${process.pid}`);
    mkdirSync(left);
    utimesSync(left, new Date(0), new Date(0));
    await open();
    expect(readdirSync(dataDir)).not.toContain(path.basename(left));
  });

  it.skipIf(!nobodyReadsUs || !process.env.JONCTION_LONG)('starts for an ordinary account', async () => {
    chownSync(dataDir, NOBODY, NOBODY);
    const holder = await open([], NOBODY);
    expect(holder.failure).toBeUndefined();
    expect(statSync(path.join(dataDir, 'postgres')).uid).toBe(NOBODY);
    await holder.stop();
    expect(await allGone(dataDir)).toBe(true);
  });

  it.skipIf(!nobodyReadsUs)('says whose the folder is to an account that may not open it', async () => {
    await (await open()).stop();
    chmodSync(dataDir, 0o777);
    const { failure } = await open([], NOBODY);
    expect(failure).toMatch(/appartient au compte \S+, et PostgreSQL ne s'ouvre qu'avec le compte qui le possède/);
  });

  it.skipIf(!isRoot || !process.env.JONCTION_LONG)(
    'starts for root inside a folder that only root may enter',
    async () => {
      chmodSync(dataDir, 0o700);
      const holder = await open();
      expect(holder.failure).toBeUndefined();
      await write(holder.ownerUrl);
      expect(statSync(path.join(dataDir, 'postgres')).uid).toBe(0);
      await holder.stop();
      expect(await allGone(dataDir)).toBe(true);
    },
  );

  async function open(wishes: string[] = [], uid?: number): Promise<Holder> {
    const holder = await holdBase(dataDir, wishes, uid);
    holders.push(holder);
    return holder;
  }

  /** The shells that would stop the server are found by their name, and end before they can. */
  function killWithWatch(holder: Holder): void {
    const watches = processesOf(dataDir).filter(({ words }) => words.startsWith('sh -c'));
    expect(watches.length).toBeGreaterThan(0);
    process.kill(holder.pid, 'SIGSTOP');
    for (const { pid } of watches) process.kill(pid, 'SIGKILL');
  }

  function postmasterPid(): number {
    return Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }
});

async function ask<Row>(url: string, question: (sql: postgres.Sql) => Promise<Row>): Promise<Row> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    return await question(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

async function write(ownerUrl: string): Promise<void> {
  await ask(ownerUrl, (sql) => sql`create table if not exists witness (a int)`);
  await ask(ownerUrl, (sql) => sql`insert into witness values (1)`);
}

async function written(ownerUrl: string): Promise<number> {
  const rows = await ask(ownerUrl, (sql) => sql`select a from witness`);
  return rows.length;
}
