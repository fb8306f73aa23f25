import { countAtWork, type GridOf } from '@jonction/db/census/grid';
import { movedSince, windowThen } from '@jonction/db/census/known';
import type { Tx } from '@jonction/db/client';
import { readHeard } from '@jonction/db/contract/facts';
import { countContracts, listContracts, listGivenContracts } from '@jonction/db/contract/list';
import { type CensusQuestion, type CensusStanding, standingsOn } from '@jonction/domain/census/grid';
import { unknownSince } from '@jonction/domain/contract/standing';
import { type Day, earlier } from '@jonction/domain/shared/day';

type Question = CensusQuestion & GridOf;

/** Some rows of the census from any of them, with how fresh each one is and who works there, and how many there are in all. */
export async function censusWindow(tx: Tx, question: Question) {
  const day = earlier(question.knownOn ?? question.today, question.today);
  const past = question.comparedOn !== null || day < question.today;
  const { rows, total, estimated } = past ? await windowAsKnown(tx, question, day) : await windowNow(tx, question);
  const atWork = await countAtWork(
    tx,
    rows.map(({ id }) => id),
    day,
  );
  return {
    rows: rows.map((row) => ({ ...row, unknownSince: unknownSince(row, day), atWork: atWork.get(row.id) ?? 0 })),
    total,
    estimated,
  };
}

/** What is kept on the rows answers at once, at any length. */
async function windowNow(tx: Tx, question: Question) {
  const asked = { ...question, scope: 'mine' as const, page: 1, pageSize: question.rows };
  const rows = await listContracts(tx, { ...asked, offset: question.from });
  const count = await countContracts(tx, asked);
  return { rows: rows.map((row) => ({ ...row, before: null })), ...count };
}

/**
 * A past day is folded again from what was recorded by then, but only where something was said since: a census of tens of thousands
 * of contracts moves by some hundreds. Filters of status are of that day.
 */
async function windowAsKnown(tx: Tx, question: Question, knownOn: Day) {
  const { statuses, liveOnly, comparedOn } = question;
  const filter = { statuses, liveOnly, comparedOn, knownOn };
  if (statuses.length === 0 && !liveOnly && comparedOn === null) {
    const { rows, total, estimated } = await windowNow(tx, question);
    const told = standingsOn(
      await readHeard(
        tx,
        rows.map(({ id }) => id),
      ),
      filter,
    );
    return { rows: standingAs(rows, told), total, estimated };
  }
  const folded = await movedSince(tx, question, comparedOn === null ? knownOn : earlier(knownOn, comparedOn));
  const standings = standingsOn(await readHeard(tx, folded), filter);
  const then = { folded, kept: standings.map(({ id }) => id), alone: comparedOn !== null };
  const { ids, total } = await windowThen(tx, question, knownOn, then);
  const rows = await listGivenContracts(tx, ids, question.structureId);
  return { rows: standingAs(rows, standings), total, estimated: false };
}

/** The rows of contracts with the standing that was folded of them; the others stand as their rows say. */
function standingAs<Row extends { id: string }>(rows: readonly Row[], standings: readonly CensusStanding[]) {
  const byId = new Map(standings.map((one): [string, CensusStanding] => [one.id, one]));
  return rows.map((row) => {
    const one = byId.get(row.id);
    if (!one) return { ...row, before: null };
    const { status, since, endsOn, saidOn, saidBy, before } = one;
    return { ...row, status, statusSince: since, endsOn, saidOn, saidBy, before };
  });
}
