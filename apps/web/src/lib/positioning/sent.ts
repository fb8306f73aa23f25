import type { Api } from '#lib/server/api.ts';

export type SentRow = Awaited<ReturnType<Api['positioning']['list']['query']>>['rows'][number];
