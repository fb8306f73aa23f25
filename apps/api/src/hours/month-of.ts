import type { Tx } from '@jonction/db/client';
import { listClosings } from '@jonction/db/hours/closings';
import { listNone } from '@jonction/db/hours/late';
import { readPortions } from '@jonction/db/hours/month';
import { listLines as readLines } from '@jonction/db/hours/queries';
import { listPlacements } from '@jonction/db/placement/queries';
import { addDays, addMonths, type Day } from '@jonction/domain/shared/day';
import { z } from 'zod';
import { employerPlacementShape } from '../placement/shapes.ts';
import { Refuse } from '../refuse.ts';
import { lineShape, portionShape } from './shapes.ts';
import { warnedLineShape, withWarnings } from './with-warnings.ts';

export const monthShape = z.object({
  placements: z.array(employerPlacementShape),
  lines: z.array(warnedLineShape.extend({ portions: z.array(portionShape) })),
  previous: z.array(lineShape),
  /** People who were said to have no hours in the month. */
  none: z.array(z.string()),
  /** Since when the month is closed: what is changed from then on is marked. */
  closedAt: z.string().nullable(),
});

/**
 * A month as a company fills it in: who was at work, what it declared already and what became of it. `alone`: the people of that
 * structure and no others.
 */
export async function monthOf(
  tx: Tx,
  asked: { employerId: string; structureId: string; alone?: boolean; month: string; today: Day },
): Promise<z.infer<typeof monthShape>> {
  const { employerId, structureId, alone = false, month, today } = asked;
  const from = `${month}-01`;
  if (from > today) throw new Refuse('hours.month_not_begun');
  const to = addDays(addMonths(from, 1), -1);
  const before = addMonths(from, -1).slice(0, 7);
  const whole = { page: 1, pageSize: 1000 };
  const { rows: placements } = await listPlacements(tx, {
    employerId,
    running: { from, to },
    ...(alone ? { structureId } : {}),
    ...whole,
  });
  const own = new Set(placements.map(({ id }) => id));
  const ofThem = ({ placementId }: { placementId: string }) => !alone || own.has(placementId);
  const declared = await readLines(tx, { employerId, month, ...whole });
  const lines = await withWarnings(tx, declared.rows);
  const { rows: previous } = await readLines(tx, { employerId, month: before, ...whole });
  const portions = await readPortions(
    tx,
    lines.map(({ id }) => id),
  );
  const closings = await listClosings(tx, { from, to, structureId });
  return {
    placements,
    lines: lines.filter(ofThem).map((line) => ({ ...line, portions: portions.get(line.id) ?? [] })),
    previous: previous.filter(ofThem),
    none: (await listNone(tx, employerId, from)).filter((id) => ofThem({ placementId: id })),
    closedAt: closings.findLast(({ reopenedAt }) => reopenedAt === null)?.closedAt ?? null,
  };
}
