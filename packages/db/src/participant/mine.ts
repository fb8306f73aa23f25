import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { countedPage } from '../shared/counted-page.ts';
import { participant, recommendation } from './tables.ts';

/** One page of a partner's own people, the last recommended first, with the last that became of each. One statement. */
export async function listOwnPeople(
  tx: Tx,
  filters: { partnerId: string; text?: string | null | undefined; page: number; pageSize: number },
) {
  const last = tx
    .selectDistinctOn([recommendation.participantId], {
      participantId: recommendation.participantId,
      status: recommendation.status,
      createdAt: recommendation.createdAt,
      reviewedAt: recommendation.reviewedAt,
      answeredAt: recommendation.answeredAt,
    })
    .from(recommendation)
    .where(eq(recommendation.partnerId, filters.partnerId))
    .orderBy(recommendation.participantId, desc(recommendation.createdAt))
    .as('last');
  return countedPage(filters, (limit, offset) =>
    tx
      .select({
        id: participant.id,
        firstName: participant.firstName,
        lastName: participant.lastName,
        status: participant.status,
        consents: participant.diffusionConsent,
        recommendedAt: last.createdAt,
        recommendation: last.status,
        reviewedAt: last.reviewedAt,
        answeredAt: last.answeredAt,
        occupations: sql<
          string[]
        >`array(select o.rome_code from participant_occupation o where o.participant_id = ${participant.id} order by o.position, o.rome_code)`,
        cvToConfirm: sql<
          string | null
        >`(select c.id from cv c where c.participant_id = ${participant.id} and c.status = 'proposed' order by c.created_at desc limit 1)`,
        // A proposal that was not sent is still the team's own.
        sentTo: sql<number>`(select count(*)::int from positioning g where g.participant_id = ${participant.id} and g.status <> 'proposed')`,
        outcome: sql<
          string | null
        >`(select case when g.status = 'sent' and app.push_letter(g.push_id) in ('kept', 'failed') then 'to_pass' else g.status::text end from positioning g where g.participant_id = ${participant.id} and g.status <> 'proposed' order by (g.status = 'hired') desc, coalesce(g.answered_at, g.sent_at, g.created_at) desc limit 1)`,
        total: sql<number>`count(*) over ()::int`,
      })
      .from(participant)
      .leftJoin(last, eq(last.participantId, participant.id))
      .where(
        and(
          eq(participant.recommendedByOrganisationId, filters.partnerId),
          filters.text
            ? sql`app.plain(${participant.firstName} || ' ' || ${participant.lastName}) like app.plain(${`%${filters.text.replaceAll(/[%_\\]/g, '')}%`})`
            : undefined,
        ),
      )
      .orderBy(sql`coalesce(${last.createdAt}, ${participant.createdAt}) desc`, desc(participant.id))
      .limit(limit)
      .offset(offset),
  );
}
