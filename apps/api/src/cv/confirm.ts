import { lockLiveCvs, markCurrent, replaceCvs } from '@jonction/db/cv/live';
import { lockCv, replaceSkillsAndLanguages } from '@jonction/db/cv/queries';
import { cv } from '@jonction/db/cv/tables';
import { lockParticipant } from '@jonction/db/participant/find';
import { listProjectsOf } from '@jonction/db/participant/projects';
import { participant } from '@jonction/db/participant/tables';
import { replaceOccupations } from '@jonction/db/participant/write';
import { confirmCvSchema, frenchLevelIn, readContent } from '@jonction/domain/cv/content';
import { afterConfirming, heldAfter } from '@jonction/domain/cv/live';
import { withProjects } from '@jonction/domain/participant/project';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { occupationTable } from '../reference/occupations.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/**
 * A person says what is true of the CV: only that enters her record and is ever shown. The CV she had for the same occupation gives
 * way, those for other occupations stay; confirming again corrects it.
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
    const live = await lockLiveCvs(ctx.tx, participantId);
    const main = content.occupations[0]?.code ?? null;
    const after = afterConfirming({ id: cvId, main, first: before.status === 'proposed' }, live);
    await replaceCvs(ctx.tx, after.replaced);
    await ctx.tx
      .update(cv)
      .set({
        title,
        romeCode: main,
        content,
        status: 'confirmed',
        confirmedOn: ctx.today,
        confirmedBy: speaker(ctx).userId,
        version: version + 1,
      })
      .where(eq(cv.id, cvId));
    await markCurrent(ctx.tx, participantId, after.current);
    const of = { participantId, structureId };
    const others = live.filter(({ id }) => id !== cvId && !after.replaced.includes(id));
    const held = heldAfter(
      content,
      others.map((other) => readContent(other.content)),
    );
    // What she looks for stays, whatever a CV says.
    await replaceOccupations(ctx.tx, of, withProjects(held.occupations, await listProjectsOf(ctx.tx, participantId)));
    await replaceSkillsAndLanguages(ctx.tx, of, held);
    await ctx.tx
      .update(participant)
      .set({
        licences: [...new Set(held.licences)],
        // A level on the CV fills in what nobody knew; what a facilitator heard on the phone is better.
        frenchLevel: person.frenchLevel ?? frenchLevelIn(held.languages),
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
