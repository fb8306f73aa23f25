import type { Tx } from '@jonction/db/client';
import { readHeard } from '@jonction/db/contract/facts';
import { type ActivityQuestion, listFollowed } from '@jonction/db/report/activity/contracts';
import { countActivity } from '@jonction/db/report/activity/read';
import { confirmedStanding, standingOf } from '@jonction/domain/contract/standing';
import type { ActivityFigure } from '@jonction/domain/report/activity';
import { type Period, periodBefore } from '@jonction/domain/report/period';
import type { Day } from '@jonction/domain/shared/day';
import { knownAtOf } from '../hours/known-at.ts';

interface Asked {
  structureId: string;
  today: Day;
  /** As known at the end of that day; null: now. */
  knownOn: Day | null;
  /** The only figure asked for; absent: all. Nothing but the statuses of contracts is folded. */
  figure?: ActivityFigure;
}

/** The question of a period with what the base cannot fold by itself: how each contract stood at its end. At most three statements. */
export async function activityQuestion(tx: Tx, { from, to }: Period, asked: Asked): Promise<ActivityQuestion> {
  const { structureId, today, knownOn, figure = 'contracts_followed' } = asked;
  const question = { structureId, from, to, ...knownAtOf(knownOn ?? undefined) };
  const known = knownOn ?? today;
  // What stands now is kept on the rows; a later day stands as today does.
  if (figure !== 'contracts_followed' || (to >= today && known >= today)) return { ...question, standings: null };
  const heard = await readHeard(tx, await listFollowed(tx, { structureId, to }));
  const standings = heard.map(({ id, facts, confirmations }) => {
    const standing = standingOf({ events: facts, asOf: to, knownOn: known });
    return { id, status: confirmedStanding(standing, confirmations, known).status };
  });
  return { ...question, standings };
}

/** Every figure of a period, and of the one right before; `question` opens any of them into its rows. */
export async function countBoth(tx: Tx, period: Period, asked: Asked) {
  const question = await activityQuestion(tx, period, asked);
  const before = periodBefore(period);
  return {
    question,
    before,
    now: await countActivity(tx, question),
    previous: await countActivity(tx, await activityQuestion(tx, before, asked)),
  };
}
