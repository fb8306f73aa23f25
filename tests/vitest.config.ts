import { fileURLToPath } from 'node:url';
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
          include: ['tests/{domain,vectors,documents,messages,architecture,web,matching-engine}/**/*.test.ts'],
          testTimeout: 30_000,
        },
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
