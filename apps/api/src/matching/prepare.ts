import type { Tx } from '@jonction/db/client';
import { loadProximity, loadSkillWeights } from '@jonction/db/matching/load-bank';
import { loadRankingRules } from '@jonction/db/matching/ranking-rules';
import type { MatchOffer, Proximity } from '@jonction/domain/matching/offer';
import type { RankInput } from '@jonction/domain/matching/rank';
import type { SkillWeights } from '@jonction/domain/matching/skill-weight';
import { ownProximity } from '@jonction/domain/reference/occupations';
import type { Day } from '@jonction/domain/shared/day';
import type { OfferAnswer } from '../offer/shapes.ts';
import { occupationTable } from '../reference/occupations.ts';
import type { Vault } from '../vault/vault.ts';

/** A ranking without its people: the bank in memory and the base both answer it. `rulesVersion` names whose weights these are. */
export type Question = Omit<RankInput, 'profiles' | 'limit' | 'skills'> & {
  skills: SkillWeights;
  rulesVersion: number;
};

export type OfferToRank = OfferAnswer & { structureId: string; latitude: number; longitude: number };

/** All that a ranking asks, but the people, under the actor's own row-level security. */
export async function prepareQuestion(
  tx: Tx,
  vault: Vault,
  offer: OfferToRank,
  { today, widen }: { today: Day; widen: boolean },
): Promise<Question> {
  const { structureId } = offer;
  const matchOffer = await matchOfferOf(tx, vault, offer);
  const rules = await loadRankingRules(tx, structureId);
  return {
    today,
    widen,
    proximity: await proximityOf(tx, [offer.romeCode]),
    weights: rules.weights,
    rulesVersion: rules.version,
    skills: await loadSkillWeights(tx, structureId, matchOffer.skills ?? []),
    offer: matchOffer,
  };
}

/** An offer as a ranking reads it: the categories that its clause accepts become keyed codes. */
export async function matchOfferOf(
  tx: Tx,
  vault: Vault,
  offer: Omit<OfferToRank, keyof OfferAnswer> & Pick<OfferAnswer, ReadByMatching>,
): Promise<MatchOffer> {
  return {
    id: offer.id,
    contractor: offer.employerId,
    rome: offer.romeCode,
    months: offer.monthsAsked,
    skills: offer.skills.map(({ skill }) => skill),
    licences: offer.licences,
    categories: await vault.keyedCodes(tx, offer.structureId, offer.categories),
    french: offer.frenchLevel,
    lat: offer.latitude,
    lon: offer.longitude,
    start: offer.startsOn,
    slackDays: offer.slackDays,
    weeklyHours: { min: offer.weeklyHoursMin, max: offer.weeklyHoursMax },
  };
}

type ReadByMatching =
  | 'id'
  | 'employerId'
  | 'romeCode'
  | 'monthsAsked'
  | 'skills'
  | 'licences'
  | 'categories'
  | 'frenchLevel'
  | 'startsOn'
  | 'slackDays'
  | 'weeklyHoursMin'
  | 'weeklyHoursMax';

/** The mobility of the official table once loaded, else that of the product's own. */
export async function proximityOf(tx: Tx, romeCodes: readonly string[]): Promise<Proximity> {
  const { version } = await occupationTable(tx);
  return version === 'own' ? ownProximity : loadProximity(tx, romeCodes);
}
