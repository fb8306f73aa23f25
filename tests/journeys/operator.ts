import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { place } from './place.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** The one object that `npm run -s jonction -- ... --json` prints, against the product of this run. Throws when it is not done. */
export async function jonction(...args: string[]): Promise<Record<string, unknown>> {
  return jonctionOn((await place()).dataDir, ...args);
}

/** The same, against the product of another data folder. */
export async function jonctionOn(dataDir: string, ...args: string[]): Promise<Record<string, unknown>> {
  const { stdout } = await run('npm', ['run', '-s', 'jonction', '--', ...args, '--json'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, DEMO: 'off', LOG_LEVEL: 'warn' },
  });
  const said: unknown = JSON.parse(stdout);
  if (typeof said !== 'object' || said === null) throw new Error(`not an object: ${stdout}`);
  return { ...said };
}
