import { findParticipant } from '@jonction/db/participant/find';
import { findLivingLink, listProposalsOf, listWaitingWords } from '@jonction/db/participant/link';
import { chooseWay, handReasons, linkWays, mayMakeLink } from '@jonction/domain/participant/link';
import { z } from 'zod';
import { found } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { instant } from '../shape.ts';
import { proposalShape, wordShape } from './page-shape.ts';
import { proposalOf } from './show-page.ts';

/** What whoever gives the link must know: the one that lives, how the next would go, and, for the team, what the person said. */
export const showLink = procedure('participant.showLink')
  .input(z.object({ participantId: z.uuid() }))
  .output(
    z.object({
      living: z
        .object({
          way: z.enum(linkWays),
          createdAt: instant,
          expiresAt: instant,
          over: z.boolean(),
          openedAt: instant.nullable(),
          lockedAt: instant.nullable(),
          failures: z.number(),
          madeByName: z.string().nullable(),
        })
        .nullable(),
      next: z.object({ way: z.enum(linkWays), because: z.enum(handReasons).nullable() }),
      email: z.string().nullable(),
      mayMake: z.boolean(),
      words: z.array(wordShape),
      proposals: z.array(proposalShape.extend({ offerId: z.string() })),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { participantId } = input;
    const person = found(await findParticipant(ctx.tx, participantId), 'participant.not_found');
    const living = await findLivingLink(ctx.tx, participantId);
    const next = chooseWay(person, { mailLeaves: ctx.mailLeaves, byHand: false });
    return {
      living: living && { ...living, over: living.expiresAt <= new Date() },
      next: { way: next.way, because: 'because' in next ? next.because : null },
      email: person.email,
      mayMake: mayMakeLink(person).ok,
      words: await listWaitingWords(ctx.tx, participantId),
      proposals: (await listProposalsOf(ctx.tx, participantId)).map(proposalOf),
    };
  });
