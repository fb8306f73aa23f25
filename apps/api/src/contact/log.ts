import { findParticipant } from '@jonction/db/participant/find';
import { lastContactAfter, logContactSchema, mayLog } from '@jonction/domain/contact/contact';
import { z } from 'zod';
import { found, settle } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { writeContact } from './write.ts';

/** One attempt or one conversation, in one click while phoning. Only a conversation moves the day of the last contact. */
export const log = procedure('contact.log')
  .input(logContactSchema)
  .output(z.object({ contactId: z.string(), lastContactOn: z.string().nullable() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, channel, outcome, purpose, note, positioningId } = input;
    const row = found(await findParticipant(ctx.tx, participantId), 'participant.not_found');
    const now = new Date();
    const at = settle(mayLog(input.at ? new Date(input.at) : now, now), 'at');
    const contactId = await writeContact(ctx, {
      participantId,
      structureId: row.structureId,
      at,
      channel,
      outcome,
      purpose,
      note: note || null,
      positioningId: positioningId ?? null,
    });
    return { contactId, lastContactOn: lastContactAfter(row.lastContactOn, { outcome, at }) };
  });
