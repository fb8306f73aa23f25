import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeFolder } from '@jonction/db/embedded/make-folder';
import { StartRefusal } from './server/refusal.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const INPUTS = ['apps/web/**', 'packages/*/src/**', 'packages/*/package.json', 'package-lock.json', 'tsconfig.json'];
const NOT_INPUTS = /^(node_modules|build|\.svelte-kit|\.vite)$|\.log$/;
const PROGRESS_MS = 5_000;

export interface WebBuildOptions {
  /** Receives what the build prints. */
  logFile: string;
  /** Receives French sentences for the operator. */
  say: (sentence: string) => void;
  signal?: AbortSignal;
  /** Of the repository; only tests give another. */
  root?: string;
}

/**
 * Builds the pages unless the last build came from the very same sources.
 * Throws `StartRefusal` when the build fails, naming its log.
 */
export async function ensureWebBuild(options: WebBuildOptions): Promise<'built' | 'unchanged'> {
  const root = options.root ?? repository;
  const build = path.join(root, 'apps', 'web', 'build');
  if (isFresh(root, build)) return 'unchanged';
  const unlock = await takeTurn(path.join(root, 'apps', 'web', '.svelte-kit', 'building'), options.signal);
  try {
    const inputs = fingerprint(root);
    if (readIfThere(path.join(build, '.inputs')) === inputs) return 'unchanged';
    // A build that is killed half-way must not look finished.
    rmSync(path.join(build, '.inputs'), { force: true });
    await runVite(root, options);
    writeFileSync(path.join(build, '.inputs'), inputs);
    return 'built';
  } finally {
    unlock();
  }
}

function isFresh(root: string, build: string): boolean {
  return existsSync(path.join(build, 'handler.js')) && readIfThere(path.join(build, '.inputs')) === fingerprint(root);
}

function fingerprint(root: string): string {
  const files = globSync(INPUTS, { cwd: root, exclude: (entry) => NOT_INPUTS.test(entry.name), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function runVite(root: string, options: WebBuildOptions): Promise<void> {
  const { say } = options;
  say('Construction des pages : une dizaine de secondes, seulement quand leurs sources changent...');
  makeFolder(path.dirname(options.logFile));
  const log = createWriteStream(options.logFile);
  const startedAt = Date.now();
  const progress = setInterval(() => say(`... ${Math.round((Date.now() - startedAt) / 1000)} s`), PROGRESS_MS);
  try {
    const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const child = spawn(process.execPath, [vite, 'build'], {
      cwd: path.join(root, 'apps', 'web'),
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: options.signal,
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    const code = await new Promise<number | null>((resolve) => {
      child.once('close', resolve);
      child.once('error', () => resolve(null));
    });
    options.signal?.throwIfAborted();
    if (code === 0) return;
  } finally {
    clearInterval(progress);
    await new Promise<void>((resolve) => log.end(resolve));
  }
  throw new StartRefusal(
    `Les pages n'ont pas pu être construites. Le détail est dans ${options.logFile} ; en voici la fin :\n${lastLines(options.logFile)}`,
  );
}

/** Two starts from one copy of the sources would build over each other. */
async function takeTurn(file: string, signal?: AbortSignal): Promise<() => void> {
  makeFolder(path.dirname(file));
  for (;;) {
    signal?.throwIfAborted();
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = Number(readIfThere(file));
      if (holder > 0 && !isAlive(holder)) rmSync(file, { force: true });
      else await pause(200);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readIfThere(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/** The end of a log, without the stack of the build tool, which tells its authors and not ours. */
function lastLines(file: string): string {
  const lines = (readIfThere(file) ?? '').split('\n').filter((line) => !/^\s+at /.test(line));
  return lines.slice(-12).join('\n');
}

// Images of containers build the pages once, ahead of every start.
if (import.meta.main) {
  const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
  try {
    await ensureWebBuild({ logFile: path.join(repository, 'apps', 'web', 'build.log'), say });
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
