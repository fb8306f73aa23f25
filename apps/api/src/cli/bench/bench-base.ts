import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, openDatabase } from '@jonction/db/client';
import { startEmbedded } from '@jonction/db/embedded';
import { migrate } from '@jonction/db/migrate';
import postgres from 'postgres';

export interface BenchBase {
  /** As the API's login: row-level security applies. */
  application: Database;
  /** As jobs and migrations see it. */
  system: Database;
  /** One connection without walls nor checks of keys, to lay rows fast. */
  loader: postgres.Sql;
  dataDir: string;
  appUrl: string;
  ownerUrl: string;
  close(): Promise<void>;
}

/** A PostgreSQL of its own in a temporary folder, with the tables of the product and enough memory for them. */
export async function openBenchBase(): Promise<BenchBase> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'jonction-bench-'));
  const server = await startEmbedded({
    dataDir,
    settings: {
      ...{
        fsync: 'off',
        full_page_writes: 'off',
        synchronous_commit: 'off',
        wal_level: 'minimal',
        max_wal_senders: '0',
      },
      ...{ shared_buffers: '2GB', work_mem: '256MB', maintenance_work_mem: '1GB', max_wal_size: '8GB' },
      // One core for the base as for the others; compiling a plan costs more than these queries.
      ...{ max_parallel_workers_per_gather: '0', jit: 'off', autovacuum: 'off', random_page_cost: '1.1' },
    },
  });
  await migrate(server.ownerUrl, server.appUrl);
  const application = openDatabase(server.appUrl, { max: 1 });
  // Two for the work, one that holds the lock of a copy or of an entry meanwhile.
  const system = openDatabase(server.ownerUrl, { max: 3 });
  const inBase = new URL(server.superuserUrl);
  inBase.pathname = new URL(server.ownerUrl).pathname;
  const loader = postgres(inBase.toString(), {
    max: 1,
    onnotice: () => undefined,
    connection: { session_replication_role: 'replica' },
  });
  return {
    application,
    system,
    loader,
    dataDir,
    appUrl: server.appUrl,
    ownerUrl: server.ownerUrl,
    close: async () => {
      await Promise.all([application.close(), system.close(), loader.end({ timeout: 5 })]);
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
