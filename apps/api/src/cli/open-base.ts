import { openDatabase } from '@jonction/db/client';
import { migrate } from '@jonction/db/migrate';
import { parisDayOf } from '@jonction/domain/shared/day';
import { startMeilisearch } from '@jonction/search/embedded-meilisearch';
import pino from 'pino';
import { openApplicationDatabases, type Services } from '../context.ts';
import type { Env } from '../env.ts';
import { openFolderStore } from '../file/store.ts';
import { Banks } from '../matching/banks.ts';
import { openPasses } from '../participant/page/pass.ts';
import { openSeals } from '../report/document/seal.ts';
import { readSecret } from '../secret.ts';
import { openBaseForCommand } from '../server/base.ts';
import { openVault } from '../vault/vault.ts';
import { type CommandContext, CommandRefused } from './context.ts';

/**
 * The base of a command: `DATABASE_URL`, or the embedded one of DATA_DIR, joined when it runs and started for the time of
 * the command when it does not. Brought to this version of the product first.
 */
export async function openBase(
  env: Env,
  choice: { structure: string | null; as: string | null; search: boolean },
): Promise<{ context: CommandContext; close(): Promise<void> }> {
  const progress = (line: string) => void process.stderr.write(`${line}\n`);
  const urls = await openBaseForCommand(env, progress);
  const close: (() => Promise<unknown>)[] = [];
  const closeAll = async () => {
    for (const one of close.reverse()) await one();
    await urls.close();
  };
  try {
    await migrate(urls.ownerUrl, urls.appUrl);
    const database = openDatabase(urls.ownerUrl, { max: 4, applicationName: 'jonction command' });
    close.push(() => database.close());
    const vault = openVault(readSecret(env));
    const { bankDatabase, ...application } = openApplicationDatabases(urls.appUrl);
    close.push(
      () => application.database.close(),
      () => application.authDatabase.close(),
      () => bankDatabase.close(),
    );
    const today = () => parisDayOf(new Date());
    const meilisearch = choice.search ? await openSearch(env, close, progress) : null;
    const services: Services = {
      ...application,
      banks: new Banks(bankDatabase, today),
      vault,
      files: openFolderStore(env.dataDir, vault),
      meilisearch,
      publicUrl: env.publicUrl ?? urls.servedAt ?? 'http://localhost:3000',
      log: pino({ level: env.logLevel === 'info' ? 'warn' : env.logLevel }, pino.destination(2)),
      today,
      passes: openPasses(readSecret(env)),
      seals: openSeals(readSecret(env)),
      mailLeaves: env.smtpUrl !== null,
    };
    const structureId = await findStructure(database.client, choice.structure);
    const userId = choice.as ? await findUser(database.client, choice.as) : null;
    return { context: { database, services, structureId, userId, progress }, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** The index that a rebuild fills: an outside one, or the embedded one, joined where it runs. Null: PostgreSQL alone. */
async function openSearch(
  env: Env,
  close: (() => Promise<unknown>)[],
  progress: (line: string) => void,
): Promise<Services['meilisearch']> {
  if (env.meilisearch === 'off') return null;
  if (env.meilisearch !== 'embedded') return env.meilisearch;
  const started = await startMeilisearch({ dataDir: env.dataDir, log: progress });
  if ('absent' in started) return null;
  close.push(started.stop);
  return { url: started.url, key: started.key };
}

type Client = CommandContext['database']['client'];

async function findStructure(client: Client, slug: string | null): Promise<string | null> {
  const rows = await client<{ id: string; slug: string }[]>`
    select id, slug from organisation where kind = 'structure' order by created_at limit 50`;
  if (slug === null) return rows.length === 1 ? (rows[0]?.id ?? null) : null;
  const found = rows.find((row) => row.slug === slug);
  if (!found)
    throw new CommandRefused(
      `Aucune structure « ${slug} ». Celles de la base : ${rows.map((row) => row.slug).join(', ') || 'aucune'}.`,
    );
  return found.id;
}

async function findUser(client: Client, email: string): Promise<string> {
  const [row] = await client<{ id: string }[]>`select id from "user" where email = ${email.toLowerCase()}`;
  if (!row) throw new CommandRefused(`Aucun compte « ${email} ».`);
  return row.id;
}
