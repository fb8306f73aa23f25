import { listPeopleToTell } from '@jonction/db/participant/errands';
import { preferredChannels } from '@jonction/domain/participant/status';
import { offsetOf, pageSchema } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { procedure } from '../../trpc.ts';
import { errandShape, reachShape } from './show-reach.ts';
import { reachOf } from './tell.ts';

/**
 * Calls to make, texts to send, letters to post: somebody a line, with all there is to tell her. Whom she goes through is not
 * named here: her own page says it, and keeps who read it.
 */
export const listErrands = procedure('participant.listErrands')
  .input(pageSchema.extend({ channel: z.enum(preferredChannels).nullable().default(null) }))
  .output(
    z.object({
      rows: z.array(
        z.object({
          participantId: z.string(),
          name: z.string(),
          phone: z.string().nullable(),
          since: z.string(),
          ownerName: z.string().nullable(),
          safeContactOnly: z.boolean(),
          reach: reachShape,
          errands: z.array(errandShape),
        }),
      ),
      total: z.number(),
      counts: z.array(z.object({ channel: z.enum(preferredChannels), count: z.number() })),
    }),
  )
  .query(async ({ ctx, input }) => {
    const people = (await listPeopleToTell(ctx.tx, ctx.today)).map((person) => ({
      ...person,
      name: `${person.firstName} ${person.lastName}`,
      reach: reachOf(person, ctx),
    }));
    const shown = people.filter(({ reach }) => input.channel === null || reach.channel === input.channel);
    const offset = offsetOf(input);
    return {
      rows: shown.slice(offset, offset + input.pageSize),
      total: shown.length,
      counts: preferredChannels.map((channel) => ({
        channel,
        count: people.filter(({ reach }) => reach.channel === channel).length,
      })),
    };
  });
