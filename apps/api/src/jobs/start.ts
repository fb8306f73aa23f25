import { type Database, openDatabase } from '@jonction/db/client';
import { openSmtpRelay, type Relay } from '@jonction/messages/smtp';
import { type Job, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { type FileStore, openFolderStore } from '../file/store.ts';
import type { Announcement } from '../outbox/listen.ts';
import { listenToAll } from '../outbox/listen.ts';
import { feedSearch } from '../search/feed.ts';
import { openVault, type Vault } from '../vault/vault.ts';
import { handlers } from './handlers.ts';
import { nightly } from './nightly.ts';
import { relayOutbox } from './relay-outbox.ts';

export interface JobOptions {
  ownerUrl: string;
  dataDir: string;
  meilisearch: { url: string; key: string } | null;
  smtpUrl: string | null;
  mailFrom: string;
  /** Where mails come back; null: to `mailFrom`. */
  mailReturn?: string | null;
  publicUrl: string;
  secret: string;
  log: Logger;
}

/** What a job works with. It speaks as the system: policies let it through by name, so it names its structure itself. */
export interface JobContext {
  database: Database;
  relay: Relay | null;
  meilisearch: { url: string; key: string } | null;
  vault: Vault;
  files: FileStore;
  publicUrl: string;
  log: Logger;
}

export interface EventJob {
  id: string;
  type: string;
  structureId: string | null;
  subjectId: string | null;
  payload: Record<string, unknown>;
}

const eventQueue = 'event';
const sweepMs = 5_000;

/** Sends, indexes and notifies after the fact: at least once, idempotent, retried with growing pauses. */
export async function startJobs(options: JobOptions): Promise<{ close(): Promise<void>; settled(): Promise<void> }> {
  const { log } = options;
  const database = openDatabase(options.ownerUrl, { max: 4, applicationName: 'jonction jobs' });
  const relay = options.smtpUrl ? openSmtpRelay(options.smtpUrl, options.mailFrom, options.mailReturn) : null;
  const vault = openVault(options.secret);
  const context: JobContext = {
    database,
    relay,
    vault,
    files: openFolderStore(options.dataDir, vault),
    meilisearch: options.meilisearch,
    publicUrl: options.publicUrl,
    log,
  };
  const boss = new PgBoss({ connectionString: options.ownerUrl, schema: 'pgboss', max: 3 });
  boss.on('error', (error) => log.warn({ err: error }, 'job queue'));
  await boss.start();
  await boss.createQueue(eventQueue, { retryLimit: 8, retryBackoff: true, retryDelay: 2 });
  await boss.work<EventJob>(eventQueue, { batchSize: 20, pollingIntervalSeconds: 0.5 }, (jobs: Job<EventJob>[]) =>
    runEach(jobs, context),
  );
  for (const task of nightly) {
    await boss.createQueue(task.name, { retryLimit: 3 });
    await boss.work(task.name, { pollingIntervalSeconds: 30 }, () => task.run(context));
    await boss.schedule(task.name, task.cron, {}, { tz: 'Europe/Paris' });
  }

  let relaying: Promise<void> = Promise.resolve();
  const relayNow = (): Promise<void> => {
    relaying = relaying
      .then(() => relayOutbox(database, boss, eventQueue))
      .catch((error: unknown) => {
        log.warn({ err: error }, 'outbox relay');
      });
    return relaying;
  };
  // What the change log holds and no event told: an engine that was down, a program that was killed, rows laid by hand.
  let feeding: Promise<void> = Promise.resolve();
  const feedNow = (): void => {
    feeding = feeding
      .then(() => feedSearch(context))
      .catch((error: unknown) => {
        log.warn({ err: error }, 'search copies');
      });
  };
  const listener = await listenToAll(database.client, (_event: Announcement) => void relayNow());
  const sweep = setInterval(relayNow, sweepMs);
  await relayNow();
  feedNow();
  const feeder = setInterval(feedNow, sweepMs);

  return {
    settled: () => waitUntilSettled(database, relayNow),
    close: async () => {
      clearInterval(sweep);
      clearInterval(feeder);
      await listener.unlisten();
      await relaying;
      await feeding;
      await boss.stop({ graceful: true, timeout: 5_000 });
      relay?.close();
      await database.close();
    },
  };
}

/** One event failing must not make the others of its batch run again: each answers for itself. */
async function runEach(jobs: Job<EventJob>[], context: JobContext): Promise<void> {
  const failures: unknown[] = [];
  for (const { data } of jobs) {
    const handler = handlers[data.type];
    if (!handler) continue;
    try {
      await handler(data, context);
    } catch (error) {
      context.log.warn({ err: error, type: data.type, id: data.id }, 'job failed');
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some events are to be tried again');
}

/** For tests and commands: until every event so far has been handled. */
async function waitUntilSettled({ client }: Database, relayNow: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    await relayNow();
    const [row] = await client<{ waiting: number }[]>`
      select (select count(*) from outbox where handled_at is null)
           + (select count(*) from pgboss.job where name = ${eventQueue} and state in ('created', 'active', 'retry')) as waiting`;
    if (Number(row?.waiting ?? 0) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the jobs did not settle');
}
