import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../apps/api/start.mjs', import.meta.url));

/** The product, started as `npm start` does, without its pages, which take time to build. */
export interface Program {
  child: ChildProcess;
  pid: number;
  output(): string;
  complaint(): string;
  /** Where it serves, once it has said that it is ready. */
  url(): Promise<string>;
  ended: Promise<number | null>;
}

export function startProgram(dataDir: string, settings: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      DATA_DIR: dataDir,
      DEMO: 'off',
      PAGES_URL: 'http://pages.example',
      LOG_LEVEL: 'warn',
      ...settings,
    },
  });
  let output = '';
  let complaint = '';
  child.stdout.on('data', (words) => {
    output += String(words);
  });
  child.stderr.on('data', (words) => {
    complaint += String(words);
  });
  return {
    child,
    pid: child.pid ?? 0,
    output: () => output,
    complaint: () => complaint,
    url: async () => {
      // A machine whose cores are all taken starts it in minutes: only one that hangs is given up.
      const until = Date.now() + 200_000;
      while (Date.now() < until) {
        const said = /^ready on (\S+)$/m.exec(output)?.[1];
        if (said !== undefined) return said;
        if (child.exitCode !== null) throw new Error(complaint);
        await pause(25);
      }
      throw new Error(`not ready: ${complaint}`);
    },
    ended: once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null)),
  };
}
