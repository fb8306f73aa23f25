import { findClauseForCheck, listHiresOf } from '@jonction/db/eligibility/queries';
import { eligibilityCheck } from '@jonction/db/eligibility/tables';
import { newId } from '@jonction/db/new-id';
import { findParticipant } from '@jonction/db/participant/find';
import { clauseCategoriesSchema } from '@jonction/domain/contract/clause';
import { categorySetOn } from '@jonction/domain/eligibility/category';
import { checkEligibilitySchema } from '@jonction/domain/eligibility/record';
import { eligibilityWindows, windowSettingsSchema } from '@jonction/domain/eligibility/window';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { structureSettings } from '../organisation/settings.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { groundOfHire, grounds } from './ground.ts';

const checkId = 'this one';

/**
 * Yes or no for a clause's set on a day of hire, with the window that a fixed-term hire would have; kept with who asked. The answer
 * names no category: they are read apart, with a purpose. A later expiry changes nothing to a hire already made.
 */
export const check = procedure('eligibility.check')
  .input(checkEligibilitySchema)
  .output(
    z.object({
      checkId: z.string(),
      eligible: z.boolean(),
      /** On what: papers, the snapshot of an earlier hire, a derogation. */
      by: z.enum(grounds).nullable(),
      window: z.object({ from: z.string(), to: z.string().nullable() }).nullable(),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { participantId, clauseId, on } = input;
    const person = found(await findParticipant(ctx.tx, participantId), 'participant.not_found');
    const clause = found(await findClauseForCheck(ctx.tx, clauseId), 'eligibility.clause_not_found');
    if (clause.structureId !== person.structureId) throw new Refuse('eligibility.clause_not_found');
    const set = categorySetOn(clauseCategoriesSchema.parse(clause.categories), on);
    if (set === null) throw new Refuse('eligibility.no_category_set', {}, 'clauseId');
    const { structureId, birthDate } = person;
    const kind = 'fixed_term';
    const ground = await groundOfHire(ctx, { participantId, structureId, birthDate }, { clauseId, set, day: on, kind });
    const hires = [...(await listHiresOf(ctx.tx, participantId)), { id: checkId, kind, from: on }];
    const settings = await structureSettings(ctx.tx, structureId, windowSettingsSchema);
    const window = ground ? (eligibilityWindows(hires, settings).find(({ id }) => id === checkId) ?? null) : null;
    // A clock that ran out before the day: the person needs a new validation on fresh papers.
    const open = window !== null && (window.to === null || window.to >= on);
    const id = newId();
    await ctx.tx.insert(eligibilityCheck).values({
      id,
      structureId,
      participantId,
      clauseId,
      on,
      eligible: open,
      eligibleTo: open ? window.to : null,
      checkedBy: speaker(ctx).userId,
    });
    await recordAudit(ctx, {
      action: 'eligibility.check',
      subjectKind: 'participant',
      subjectId: participantId,
      purpose: 'hire_check',
      facts: { clause: clauseId, on },
    });
    return {
      checkId: id,
      eligible: open,
      by: open ? (ground?.by ?? null) : null,
      window: open ? { from: window.from, to: window.to } : null,
    };
  });
