import { pushObstacles } from '@jonction/domain/positioning/push';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { findCandidates, findTarget, obstaclesOf } from './candidates.ts';

/** What a push would send and what stands in the way, person by person, before anything leaves. */
export const preparePush = procedure('positioning.preparePush')
  .input(
    z.object({
      offerId: z.uuid().nullable().default(null),
      employerId: z.uuid().nullable().default(null),
      participantIds: z.array(z.uuid()).min(1).max(50),
    }),
  )
  .output(
    z.object({
      employer: z.object({ id: z.string(), name: z.string() }),
      offerTitle: z.string().nullable(),
      recipientName: z.string().nullable(),
      recipientEmail: z.string().nullable(),
      people: z.array(
        z.object({
          participantId: z.string(),
          firstName: z.string(),
          lastName: z.string(),
          phone: z.string().nullable(),
          cvTitle: z.string().nullable(),
          cvConfirmedOn: z.string().nullable(),
          preparedAt: z.string().nullable(),
          obstacles: z.array(z.enum(pushObstacles)),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const target = await findTarget(ctx.tx, input);
    const candidates = await findCandidates(ctx.tx, input.participantIds, target);
    return {
      employer: target.employer,
      offerTitle: target.offer?.title ?? null,
      recipientName: target.offer?.contactName ?? null,
      recipientEmail: target.offer?.contactEmail ?? null,
      people: candidates.map((candidate) => ({
        participantId: candidate.id,
        firstName: candidate.firstName,
        lastName: candidate.lastName,
        phone: candidate.phone,
        cvTitle: candidate.cvTitle,
        cvConfirmedOn: candidate.cvConfirmedOn,
        preparedAt: candidate.preparedAt,
        obstacles: obstaclesOf(candidate, target.employer.id),
      })),
    };
  });
