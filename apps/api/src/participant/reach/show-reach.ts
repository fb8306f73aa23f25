import { listPeopleToTell, listTold } from '@jonction/db/participant/errands';
import { findParticipant } from '@jonction/db/participant/find';
import { findPostal, findThird } from '@jonction/db/participant/reach';
import { consentWays } from '@jonction/domain/participant/consent';
import { errandKinds } from '@jonction/domain/participant/errand';
import { chooseReach, reachReasons } from '@jonction/domain/participant/reach';
import { preferredChannels } from '@jonction/domain/participant/status';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { found } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { reachOf } from './tell.ts';
import { thirdShape } from './third-shape.ts';

export const reachShape = z.object({ channel: z.enum(preferredChannels), because: z.enum(reachReasons).nullable() });

/** One thing that waits to be said. */
export const errandShape = z.object({
  id: z.string(),
  kind: z.enum(errandKinds),
  subject: z.string(),
  body: z.string(),
  since: z.string(),
  tries: z.number(),
  lastTryOn: z.string().nullable(),
});

/** How somebody is reached and through whom. Who reads whom she goes through is kept: it is another person's number. */
export const showReach = procedure('participant.showReach')
  .input(z.object({ participantId: z.uuid() }))
  .output(
    z.object({
      version: z.number(),
      preferredChannel: z.enum(preferredChannels).nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      safeContactOnly: z.boolean(),
      postal: z.string().nullable(),
      third: z
        .object({
          ...thirdShape,
          agreedWay: z.enum(consentWays),
          recordedByName: z.string().nullable(),
        })
        .nullable(),
      next: reachShape,
      waiting: z.array(errandShape),
      told: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(errandKinds),
          subject: z.string(),
          channel: z.enum(preferredChannels),
          on: z.string(),
          byName: z.string().nullable(),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input: { participantId } }) => {
    const { tx, today, mailLeaves } = ctx;
    const row = found(await findParticipant(tx, participantId), 'participant.not_found');
    const [postal, third] = [await findPostal(tx, participantId), await findThird(tx, participantId)];
    const [person] = await listPeopleToTell(tx, today, participantId);
    await recordAudit(ctx, {
      action: third ? 'participant.readThird' : 'participant.showReach',
      subjectKind: 'participant',
      subjectId: participantId,
    });
    const { version, preferredChannel, email, phone, safeContactOnly } = row;
    const facts = { ...row, hasPostal: postal !== null, hasThird: third !== null, mailFailed: false };
    return {
      ...{ version, preferredChannel, email, phone, safeContactOnly, postal, third },
      next: person ? reachOf(person, { today, mailLeaves }) : chooseReach(facts, { mailLeaves }),
      waiting: person?.errands ?? [],
      told: await listTold(tx, participantId),
    };
  });
