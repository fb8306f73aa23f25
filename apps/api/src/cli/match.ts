import { loadBank } from '@jonction/db/matching/load-bank';
import { countReasons } from '@jonction/domain/matching/exclusion';
import { explainMatch } from '@jonction/domain/matching/explain';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { findOfferToRank } from '../matching/find-offer-to-rank.ts';
import { prepareQuestion } from '../matching/prepare.ts';
import { Refuse } from '../refuse.ts';
import { type Command, CommandRefused } from './context.ts';

/** `match OFFER_ID`: the whole ranking of an offer, by the product's own path, without a name. */
export const matchCommand: Command = async ({ database, services }, [offerId]) => {
  if (!offerId || !/^[0-9a-f-]{36}$/.test(offerId)) throw new CommandRefused("Donnez l'identifiant de l'offre.");
  const today = services.today();
  return database.as({ kind: 'system' }, async (tx) => {
    const offer = await findOfferToRank(tx, offerId).catch((error: unknown) => {
      if (error instanceof Refuse) throw new CommandRefused('Aucune offre de cet identifiant.');
      throw error;
    });
    const question = await prepareQuestion(tx, services.vault, offer, { today, widen: false });
    const bank = await loadBank(tx, { structureId: offer.structureId });
    const { ranked, excluded } = rankProfiles({ ...question, profiles: bank });
    const profiles = new Map(bank.map((profile) => [profile.id, profile]));
    return {
      exit: 0 as const,
      result: {
        offer: offerId,
        ranked: ranked.map((row) => ({
          participant: row.id,
          score: row.score,
          criteria: row.criteria,
          why: explainMatch({ row, profile: profiles.get(row.id) ?? {}, offer: question.offer, today }),
          toCheck: row.toCheck,
          missing: row.missing,
        })),
        excluded: countReasons(excluded),
      },
    };
  });
};
