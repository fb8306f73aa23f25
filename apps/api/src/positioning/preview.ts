import { listSent } from '@jonction/db/positioning/queries';
import { anonymousCardSchema, redactCard } from '@jonction/domain/cv/redact';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { receivedOf } from './read-received.ts';
import { receivedShape } from './shapes.ts';

/**
 * What was sent to a company, before it opens anything: what each person can do, and nobody's name. Writes nothing down, since
 * nothing of anybody is disclosed. `anonymous` null: withdrawn. `opened`: it was opened before, and its full CV may be read again.
 */
export const preview = procedure('positioning.preview')
  .input(z.object({ positioningId: z.uuid().optional() }).optional())
  .output(
    z.array(
      receivedShape
        .omit({ card: true, eligibleUntil: true, eligibleForGood: true })
        .extend({ anonymous: anonymousCardSchema.nullable(), opened: z.boolean() }),
    ),
  )
  .query(async ({ ctx, input }) => {
    const whose =
      ctx.actor.kind === 'link' ? { pushId: ctx.actor.pushId } : { employerId: speaker(ctx).membership.organisationId };
    const rows = await listSent(ctx.tx, {
      ...whose,
      ...(input?.positioningId ? { positioningId: input.positioningId } : {}),
    });
    return rows.map((row) => {
      const { card, eligibleUntil, eligibleForGood, ...received } = receivedOf(row);
      return { ...received, anonymous: card && redactCard(card), opened: row.seenAt !== null };
    });
  });
