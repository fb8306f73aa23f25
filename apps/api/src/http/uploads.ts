import { storedFile } from '@jonction/db/file/tables';
import { newId } from '@jonction/db/new-id';
import { checkUpload, maxUploadBytes, type UploadPurpose } from '@jonction/documents/upload';
import { Hono } from 'hono';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { describeError, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';

/** What a browser may bring today; the other purposes of documents come in by command. */
const purposes = ['cv', 'participants', 'hours', 'evidence', 'document'] as const satisfies readonly UploadPurpose[];

/**
 * `POST /api/uploads/<purpose>`, multipart field `file`: keeps the file and answers `{fileId, name}`. Its kind is told by its
 * content, never by its name or by what the browser says; what it holds is read where it is used, in a worker.
 */
export function uploadsRoute(contextOf: (request: Request) => Promise<Context>) {
  return new Hono().post('/:purpose', async (c) => {
    const ctx = await contextOf(c.req.raw);
    try {
      const { userId, membership } = speaker(ctx);
      const purpose = purposes.find((known) => known === c.req.param('purpose'));
      const file = (await c.req.formData()).get('file');
      if (!purpose) throw new Refuse('shared.not_found');
      // A field left as it was comes as a file of nothing, without a name.
      if (!(file instanceof File) || (file.size === 0 && file.name === '')) {
        throw new Refuse('file.missing', {}, 'file');
      }
      if (file.size === 0) throw new Refuse('file.empty', { name: file.name }, 'file');
      if (file.size > maxUploadBytes) throw new Refuse('file.too_large', { name: file.name }, 'file');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { media } = settle(checkUpload(bytes, purpose), 'file');
      const sha256 = await ctx.files.keep(bytes);
      const fileId = newId();
      await ctx.database.as(ctx.settings, async (tx) => {
        await tx.insert(storedFile).values({
          id: fileId,
          structureId: membership.structureId,
          organisationId: membership.organisationId,
          sha256,
          sizeBytes: file.size,
          media,
          name: file.name.slice(0, 200),
          purpose,
          uploadedBy: userId,
        });
        await recordAudit({ ...ctx, tx }, { action: 'file.upload', subjectKind: 'file', subjectId: fileId });
      });
      return c.json({ fileId, name: file.name });
    } catch (error) {
      if (!(error instanceof Refuse)) throw error;
      const described = describeError(error, ctx.locale);
      return c.json({ ...described, requestId: ctx.requestId }, error.code === 'UNAUTHORIZED' ? 401 : 422);
    }
  });
}
