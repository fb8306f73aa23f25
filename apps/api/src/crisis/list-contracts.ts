import { listApplied } from '@jonction/db/crisis/contracts';
import { findCrisis } from '@jonction/db/crisis/queries';
import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { crisisObstacles, type MeasureVerdict } from '@jonction/domain/crisis/measure-rule';
import { crisisMeasures, measuresOf } from '@jonction/domain/crisis/regime';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { crisisContractShape } from './shapes.ts';
import { type WeighedContract, weighCrisis } from './weigh.ts';

type Shown = z.infer<typeof crisisContractShape>;

/**
 * The table of an emergency: its contracts by its measures. While it is a draft what is possible, planned and chosen; afterwards what was
 * done. `measure` with `standing` keeps the rows behind a count: those taken, those possible, or those turned away for a reason.
 */
export const listContracts = procedure('crisis.listContracts')
  .input(
    z.object({
      crisisId: z.uuid(),
      measure: z.enum(crisisMeasures).nullable().default(null),
      standing: z.enum(['taken', 'may', ...crisisObstacles]).default('taken'),
      /** Only contracts whose status is this one now. */
      status: z.enum(contractStatuses).nullable().default(null),
      text: z.string().trim().max(120).default(''),
      page: z.int().min(1).max(1_000).default(1),
      pageSize: z.int().min(1).max(200).default(50),
    }),
  )
  .output(
    z.object({
      measures: z.array(z.enum(crisisMeasures)),
      rows: z.array(crisisContractShape),
      total: z.number(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const row = found(await findCrisis(ctx.tx, input.crisisId), 'crisis.not_found');
    const all = row.state === 'draft' ? (await weighCrisis(ctx, row)).map(draftRow) : await appliedRows(ctx, row.id);
    const words = input.text.toLocaleLowerCase('fr');
    const kept = all.filter(
      (one) =>
        (input.status === null || one.status === input.status) &&
        (words === '' ||
          `${one.reference} ${one.object} ${one.buyerName} ${one.number}`.toLocaleLowerCase('fr').includes(words)) &&
        stands(one, input),
    );
    const first = (input.page - 1) * input.pageSize;
    return { measures: measuresOf(row.regime), rows: kept.slice(first, first + input.pageSize), total: kept.length };
  });

function stands({ cells }: Shown, { measure, standing }: { measure: string | null; standing: string }): boolean {
  const cell = cells.find((one) => one.measure === (measure ?? 'scope'));
  if (!cell) return false;
  // Without a measure: every contract that is looked at.
  if (measure === null && standing === 'taken') return true;
  if (standing === 'taken') return cell.taken;
  return standing === 'may' ? cell.may : cell.why === standing;
}

function draftRow({ contract, verdicts, planned, choices }: WeighedContract): Shown {
  const taken = new Map(planned.map(({ measure, effect }) => [measure, effect]));
  const own = new Set(choices.map(({ measure }) => measure));
  const { id, number, reference, object, buyerName, status, endsOn } = contract;
  return {
    ...{ id, number, reference, object, buyerName, status, endsOn },
    cells: verdicts.map((verdict) => {
      const effect = taken.get(verdict.measure) ?? (verdict.may ? verdict.effect : null);
      return {
        ...{
          measure: verdict.measure,
          taken: taken.has(verdict.measure),
          own: own.has(verdict.measure),
          withdrawn: false,
        },
        ...openness(verdict),
        on: effect?.kind === 'event' ? effect.on : null,
        endsOn: effect?.kind === 'event' ? effect.endsOn : null,
        latest: effect?.kind === 'event' ? effect.latest : null,
        from: effect?.kind === 'exempt' ? effect.from : null,
        to: effect?.kind === 'exempt' ? effect.to : null,
      };
    }),
  };
}

function openness(verdict: MeasureVerdict) {
  return verdict.may ? { may: true, why: null, check: verdict.check } : { may: false, why: verdict.why, check: null };
}

async function appliedRows(
  ctx: Context & { tx: Parameters<typeof listApplied>[0] },
  crisisId: string,
): Promise<Shown[]> {
  const rows = await listApplied(ctx.tx, crisisId);
  return rows.map(({ measures, ...contract }) => ({
    ...contract,
    cells: measures.flatMap(({ measure, exemptFrom, exemptTo, ...done }) => {
      const known = crisisMeasures.find((one) => one === measure);
      if (!known) return [];
      const still = { taken: true, may: true, why: null, check: null, own: false, latest: null };
      return [{ measure: known, ...still, ...done, from: exemptFrom, to: exemptTo }];
    }),
  }));
}
