import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { EmbeddedFailure } from '@jonction/db/embedded/failure';
import { pino } from 'pino';
import { type Env, readEnv } from './env.ts';
import { readSecret } from './secret.ts';
import { openBase, refuseIfServed } from './server/base.ts';
import { createEnding, type Ending, endOnSignals } from './server/ending.ts';
import { createFront, type Front } from './server/front.ts';
import { listen } from './server/listen.ts';
import { openPages, pagesElsewhere } from './server/pages.ts';
import { StartRefusal } from './server/refusal.ts';
import { openSearch } from './server/search.ts';
import { ensureWebBuild } from './web-build.ts';

const DRAIN_MS = 2_000;
const KEEP_ALIVE_MS = 65_000;

const env = readEnv();
const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
const ending = createEnding(say);
endOnSignals(ending);
try {
  await start(env, ending);
} catch (error) {
  // Stopped while starting: what was opened is being closed.
  if (!ending.signal.aborted) {
    const known = error instanceof StartRefusal || error instanceof EmbeddedFailure;
    say(
      known ? error.message : `Jonction n'a pas pu démarrer : ${error instanceof Error ? error.stack : String(error)}`,
    );
    await ending.end(1);
  }
}

/** Listens first, so that whoever asks is told to wait, and so that everything knows its real address. */
async function start(env: Env, ending: Ending): Promise<void> {
  const front = createFront(env);
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, front.listener);
  const port = await listen(server, env.port).catch(async (error: unknown) => {
    await refuseIfServed(env);
    throw error;
  });
  const publicUrl = env.publicUrl ?? `http://localhost:${port}`;
  const built = startBuild(env);
  const { api, announce } = env.role === 'web' ? { api: null, announce: [] } : await startWork(env, publicUrl, front);
  const pages = servesPages(env) ? await preparePages(built, front, api) : null;
  ending.signal.throwIfAborted();
  // The last added is the first closed: no request finds its base gone.
  ending.add('Le serveur', () => close(server, front));
  front.open({ api, pages });
  process.stdout.write(`ready on http://localhost:${port}\n`);
  for (const line of announce) process.stdout.write(`${line}\n`);
}

/** Everything but pages: base, migrations, search, API, demo world, jobs, as the role asks. */
async function startWork(env: Env, publicUrl: string, front: Front) {
  const log = pino({ level: env.logLevel }, pino.destination({ dest: 2, sync: true }));
  front.wait(['la base démarre']);
  const base = await openBase(env, publicUrl, ending, say);
  const secret = readSecret(env);
  const meilisearch = await openSearch(env, ending, say);
  ending.signal.throwIfAborted();
  front.wait(['la base est mise à jour']);
  const { migrate } = await import('@jonction/db/migrate');
  await migrate(base.ownerUrl, base.appUrl);
  const { smtpUrl, dataDir } = env;
  const deps = {
    ...{ env, ownerUrl: base.ownerUrl, appUrl: base.appUrl, meilisearch, publicUrl, secret, log, dataDir, smtpUrl },
    mailReturn: env.mailReturn,
    mailFrom: env.mailFrom ?? `Jonction <ne-pas-repondre@${new URL(publicUrl).hostname}>`,
    mailLeaves: smtpUrl !== null,
  };
  ending.signal.throwIfAborted();

  front.wait(["l'application démarre"]);
  const announce: string[] = [];
  let api = null;
  if (env.role !== 'worker') {
    const { createApp } = await import('./app.ts');
    api = await createApp(deps);
    ending.add("L'application", api.close);
    if (env.demo !== 'off') {
      front.wait(['le monde de démonstration se prépare']);
      const { ensureDemo } = await import('./cli/demo.ts');
      const demo = { ownerUrl: base.ownerUrl, services: api.services, world: env.demo, publicUrl, say };
      announce.push(...describeDemo(await ensureDemo(demo)));
    }
  }
  if (env.role !== 'api') {
    const { startJobs } = await import('./jobs/start.ts');
    const jobs = await startJobs(deps);
    ending.add('Les tâches de fond', jobs.close);
  }
  return { api: api ?? { fetch: () => new Response(null, { status: 404 }), readiness: async () => [] }, announce };
}

function servesPages(env: Env): boolean {
  return env.role === 'all' || env.role === 'web';
}

/** The pages are built while the base is prepared: a first start waits for the longer of the two, not for both. */
function startBuild(env: Env): Promise<unknown> | null {
  if (!servesPages(env) || process.env.PAGES_URL) return null;
  const built = ensureWebBuild({ logFile: path.join(env.dataDir, 'web-build.log'), say, signal: ending.signal });
  // Whoever waits for it hears of a failure; nobody may be waiting yet.
  built.catch(() => undefined);
  return built;
}

async function preparePages(built: Promise<unknown> | null, front: Front, api: Parameters<typeof openPages>[0]) {
  if (process.env.PAGES_URL) return pagesElsewhere(process.env.PAGES_URL);
  front.wait(['les pages se construisent']);
  await built;
  return await openPages(api);
}

function describeDemo(
  demo: { accounts: { role: string; email: string; password: string }[]; outboxUrl: string } | null,
): string[] {
  if (demo === null) return [];
  const accounts = demo.accounts.map(({ role, email, password }) => `  ${role.padEnd(24)} ${email}  ${password}`);
  return ['Comptes de démonstration :', ...accounts, `Les courriels ne partent pas : lisez-les sur ${demo.outboxUrl}`];
}

/** Lets the requests under way finish; those that stay open, as live updates, are cut after a moment. */
async function close(server: Server, front: Front): Promise<void> {
  front.wait(["Jonction s'arrête"]);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(cut);
}
