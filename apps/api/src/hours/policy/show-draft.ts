import { findDraft } from '@jonction/db/hours/policies';
import { listRuns } from '@jonction/db/hours/runs';
import { draftStates } from '@jonction/domain/hours/policy-draft';
import type { Refusal } from '@jonction/domain/shared/decision';
import type { Locale } from '@jonction/domain/shared/locale';
import { sentence } from '@jonction/domain/shared/words';
import { z } from 'zod';
import { found } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { words } from '../../words.ts';
import { describeRuns } from './describe-run.ts';
import { versionOfDraft } from './draft.ts';
import { listScopes } from './list-scopes.ts';
import { policyShape, runShape } from './shapes.ts';
import { trialOf } from './trial.ts';

/** A draft with what is still missing, for whom it may hold, and its trials. */
export const showDraft = procedure('hours.showDraft')
  .input(z.object({ draftId: z.uuid() }))
  .output(
    z.object({
      ...policyShape,
      draftId: z.string(),
      policyId: z.string(),
      state: z.enum(draftStates),
      version: z.number(),
      withdraws: z.boolean(),
      /** Null: it could be published as it is. */
      missing: z.object({ code: z.string(), sentence: z.string() }).nullable(),
      scopes: z.array(
        z.object({ level: z.enum(['structure', 'buyer', 'contract']), id: z.string(), name: z.string() }),
      ),
      runs: z.array(runShape),
      /** The trial of what is written now, of today and ended: what publishing would move. */
      trialId: z.string().nullable(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const draft = found(await findDraft(ctx.tx, input.draftId), 'hours.draft_not_found');
    const runs = await listRuns(ctx.tx, draft.id);
    const version = versionOfDraft(draft, ctx.today);
    const written = policyShape.rules.parse(draft.rules);
    return {
      draftId: draft.id,
      policyId: draft.policy,
      title: draft.title,
      source: draft.source,
      note: draft.note,
      scope: { level: policyShape.scope.shape.level.parse(draft.scopeLevel), id: draft.scopeId },
      validFrom: draft.validFrom,
      validTo: draft.validTo,
      rules: written,
      state: z.enum(draftStates).parse(draft.state),
      version: draft.version,
      withdraws: draft.withdraws,
      missing: version.ok ? null : told(version.refusal, ctx.locale),
      scopes: await listScopes(ctx.tx, draft.structureId),
      runs: await describeRuns(ctx.tx, runs),
      trialId: trialOf(runs, draft.version, ctx.today)?.id ?? null,
    };
  });

function told({ code, facts }: Refusal, locale: Locale) {
  return { code, sentence: sentence(words, locale, code, facts) };
}
