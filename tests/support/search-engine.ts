import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@jonction/db/embedded/server';
import { findMeilisearch } from '@jonction/search/meilisearch-binary';

export interface KillableEngine {
  url: string;
  key: string;
  /** As a machine that loses power. */
  kill(): Promise<void>;
  /** At the same address, with the files it had, or without. */
  start(files?: 'kept' | 'lost'): Promise<void>;
  close(): Promise<void>;
}

/** A search engine that a test may kill and start again; null where none is installed. */
export async function openKillableEngine(): Promise<KillableEngine | null> {
  const binary = await findMeilisearch(tmpdir());
  if ('absent' in binary) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'jonction-engine-'));
  const data = path.join(folder, 'data.ms');
  const address = `127.0.0.1:${await freePort()}`;
  const key = 'a key of sixteen characters or more';
  let running: ChildProcess | null = null;
  const engine: KillableEngine = {
    url: `http://${address}`,
    key,
    kill: async () => {
      const dying = running;
      running = null;
      if (dying === null) return;
      const gone = new Promise((resolve) => dying.once('exit', resolve));
      dying.kill('SIGKILL');
      await gone;
    },
    start: async (files = 'kept') => {
      if (files === 'lost') rmSync(data, { recursive: true, force: true });
      running = spawn(
        binary.file,
        ['--no-analytics', '--max-indexing-threads', '1', '--db-path', data, '--http-addr', address],
        { cwd: folder, env: { MEILI_MASTER_KEY: key }, stdio: 'ignore' },
      );
      for (let attempt = 0; attempt < 400; attempt++) {
        const { ok } = await fetch(`${engine.url}/health`).catch(() => ({ ok: false }));
        if (ok) return;
        await pause(50);
      }
      throw new Error('the engine does not start');
    },
    close: async () => {
      await engine.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await engine.start();
  return engine;
}
