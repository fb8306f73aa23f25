import { dropLetters } from '@jonction/db/crisis/letters';
import { readChanges, withdrawMeasures } from '@jonction/db/crisis/measures';
import { changeCrisis } from '@jonction/db/crisis/queries';
import { readVersions } from '@jonction/db/hours/policies';
import { versionKey } from '@jonction/domain/hours/policy';
import { withdrawalOf } from '@jonction/domain/hours/publish';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { takeBackChange } from '../census/undo.ts';
import { emit } from '../outbox/emit.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { publishAll } from './policies.ts';
import { requireAct } from './require-act.ts';
import { ofCrisis } from './shapes.ts';

/**
 * Takes an emergency back as a whole: its events but for those on which something said since rests, its exempt days, its policies, the
 * letters that had not left. Contracts that keep an event are counted; letters that left are told, never unsaid. For the lead.
 */
export const undo = procedure('crisis.undo')
  .input(ofCrisis)
  .output(z.object({ undone: z.number(), left: z.number(), policies: z.number(), dropped: z.number() }))
  .mutation(async ({ ctx, input: { crisisId } }) => {
    const row = await requireAct(ctx.tx, crisisId, 'undo');
    const total = { undone: 0, left: 0 };
    // What ended it first: a resumption rests on the stop.
    for (const changeId of await readChanges(ctx.tx, crisisId)) {
      const { undone, left } = await takeBackChange(ctx, changeId);
      total.undone += undone;
      total.left += left;
    }
    await withdrawMeasures(ctx.tx, crisisId, ctx.today);
    const versions = await readVersions(ctx.tx, { structureId: row.structureId });
    const withdrawn = row.published.flatMap(({ versionId }) => {
      const own = versions.find(({ rowId }) => rowId === versionId)?.version;
      const last = own && versions.findLast(({ version }) => versionKey(version) === versionKey(own))?.version;
      return last && last.rules.length > 0 ? [withdrawalOf(last)] : [];
    });
    await publishAll(ctx, withdrawn);
    const dropped = await dropLetters(ctx.tx, crisisId);
    await changeCrisis(ctx.tx, crisisId, { state: 'undone', undoneBy: speaker(ctx).userId, undoneAt: new Date() });
    await recordAudit(ctx, {
      action: 'crisis.undo',
      subjectKind: 'crisis',
      subjectId: crisisId,
      facts: { ...total, dropped },
    });
    await emit(ctx.tx, { type: 'crisis.changed', structureId: row.structureId, subjectId: crisisId });
    return { ...total, policies: withdrawn.length, dropped };
  });
