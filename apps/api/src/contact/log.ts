import { contact } from '@jonction/db/contact/tables';
import { newId } from '@jonction/db/new-id';
import { findParticipant } from '@jonction/db/participant/find';
import { lastContactAfter, logContactSchema, mayLog } from '@jonction/domain/contact/contact';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** One attempt or one conversation, in one click while phoning. Only a conversation moves the day of the last contact. */
export const log = procedure('contact.log')
  .input(logContactSchema)
  .output(z.object({ contactId: z.string(), lastContactOn: z.string().nullable() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, channel, outcome, purpose, note, positioningId } = input;
    const row = found(await findParticipant(ctx.tx, participantId), 'participant.not_found');
    const { structureId } = row;
    const now = new Date();
    const at = settle(mayLog(input.at ? new Date(input.at) : now, now), 'at');
    const contactId = newId();
    await ctx.tx.insert(contact).values({
      id: contactId,
      structureId,
      participantId,
      at,
      channel,
      outcome,
      purpose,
      note: note || null,
      positioningId: positioningId ?? null,
      madeBy: speaker(ctx).userId,
    });
    await recordAudit(ctx, {
      action: 'contact.log',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { outcome, purpose },
    });
    await emit(ctx.tx, { type: 'contact.logged', structureId, subjectId: participantId });
    return { contactId, lastContactOn: lastContactAfter(row.lastContactOn, { outcome, at }) };
  });
