import type { Tx } from '@jonction/db/client';
import { lockPlacements } from '@jonction/db/hours/judging';
import { countCurrentLines, countPlacedContracts, findDecidable } from '@jonction/db/hours/queries';
import { hourDecision } from '@jonction/db/hours/tables';
import { newId } from '@jonction/db/new-id';
import { safeText } from '@jonction/domain/reference/safe-text';
import type { Day } from '@jonction/domain/shared/day';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { judgePlacements } from './judge-placements.ts';

const decideInput = z.object({
  lineIds: z.array(z.uuid()).max(500).default([]),
  batch: z
    .object({
      rule: z.string().min(1),
      contracts: z
        .array(z.object({ contractId: z.uuid(), from: daySchema, to: daySchema }))
        .min(1)
        .max(500),
    })
    .nullable()
    .default(null),
  accept: z.boolean(),
  /** For one line: accept that many hours, earliest days first, and refuse the rest. */
  centihours: z.number().int().min(0).nullable().default(null),
  /** The company reads it. */
  reason: safeText('hours.decision_without_reason', { most: 1000 }),
});

/**
 * Decides where a rule says "may": for a batch (one rule, the days of one contract or of several) or for lines. The hours
 * move at once; a decision is never changed, a later one takes its place.
 */
export const decide = procedure('hours.decide')
  .input(decideInput)
  .output(z.object({ lines: z.number(), written: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { batch, lineIds } = input;
    if ((batch === null) === (lineIds.length === 0)) throw new Refuse('hours.line_or_batch');
    if (input.centihours !== null && lineIds.length !== 1) throw new Refuse('hours.part_of_one', {}, 'centihours');
    if (batch) await refuseStrange(ctx.tx, batch.contracts);
    const wanted = new Set(lineIds).size;
    if (!batch && (await countCurrentLines(ctx.tx, lineIds)) < wanted) throw new Refuse('hours.line_not_found');
    const touched = batch ?? { lineIds };
    // Two people deciding on the same lines at once: the second waits, then sees what the first left to decide.
    await lockPlacements(ctx.tx, placementsOf(await findDecidable(ctx.tx, touched)));
    const pending = await findDecidable(ctx.tx, touched);
    if (pending.length === 0) throw new Refuse('hours.nothing_to_decide');
    const signed = {
      structureId: membership.structureId,
      accept: input.accept,
      centihours: input.accept ? input.centihours : null,
      reason: input.reason,
      decidedBy: userId,
      decidedOn: ctx.today,
    };
    await ctx.tx.insert(hourDecision).values(
      batch
        ? batch.contracts
            // Where somebody else has just decided there is nothing left: no second decision is written.
            .filter(({ contractId }) => pending.some((line) => line.contractId === contractId))
            .map(({ contractId, from, to }) => ({
              ...signed,
              id: newId(),
              rule: batch.rule,
              contractId,
              fromDay: from,
              toDay: to,
            }))
        : [...new Set(pending.map(({ lineId }) => lineId))].map((lineId) => ({ ...signed, id: newId(), lineId })),
    );
    const { written } = await judgePlacements(ctx.tx, placementsOf(pending), ctx.today);
    await emit(ctx.tx, { type: 'hours.decided', structureId: membership.structureId });
    await recordAudit(ctx, {
      action: 'hours.decide',
      facts: {
        accept: input.accept,
        lines: pending.length,
        rule: batch?.rule ?? null,
        contracts: batch?.contracts.length ?? null,
      },
    });
    return { lines: new Set(pending.map(({ lineId }) => lineId)).size, written };
  });

function placementsOf(pending: readonly { placementId: string }[]): string[] {
  return [...new Set(pending.map(({ placementId }) => placementId))];
}

async function refuseStrange(tx: Tx, contracts: readonly { contractId: string; from: Day; to: Day }[]): Promise<void> {
  const reversed = contracts.find(({ from, to }) => from > to);
  if (reversed) throw new Refuse('hours.decision_dates_reversed', { from: reversed.from, to: reversed.to });
  const wanted = new Set(contracts.map(({ contractId }) => contractId));
  if ((await countPlacedContracts(tx, [...wanted])) < wanted.size) throw new Refuse('hours.contract_not_found');
}
