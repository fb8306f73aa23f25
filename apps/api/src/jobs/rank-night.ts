import { readBankChanges } from '@jonction/db/matching/bank-change';
import { loadSkillWeights } from '@jonction/db/matching/load-bank';
import { saveNight } from '@jonction/db/matching/night';
import { loadRankingRules } from '@jonction/db/matching/ranking-rules';
import { streamBank } from '@jonction/db/matching/stream-bank';
import { loadOpenOffers } from '@jonction/db/offer/open-offers';
import { askedSkillSchema } from '@jonction/domain/offer/offer';
import { type Day, parisDayOf } from '@jonction/domain/shared/day';
import { Bank } from '@jonction/matching-engine/bank';
import { z } from 'zod';
import { keepBank, type ReadBank, worthKeepingFrom } from '../matching/kept-bank.ts';
import { matchOfferOf, proximityOf } from '../matching/prepare.ts';
import type { JobContext } from './start.ts';

/** As many as the page of an offer can show. */
const kept = 500;
const system = { kind: 'system' } as const;
const askedOf = z.object({ skills: z.array(askedSkillSchema), categories: z.array(z.string()) });

/**
 * Ranks every open offer over everybody of its structure and keeps the best, so that the morning says who is new. One bank a
 * structure, read afresh, all its offers asked at once, and kept for programs that start if it holds `keptFrom` people or more; the
 * same day twice leaves what once leaves.
 */
export async function rankNight(
  { database, vault, log }: Pick<JobContext, 'database' | 'vault' | 'log'>,
  today: Day = parisDayOf(new Date()),
  keptFrom = worthKeepingFrom,
): Promise<void> {
  const structures = await database.client<
    { id: string }[]
  >`select id from organisation where kind = 'structure' order by id`;
  for (const { id } of structures) {
    const started = performance.now();
    const { read, ...done } = await rankStructure({ database, vault }, id, today);
    if (done.people >= keptFrom) await database.as(system, (tx) => keepBank(tx, id, read));
    if (done.offers > 0)
      log.info({ structureId: id, ...done, ms: Math.round(performance.now() - started) }, 'night ranking');
  }
}

async function rankStructure(
  { database, vault }: Pick<JobContext, 'database' | 'vault'>,
  structureId: string,
  today: Day,
): Promise<{ offers: number; people: number; read: ReadBank }> {
  return database.as(system, async (tx) => {
    const rows = await loadOpenOffers(tx, structureId);
    const { upTo } = await readBankChanges(tx, structureId, null);
    const bank = await Bank.of(rows.length > 0 ? streamBank(tx, structureId) : [], today);
    const rules = await loadRankingRules(tx, structureId);
    const offers = await Promise.all(
      rows.map(({ offer }) => matchOfferOf(tx, vault, { ...offer, ...askedOf.parse(offer) })),
    );
    const skills = await loadSkillWeights(tx, structureId, [...new Set(offers.flatMap((offer) => offer.skills ?? []))]);
    const proximity = await proximityOf(tx, [...new Set(offers.map(({ rome }) => rome))]);
    const questions = offers.map((offer) => ({ today, offer, proximity, skills, weights: rules.weights }));
    const best = bank.bestOfMany(questions, kept);
    await saveNight(
      tx,
      {
        structureId,
        on: today,
        bankVersion: upTo,
        skillVersion: skills.version,
        rulesVersion: rules.version,
        people: bank.rows,
      },
      offers.map(({ id }, at) => ({ offerId: id, best: best[at] ?? [] })),
    );
    return { offers: rows.length, people: bank.rows, read: { bank, upTo } };
  });
}
