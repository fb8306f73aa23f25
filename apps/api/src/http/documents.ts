import { printPdf } from '@jonction/documents/printed/print';
import type { Printed } from '@jonction/documents/printed/printed';
import { writePrintedSheet } from '@jonction/documents/printed/write-printed-sheet';
import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { printDocument } from '../report/document/print-document.ts';

const forms = {
  pdf: { media: 'application/pdf', write: (printed: Printed, at: Date) => printPdf(printed, at) },
  xlsx: {
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (printed: Printed) => writePrintedSheet(printed),
  },
} as const;

/**
 * `GET /api/documents/<id>.pdf` and `.xlsx`: an issued paper, made again from its frozen figures; the row-level policy says who may,
 * names are those that the reader may know, and the reading is logged.
 */
export function documentsRoute(contextOf: (request: Request) => Promise<Context>) {
  return new Hono().get('/:file', async (c) => {
    const asked = /^(?<id>[0-9a-f-]{36})\.(?<form>pdf|xlsx)$/.exec(c.req.param('file'))?.groups;
    const ctx = await contextOf(c.req.raw);
    if (!asked?.id || ctx.actor.kind === 'anonymous') return c.notFound();
    const { id } = asked;
    const made = await ctx.database.as(ctx.settings, (tx) => printDocument({ ...ctx, tx }, id));
    if (!made) return c.notFound();
    const form = forms[asked.form === 'pdf' ? 'pdf' : 'xlsx'];
    // The file is set once the transaction is over: no connection waits for it.
    return c.body(new Uint8Array(await form.write(made.printed, made.issuedAt)), 200, {
      'content-type': form.media,
      'content-disposition': `attachment; filename="${made.name}.${asked.form}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });
}
