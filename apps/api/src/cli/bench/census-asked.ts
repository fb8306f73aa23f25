import { readFileSync } from 'node:fs';
import { openDatabase } from '@jonction/db/client';
import pino from 'pino';
import { type App, createApp } from '../../app.ts';
import { contextFor } from '../../context.ts';
import { appRouter } from '../../router.ts';
import { createCaller } from '../../trpc.ts';
import type { BenchBase } from './bench-base.ts';
import { censusDay } from './census-world.ts';
import { benchStructure } from './fill-base.ts';
import { benchUser } from './hours-fill.ts';

const speak = createCaller(appRouter);

/** Somebody of the team before a census, through the walls, and what each of her questions cost. */
export interface Asking {
  procedures: ReturnType<typeof speak>;
  statements: string[];
  /** Milliseconds of processor since the last call: of this process and of the base that answers it. */
  cpu(): Promise<{ process: number; base: number }>;
  app: App;
  close(): Promise<void>;
}

export async function openAsking(base: BenchBase): Promise<Asking> {
  const app = await createApp({
    ...{ appUrl: base.appUrl, dataDir: base.dataDir, meilisearch: null, publicUrl: 'http://localhost' },
    ...{ secret: 'trente-deux signes pour un banc d’essai', mailLeaves: false, today: () => censusDay },
    log: pino({ level: 'silent' }),
  });
  const statements: string[] = [];
  const database = openDatabase(base.appUrl, { max: 1, onQuery: (query) => statements.push(query) });
  const at = { organisationId: benchStructure, structureId: benchStructure };
  const context = contextFor(
    { ...app.services, database },
    {
      ...{ kind: 'user', userId: benchUser, sessionId: 'bench', name: 'Banc', email: '' },
      membership: { id: benchUser, role: 'facilitator', companyRole: null, ...at },
    },
    { locale: 'fr', requestId: 'bench', ip: 'bench' },
  );
  const [row] = await database.client<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const pid = row?.pid ?? 0;
  let own = process.cpuUsage();
  let there = backendMs(pid);
  return {
    procedures: speak(context),
    statements,
    app,
    async cpu() {
      const { user, system } = process.cpuUsage(own);
      const now = backendMs(pid);
      const spent = { process: (user + system) / 1000, base: now - there };
      own = process.cpuUsage();
      there = now;
      return spent;
    },
    close: async () => {
      await database.close();
      await app.close();
    },
  };
}

/** Processor time of one server process, from the kernel in steps of 10 ms; 0 where the kernel does not tell it. */
export function backendMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}
