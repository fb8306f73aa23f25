import type { Tx } from '@jonction/db/client';
import { findPenalty } from '@jonction/db/penalty/queries';
import { layOutLetter, layOutNotice, layOutProof } from '@jonction/documents/papers/lay-out-penalty';
import { bundle } from '@jonction/documents/printed/bundle';
import { printPdf } from '@jonction/documents/printed/print';
import { writePrintedSheet } from '@jonction/documents/printed/write-printed-sheet';
import { penaltyFactsSchema } from '@jonction/domain/penalty/penalty-facts';
import { Hono } from 'hono';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { decisionOf } from '../penalty/decision-of.ts';

const papers = ['mise-en-demeure.pdf', 'penalite.pdf', 'dossier.zip'] as const;

/**
 * `GET /api/penalties/<id>/mise-en-demeure.pdf`, `/penalite.pdf` (once decided and not waived), `/dossier.zip`: drafts of letters,
 * and the proof under pseudonyms as PDF and spreadsheet. The row-level policy says who may; the reading is logged; nothing is sent.
 */
export function penaltiesRoute(contextOf: (request: Request) => Promise<Context>) {
  return new Hono().get('/:id/:paper', async (c) => {
    const id = c.req.param('id');
    const paper = papers.find((one) => one === c.req.param('paper'));
    const ctx = await contextOf(c.req.raw);
    if (!paper || ctx.actor.kind !== 'user' || !/^[0-9a-f-]{36}$/.test(id)) return c.notFound();
    const row = await ctx.database.as(ctx.settings, (tx) => read({ ...ctx, tx }, id, paper));
    const file = row && (await fileOf(row, paper));
    if (!row || !file) return c.notFound();
    return c.body(new Uint8Array(file), 200, {
      'content-type': paper.endsWith('.pdf') ? 'application/pdf' : 'application/zip',
      'content-disposition': `attachment; filename="marche-${row.facts.contract.number}-${paper}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });
}

async function read(ctx: Context & { tx: Tx }, id: string, paper: (typeof papers)[number]) {
  const row = await findPenalty(ctx.tx, id);
  if (!row) return null;
  await recordAudit(ctx, { action: 'penalty.download', subjectKind: 'penalty', subjectId: id, facts: { paper } });
  return { row, facts: penaltyFactsSchema.parse(row.facts) };
}

async function fileOf(
  { row, facts }: NonNullable<Awaited<ReturnType<typeof read>>>,
  paper: (typeof papers)[number],
): Promise<Uint8Array | null> {
  const decision = decisionOf(row);
  const at = row.decidedAt ?? row.createdAt;
  if (paper === 'mise-en-demeure.pdf') return printPdf(layOutNotice(facts, 'fr'), at);
  if (paper === 'penalite.pdf') {
    return decision && decision.outcome !== 'waive' ? printPdf(layOutLetter(facts, decision, 'fr'), at) : null;
  }
  const proof = layOutProof(facts, { opinion: row.opinion, decision }, 'fr');
  return bundle({ 'dossier.pdf': await printPdf(proof, at), 'dossier.xlsx': await writePrintedSheet(proof) }, at);
}
