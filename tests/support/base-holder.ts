import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const program = fileURLToPath(new URL('hold-base.ts', import.meta.url));

const said = z.object({
  failure: z.string().optional(),
  ownerUrl: z.string().default(''),
  appUrl: z.string().default(''),
  superuserUrl: z.string().default(''),
  port: z.number().default(0),
  adopted: z.boolean().default(false),
  refused: z.object({ pid: z.number(), url: z.string().nullable() }).nullable().default(null),
  search: z
    .object({ url: z.string().optional(), key: z.string().optional(), absent: z.string().optional() })
    .nullable()
    .default(null),
});
export type Said = z.infer<typeof said>;

export interface Holder extends Said {
  child: ChildProcess;
  pid: number;
  /** Ends it as its operator would. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts a separate process that holds the base of `dataDir`, and waits until it has opened it or said why not. */
export async function holdBase(dataDir: string, wishes: string[] = [], uid?: number): Promise<Holder> {
  const child = spawn(process.execPath, [program, dataDir, ...wishes], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/tmp',
    // A compile cache that another account owns cannot be written to.
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const line: unknown = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([text]) => JSON.parse(String(text))),
    once(child, 'exit').then(([code]) => ({ failure: `exit ${code}` })),
  ]);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  return { ...said.parse(line), child, pid: child.pid ?? 0, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** The processes that work in `dataDir` or name it, but the holders themselves. */
export function processesOf(dataDir: string): { pid: number; words: string }[] {
  return readdirSync('/proc').flatMap((entry) => {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) return [];
    const words = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
    const folder = link(`/proc/${pid}/cwd`);
    const theirs = words.includes(dataDir) || folder === dataDir || folder.startsWith(`${dataDir}${path.sep}`);
    return theirs && words !== '' && !words.includes(program) ? [{ pid, words }] : [];
  });
}

/** Whether every process of `dataDir` is gone within five seconds. */
export async function allGone(dataDir: string): Promise<boolean> {
  for (let attempt = 0; attempt < 250; attempt += 1) {
    if (processesOf(dataDir).length === 0) return true;
    await pause(20);
  }
  return false;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function link(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
