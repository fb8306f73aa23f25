import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Enough for a machine whose cores are all taken: a test ends by what it sees, this limit only ends one that hangs. */
const patience = 240_000;

/** `pure` needs nothing; `base` shares one PostgreSQL, started by `support/cluster.ts`; `faults` starts and kills its own. */
export default defineConfig({
  root,
  test: {
    // Most of a test of the base waits for the base: one worker more than cores keeps both busy.
    maxWorkers: Math.max(2, availableParallelism() + 1),
    projects: [
      {
        root,
        test: {
          name: 'pure',
          // Nothing outside the test is touched: one worker reads the modules once for all its files, in half the time.
          isolate: false,
          include: ['tests/{domain,vectors,documents,messages,architecture,matching-engine}/**/*.test.ts'],
          testTimeout: patience,
        },
      },
      {
        root,
        // Pages and pieces as the server draws them: what is read before any script runs, and without one.
        plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
        // What SvelteKit gives a page at run time; the address is the one that a test sets.
        resolve: {
          alias: {
            '$app/state': `${root}tests/support/app-state.ts`,
            '$app/forms': `${root}tests/support/app-forms.ts`,
            '$app/navigation': `${root}tests/support/app-navigation.ts`,
          },
        },
        test: {
          name: 'web',
          isolate: false,
          include: ['tests/web/**/*.test.ts'],
          testTimeout: patience,
          // Libraries that ship .svelte files, or modules with runes, are compiled as ours are.
          server: { deps: { inline: [/@lucide\/svelte/, /bits-ui/, /svelte-toolbelt/, /runed/] } },
        },
      },
      {
        root,
        test: {
          name: 'base',
          // Each file starts its own product on its own base: the modules may be shared.
          isolate: false,
          include: ['tests/{db,api,search,cli}/**/*.test.ts'],
          globalSetup: ['tests/support/cluster.ts'],
          testTimeout: patience,
          hookTimeout: patience,
          expect: { poll: { timeout: patience / 4 } },
        },
      },
      {
        root,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: patience,
          expect: { poll: { timeout: patience / 4 } },
          hookTimeout: patience,
          // Processes are started, killed and timed here: two at once would disturb each other.
          fileParallelism: false,
        },
      },
    ],
  },
});
