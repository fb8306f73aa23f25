import { findText } from '@jonction/db/programme/texts';
import { writeDocx } from '@jonction/documents/write-docx';
import { clauseText } from '@jonction/domain/programme/clause-text';
import { clauseTextFactsSchema } from '@jonction/domain/programme/clause-text-schema';
import { Hono } from 'hono';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';

/**
 * `GET /api/clause-texts/<id>.docx`: the text of a clause as it was produced, made again from its facts; the row-level policy says who may
 * (the team, and its buyer once it was answered), and the reading is logged.
 */
export function clauseTextsRoute(contextOf: (request: Request) => Promise<Context>) {
  return new Hono().get('/:file', async (c) => {
    const id = /^(?<id>[0-9a-f-]{36})\.docx$/.exec(c.req.param('file'))?.groups?.id;
    const ctx = await contextOf(c.req.raw);
    if (!id || ctx.actor.kind !== 'user') return c.notFound();
    const row = await ctx.database.as(ctx.settings, async (tx) => {
      const kept = await findText(tx, id);
      if (!kept) return null;
      const subject = { subjectKind: 'planned_contract', subjectId: kept.plannedId };
      await recordAudit({ ...ctx, tx }, { action: 'programme.readText', ...subject });
      return kept;
    });
    if (!row) return c.notFound();
    const facts = clauseTextFactsSchema.parse(row.facts);
    const file = writeDocx(clauseText(facts), { title: `Clause sociale - ${facts.object}`, at: row.madeAt });
    return c.body(new Uint8Array(file), 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename="clause-${facts.madeOn}-${row.number}.docx"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });
}
