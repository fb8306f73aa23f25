import { loadBank, loadSkillWeights } from '@jonction/db/matching/load-bank';
import { loadRankingRules } from '@jonction/db/matching/ranking-rules';
import { loadOpenOffers } from '@jonction/db/offer/open-offers';
import { exclusionReasons } from '@jonction/domain/matching/exclusion';
import { explainMatch } from '@jonction/domain/matching/explain';
import { rankOffers } from '@jonction/domain/matching/rank-offers';
import { askedSkillSchema } from '@jonction/domain/offer/offer';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { matchOfferOf, proximityOf } from './prepare.ts';

const askedOf = z.object({ skills: z.array(askedSkillSchema), categories: z.array(z.string()) });
const offerShape = z.object({
  offerId: z.string(),
  number: z.number(),
  title: z.string(),
  employerName: z.string(),
  contractObject: z.string().nullable(),
  placeLabel: z.string(),
  startsOn: z.string(),
});

/** The open offers for one person, best first, by the rule that ranks people for an offer; and why the others are not for her. */
export const offersFor = procedure('matching.offersFor')
  .input(z.object({ participantId: z.uuid() }))
  .output(
    z.object({
      ranked: z.array(
        offerShape.extend({
          score: z.number(),
          why: z.string(),
          toCheck: z.array(z.string()),
          missing: z.array(z.string()),
        }),
      ),
      excluded: z.array(offerShape.extend({ reason: z.enum(exclusionReasons) })),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { tx, today } = ctx;
    const structureId = structureOf(ctx);
    const [profile] = await loadBank(tx, { structureId, participantIds: [input.participantId] });
    const person = found(profile, 'participant.not_found');
    const rows = await loadOpenOffers(tx, structureId);
    const asked = new Map(rows.map(({ offer }) => [offer.id, askedOf.parse(offer)]));
    const offers = await Promise.all(
      rows.map(({ offer }) => matchOfferOf(tx, ctx.vault, { ...offer, ...(asked.get(offer.id) ?? nothingAsked) })),
    );
    const skills = [...new Set(offers.flatMap((offer) => offer.skills ?? []))];
    const { ranked, excluded } = rankOffers({
      today,
      profile: person,
      offers,
      proximity: await proximityOf(tx, [...new Set(offers.map(({ rome }) => rome))]),
      skills: await loadSkillWeights(tx, structureId, skills),
      weights: (await loadRankingRules(tx, structureId)).weights,
    });
    await recordAudit(ctx, {
      action: 'matching.offersFor',
      subjectKind: 'participant',
      subjectId: person.id,
      facts: { shown: ranked.length },
    });
    const listed = new Map(
      rows.map(({ offer, ...names }) => [offer.id, offerShape.parse({ offerId: offer.id, ...offer, ...names })]),
    );
    return {
      ranked: ranked.flatMap(({ offer, row }) => {
        const shown = listed.get(offer.id);
        if (!shown) return [];
        const labels = new Map(asked.get(offer.id)?.skills.map(({ skill, label }) => [skill, label]));
        return {
          ...shown,
          score: row.score,
          why: explainMatch({ row, profile: person, offer, today, locale: ctx.locale }),
          toCheck: row.toCheck,
          missing: row.missing.map((skill) => labels.get(skill) ?? skill),
        };
      }),
      excluded: excluded.flatMap(({ offer, reason }) => {
        const shown = listed.get(offer.id);
        return shown ? { ...shown, reason } : [];
      }),
    };
  });

const nothingAsked = { skills: [], categories: [] };
