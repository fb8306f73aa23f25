import { lockCv, replaceCurrent, replaceSkillsAndLanguages } from '@jonction/db/cv/queries';
import { cv } from '@jonction/db/cv/tables';
import { lockParticipant } from '@jonction/db/participant/find';
import { participant } from '@jonction/db/participant/tables';
import { replaceOccupations } from '@jonction/db/participant/write';
import { confirmCvSchema, frenchLevelIn } from '@jonction/domain/cv/content';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { occupationTable } from '../reference/occupations.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/**
 * A person says what is true of the CV: only that enters her record and is ever shown. It becomes the current CV, the one before it is
 * replaced; confirming again corrects it.
 */
export const confirm = procedure('cv.confirm')
  .input(confirmCvSchema)
  .output(z.object({ cvId: z.string(), participantId: z.string(), version: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { cvId, version, title, content } = input;
    const before = found(await lockCv(ctx.tx, cvId), 'cv.not_found');
    if (before.status === 'replaced') throw new Refuse('cv.replaced');
    if (before.version !== version) throw new Refuse('shared.changed_meanwhile');
    const { participantId, structureId } = before;
    const person = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    const table = await occupationTable(ctx.tx);
    const unknown = content.occupations.findIndex(({ code }) => !table.has(code));
    if (unknown !== -1) throw new Refuse('participant.occupation_unknown', {}, `content.occupations.${unknown}.code`);
    await replaceCurrent(ctx.tx, participantId, cvId);
    await ctx.tx
      .update(cv)
      .set({
        title,
        romeCode: content.occupations[0]?.code ?? null,
        content,
        status: 'confirmed',
        current: true,
        confirmedOn: ctx.today,
        confirmedBy: speaker(ctx).userId,
        version: version + 1,
      })
      .where(eq(cv.id, cvId));
    const of = { participantId, structureId };
    await replaceOccupations(ctx.tx, of, content.occupations);
    await replaceSkillsAndLanguages(ctx.tx, of, content);
    await ctx.tx
      .update(participant)
      .set({
        licences: [...new Set(content.licences)],
        // A level on the CV fills in what nobody knew; what a facilitator heard on the phone is better.
        frenchLevel: person.frenchLevel ?? frenchLevelIn(content.languages),
        version: sql`${participant.version} + 1`,
        updatedAt: sql`now()`,
      })
      .where(eq(participant.id, participantId));
    await recordAudit(ctx, { action: 'cv.confirm', subjectKind: 'participant', subjectId: participantId });
    await emit(
      ctx.tx,
      { type: 'cv.confirmed', structureId, subjectId: participantId },
      { type: 'participant.changed', structureId, subjectId: participantId },
    );
    return { cvId, participantId, version: version + 1 };
  });
