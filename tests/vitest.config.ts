import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** Projects that touch the database share one cluster, started once by `tests/support/cluster.ts`. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'pure',
          include: ['tests/{domain,vectors,documents,messages,architecture}/**/*.test.ts'],
        },
      },
    ],
  },
});
