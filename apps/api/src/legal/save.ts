import { findFile } from '@jonction/db/file/queries';
import { listVersions } from '@jonction/db/legal/queries';
import { legalText, legalTextVersion } from '@jonction/db/legal/tables';
import { newId } from '@jonction/db/new-id';
import { keptScope, saveTextSchema } from '@jonction/domain/legal/text';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Keeps a text, or a version more of one: what was sent before stays as it was read. */
export const save = procedure('legal.save')
  .input(saveTextSchema)
  .output(z.object({ textId: z.string(), version: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    const { title, source, summary, url, validFrom, validTo } = input;
    const before =
      input.textId === null ? null : found((await listVersions(ctx.tx, input.textId))[0], 'legal.not_found');
    if (before && before.version !== input.version) throw new Refuse('legal.changed_meanwhile');
    const textId = before?.textId ?? newId();
    const version = (before?.version ?? 0) + 1;
    const file = await fileOf(ctx, {
      fileId: input.fileId,
      userId,
      kept: input.keepFile ? (before?.id ?? null) : null,
    });
    if (!before) await ctx.tx.insert(legalText).values({ id: textId, structureId, createdBy: userId });
    await ctx.tx.insert(legalTextVersion).values({
      ...{ textId, structureId, version, title, source, summary, url, validFrom, validTo, savedBy: userId },
      ...{ ...keptScope(input), ...file },
    });
    await recordAudit(ctx, { action: 'legal.save', subjectKind: 'legal_text', subjectId: textId, facts: { version } });
    return { textId, version };
  });

const none = { fileId: null, fileSha256: null, fileName: null };

/** The file brought by whoever keeps the text, or that of the version before. */
async function fileOf(
  ctx: Context & { tx: Parameters<typeof findFile>[0] },
  { fileId, userId, kept }: { fileId: string | null; userId: string; kept: string | null },
) {
  if (fileId !== null) {
    const file = found(await findFile(ctx.tx, fileId, 'paper'), 'file.not_found');
    // An id seen elsewhere opens nothing.
    if (file.uploadedBy !== userId) throw new Refuse('file.not_found', {}, 'fileId');
    return { fileId, fileSha256: file.sha256, fileName: file.name };
  }
  if (kept === null) return none;
  const { fileId: id, fileSha256, fileName } = legalTextVersion;
  const [row] = await ctx.tx
    .select({ fileId: id, fileSha256, fileName })
    .from(legalTextVersion)
    .where(and(eq(legalTextVersion.id, kept)));
  return row ?? none;
}
