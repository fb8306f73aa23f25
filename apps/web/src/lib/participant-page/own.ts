import type { Api } from '#lib/server/api.ts';

/** What a person reads on her own page. */
export type Own = Awaited<ReturnType<Api['participant']['showPage']['query']>>;
export type Proposal = Own['proposals'][number];
export type Door = Awaited<ReturnType<Api['participant']['describePage']['query']>>;
/** An answer to the second check that did not open. */
export type Mistake = Extract<Awaited<ReturnType<Api['participant']['openPage']['mutate']>>, { opened: false }>;
