import { findFileOf } from '@jonction/db/legal/queries';
import { Hono, type Context as HonoContext } from 'hono';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { enterByLink } from '../legal/by-link.ts';
import { Refuse } from '../refuse.ts';

/** The token of a letter's link, for whoever reads a text without an account: never in an address. */
const legalLinkHeader = 'x-jonction-legal';

/** `GET /api/legal/link` and `/api/legal/<version>`: the file of a text, for the holder of a letter's link or for whoever reads the text. */
export function legalRoute(contextOf: (request: Request) => Promise<Context>) {
  return new Hono()
    .get('/link', async (c) => {
      const ctx = await contextOf(c.req.raw);
      try {
        const file = await ctx.database.as({ kind: 'anonymous' }, async (tx) => {
          const door = await enterByLink({ ...ctx, tx }, c.req.header(legalLinkHeader) ?? '', 'legal.readFile');
          return findFileOf(tx, door.versionId);
        });
        return file ? await sent(c, ctx, file) : c.notFound();
      } catch (error) {
        if (error instanceof Refuse) return c.notFound();
        throw error;
      }
    })
    .get('/:id', async (c) => {
      const ctx = await contextOf(c.req.raw);
      const id = c.req.param('id');
      if (ctx.actor.kind !== 'user' || !/^[0-9a-f-]{36}$/.test(id)) return c.notFound();
      const file = await ctx.database.as(ctx.settings, async (tx) => {
        const found = await findFileOf(tx, id);
        const about = { subjectKind: 'legal_text_version', subjectId: id };
        if (found) await recordAudit({ ...ctx, tx }, { action: 'legal.readFile', ...about });
        return found;
      });
      return file ? sent(c, ctx, file) : c.notFound();
    });
}

async function sent(c: HonoContext, { files }: Context, { sha256, name }: { sha256: string; name: string }) {
  return c.body(new Uint8Array(await files.read(sha256)), 200, {
    'content-type': name.toLowerCase().endsWith('.pdf') ? 'application/pdf' : 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
}
