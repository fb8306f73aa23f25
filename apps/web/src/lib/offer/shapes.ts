import type { Api } from '#lib/server/api.ts';

export type Offer = Awaited<ReturnType<Api['offer']['show']['query']>>;
export type OfferRow = Awaited<ReturnType<Api['offer']['list']['query']>>['rows'][number];
export type Ranking = Awaited<ReturnType<Api['matching']['rank']['query']>>;
export type Ranked = Ranking['ranked'][number];
export type Contact = Awaited<ReturnType<Api['contact']['list']['query']>>[number];
