import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '@jonction/db/embedded';
import { migrate } from '@jonction/db/migrate';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser of the cluster, on database `postgres`. */
    clusterUrl: string;
    ownerUrl: string;
    appUrl: string;
  }
}

/**
 * One real PostgreSQL for all tests that need one, migrated once into a template; each test file copies it in some
 * 300 ms. Durability is off: nothing here outlives the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'jonction-tests-'));
  const server = await startEmbedded({
    dataDir,
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' },
  });
  await migrate(server.ownerUrl, server.appUrl);
  const sql = postgres(server.superuserUrl, { max: 1, onnotice: () => undefined });
  await sql`alter database jonction with is_template true`;
  await sql.end();
  project.provide('clusterUrl', server.superuserUrl);
  project.provide('ownerUrl', server.ownerUrl);
  project.provide('appUrl', server.appUrl);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
