import { type Criterion, criteria } from '@jonction/domain/matching/criterion';
import { weightsFrom } from '@jonction/domain/matching/moves';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { offerId } = event.params;
  const { searchParams } = event.url;
  const client = api(event);
  const [offer, whatIf, rules] = await Promise.all([
    ask(event, client.offer.show.query({ offerId })),
    ask(event, client.matching.whatIf.query({ offerId })),
    ask(event, client.matching.rules.query()),
  ]);
  const { weights: now } = rules.current;
  const isTrying = criteria.some((criterion) => searchParams.has(criterion));
  const given = Object.fromEntries(
    criteria.map((criterion) => [criterion, isTrying ? readWeight(searchParams.get(criterion)) : now[criterion]]),
  ) as Record<Criterion, number>;
  const weights = isTrying ? weightsFrom(given) : null;
  return {
    offer: { id: offer.id, title: offer.title },
    whatIf,
    now,
    given,
    isTrying,
    tried: weights ? await ask(event, client.matching.tryWeights.query({ offerId, weights })) : null,
  };
};

/** What was typed, as a whole number from 0 to 1000; anything else is 0. */
function readWeight(typed: string | null): number {
  const number = Math.trunc(Number(typed));
  return Number.isFinite(number) ? Math.min(1000, Math.max(0, number)) : 0;
}
