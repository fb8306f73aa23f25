import type { Tx } from '@jonction/db/client';
import { ofLot, readFacts } from '@jonction/db/contract/facts';
import {
  lockPlacements,
  readDecisions,
  readElsewhere,
  readEntries,
  readPolicies,
  readStandingLines,
  writePostings,
} from '@jonction/db/hours/judging';
import { newId } from '@jonction/db/new-id';
import { readPlacementFacts } from '@jonction/db/placement/queries';
import { settleHours } from '@jonction/domain/hours/judge';
import { ledgerDelta, ledgerPortionsOf } from '@jonction/domain/hours/ledger';
import { builtInPolicies, inForceFromTheStart } from '@jonction/domain/hours/policies/built-in';
import type { Policy } from '@jonction/domain/hours/policy';
import { type HourWarning, warningsOf } from '@jonction/domain/hours/warnings';
import { rulebookOf } from '@jonction/domain/hours/winning-rule';
import type { Day } from '@jonction/domain/shared/day';

/** The policies that judge in a structure: those in force from the start, then what it adopted or wrote, in order. */
export async function policiesOf(tx: Tx, structureId: string): Promise<Policy[]> {
  const builtIn = inForceFromTheStart.flatMap((id) => builtInPolicies[id] ?? []);
  return [...builtIn, ...(await readPolicies(tx, structureId))];
}

/**
 * Judges the standing lines of some placements as known today and writes what changed: reversals and new entries, in the
 * caller's transaction. Judging again with the same knowledge writes nothing.
 */
export async function judgePlacements(
  tx: Tx,
  placementIds: readonly string[],
  today: Day,
): Promise<{ written: number; warnings: Map<string, HourWarning[]> }> {
  const warnings = new Map<string, HourWarning[]>();
  let written = 0;
  if (placementIds.length === 0) return { written, warnings };
  await lockPlacements(tx, placementIds);
  const placements = await readPlacementFacts(tx, placementIds);
  const lines = await readStandingLines(tx, placementIds);
  const entries = await readEntries(tx, placementIds);
  const contractIds = [...new Set(placements.map(({ contract }) => contract))];
  const facts = await readFacts(tx, contractIds);
  const lineIds = [...lines.values()].flat().map(({ id }) => id);
  const decisions = await readDecisions(tx, { lineIds, contractIds });
  const judgementId = newId();
  const rulebooks = new Map<string, ReturnType<typeof rulebookOf>>();
  for (const placement of placements) {
    const rulebook = rulebooks.get(placement.structure) ?? rulebookOf(await policiesOf(tx, placement.structure), today);
    rulebooks.set(placement.structure, rulebook);
    const settled = settleHours(rulebook, {
      placement: { ...placement, hourBasis: placement.hourBasis === 'paid' ? 'paid' : 'worked' },
      lines: lines.get(placement.id) ?? [],
      decisions,
      elsewhere: await readElsewhere(tx, placement.id),
      contractEvents: ofLot(facts.get(placement.contract) ?? [], placement.lotId),
      knownOn: today,
    });
    const postings = ledgerDelta({ recorded: entries.get(placement.id) ?? [], judged: ledgerPortionsOf(settled) });
    await writePostings(
      tx,
      {
        structureId: placement.structure,
        placementId: placement.id,
        clauseId: placement.clause,
        contractId: placement.contract,
        employerId: placement.employerId,
      },
      postings,
      judgementId,
    );
    written += postings.length;
    warnings.set(placement.id, warningsOf(settled.map(({ ruled }) => ruled.layout)));
  }
  return { written, warnings };
}
