import type { Tx } from '@jonction/db/client';
import { type DraftRow, lockDraft } from '@jonction/db/hours/policies';
import type { Policy } from '@jonction/domain/hours/policy';
import { policySchema } from '@jonction/domain/hours/policy';
import { draftRuleSchema, versionOf } from '@jonction/domain/hours/policy-draft';
import type { Day } from '@jonction/domain/shared/day';
import type { Decision } from '@jonction/domain/shared/decision';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { found, Refuse } from '../../refuse.ts';

const writtenSchema = policySchema.omit({ publishedOn: true }).extend({ rules: z.array(draftRuleSchema) });

/** The draft that somebody is about to change, theirs and still open. */
export async function openDraft(ctx: Context & { tx: Tx }, draftId: string): Promise<DraftRow> {
  const draft = found(await lockDraft(ctx.tx, draftId), 'hours.draft_not_found');
  if (draft.state !== 'draft') throw new Refuse('hours.draft_settled');
  return draft;
}

/** The version that a draft would publish today, or what is missing. */
export function versionOfDraft(draft: DraftRow, on: Day): Decision<Policy> {
  const { policy, title, source, note, scopeLevel, scopeId, validFrom, validTo, rules, withdraws } = draft;
  const written = writtenSchema.parse({
    ...{ id: policy, title, source, note: note ?? undefined, validFrom, validTo, rules },
    scope: { level: scopeLevel, id: scopeId },
  });
  return versionOf(written, { on, structure: draft.structureId, withdraws });
}
