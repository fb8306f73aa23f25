import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Account, SERVER_ENVIRONMENT } from './account.ts';

/**
 * A server that dies with us. A small shell holds the other end of a pipe of ours: our death, even by SIGKILL,
 * closes it, and the shell asks the server to stop (SIGINT). Its own session keeps Ctrl-C from reaching the
 * server before us. The word `keep` written into the pipe lets the server go on living without us.
 */
export interface Watched {
  /** Of the shell; the server has its own. */
  pid: number;
  /** Settles when the server has ended. Does not keep the program alive: `join` does. */
  ended: Promise<void>;
  /** Waits until the server has ended, and answers its exit code (null when killed or let go). */
  join(): Promise<number | null>;
  hasEnded(): boolean;
  /** Asks the server to stop; `ended` tells when it has. */
  end(): void;
  /** Stops watching and leaves the server alive. */
  letGo(): Promise<void>;
}

const MARK = 'jonction-watchdog';

// Asked again until it has ended: a server that is only just starting does not hear the first time.
const STOP =
  'tries=0; while [ $tries -lt 60 ] && kill -INT $server 2>/dev/null; do tries=$((tries+1)); sleep 0.5; done';

const START = `: ${MARK}
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
if [ -n "$JONCTION_PID_FILE" ]; then echo $server > "$JONCTION_PID_FILE"; fi
(read -r word <&3; if [ "$word" = keep ]; then kill -TERM $$; else ${STOP}; fi) &
watch=$!
wait $server
code=$?
kill $watch 2>/dev/null
exit $code`;

const ATTACH = `: ${MARK}
server=$1
exec 3<&0
(read -r word <&3; if [ "$word" = keep ]; then kill -TERM $$; else ${STOP}; fi) &
watch=$!
while kill -0 $server 2>/dev/null && ! grep -q '^State:.*Z' /proc/$server/status 2>/dev/null; do sleep 1; done
kill $watch 2>/dev/null
exit 0`;

export interface WatchOptions {
  account: Account;
  cwd: string;
  /** File descriptor that receives what the server says. */
  logFd: number;
  env?: Record<string, string>;
  /** Receives the number of the server's process, for a server that writes none itself. */
  pidFile?: string;
}

/** Starts `command` under watch. */
export function spawnWatched(command: string[], options: WatchOptions): Watched {
  return watch(START, [...options.account.prefix, ...command], options);
}

/** Puts a server that already runs, and that nobody watches any more, under our watch. */
export function watchRunning(serverPid: number, options: WatchOptions): Watched {
  return watch(ATTACH, [String(serverPid)], options);
}

/** Whether somebody alive started this server and will stop it. Where the system does not tell, we say yes. */
export function isAnsweredFor(serverPid: number): boolean {
  const parent = parentOf(serverPid);
  return parent === null || commandLine(parent).includes(MARK);
}

/** The process that started `pid`, or null where the system does not tell. */
export function parentOf(pid: number): number | null {
  const fields = statusFields(pid);
  return fields === null ? null : Number(fields[1]);
}

/** State, parent... of a process. Its name comes before and may hold spaces: fields are counted after its bracket. */
function statusFields(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? null;
  } catch {
    return null;
  }
}

/** Whether `pid` runs. One that has ended and waits for its parent to notice does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return statusFields(pid)?.[0] !== 'Z';
  } catch (error) {
    // EPERM: it lives, under another account.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The words of a process's command, or '' where the system does not tell. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

function watch(script: string, args: string[], options: WatchOptions): Watched {
  const child = spawn('sh', ['-c', script, MARK, ...args], {
    cwd: options.cwd,
    detached: true,
    env: { ...SERVER_ENVIRONMENT, ...options.env, JONCTION_PID_FILE: options.pidFile ?? '' },
    stdio: ['pipe', options.logFd, options.logFd],
    uid: options.account.uid,
    gid: options.account.gid,
  });
  let over = false;
  const ended = new Promise<void>((resolve) => {
    const settle = (): void => {
      over = true;
      resolve();
    };
    child.once('exit', settle);
    child.once('error', settle);
  });
  const join = async (): Promise<number | null> => {
    child.ref();
    await ended;
    child.unref();
    return child.exitCode;
  };
  // A program that has nothing left to do ends, and its server with it.
  child.unref();
  unrefPipe(child);
  // The pipe breaks when the server ends first: nothing to do then.
  child.stdin?.on('error', () => undefined);
  return {
    pid: child.pid ?? 0,
    ended,
    hasEnded: () => over,
    join,
    end: () => void child.stdin?.end(),
    letGo: async () => {
      child.stdin?.end('keep\n');
      await join();
    },
  };
}

function unrefPipe(child: ChildProcess): void {
  const pipe: unknown = child.stdin;
  if (typeof pipe === 'object' && pipe !== null && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
}
