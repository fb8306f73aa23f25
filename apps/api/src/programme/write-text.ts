import { newId } from '@jonction/db/new-id';
import { organisation } from '@jonction/db/organisation/tables';
import { lockPlanned } from '@jonction/db/programme/queries';
import { plannedText } from '@jonction/db/programme/tables';
import { nextTextNumber } from '@jonction/db/programme/texts';
import { targetSchema } from '@jonction/domain/contract/target';
import { targetSentence } from '@jonction/domain/contract/target-sentence';
import { categoryOf } from '@jonction/domain/eligibility/categories';
import { executionModes } from '@jonction/domain/placement/placement';
import { placementWords } from '@jonction/domain/placement/words';
import type { ClauseTextFacts } from '@jonction/domain/programme/clause-text';
import { writeTextSchema } from '@jonction/domain/programme/clause-text-schema';
import { mandatoryClause } from '@jonction/domain/programme/mandatory';
import { translate } from '@jonction/domain/shared/words';
import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { logAct } from './log-act.ts';

/** The text of a clause for the buyer's CCAP, from the sizing and what is chosen; each one produced is kept as it was, under its number. */
export const writeText = procedure('programme.writeText')
  .input(writeTextSchema)
  .output(z.object({ textId: z.string(), number: z.number() }))
  .mutation(async ({ ctx, input: { plannedId, modalities, categoryCodes, ...chosen } }) => {
    const row = found(await lockPlanned(ctx.tx, plannedId), 'programme.not_found');
    if (row.dueHours === null || row.target === null) throw new Refuse('programme.hours_missing');
    const { userId, membership } = speaker(ctx);
    const { structureId, buyerId } = row;
    const names = await ctx.tx
      .select({ id: organisation.id, name: organisation.name })
      .from(organisation)
      .where(inArray(organisation.id, [buyerId, membership.structureId]));
    const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? '';
    const exemption =
      row.exemptionReason && row.exemptionWords ? { reason: row.exemptionReason, words: row.exemptionWords } : null;
    const { answer, article } = mandatoryClause({ ...row, exemption });
    const target = targetSchema.parse(row.target);
    const facts: ClauseTextFacts = {
      ...chosen,
      ...{ object: row.object, reference: row.reference, lots: row.lots, durationMonths: row.durationMonths },
      ...{ buyerName: nameOf(buyerId), teamName: nameOf(structureId), madeOn: ctx.today, dueHours: row.dueHours },
      mandatoryArticle: answer === 'mandatory' ? article : null,
      formula: target.mode === 'fixed' ? null : targetSentence(target, 'fr'),
      modalities: modalities.map((code) => {
        const mode = executionModes.find((known) => known === code);
        if (!mode) throw new Refuse('programme.modalities_missing', {}, 'modalities');
        return translate(placementWords, 'fr', `placement.mode.${mode}`);
      }),
      publics: categoryCodes.map((code) => {
        const category = categoryOf(code);
        if (!category) throw new Refuse('contract.category_unknown', {}, 'categoryCodes');
        return category.label.fr;
      }),
    };
    const [textId, number] = [newId(), await nextTextNumber(ctx.tx, plannedId)];
    await ctx.tx
      .insert(plannedText)
      .values({ id: textId, plannedId, structureId, buyerId, number, facts, madeBy: userId });
    await logAct(ctx, row, { act: 'text', facts: { number, dueHours: row.dueHours } });
    await recordAudit(ctx, { action: 'programme.writeText', subjectKind: 'planned_contract', subjectId: plannedId });
    return { textId, number };
  });
