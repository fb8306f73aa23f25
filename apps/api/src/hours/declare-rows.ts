import type { Tx } from '@jonction/db/client';
import { lockPlacements, readStandingLines } from '@jonction/db/hours/judging';
import { forgetNone } from '@jonction/db/hours/none';
import { hourDeclaration, hourLine } from '@jonction/db/hours/tables';
import { newId } from '@jonction/db/new-id';
import { readPlacementFacts } from '@jonction/db/placement/queries';
import { type DeclaredRow, outcomeOf, type RowOutcome, rowKey } from '@jonction/domain/hours/declare';
import { type HourWarning, warningsOf } from '@jonction/domain/hours/warnings';
import type { Day } from '@jonction/domain/shared/day';
import { emit } from '../outbox/emit.ts';
import { Refuse } from '../refuse.ts';
import { judgePlacements } from './judge-placements.ts';

export interface Declaration {
  source: 'form' | 'sheet' | 'command' | 'link';
  fileId?: string | null;
  userId: string | null;
  today: Day;
}

type Facts = Awaited<ReturnType<typeof readPlacementFacts>>[number];

/**
 * Writes rows as lines and judges their placements, in the caller's transaction. A row already declared the same way changes
 * nothing; with other hours it is a correction. Answers the outcome of each row, in order.
 */
export async function declareRows(
  tx: Tx,
  rows: readonly DeclaredRow[],
  declaration: Declaration,
): Promise<{ outcomes: RowOutcome[]; warnings: Map<string, HourWarning[]> }> {
  const placementIds = [...new Set(rows.map(({ placementId }) => placementId))];
  await lockPlacements(tx, placementIds);
  const placements = new Map((await readPlacementFacts(tx, placementIds)).map((facts) => [facts.id, facts]));
  if (placements.size !== placementIds.length) throw new Refuse('hours.placement_not_found');
  const standing = new Map(
    [...(await readStandingLines(tx, placementIds)).values()].flat().map((line) => [rowKey(line), line]),
  );
  const outcomes = rows.map((row) => outcomeOf(row, standing.get(rowKey(row)) ?? null));
  const changed = rows.filter((_, index) => outcomes[index] !== 'unchanged');
  const groups = Map.groupBy(changed, (row) => {
    const facts = placements.get(row.placementId);
    return `${facts?.structure}|${facts?.employerId}|${row.from.slice(0, 7)}`;
  });
  for (const group of groups.values()) {
    const [first] = group;
    const facts = first && placements.get(first.placementId);
    if (!first || !facts) continue;
    const declarationId = newId();
    await tx.insert(hourDeclaration).values({
      id: declarationId,
      structureId: facts.structure,
      employerId: facts.employerId,
      month: `${first.from.slice(0, 7)}-01`,
      source: declaration.source,
      fileId: declaration.fileId ?? null,
      declaredBy: declaration.userId,
    });
    await tx.insert(hourLine).values(
      group.map((row) =>
        lineOf(row, placements.get(row.placementId) ?? facts, declarationId, {
          today: declaration.today,
          replaces: standing.get(rowKey(row)) ?? null,
        }),
      ),
    );
    await forgetNone(tx, group);
    await emit(tx, { type: 'hours.declared', structureId: facts.structure, subjectId: declarationId });
  }
  const touched = [...new Set(changed.map(({ placementId }) => placementId))];
  const { judged } = await judgePlacements(tx, touched, declaration.today);
  // The same person may have claims elsewhere that these lines free or take: other employers' lines are judged by a job.
  for (const placementId of touched) {
    await emit(tx, {
      type: 'hours.judged',
      structureId: placements.get(placementId)?.structure ?? null,
      subjectId: placementId,
    });
  }
  const warnings = new Map(judged.map(({ placement, layouts }) => [placement.id, warningsOf(layouts)]));
  return { outcomes, warnings };
}

function lineOf(
  row: DeclaredRow,
  facts: Facts,
  declarationId: string,
  { today, replaces }: { today: Day; replaces: { id: string; receivedOn?: Day | null | undefined } | null },
) {
  return {
    id: newId(),
    structureId: facts.structure,
    declarationId,
    placementId: facts.id,
    participantId: facts.participantId,
    employerId: facts.employerId,
    contractId: facts.contract,
    clauseId: facts.clause,
    fromDay: row.from,
    toDay: row.to,
    kind: row.kind,
    payer: row.payer,
    centihours: row.centihours,
    evidence: row.evidence,
    // A correction keeps the day on which the hours were first claimed: it decides who is first (duplicates).
    receivedOn: replaces?.receivedOn ?? today,
    replacesId: replaces?.id ?? null,
  };
}
