import { setTimeout as pause } from 'node:timers/promises';
import { startEmbedded, whoServes } from '@jonction/db/embedded';
import { claimDataDir, type Holder } from '@jonction/db/embedded/claim';
import postgres from 'postgres';
import type { Env } from '../env.ts';
import type { Ending } from './ending.ts';
import { StartRefusal } from './refusal.ts';

export interface Base {
  ownerUrl: string;
  appUrl: string;
}

type Say = (sentence: string) => void;

const REACH_MS = 30_000;
const POLL_MS = 500;

/** The base a server works on: the outside one, once it answers, or the embedded one, once it is ours alone. */
export async function openBase(env: Env, url: string, ending: Ending, say: Say): Promise<Base> {
  if (env.database !== null) {
    await reach('DATABASE_URL', env.database.ownerUrl, ending, say);
    await reach('DATABASE_APP_URL', env.database.appUrl, ending, say);
    return env.database;
  }
  const giveUp = (reason: string): void => {
    say(reason);
    void ending.end(1);
  };
  for (;;) {
    const base = await startEmbedded({ dataDir: env.dataDir, log: say, shared: true, onGivenUp: giveUp });
    ending.add('La base', base.stop);
    const claim = await claimWhenFree(base.ownerUrl, url, say, giveUp);
    // The command that had started the base is over, and took it along: start it again.
    if (claim === 'gone') continue;
    ending.add('La réservation du dossier des données', claim);
    base.keep();
    return base;
  }
}

async function claimWhenFree(
  ownerUrl: string,
  url: string,
  say: Say,
  giveUp: (reason: string) => void,
): Promise<(() => Promise<void>) | 'gone'> {
  let said = false;
  for (;;) {
    const onLost = (holder: Holder): void => giveUp(alreadyServed(holder, url));
    const claim = await claimDataDir(ownerUrl, { url, onLost }).catch(() => 'gone' as const);
    if (claim === 'gone' || typeof claim === 'function') return claim;
    if (claim.url !== null) throw new StartRefusal(alreadyServed(claim, url));
    if (!said) say(`Une commande travaille sur ces données (processus ${claim.pid}) : le démarrage attend sa fin.`);
    said = true;
    await pause(POLL_MS);
  }
}

function alreadyServed(holder: Holder, fallback: string): string {
  return `Jonction tourne déjà sur ces données : processus ${holder.pid}, ${holder.url ?? fallback}.`;
}

/** When our port is taken: is it by the Jonction of the same data? Then that is what to say. */
export async function refuseIfServed(env: Env): Promise<void> {
  if (env.database !== null) return;
  const holder = await whoServes(env.dataDir);
  if (holder?.url) throw new StartRefusal(alreadyServed(holder, holder.url));
}

/**
 * The base a command works on: the outside one, or the embedded one, joined where it runs and else started for
 * the time of the command. `servedAt` is the address of the Jonction that runs on the same data, if one does.
 */
export async function openBaseForCommand(
  env: Env,
  say: Say,
): Promise<Base & { servedAt: string | null; close(): Promise<void> }> {
  if (env.database !== null) return { ...env.database, servedAt: null, close: async () => undefined };
  const base = await startEmbedded({ dataDir: env.dataDir, log: say, shared: true });
  const claim = await claimDataDir(base.ownerUrl, { url: null });
  return {
    ownerUrl: base.ownerUrl,
    appUrl: base.appUrl,
    servedAt: typeof claim === 'function' ? null : claim.url,
    close: async () => {
      if (typeof claim === 'function') await claim();
      await base.stop();
    },
  };
}

async function reach(variable: string, url: string, ending: Ending, say: Say): Promise<void> {
  const limit = Date.now() + REACH_MS;
  for (let said = false; ; said = true) {
    const reason = await whyUnreachable(url);
    if (reason === null) return;
    ending.signal.throwIfAborted();
    const { host, pathname } = new URL(url);
    if (Date.now() > limit)
      throw new StartRefusal(`${variable} : la base ${host}${pathname} ne s'ouvre pas (${reason}).`);
    if (!said) say(`La base ${host}${pathname} ne répond pas encore (${reason}), patientez...`);
    await pause(POLL_MS);
  }
}

async function whyUnreachable(url: string): Promise<string | null> {
  const sql = postgres(url, { max: 1, connect_timeout: 5 });
  try {
    await sql`select 1`;
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
