import { findParticipant } from '@jonction/db/participant/find';
import { listContactsOf } from '@jonction/db/participant/show';
import { contactChannels, contactOutcomes, contactPurposes } from '@jonction/domain/contact/outcome';
import { z } from 'zod';
import { instant } from '../participant/shape.ts';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';

export const contactShape = z.object({
  id: z.string(),
  at: instant,
  channel: z.enum(contactChannels),
  outcome: z.enum(contactOutcomes),
  purpose: z.enum(contactPurposes),
  note: z.string().nullable(),
  madeByName: z.string().nullable(),
});

/** What was tried and said with a person, the last first. */
export const list = procedure('contact.list')
  .input(z.object({ participantId: z.uuid() }))
  .output(z.array(contactShape))
  .query(async ({ ctx, input }) => {
    found(await findParticipant(ctx.tx, input.participantId), 'participant.not_found');
    return listContactsOf(ctx.tx, input.participantId, 500);
  });
