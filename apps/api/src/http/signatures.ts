import type { Tx } from '@jonction/db/client';
import { findProof, findRequest } from '@jonction/db/signature/queries';
import { layOutProof } from '@jonction/documents/papers/lay-out-proof';
import { printPdf } from '@jonction/documents/printed/print';
import { proofFactsSchema } from '@jonction/domain/signature/proof';
import { Hono, type Context as HonoContext } from 'hono';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { Refuse } from '../refuse.ts';
import { enterAsSigner } from '../signature/by-link.ts';

/** The token of a letter's link, for whoever reads a document without an account. */
const signatureLinkHeader = 'x-jonction-signature';

/**
 * `GET /api/signatures/<id>.pdf`: the proof of a request, for whoever reads it. `GET /api/signatures/link/document.pdf` and
 * `proof.pdf`: what the holder of a letter's link was asked to sign, and its proof; her token comes in a header, never in the address.
 */
export function signaturesRoute(contextOf: (request: Request) => Promise<Context>) {
  return new Hono()
    .get('/link/:what', async (c) => {
      const ctx = await contextOf(c.req.raw);
      const token = c.req.header(signatureLinkHeader) ?? '';
      const what = c.req.param('what');
      if (what !== 'document.pdf' && what !== 'proof.pdf') return c.notFound();
      try {
        const read = await ctx.database.as({ kind: 'anonymous' }, async (tx) => {
          const { requestId } = await enterAsSigner({ ...ctx, tx }, token, `signature.read.${what.slice(0, -4)}`);
          return what === 'proof.pdf' ? proofOf(ctx, tx, requestId) : documentOf(ctx, tx, requestId);
        });
        return read ? sent(c, await read.bytes(), read.name, 'inline') : c.notFound();
      } catch (error) {
        if (error instanceof Refuse) return c.notFound();
        throw error;
      }
    })
    .get('/:file', async (c) => {
      const id = /^(?<id>[0-9a-f-]{36})\.pdf$/.exec(c.req.param('file'))?.groups?.id;
      const ctx = await contextOf(c.req.raw);
      if (!id || ctx.actor.kind !== 'user') return c.notFound();
      const proof = await ctx.database.as(ctx.settings, async (tx) => {
        const found = await proofOf(ctx, tx, id);
        const about = { subjectKind: 'signature_request', subjectId: id };
        if (found) await recordAudit({ ...ctx, tx }, { action: 'signature.readProof', ...about });
        return found;
      });
      return proof ? sent(c, await proof.bytes(), proof.name, 'attachment') : c.notFound();
    });
}

interface Readable {
  name: string;
  /** Once the transaction is over: no connection waits for a page to be set. */
  bytes(): Promise<Uint8Array>;
}

async function proofOf({ seals, publicUrl }: Context, tx: Tx, requestId: string): Promise<Readable | null> {
  const row = await findProof(tx, requestId);
  if (!row) return null;
  const code = seals.codeOf(requestId, row.factsSha256);
  const issuedAt = new Date(row.issuedAt);
  const issue = { code, issuedAt, address: `${publicUrl}/verification/${code}` };
  const printed = layOutProof(proofFactsSchema.parse(row.facts), issue, 'fr');
  return { name: 'preuve-de-signature.pdf', bytes: () => printPdf(printed, issuedAt) };
}

async function documentOf({ files, today }: Context, tx: Tx, requestId: string): Promise<Readable | null> {
  const request = await findRequest(tx, requestId, today);
  return request && { name: request.fileName, bytes: () => files.read(request.fileSha256) };
}

function sent(c: HonoContext, bytes: Uint8Array, name: string, how: 'inline' | 'attachment') {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
}
