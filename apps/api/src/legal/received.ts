import { findVersion, listReceived as readReceived } from '@jonction/db/legal/queries';
import { legalOpening } from '@jonction/db/legal/tables';
import { legalStateOn, legalStates } from '@jonction/domain/legal/scope';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { textShape } from './shapes.ts';

/** What a buyer was written about, as each text stands now. What it says is behind its button, as in a letter. */
export const listReceived = procedure('legal.listReceived')
  .output(
    z.array(
      textShape.omit({ summary: true, url: true, fileName: true }).extend({
        state: z.enum(legalStates),
        structureName: z.string(),
        openedOn: z.string().nullable(),
      }),
    ),
  )
  .query(async ({ ctx }) => {
    const { membership } = speaker(ctx);
    const rows = await readReceived(ctx.tx, membership.organisationId);
    return rows.map((row) => ({ ...row, state: legalStateOn(row, ctx.today) }));
  });

/** The text behind the button of a buyer with an account: that it was opened, by whom and when is kept the first time. */
export const openReceived = procedure('legal.openReceived')
  .input(z.object({ versionId: z.uuid() }))
  .output(textShape)
  .mutation(async ({ ctx, input: { versionId } }) => {
    const { userId, membership } = speaker(ctx);
    const text = found(await findVersion(ctx.tx, versionId), 'legal.not_found');
    const { textId, structureId } = text;
    await ctx.tx
      .insert(legalOpening)
      .values({ versionId, textId, structureId, buyerId: membership.organisationId, userId })
      .onConflictDoNothing();
    await recordAudit(ctx, { action: 'legal.openReceived', subjectKind: 'legal_text', subjectId: textId });
    return text;
  });
