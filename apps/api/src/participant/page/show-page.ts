import { findParticipant } from '@jonction/db/participant/find';
import { listProposalsOf, listWaitingWords } from '@jonction/db/participant/link';
import { findOwnTeam, listOwnOpenings } from '@jonction/db/participant/link-page';
import { findPostal, findThird } from '@jonction/db/participant/reach';
import { listConsentsOf } from '@jonction/db/participant/show';
import { listOutcomesOf } from '@jonction/db/positioning/outcomes';
import { consentTextVersion } from '@jonction/domain/participant/consent';
import type { PositioningStatus } from '@jonction/domain/positioning/lifecycle';
import { reasonFor } from '@jonction/domain/positioning/reason-words';
import { parisDayOf } from '@jonction/domain/shared/day';
import { recordAudit } from '../../audit/record.ts';
import { found } from '../../refuse.ts';
import { participantOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { projectsOf } from '../project/shape.ts';
import { ownCard } from './own-card.ts';
import { pageShape, type whereabouts } from './page-shape.ts';

const where: Readonly<Record<PositioningStatus, (typeof whereabouts)[number] | null>> = {
  // Not sent yet: the team's own thought.
  proposed: null,
  sent: 'sent',
  seen: 'opened',
  interview: 'meeting',
  meeting_set: 'meeting',
  hired: 'hired',
  refused: 'over',
  closed: 'over',
  withdrawn: 'withdrawn',
};

/** The whole of a person's own page: her rows, and the names of the companies and the one colleague she may know. */
export const showPage = procedure('participant.showPage')
  .output(pageShape)
  .query(async ({ ctx }) => {
    const { tx } = ctx;
    const { participantId } = participantOf(ctx);
    const own = found(await ownCard(tx, participantId), 'participant.page_not_found');
    const row = found(await findParticipant(tx, participantId), 'participant.page_not_found');
    const team = found(await findOwnTeam(tx, participantId), 'participant.page_not_found');
    const outcomes = await listOutcomesOf(tx, [participantId]);
    const [consent] = await listConsentsOf(tx, participantId);
    await recordAudit(ctx, { action: 'participant.showPage', subjectKind: 'participant', subjectId: participantId });
    return {
      firstName: row.firstName,
      structureName: team.structureName,
      structurePhone: team.structurePhone,
      referent: team.referentName?.split(/\s+/)[0] ?? null,
      card: own.card,
      hasCv: own.hasCv,
      postalCode: row.postalCode,
      radiusKm: row.radiusMetres === null ? null : Math.round(row.radiusMetres / 1000),
      projects: (await projectsOf(tx, participantId))
        .filter(({ state }) => state === 'active')
        .map(({ label, wish }) => ({ label, wish })),
      waiting: (await listWaitingWords(tx, participantId)).filter(({ applied }) => !applied),
      proposals: (await listProposalsOf(tx, participantId)).map(proposalOf),
      openings: await listOwnOpenings(tx, participantId),
      sendings: outcomes.flatMap((outcome) => {
        const there = where[outcome.status];
        if (there === null) return [];
        const reason = outcome.refusalReason ?? outcome.closeReason;
        return [
          {
            organisation: outcome.employerName,
            where: there,
            on: parisDayOf(outcome.answeredAt ?? outcome.sentAt ?? outcome.createdAt),
            // A day that the team has not confirmed may still move.
            meetingAt: outcome.status === 'meeting_set' ? outcome.interviewAt : null,
            told: there === 'over' && reason !== null ? reasonFor('participant', reason, ctx.locale) : null,
          },
        ];
      }),
      reach: {
        channel: row.preferredChannel,
        postal: await findPostal(tx, participantId),
        third: await findThird(tx, participantId),
      },
      consent: {
        given: row.diffusionConsent,
        on: consent?.on ?? null,
        version: row.diffusionConsent ? (consent?.textVersion ?? consentTextVersion) : consentTextVersion,
      },
    };
  });

type Proposal = Awaited<ReturnType<typeof listProposalsOf>>[number];

export function proposalOf({ offerStatus, ...proposal }: Proposal) {
  return { ...proposal, open: offerStatus === 'open' };
}
