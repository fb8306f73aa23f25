import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `pure` needs nothing; `base` shares one PostgreSQL, started by `support/cluster.ts`; `faults` starts and kills its own. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'pure',
          include: ['tests/{domain,vectors,documents,messages,architecture,matching-engine}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        root,
        // Pages and pieces as the server draws them: what is read before any script runs, and without one.
        plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
        test: { name: 'web', include: ['tests/web/**/*.test.ts'] },
      },
      {
        root,
        test: {
          name: 'base',
          include: ['tests/{db,api,search,cli}/**/*.test.ts'],
          globalSetup: ['tests/support/cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Processes are started, killed and timed here: two at once would disturb each other.
          fileParallelism: false,
        },
      },
    ],
  },
});
