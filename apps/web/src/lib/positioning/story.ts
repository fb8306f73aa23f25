import type { Api } from '#lib/server/api.ts';

/** One positioning and its whole story, as the team reads it. */
export type Story = Awaited<ReturnType<Api['positioning']['show']['query']>>;
