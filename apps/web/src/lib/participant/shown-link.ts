import type { Api } from '#lib/server/api.ts';

/** What whoever gives a person's link knows of it, and a link just made. */
export type ShownLink = Awaited<ReturnType<Api['participant']['showLink']['query']>>;
export type MadeLink = Awaited<ReturnType<Api['participant']['makeLink']['mutate']>>;
