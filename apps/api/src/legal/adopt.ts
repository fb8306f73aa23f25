import { sqlStateOf } from '@jonction/db/client';
import { legalText, legalTextVersion } from '@jonction/db/legal/tables';
import { newId } from '@jonction/db/new-id';
import { texts2020 } from '@jonction/domain/legal/texts-2020';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Takes a text that comes with the product into the library of the team, which may then write a version of its own. */
export const adopt = procedure('legal.adopt')
  .input(z.object({ code: z.string().max(60) }))
  .output(z.object({ textId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    const known = texts2020.find(({ code }) => code === input.code);
    const { code, ...text } = found(known, 'legal.code_not_found');
    const textId = newId();
    try {
      await ctx.tx.insert(legalText).values({ id: textId, structureId, code, createdBy: userId });
    } catch (error) {
      if (sqlStateOf(error) === '23505') throw new Refuse('legal.adopted_already');
      throw error;
    }
    await ctx.tx
      .insert(legalTextVersion)
      .values({ ...text, textId, structureId, version: 1, scope: 'national', savedBy: userId });
    await recordAudit(ctx, {
      ...{ action: 'legal.save', subjectKind: 'legal_text', subjectId: textId },
      facts: { version: 1, code },
    });
    return { textId };
  });
