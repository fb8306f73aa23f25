import type { Tx } from '@jonction/db/client';
import { listLinesAround } from '@jonction/db/hours/around';
import type { LineRow } from '@jonction/db/hours/queries';
import { type HourWarning, hourWarningCodes, warningsByLine } from '@jonction/domain/hours/warnings';
import { z } from 'zod';
import { lineShape } from './shapes.ts';

export const warningsShape = z.array(
  z.object({ code: z.enum(hourWarningCodes), on: z.string(), centihours: z.number() }),
);

/** A line with the too long days and weeks that it has a share in: told, never rejected. */
export const warnedLineShape = lineShape.extend({
  warnings: warningsShape,
});

/** Lines with their warnings, over everything that their placements have in those weeks. One statement, however many. */
export async function withWarnings<Line extends LineRow>(
  tx: Tx,
  lines: readonly Line[],
  knownAt?: Date,
): Promise<(Line & { warnings: HourWarning[] })[]> {
  if (lines.length === 0) return [];
  const around = Map.groupBy(await listLinesAround(tx, lines, knownAt), ({ placementId }) => placementId);
  const told = new Map([...around.values()].flatMap((own) => [...warningsByLine(own)]));
  return lines.map((line) => ({ ...line, warnings: told.get(line.id) ?? [] }));
}
