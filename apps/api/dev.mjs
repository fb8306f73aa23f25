// For developers: the API restarted at each change, the pages served by Vite, one Ctrl-C for both.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { requireNode } from './launch.mjs';

requireNode();
const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const port = process.env.PORT || String(await firstFree(3000));
const pagesPort = String(await firstFree(5173));
const shared = { ...process.env, NODE_ENV: 'development', PORT: port };

const children = [
  // The API answers a request for a page by sending the browser to Vite.
  run(['--watch', '--watch-preserve-output', 'apps/api/start.mjs'], root, {
    ...shared,
    PAGES_URL: `http://localhost:${pagesPort}`,
  }),
  run([`${root}/node_modules/vite/bin/vite.js`, 'dev', '--port', pagesPort, '--strictPort'], `${root}/apps/web`, {
    ...shared,
    API_URL: `http://127.0.0.1:${port}`,
  }),
];
let ending = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));
// A npm that is killed cannot pass the signal on.
const parent = process.ppid;
setInterval(() => process.ppid === parent || end(0), 250).unref();
for (const child of children) child.on('exit', (code) => end(code ?? 1));

function run(args, cwd, env) {
  // Sessions of their own: Ctrl-C reaches us alone, and we end each of them once.
  return spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
}

function end(code) {
  if (ending) return;
  ending = true;
  process.exitCode = code;
  for (const child of children) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  }
}

async function firstFree(from) {
  for (let candidate = from; candidate < from + 10; candidate += 1) {
    if (await isFree(candidate)) return candidate;
  }
  console.error(`Les ports ${from} à ${from + 9} sont tous pris.`);
  process.exit(1);
}

function isFree(candidate) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(candidate, () => probe.close(() => resolve(true)));
  });
}
