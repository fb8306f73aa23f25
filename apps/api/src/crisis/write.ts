import { changeCrisis, deleteDraft, insertCrisis } from '@jonction/db/crisis/queries';
import { newId } from '@jonction/db/new-id';
import { type CrisisTerms, crisisTermsSchema, settleTerms } from '@jonction/domain/crisis/crisis';
import { versionSchema } from '@jonction/domain/shared/field-schema';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { requireAct } from './require-act.ts';

const columnsOf = (terms: CrisisTerms) => ({
  ...{ title: terms.title, regime: terms.regime, fromDay: terms.from, toDay: terms.to },
  ...{ cadences: terms.cadences, terms },
});

/** Writes down an emergency, or writes it anew while it is a draft: nothing moves until it is applied. For the lead. */
export const write = procedure('crisis.write')
  .input(
    z.object({
      terms: crisisTermsSchema,
      /** Null: a new one. */
      draft: z.object({ crisisId: z.uuid(), version: versionSchema }).nullable(),
    }),
  )
  .output(z.object({ crisisId: z.string() }))
  .mutation(async ({ ctx, input: { terms: given, draft } }) => {
    const terms = settle(settleTerms(given, ctx.today));
    const { userId, membership } = speaker(ctx);
    const crisisId = draft?.crisisId ?? newId();
    if (draft === null) {
      await insertCrisis(ctx.tx, {
        ...{ id: crisisId, structureId: membership.structureId, writtenBy: userId },
        ...columnsOf(terms),
      });
    } else {
      const row = await requireAct(ctx.tx, crisisId, 'write');
      if (row.version !== draft.version) throw new Refuse('shared.changed_meanwhile');
      await changeCrisis(ctx.tx, crisisId, { ...columnsOf(terms), version: row.version + 1, writtenAt: new Date() });
    }
    await recordAudit(ctx, { action: 'crisis.write', subjectKind: 'crisis', subjectId: crisisId });
    return { crisisId };
  });

/** Sets a draft aside for good: nothing was moved. For the lead. */
export const discard = procedure('crisis.discard')
  .input(z.object({ crisisId: z.uuid() }))
  .mutation(async ({ ctx, input: { crisisId } }) => {
    await requireAct(ctx.tx, crisisId, 'write');
    await deleteDraft(ctx.tx, crisisId);
    await recordAudit(ctx, { action: 'crisis.discard', subjectKind: 'crisis', subjectId: crisisId });
  });
