import type { Api } from '#lib/server/api.ts';

/** An offer that was spread to a partner, as the API says it. */
export type SpreadOffer = Awaited<ReturnType<Api['offer']['listBroadcasts']['query']>>[number];
