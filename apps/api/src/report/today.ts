import { listSearchNews } from '@jonction/db/bank/searches';
import { listRiskNews } from '@jonction/db/contract/risk';
import { readTray } from '@jonction/db/hours/queries';
import { listOffersWithNewcomers } from '@jonction/db/matching/night';
import { listSilentOffers } from '@jonction/db/offer/silence';
import { listEndedByCompany } from '@jonction/db/offer/still-open';
import { listPeopleToTell } from '@jonction/db/participant/errands';
import { listProspectActions } from '@jonction/db/prospect/queries';
import { listDueNews, listProposedClosings } from '@jonction/db/report/obligation-news';
import { listPageNews } from '@jonction/db/report/page-news';
import { listPositioningNews } from '@jonction/db/report/positioning-news';
import {
  listMovingPositionings,
  listNextActions,
  listProposedOffers,
  listUnansweredPushes,
  listWaitingRecommendations,
  readTodayFigures,
} from '@jonction/db/report/today';
import { dueSince } from '@jonction/domain/participant/confirmation';
import { isSilent, slowAfterWorkingDays } from '@jonction/domain/positioning/stopwatch';
import { workingDaysSince } from '@jonction/domain/reference/working-days';
import { byUrgency, groupOf, isNew, staleAfterDays } from '@jonction/domain/report/today';
import { addDays } from '@jonction/domain/shared/day';
import type { z } from 'zod';
import { policiesOf } from '../hours/judge-placements.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { gatherHours } from './gather-hours.ts';
import { gatherReach } from './gather-reach.ts';
import { type todayItemShape, todayShape } from './shapes.ts';

type Item = z.input<typeof todayItemShape>;
type Bare = Item extends infer One ? (One extends Item ? Omit<One, 'group' | 'isNew'> : never) : never;

/** What waits for the team: meetings, then the oldest first. Eighteen statements, one more for the lead, whatever waits. */
export const today = procedure('report.today')
  .output(todayShape)
  .query(async ({ ctx }) => {
    const { tx, today: day } = ctx;
    const { membership, userId } = speaker(ctx);
    const { structureId } = membership;
    const [recommendations, pushes, moving, offers, newcomers, actions, tray, policies, figures] = [
      await listWaitingRecommendations(tx),
      await listUnansweredPushes(tx, day),
      await listMovingPositionings(tx, addDays(day, 1)),
      await listProposedOffers(tx),
      await listOffersWithNewcomers(tx),
      await listNextActions(tx, day),
      await readTray(tx),
      await policiesOf(tx, structureId),
      await readTodayFigures(tx, {
        since: `${day.slice(0, 7)}-01`,
        staleBefore: addDays(day, -staleAfterDays),
        dueSince: dueSince(day),
      }),
    ];
    const nobody = { at: null, ownerId: null, ownerName: null };
    const items: Bare[] = [
      ...recommendations.map((row) => ({ kind: 'recommendation' as const, ...nobody, ...row })),
      ...gatherHours(tray, policies).map((row) => ({ kind: 'hours' as const, ...nobody, ...row })),
      ...offers.map((row) => ({ kind: 'proposed' as const, ...nobody, ...row })),
      ...moving.filter(({ status }) => status === 'hired').map((row) => ({ kind: 'hired' as const, ...row, at: null })),
      ...moving
        .filter(({ status }) => status !== 'hired')
        .map((row) => ({
          ...row,
          kind:
            (row.day ?? day) < day
              ? ('outcome' as const)
              : row.status === 'interview'
                ? ('prepare' as const)
                : ('meeting' as const),
          since: row.status === 'interview' && (row.day ?? day) >= day ? row.since : (row.day ?? row.since),
        })),
      ...pushes
        .filter(({ since }) => isSilent(since, day))
        .map((row) => ({ ...row, at: null, workingDays: workingDaysSince(row.since, day) }))
        .map((row) => ({
          ...row,
          kind: row.workingDays < slowAfterWorkingDays ? ('silent' as const) : ('slow' as const),
        })),
      ...(await listPositioningNews(tx)).map((row) => ({ kind: 'cvNews' as const, ...row, at: null })),
      ...newcomers.map((row) => ({ kind: 'newcomers' as const, ...row, at: null })),
      ...actions.map((row) => ({ kind: 'follow' as const, ...row, at: null })),
      ...(await listSilentOffers(tx, day)).map(({ aside, ...row }) => ({
        kind: aside ? ('aside' as const) : ('stillOpen' as const),
        ...row,
        at: null,
      })),
      ...(await listEndedByCompany(tx, day)).map((row) => ({ kind: 'ended' as const, ...row, at: null })),
      ...(await listProspectActions(tx, day)).map((row) => ({ kind: 'prospect' as const, ...row, at: null })),
      ...(await listSearchNews(tx)).map((row) => ({ kind: 'found' as const, ...nobody, ...row })),
      ...(await listPeopleToTell(tx, day)).flatMap((person) => gatherReach(person, ctx)),
      ...(await listDueNews(tx, userId)).map((row) => ({ kind: 'due' as const, ...nobody, ...row })),
      ...(await listRiskNews(tx, userId)).map((row) => ({ kind: 'risk' as const, ...nobody, ...row })),
      // A facilitator proposes, the lead closes.
      ...(membership.role === 'lead' ? await listProposedClosings(tx) : []).map((row) => ({
        kind: 'closing' as const,
        ...nobody,
        ...row,
      })),
      ...(await listPageNews(tx)).map((row) => ({ kind: 'page' as const, ...row, at: null })),
    ];
    const all: Item[] = items
      .toSorted(byUrgency)
      .map((item) => ({ ...item, group: groupOf(item, day), isNew: isNew(item, day) }));
    const count = (group: Item['group']) => all.filter((item) => item.group === group).length;
    return {
      day,
      items: all,
      counts: {
        decide: count('decide'),
        late: count('late'),
        coming: count('coming'),
        fresh: all.filter((item) => item.isNew).length,
      },
      figures,
    };
  });
