import type { Tx } from '@jonction/db/client';
import { ofLot, readJudgedFacts } from '@jonction/db/contract/facts';
import {
  type HoursAsked,
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
import type { Layout } from '@jonction/domain/hours/lay-out';
import { type LedgerPosting, ledgerDelta, ledgerPortionsOf } from '@jonction/domain/hours/ledger';
import type { HourKind } from '@jonction/domain/hours/line';
import { policiesFromTheStart } from '@jonction/domain/hours/policies/built-in';
import type { Policy } from '@jonction/domain/hours/policy';
import { kindsJudgedTogether } from '@jonction/domain/hours/policy-reach';
import { type Rulebook, rulebookOf } from '@jonction/domain/hours/winning-rule';
import type { Day } from '@jonction/domain/shared/day';

/** The policies that judge in a structure: those in force from the start, then what it adopted or wrote, in order. */
export async function policiesOf(tx: Tx, structureId: string, knownAt?: Date): Promise<Policy[]> {
  return [...policiesFromTheStart, ...(await readPolicies(tx, { structureId, ...(knownAt ? { knownAt } : {}) }))];
}

export interface PlacementJudgement {
  placement: Awaited<ReturnType<typeof readPlacementFacts>>[number];
  postings: LedgerPosting[];
  /** How each line is spread over its days. */
  layouts: Layout[];
}

/**
 * On which day, and with which policies besides those in force; `knownAt`: with what was recorded by then and nothing later; `moved`: only
 * what changes in these kinds of hours is asked for, and all kinds that cannot change with them are left unread.
 */
export interface Knowledge {
  today: Day;
  knownAt?: Date;
  more?: readonly Policy[];
  moved?: readonly HourKind[];
}

/**
 * Hires whose hours are read at once; the base reads those of the next ones while these are judged. More of them where some kinds
 * alone are read: what a statement costs before its first row is then most of it.
 */
const slices = { everyKind: 250, someKinds: 1_000 };
const ahead = 2;

/**
 * What judging some placements would write, each apart. Reads a fixed number of times, and again for each further slice of
 * them.
 */
export async function weighPlacements(
  tx: Tx,
  placementIds: readonly string[],
  { today, knownAt, more = [], moved }: Knowledge,
): Promise<PlacementJudgement[]> {
  if (placementIds.length === 0) return [];
  const placements = await readPlacementFacts(tx, placementIds);
  const rulebooks = new Map<string, Rulebook>();
  const known: Policy[] = [];
  for (const structure of new Set(placements.map((placement) => placement.structure))) {
    const policies = [...(await policiesOf(tx, structure, knownAt)), ...more];
    known.push(...policies);
    rulebooks.set(structure, rulebookOf(policies, today));
  }
  const asked = { knownAt, kinds: moved && kindsJudgedTogether(moved, known) };
  const slice = asked.kinds ? slices.someKinds : slices.everyKind;
  const parts = Array.from({ length: Math.ceil(placements.length / slice) }, (_, index) =>
    placements.slice(index * slice, (index + 1) * slice),
  );
  const judged: PlacementJudgement[] = [];
  const coming: Promise<HoursRead>[] = [];
  for (const [index, some] of parts.entries()) {
    while (coming.length <= ahead && index + coming.length < parts.length) {
      const next = readHours(tx, parts[index + coming.length] ?? [], asked);
      // A failure is told when its turn comes, unless something else failed before.
      next.catch(() => undefined);
      coming.push(next);
    }
    const hours = await coming.shift();
    if (hours) judged.push(...some.flatMap((placement) => weigh(placement, hours, rulebooks.get(placement.structure))));
  }
  return judged;
}

type Placement = PlacementJudgement['placement'];
type HoursRead = Awaited<ReturnType<typeof readHours>>;

/** All that judging reads of some hires. Asked together: the base prepares one answer while another is taken in. */
async function readHours(tx: Tx, placements: readonly Placement[], asked: HoursAsked) {
  const placementIds = placements.map(({ id }) => id);
  const { knownAt } = asked;
  const contractIds = [...new Set(placements.map(({ contract }) => contract))];
  const [lines, entries, elsewhere, facts, decisions] = await Promise.all([
    readStandingLines(tx, placementIds, asked),
    readEntries(tx, placementIds, asked),
    readElsewhere(tx, placementIds, asked),
    readJudgedFacts(tx, contractIds),
    readDecisions(tx, { placementIds, contractIds, ...(knownAt ? { knownAt } : {}) }),
  ]);
  return { lines, entries, elsewhere, facts, decisions };
}

function weigh(
  placement: Placement,
  { lines, entries, elsewhere, facts, decisions }: HoursRead,
  rulebook: Rulebook | undefined,
): PlacementJudgement[] {
  if (!rulebook) return [];
  const settled = settleHours(rulebook, {
    placement,
    lines: lines.get(placement.id) ?? [],
    // Two structures may follow the same contract: each decides for its own people.
    decisions: decisions.get(placement.structure) ?? [],
    elsewhere: elsewhere.get(placement.id) ?? [],
    contractEvents: ofLot(facts.get(placement.contract) ?? [], placement.lotId),
    knownOn: rulebook.knownOn,
  });
  const postings = ledgerDelta({ recorded: entries.get(placement.id) ?? [], judged: ledgerPortionsOf(settled) });
  return [{ placement, postings, layouts: settled.map(({ ruled }) => ruled.layout) }];
}

/**
 * Judges the standing lines of some placements as known today and writes what changed: reversals and new entries, in the
 * caller's transaction. Judging again with the same knowledge writes nothing.
 */
export async function judgePlacements(
  tx: Tx,
  placementIds: readonly string[],
  today: Day,
): Promise<{ written: number; judged: PlacementJudgement[] }> {
  if (placementIds.length > 0) await lockPlacements(tx, placementIds);
  const judged = await weighPlacements(tx, placementIds, { today });
  const written = judged.map(({ placement, postings }) => ({
    place: {
      structureId: placement.structure,
      placementId: placement.id,
      clauseId: placement.clause,
      contractId: placement.contract,
      employerId: placement.employerId,
    },
    postings,
  }));
  await writePostings(tx, written, newId());
  return {
    written: judged.reduce((sum, { postings }) => sum + postings.length, 0),
    judged,
  };
}
