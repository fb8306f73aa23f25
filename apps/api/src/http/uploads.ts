import type { ActorSettings } from '@jonction/db/client';
import { holdBytes } from '@jonction/db/file/erase';
import { storedFile } from '@jonction/db/file/tables';
import { newId } from '@jonction/db/new-id';
import { checkPaperInWorker } from '@jonction/documents/paper/check-in-worker';
import { paperKinds } from '@jonction/documents/paper/kind';
import { checkUpload, maxUploadBytes, type UploadPurpose } from '@jonction/documents/upload';
import { Hono } from 'hono';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { sha256Of } from '../file/store.ts';
import { paperDoor } from '../paper/by-link.ts';
import { describeError, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';

/** The token of a letter's link, for whoever brings a paper without an account. */
const paperLinkHeader = 'x-jonction-paper';

/** What a browser may bring today; the other purposes of documents come in by command. */
const purposes = [
  'cv',
  'participants',
  'hours',
  'contracts',
  'invoices',
  'programme',
  'evidence',
  'document',
  'paper',
] as const satisfies readonly UploadPurpose[];

/**
 * `POST /api/uploads/<purpose>`, multipart field `file`: keeps the file and answers `{fileId, name}`. Its kind is told by its
 * content, never by its name or by what the browser says; what it holds is read where it is used, in a worker;
 * a paper of a declaration is read here, before it is kept.
 */
export function uploadsRoute(contextOf: (request: Request) => Promise<Context>) {
  return new Hono().post('/:purpose', async (c) => {
    const ctx = await contextOf(c.req.raw);
    try {
      const owner = await ownerOf(ctx, c.req.header(paperLinkHeader), c.req.param('purpose'));
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
      const { media, kind } = settle(checkUpload(bytes, purpose), 'file');
      const unread = await readBeforeKeeping(bytes, { purpose, kind, name: file.name });
      const sha256 = sha256Of(bytes);
      const fileId = newId();
      await ctx.database.as(owner.speaks, async (tx) => {
        // The same bytes may be on their way out for somebody else: held, so that they are either kept by our row or written again.
        await holdBytes(tx, sha256);
        await tx.insert(storedFile).values({
          id: fileId,
          structureId: owner.structureId,
          organisationId: owner.organisationId,
          sha256,
          sizeBytes: file.size,
          media,
          name: file.name.slice(0, 200),
          purpose,
          uploadedBy: owner.userId,
          unread,
        });
        await ctx.files.keep(bytes);
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

interface Owner {
  userId: string | null;
  structureId: string;
  organisationId: string;
  speaks: ActorSettings;
}

/** Who brings the file: somebody signed in, or whoever holds the link of a letter that asks her company for papers. */
async function ownerOf(ctx: Context, token: string | undefined, purpose: string): Promise<Owner> {
  if (token !== undefined && purpose === 'paper') {
    const { structureId, employerId } = await ctx.database.as(ctx.settings, (tx) => paperDoor(tx, token));
    const at = { structureId, organisationId: employerId };
    return { ...at, userId: null, speaks: { kind: 'user', role: 'employer', ...at } };
  }
  const { userId, membership } = speaker(ctx);
  return { ...membership, userId, speaks: ctx.settings };
}

/** A paper of a declaration is read before anything of it is kept: what must not come in leaves no trace. */
async function readBeforeKeeping(
  bytes: Uint8Array,
  { purpose, kind, name }: { purpose: UploadPurpose; kind: string; name: string },
): Promise<boolean | null> {
  const paper = paperKinds.find((known) => known === kind);
  if (purpose !== 'paper' || !paper) return null;
  return settle(await checkPaperInWorker(bytes, paper, name), 'file').unread;
}
