import { auditEntry } from '@jonction/db/audit/tables';
import type { Tx } from '@jonction/db/client';
import type { Context } from '../context.ts';

export interface AuditFacts {
  /** The procedure or the reading: `eligibility.show`. */
  action: string;
  subjectKind?: string;
  subjectId?: string;
  /** Why a sensitive field was read, in the reader's words or ours. */
  purpose?: string;
  /** Ids and words of ours, never a person's data. */
  facts?: Record<string, string | number | boolean | null>;
}

/** One line of the audit, in the transaction of what it tells: both are kept or neither. */
export async function recordAudit(ctx: Context & { tx: Tx }, facts: AuditFacts): Promise<void> {
  const { actor } = ctx;
  const speaksFor = actor.kind === 'user' ? actor.membership : actor.kind === 'anonymous' ? null : actor;
  await ctx.tx.insert(auditEntry).values({
    actorKind: actor.kind,
    userId: actor.kind === 'user' ? actor.userId : null,
    role: actor.kind === 'user' ? (actor.membership?.role ?? null) : null,
    structureId: speaksFor?.structureId ?? null,
    organisationId: speaksFor && 'organisationId' in speaksFor ? speaksFor.organisationId : null,
    action: facts.action,
    subjectKind: facts.subjectKind ?? null,
    subjectId: facts.subjectId ?? null,
    purpose: facts.purpose ?? null,
    requestId: ctx.requestId,
    facts: facts.facts ?? {},
  });
}
