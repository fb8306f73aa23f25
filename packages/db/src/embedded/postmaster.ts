import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { commandLine, isAlive } from './watchdog.ts';

/** What a PostgreSQL server writes about itself in its data folder. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** The server that runs on `pgdata`, starting or ready; null when none does. */
export function readPostmaster(pgdata: string): Postmaster | null {
  const file = path.join(pgdata, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch {
    return null;
  }
  // PostgreSQL: line 1 is the process, line 4 the port, line 8 the status, written in that order.
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isPostgres(pid, pgdata)) return null;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Removes a pid file whose number now belongs to another program: PostgreSQL would refuse to start for ever.
 * A file whose process is dead is left to PostgreSQL, which uses it to see whether backends outlived it.
 */
export function dropStalePidFile(pgdata: string): void {
  const file = path.join(pgdata, 'postmaster.pid');
  let pid: number;
  try {
    pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  } catch {
    return;
  }
  if (!isAlive(pid) || isPostgres(pid, pgdata) || someoneWorksIn(pgdata)) return;
  rmSync(file, { force: true });
}

function isPostgres(pid: number, pgdata: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const words = commandLine(pid);
  if (!words.includes('postgres')) return false;
  const folder = workingFolder(pid);
  return folder === null || folder === realFolder(pgdata);
}

/** A backend that outlived its server still writes to the files. */
function someoneWorksIn(pgdata: string): boolean {
  const folder = realFolder(pgdata);
  try {
    return readdirSync('/proc').some((entry) => /^\d+$/.test(entry) && workingFolder(Number(entry)) === folder);
  } catch {
    return false;
  }
}

function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
