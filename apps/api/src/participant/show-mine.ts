import { findParticipant, listLanguagesOf, listOccupationsOf, listSkillsOf } from '@jonction/db/participant/find';
import { listConsentsOf, listCvsOf, listRecommendationsOf } from '@jonction/db/participant/show';
import { listOutcomesOf } from '@jonction/db/positioning/outcomes';
import { recommendationStatuses } from '@jonction/domain/participant/recommend';
import { reasonFor } from '@jonction/domain/positioning/reason-words';
import { isToPass } from '@jonction/domain/positioning/to-pass';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { profileOf } from './profile-of.ts';
import { projectShape, projectsOf } from './project/shape.ts';
import { consentShape, cvShape, instant, outcomeShape, profileShape } from './shape.ts';

/** One of a partner's own people: her record, her CVs, the team's answer, and what companies said. Never the team's notes. */
export const showMine = procedure('participant.showMine')
  .input(z.object({ participantId: z.uuid() }))
  .output(
    z.object({
      participant: profileShape,
      projects: z.array(projectShape),
      cvs: z.array(cvShape),
      consents: z.array(consentShape),
      recommendations: z.array(
        z.object({
          id: z.string(),
          status: z.enum(recommendationStatuses),
          message: z.string().nullable(),
          answer: z.string().nullable(),
          reviewedAt: instant.nullable(),
          answeredAt: instant.nullable(),
          createdAt: instant,
        }),
      ),
      outcomes: z.array(
        outcomeShape.omit({ offerTitle: true, refusalReason: true, closeReason: true }).extend({
          /** Why it ended, as a partner reads it. */
          told: z.string().nullable(),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { tx } = ctx;
    const id = input.participantId;
    const row = found(await findParticipant(tx, id), 'participant.not_found');
    const outcomes = await listOutcomesOf(tx, [id]);
    await recordAudit(ctx, { action: 'participant.showMine', subjectKind: 'participant', subjectId: id });
    return {
      participant: await profileOf(tx, row, {
        occupations: await listOccupationsOf(tx, id),
        skills: await listSkillsOf(tx, id),
        languages: await listLanguagesOf(tx, id),
      }),
      projects: await projectsOf(tx, id),
      cvs: await listCvsOf(tx, id),
      consents: await listConsentsOf(tx, id),
      recommendations: await listRecommendationsOf(tx, id),
      // A proposal that was not sent is still the team's own.
      outcomes: outcomes
        .filter(({ status }) => status !== 'proposed')
        .map((row) => {
          const reason = row.refusalReason ?? row.closeReason;
          return {
            ...row,
            toPass: isToPass(row, ctx.mailLeaves),
            told: reason === null ? null : reasonFor('partner', reason, ctx.locale),
          };
        }),
    };
  });
