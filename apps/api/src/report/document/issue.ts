import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { findSameDocument, insertDocument } from '@jonction/db/report/documents';
import { canonicalJson } from '@jonction/documents/decp/canonical';
import { type DocumentFacts, scopeOf } from '@jonction/domain/report/document';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { structureOf } from '../../speaker.ts';
import { type Asked, gather } from './gather.ts';
import { hashOfCode, sha256Of } from './seal.ts';

export const issuedShape = z.object({ documentId: z.string() });

/**
 * Freezes the figures of a paper and keeps who issued it and when. Asked twice with the same figures, it is the same paper.
 * `check`: what the figures must hold for such a paper.
 */
export async function issueDocument(
  ctx: Context & { tx: Tx },
  asked: Asked,
  check: (facts: DocumentFacts) => void = () => undefined,
): Promise<{ documentId: string }> {
  const { facts, buyerId, knownAt } = await gather(ctx, asked);
  check(facts);
  const structureId = structureOf(ctx);
  const scope = scopeOf(asked);
  const factsSha256 = sha256Of(canonicalJson(facts));
  const same = await findSameDocument(ctx.tx, structureId, scope, factsSha256);
  if (same !== null) return { documentId: same };
  const id = newId();
  const { kind, audience, contractId, employerId, participantId } = asked;
  await insertDocument(ctx.tx, {
    id,
    structureId,
    kind,
    audience,
    contractId,
    buyerId,
    employerId,
    participantId,
    fromMonth: `${asked.fromMonth}-01`,
    toMonth: `${asked.toMonth}-01`,
    knownOn: facts.knownOn,
    knownAt,
    scope,
    facts,
    factsSha256,
    codeHash: hashOfCode(ctx.seals.codeOf(id, factsSha256)),
    issuedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
  });
  await recordAudit(ctx, {
    action: 'report.issue',
    subjectKind: 'document',
    subjectId: id,
    facts: { kind, audience, factsSha256 },
  });
  return { documentId: id };
}
