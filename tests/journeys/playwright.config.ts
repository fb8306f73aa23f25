import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from '../support/browser.ts';
import { place } from './place.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const browser = await findBrowser();
const { port, dataDir, url } = await place();

/** One product for the run, started as `npm start` does on an empty base, and one real browser. */
export default defineConfig({
  testDir: '.',
  outputDir: path.join(dataDir, '..', 'results'),
  globalSetup: './cast-arrives.ts',
  globalTeardown: './leave.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Other suites run beside: a page may wait for its turn.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  // Without PLAYWRIGHT_JSON_OUTPUT_NAME the second one would print its report among the lines of the first.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['line'], ['json']] : [['line']],
  use: {
    baseURL: url,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser.executablePath,
      env: { ...process.env, ...browser.env },
      args: browserArguments,
    },
  },
  webServer: {
    // `exec`: the signal reaches the product and not the shell before it.
    command: 'exec node apps/api/start.mjs',
    cwd: root,
    url: `${url}/readyz`,
    // The first start builds the pages.
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: { PORT: String(port), DATA_DIR: dataDir, DEMO: 'off', LOG_LEVEL: 'warn' },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
