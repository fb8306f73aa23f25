/** How a process ends: everything that was opened is closed, the last opened first, once. */
export interface Ending {
  /** Aborts when the end begins. */
  signal: AbortSignal;
  /** To be closed at the end. What comes when the end has begun is closed at once. */
  add(what: string, close: () => Promise<void> | void): void;
  /** Closes everything and exits with `code`. */
  end(code: number): Promise<void>;
}

const PARENT_POLL_MS = 250;
const FORCE_MS = 10_000;

export function createEnding(report: (sentence: string) => void): Ending {
  const abort = new AbortController();
  const closers: { what: string; close: () => Promise<void> | void }[] = [];
  let ended: Promise<void> | null = null;

  const closeAll = async (code: number): Promise<void> => {
    abort.abort();
    setTimeout(() => {
      report(`L'arrêt dure plus de ${FORCE_MS / 1000} s : il est forcé.`);
      process.exit(1);
    }, FORCE_MS).unref();
    for (let next = closers.pop(); next !== undefined; next = closers.pop()) {
      try {
        await next.close();
      } catch (error) {
        report(
          `${next.what} ne s'est pas fermé proprement : ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
    process.exit(code);
  };

  return {
    signal: abort.signal,
    add: (what, close) => {
      if (!abort.signal.aborted) closers.push({ what, close });
      else Promise.resolve(close()).catch(() => undefined);
    },
    end: (code) => {
      ended ??= closeAll(code);
      return ended;
    },
  };
}

/** Ends on Ctrl-C, on SIGTERM, and when the npm that started us dies without being able to pass a signal on. */
export function endOnSignals(ending: Ending): void {
  // Ctrl-C reaches npm and us, and npm passes it on: the second signal is the same wish, not a stronger one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void ending.end(0));
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void ending.end(0);
  }, PARENT_POLL_MS).unref();
}
