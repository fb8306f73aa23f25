import type { Tx } from '@jonction/db/client';
import { loadBank } from '@jonction/db/matching/load-bank';
import { loadRankedPeople } from '@jonction/db/matching/load-people';
import { isCrowded, openCapSetting } from '@jonction/domain/bank/open-cap';
import { explainMatch, explainValues } from '@jonction/domain/matching/explain';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { cvsFor } from '../cv/asked.ts';
import { structureSettings } from '../organisation/settings.ts';
import type { OfferToRank, Question } from './prepare.ts';
import type { Ranked } from './ranked-shape.ts';

/**
 * The people whom a copy named, read and judged again from the rows that this reader may see, then explained: a copy only ranks.
 * Whoever left in between is simply not there. The reading is written in the journal under `action`.
 */
export async function showRanked(
  ctx: Context & { tx: Tx },
  asked: { offer: OfferToRank; question: Question; ids: readonly string[]; limit: number; action: string },
): Promise<Ranked[]> {
  const { offer, question, ids, limit, action } = asked;
  const profiles = await loadBank(ctx.tx, { structureId: offer.structureId, participantIds: ids });
  const { ranked } = rankProfiles({ ...question, profiles, limit });
  const profileOf = new Map(profiles.map((profile) => [profile.id, profile]));
  const labels = new Map(offer.skills.map(({ skill, label }) => [skill, label]));
  const shown = ranked.map(({ id }) => id);
  const people = await loadRankedPeople(ctx.tx, shown);
  const { most } = await structureSettings(ctx.tx, offer.structureId, openCapSetting);
  const cvs = await cvsFor(ctx.tx, shown, offer.romeCode);
  await recordAudit(ctx, { action, subjectKind: 'offer', subjectId: offer.id, facts: { shown: ranked.length } });
  return ranked.flatMap((row) => {
    const person = people.get(row.id);
    const profile = profileOf.get(row.id);
    if (!person || !profile) return [];
    const cv = cvs.get(row.id);
    return {
      ...person,
      crowded: isCrowded(person.openProposals, most),
      cv: cv ? { id: cv.id, title: cv.title, confirmedOn: cv.confirmedOn } : null,
      participantId: row.id,
      score: row.score,
      criteria: row.criteria,
      words: explainValues(row, ctx.locale),
      why: explainMatch({ row, profile, offer: question.offer, today: ctx.today, locale: ctx.locale }),
      toCheck: row.toCheck,
      missing: row.missing.map((skill) => labels.get(skill) ?? skill),
    };
  });
}
