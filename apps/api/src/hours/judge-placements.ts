import type { Tx } from '@jonction/db/client';
import { ofLot, readFacts } from '@jonction/db/contract/facts';
import {
  lockPlacements,
  readDecisions,
  readElsewhere,
  readEntries,
  readStandingLines,
  writePostings,
} from '@jonction/db/hours/judging';
import { readPolicies } from '@jonction/db/hours/policies';
import { newId } from '@jonction/db/new-id';
import { readPlacementFacts } from '@jonction/db/placement/queries';
import { settleHours } from '@jonction/domain/hours/judge';
import { type LedgerPosting, ledgerDelta, ledgerPortionsOf } from '@jonction/domain/hours/ledger';
import { builtInPolicies, inForceFromTheStart } from '@jonction/domain/hours/policies/built-in';
import type { Policy } from '@jonction/domain/hours/policy';
import { type HourWarning, warningsOf } from '@jonction/domain/hours/warnings';
import { rulebookOf } from '@jonction/domain/hours/winning-rule';
import type { Day } from '@jonction/domain/shared/day';

/** The policies that judge in a structure: those in force from the start, then what it adopted or wrote, in order. */
export async function policiesOf(tx: Tx, structureId: string, knownAt?: Date): Promise<Policy[]> {
  const builtIn = inForceFromTheStart.flatMap((id) => builtInPolicies[id] ?? []);
  return [...builtIn, ...(await readPolicies(tx, { structureId, ...(knownAt ? { knownAt } : {}) }))];
}

export interface PlacementJudgement {
  placement: Awaited<ReturnType<typeof readPlacementFacts>>[number];
  postings: LedgerPosting[];
  warnings: HourWarning[];
}

/** On which day, and with which policies besides those in force; `knownAt`: with what was recorded by then and nothing later. */
export interface Knowledge {
  today: Day;
  knownAt?: Date;
  more?: readonly Policy[];
}

/**
 * What judging some placements would write, each apart. Reads a fixed number of times whatever their number, but for the policies
 * of each structure.
 */
export async function weighPlacements(
  tx: Tx,
  placementIds: readonly string[],
  { today, knownAt, more = [] }: Knowledge,
): Promise<PlacementJudgement[]> {
  if (placementIds.length === 0) return [];
  const placements = await readPlacementFacts(tx, placementIds);
  const lines = await readStandingLines(tx, placementIds, knownAt);
  const entries = await readEntries(tx, placementIds, knownAt);
  const elsewhere = await readElsewhere(tx, placementIds, knownAt);
  const contractIds = [...new Set(placements.map(({ contract }) => contract))];
  const facts = await readFacts(tx, contractIds);
  const lineIds = [...lines.values()].flat().map(({ id }) => id);
  const decisions = await readDecisions(tx, { lineIds, contractIds, ...(knownAt ? { knownAt } : {}) });
  const rulebooks = new Map<string, ReturnType<typeof rulebookOf>>();
  for (const { structure } of placements) {
    if (rulebooks.has(structure)) continue;
    rulebooks.set(structure, rulebookOf([...(await policiesOf(tx, structure, knownAt)), ...more], today));
  }
  return placements.flatMap((placement) => {
    const rulebook = rulebooks.get(placement.structure);
    if (!rulebook) return [];
    const settled = settleHours(rulebook, {
      placement: { ...placement, hourBasis: placement.hourBasis === 'paid' ? 'paid' : 'worked' },
      lines: lines.get(placement.id) ?? [],
      // Two structures may follow the same contract: each decides for its own people.
      decisions: decisions.get(placement.structure) ?? [],
      elsewhere: elsewhere.get(placement.id) ?? [],
      contractEvents: ofLot(facts.get(placement.contract) ?? [], placement.lotId),
      knownOn: today,
    });
    const postings = ledgerDelta({ recorded: entries.get(placement.id) ?? [], judged: ledgerPortionsOf(settled) });
    return [{ placement, postings, warnings: warningsOf(settled.map(({ ruled }) => ruled.layout)) }];
  });
}

/**
 * Judges the standing lines of some placements as known today and writes what changed: reversals and new entries, in the
 * caller's transaction. Judging again with the same knowledge writes nothing.
 */
export async function judgePlacements(
  tx: Tx,
  placementIds: readonly string[],
  today: Day,
): Promise<{ written: number; warnings: Map<string, HourWarning[]>; judged: PlacementJudgement[] }> {
  if (placementIds.length > 0) await lockPlacements(tx, placementIds);
  const judged = await weighPlacements(tx, placementIds, { today });
  const judgementId = newId();
  for (const { placement, postings } of judged) {
    const place = {
      structureId: placement.structure,
      placementId: placement.id,
      clauseId: placement.clause,
      contractId: placement.contract,
      employerId: placement.employerId,
    };
    await writePostings(tx, place, postings, judgementId);
  }
  return {
    written: judged.reduce((sum, { postings }) => sum + postings.length, 0),
    warnings: new Map(judged.map(({ placement, warnings }) => [placement.id, warnings])),
    judged,
  };
}
