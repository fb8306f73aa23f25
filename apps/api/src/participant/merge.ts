import { listMergeRows, lockPair, mergeInBase, type RowChange } from '@jonction/db/participant/merge';
import { mayMerge, mergeRecords, mergeSchema, strictestConsent, undoDays } from '@jonction/domain/participant/merge';
import {
  changedCvs,
  lengthenedOccupations,
  positioningsBeside,
  widenedWindows,
} from '@jonction/domain/participant/merge-rows';
import { isOpen } from '@jonction/domain/positioning/lifecycle';
import { addDays } from '@jonction/domain/shared/day';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { columnsOf } from './merge-shape.ts';
import { tellMerge } from './tell-merge.ts';

/**
 * A person says that two records are one person, line by line. Everything of the other record follows, in one transaction; its
 * address leads here from now on. Undone for thirty days as long as nothing contradicts.
 */
export const merge = procedure('participant.merge')
  .input(mergeSchema)
  .output(z.object({ mergeId: z.string(), keptId: z.string(), undoUntil: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { tx } = ctx;
    const { keptId, goneId } = input;
    if (keptId === goneId) throw new Refuse('participant.merge_same');
    const pair = await lockPair(tx, [keptId, goneId]);
    const kept = found(
      pair.find(({ id }) => id === keptId),
      'participant.not_found',
    );
    const gone = found(
      pair.find(({ id }) => id === goneId),
      'participant.not_found',
    );
    if (kept.version !== input.keptVersion || gone.version !== input.goneVersion) {
      throw new Refuse('shared.changed_meanwhile');
    }
    const rows = await listMergeRows(tx, [keptId, goneId]);
    const of = <Row extends { participantId: string }>(list: readonly Row[], id: string) =>
      list.filter(({ participantId }) => participantId === id);
    const consents = strictestConsent(
      of(rows.consents, keptId)[0]?.type ?? null,
      of(rows.consents, goneId)[0]?.type ?? null,
    );
    const openPositionings = rows.positionings.filter(({ status }) => isOpen(status)).length;
    settle(mayMerge({ keptId, goneId, consents, openPositionings }));
    const merged = mergeRecords(kept, gone, input.choices, consents);
    const changes: RowChange[] = [
      ...changedCvs(of(rows.cvs, keptId), of(rows.cvs, goneId), input.currentCv).map(({ id, replaced }) => ({
        tab: 'cv' as const,
        key: { id },
        set: { current: false, ...(replaced ? { status: 'replaced' } : {}) },
      })),
      ...positioningsBeside(of(rows.positionings, keptId), of(rows.positionings, goneId)).map((id) => ({
        tab: 'positioning' as const,
        key: { id },
        set: { offer_id: null },
      })),
      ...widenedWindows(of(rows.windows, keptId), of(rows.windows, goneId)).map(({ code, provenFrom, provenTo }) => ({
        tab: 'eligibility_code' as const,
        key: { participant_id: keptId, code, proven_from: provenFrom },
        set: { proven_to: provenTo },
      })),
      ...lengthenedOccupations(of(rows.occupations, keptId), of(rows.occupations, goneId)).map(({ code, months }) => ({
        tab: 'participant_occupation' as const,
        key: { participant_id: keptId, rome_code: code },
        set: { months },
      })),
    ];
    const until = addDays(ctx.today, undoDays);
    const mergeId = await mergeInBase(tx, { keptId, goneId, chosen: columnsOf(merged), changes, until });
    await recordAudit(ctx, {
      action: 'participant.merge',
      subjectKind: 'participant',
      subjectId: keptId,
      facts: { merge: mergeId, gone: goneId, consents },
    });
    await tellMerge(tx, { structureId: structureOf(ctx), keptId, goneId });
    return { mergeId, keptId, undoUntil: until };
  });
