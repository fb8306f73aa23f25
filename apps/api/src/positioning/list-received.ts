import { listSent } from '@jonction/db/positioning/queries';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { receivedOf } from './read-received.ts';
import { receivedShape } from './shapes.ts';

/** The CVs an employer with an account received, and for what. The name is said of those it opened; `there`: not withdrawn. */
export const listReceived = procedure('positioning.listReceived')
  .output(
    z.array(
      receivedShape
        .omit({ card: true, eligibleUntil: true, eligibleForGood: true })
        .extend({ name: z.string().nullable(), there: z.boolean() }),
    ),
  )
  .query(async ({ ctx }) => {
    const rows = await listSent(ctx.tx, { employerId: speaker(ctx).membership.organisationId });
    return rows.map((row) => {
      const { card, ...received } = receivedOf(row);
      const name = card && row.seenAt !== null ? `${card.firstName} ${card.lastName}` : null;
      return { ...received, name, there: card !== null };
    });
  });
