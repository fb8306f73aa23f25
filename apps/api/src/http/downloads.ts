import { storedFile } from '@jonction/db/file/tables';
import { readingPurposes } from '@jonction/domain/eligibility/reading-purpose';
import { and, eq, isNull } from 'drizzle-orm';
import { Hono } from 'hono';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';

/**
 * `GET /api/downloads/<fileId>`: the row-level policy says who may; the reading is logged, with why (`?purpose=`) for a paper that
 * makes somebody eligible. Always sent as an attachment of an opaque type in a sandbox, so that nothing in it ever runs in our origin.
 */
export function downloadsRoute(contextOf: (request: Request) => Promise<Context>) {
  return new Hono().get('/:fileId', async (c) => {
    const ctx = await contextOf(c.req.raw);
    const fileId = c.req.param('fileId');
    if (ctx.actor.kind !== 'user' || !/^[0-9a-f-]{36}$/.test(fileId)) return c.notFound();
    const file = await ctx.database.as(ctx.settings, async (tx) => {
      const [row] = await tx
        .select()
        .from(storedFile)
        .where(and(eq(storedFile.id, fileId), isNull(storedFile.erasedAt)));
      const purpose = readingPurposes.find((known) => known === c.req.query('purpose'));
      // The paper says what the vault seals: it opens as the vault does, for a purpose.
      if (!row || (row.purpose === 'evidence' && purpose === undefined)) return null;
      await recordAudit(
        { ...ctx, tx },
        { action: 'file.download', subjectKind: 'file', subjectId: row.id, ...(purpose ? { purpose } : {}) },
      );
      return row;
    });
    if (!file) return c.notFound();
    return c.body(new Uint8Array(await ctx.files.read(file.sha256)), 200, {
      'content-type': file.media === 'application/pdf' ? 'application/pdf' : 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });
}
