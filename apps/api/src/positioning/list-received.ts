import { listSent } from '@jonction/db/positioning/queries';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { receivedOf } from './read-received.ts';
import { receivedShape } from './shapes.ts';

/** The CVs an employer with an account received: who and for what, without the card until it is opened. */
export const listReceived = procedure('positioning.listReceived')
  .output(
    z.array(
      receivedShape
        .omit({ card: true, eligibleUntil: true, eligibleForGood: true })
        .extend({ name: z.string().nullable() }),
    ),
  )
  .query(async ({ ctx }) => {
    const rows = await listSent(ctx.tx, { employerId: speaker(ctx).membership.organisationId });
    return rows.map((row) => {
      const { card, ...received } = receivedOf(row);
      return { ...received, name: card ? `${card.firstName} ${card.lastName}` : null };
    });
  });
