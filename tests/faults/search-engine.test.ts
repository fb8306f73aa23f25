import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findMeilisearch, isGenuine } from '../../packages/search/src/meilisearch-binary.ts';
import { allGone, type Holder, holdBase, processesOf } from '../support/base-holder.ts';

const binary = await findMeilisearch('/tmp');

describe.skipIf('absent' in binary)('the embedded text index', () => {
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

  it('answers to its key alone, which other accounts cannot read', async () => {
    const { url, key } = await search();
    expect((await fetch(`${url}/indexes`)).status).toBe(401);
    expect((await fetch(`${url}/indexes`, { headers: { authorization: `Bearer ${key}` } })).status).toBe(200);
    expect(statSync(path.join(dataDir, 'meilisearch', 'key')).mode & 0o077).toBe(0);
    expect(processesOf(dataDir).some(({ words }) => words.includes(key))).toBe(false);
  });

  it('stops when its program is killed', async () => {
    await search();
    await holders[0]?.kill();
    expect(await allGone(dataDir)).toBe(true);
  });

  it('is joined by a second program', async () => {
    const first = await search();
    expect(await search()).toEqual(first);
  });

  it('is replaced when it outlived its program', async () => {
    const first = await search();
    const orphan = serverPid();
    const watches = processesOf(dataDir).filter(
      ({ words }) => words.startsWith('sh -c') && words.includes('--http-addr'),
    );
    if (holders[0]) process.kill(holders[0].pid, 'SIGSTOP');
    for (const { pid } of watches) process.kill(pid, 'SIGKILL');
    await holders[0]?.kill();
    const second = await search();
    expect(second.key).toBe(first.key);
    expect(serverPid()).not.toBe(orphan);
    await expect.poll(() => fetch(first.url).catch(() => null)).toBeNull();
  });

  it('starts again by itself, at the same address, when it alone is killed', async () => {
    const { url, key } = await search();
    process.kill(serverPid(), 'SIGKILL');
    const answer = (): Promise<number> =>
      fetch(`${url}/version`, { headers: { authorization: `Bearer ${key}` } }).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(answer, { timeout: 60_000 }).toBe(200);
  });

  async function search(): Promise<{ url: string; key: string }> {
    const holder = await holdBase(dataDir, ['search']);
    holders.push(holder);
    return { url: holder.search?.url ?? '', key: holder.search?.key ?? '' };
  }

  function serverPid(): number {
    return Number(readFileSync(path.join(dataDir, 'meilisearch', 'server.pid'), 'utf8'));
  }
});

describe('a binary that is not the one examined', () => {
  it.skipIf('absent' in binary)('is told apart by its checksum', async () => {
    const folder = mkdtempSync('/tmp/jonction-faults-');
    const altered = path.join(folder, 'meilisearch');
    writeFileSync(altered, 'something else');
    expect(await isGenuine(altered)).toBe(false);
    expect('file' in binary && (await isGenuine(binary.file))).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
