import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { organisation } from '../organisation/tables.ts';
import { countedPage } from '../shared/counted-page.ts';
import { participant, recommendation } from './tables.ts';

const waiting = ['received', 'in_review'] as const;
const answered = ['accepted', 'declined'] as const;

/** One page of what partners sent: the oldest first while it waits, the last answered first afterwards. */
export async function listRecommendations(tx: Tx, filters: { waiting: boolean; page: number; pageSize: number }) {
  return countedPage(filters, (limit, offset) =>
    tx
      .select({
        id: recommendation.id,
        participantId: participant.id,
        firstName: participant.firstName,
        lastName: participant.lastName,
        partnerName: organisation.name,
        recommendedByName: user.name,
        message: recommendation.message,
        status: recommendation.status,
        createdAt: recommendation.createdAt,
        reviewedAt: recommendation.reviewedAt,
        answeredAt: recommendation.answeredAt,
        consents: participant.diffusionConsent,
        duplicates: sql<number>`(select count(*)::int from duplicate_suspicion d where ${participant.id} in (d.participant_id, d.other_id) and d.dismissed_at is null)`,
        occupations: sql<
          string[]
        >`array(select o.rome_code from participant_occupation o where o.participant_id = ${participant.id} order by o.position, o.rome_code)`,
        total: sql<number>`count(*) over ()::int`,
      })
      .from(recommendation)
      .innerJoin(participant, eq(participant.id, recommendation.participantId))
      .innerJoin(organisation, eq(organisation.id, recommendation.partnerId))
      .leftJoin(user, eq(user.id, recommendation.recommendedBy))
      .where(inArray(recommendation.status, filters.waiting ? [...waiting] : [...answered]))
      .orderBy(
        filters.waiting ? asc(recommendation.createdAt) : desc(recommendation.answeredAt),
        asc(recommendation.id),
      )
      .limit(limit)
      .offset(offset),
  );
}

export async function lockRecommendation(tx: Tx, id: string) {
  const [row] = await tx.select().from(recommendation).where(eq(recommendation.id, id)).for('update');
  return row ?? null;
}
