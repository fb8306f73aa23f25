import { listPeopleToTell } from '@jonction/db/participant/errands';
import { findParticipant } from '@jonction/db/participant/find';
import { findPostal } from '@jonction/db/participant/reach';
import { postalLines } from '@jonction/domain/participant/reach';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { found, Refuse } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { reachOf } from './tell.ts';

/** The letter to print and post: her envelope and all that waits to be told, in its own words. Reading it posts nothing. */
export const showLetter = procedure('participant.showLetter')
  .input(z.object({ participantId: z.uuid() }))
  .output(
    z.object({
      name: z.string(),
      firstName: z.string(),
      lines: z.array(z.string()),
      subject: z.string(),
      paragraphs: z.array(z.string()),
      senderName: z.string().nullable(),
      structureName: z.string(),
      structurePhone: z.string().nullable(),
      day: z.string(),
    }),
  )
  .query(async ({ ctx, input: { participantId } }) => {
    found(await findParticipant(ctx.tx, participantId), 'participant.not_found');
    const [person] = await listPeopleToTell(ctx.tx, ctx.today, participantId);
    const postal = await findPostal(ctx.tx, participantId);
    // A letter lies on a table: who is told by voice alone gets none, whatever is on file.
    if (!person || postal === null || reachOf(person, ctx).channel !== 'letter') {
      throw new Refuse('participant.errand_not_letter');
    }
    await recordAudit(ctx, { action: 'participant.showLetter', subjectKind: 'participant', subjectId: participantId });
    const { firstName, lastName, structureName, structurePhone, ownerName, errands } = person;
    return {
      ...{ firstName, structureName, structurePhone },
      name: `${firstName} ${lastName}`,
      lines: postalLines(postal),
      subject: errands[0]?.subject ?? '',
      paragraphs: saidOnce(errands.flatMap(({ body }) => body.split('\n\n'))),
      senderName: ownerName,
      day: ctx.today,
    };
  });

/** A sentence that several errands end with stands once, after the last of them. */
function saidOnce(paragraphs: readonly string[]): string[] {
  return paragraphs.filter((paragraph, index) => paragraphs.lastIndexOf(paragraph) === index);
}
