import { findParticipant } from '@jonction/db/participant/find';
import { revokeLivingLink } from '@jonction/db/participant/link';
import { findOwnTeam } from '@jonction/db/participant/link-page';
import { participantLink } from '@jonction/db/participant/link-tables';
import { chooseWay, handReasons, linkLifeDays, linkWays, mayMakeLink } from '@jonction/domain/participant/link';
import { pageLetter } from '@jonction/messages/page-letter';
import { z } from 'zod';
import { newToken } from '../../access/token.ts';
import { recordAudit } from '../../audit/record.ts';
import { writeMessage } from '../../message/write.ts';
import { found, settle } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { instant } from '../shape.ts';

const dayMs = 24 * 3600 * 1000;

/**
 * A link to her page, for a person: sent by the channel she prefers where it can be, else answered once, to be handed over.
 * The link before it dies. The base keeps its hash alone.
 */
export const makeLink = procedure('participant.makeLink')
  .input(z.object({ participantId: z.uuid(), byHand: z.boolean().default(false) }))
  .output(
    z.object({
      way: z.enum(linkWays),
      because: z.enum(handReasons).nullable(),
      /** To be handed over; null when it left by mail. */
      url: z.string().nullable(),
      expiresAt: instant,
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { participantId, byHand } = input;
    const { userId, name } = speaker(ctx);
    const person = found(await findParticipant(ctx.tx, participantId), 'participant.not_found');
    settle(mayMakeLink(person));
    const next = chooseWay(person, { mailLeaves: ctx.mailLeaves, byHand });
    await revokeLivingLink(ctx.tx, participantId);
    const { token, hash } = newToken();
    const { structureId } = person;
    const expiresAt = new Date(Date.now() + linkLifeDays * dayMs);
    await ctx.tx
      .insert(participantLink)
      .values({ structureId, participantId, tokenHash: hash, way: next.way, madeBy: userId, expiresAt });
    const url = `${ctx.publicUrl}/moi/${token}`;
    if (next.way === 'mail' && person.email !== null) {
      const team = found(await findOwnTeam(ctx.tx, participantId), 'participant.not_found');
      const letter = pageLetter({ ...team, firstName: person.firstName, senderName: name, url });
      await writeMessage(ctx.tx, letter, {
        structureId,
        to: person.email,
        about: { kind: 'participant', id: participantId },
      });
    }
    await recordAudit(ctx, {
      action: 'participant.makeLink',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { way: next.way },
    });
    const because = 'because' in next ? next.because : null;
    return { way: next.way, because, url: next.way === 'mail' ? null : url, expiresAt };
  });
