import { runAlerts } from '../bank/run-alerts.ts';
import { askSilentOffers } from '../offer/ask-still-open.ts';
import { setAsideSilentOffers } from '../offer/still-open.ts';
import { lookAtEveryBank } from '../participant/look-for-duplicates.ts';
import { remindPeople } from '../participant/reach/remind-people.ts';
import { finishBatches } from '../positioning/finish-batches.ts';
import { runLadder } from '../positioning/run-ladder.ts';
import { forgetOldBankChanges } from './forget-bank-changes.ts';
import { forgetQueries } from './forget-queries.ts';
import { rankNight } from './rank-night.ts';
import { refreshContracts } from './refresh-contracts.ts';
import { sealAudit } from './seal-audit.ts';
import { snapshotSkills } from './snapshot-skills.ts';
import type { JobContext } from './start.ts';

export interface NightlyTask {
  name: string;
  /** Paris time. */
  cron: string;
  run(context: JobContext): Promise<void>;
}

export const nightly: readonly NightlyTask[] = [
  { name: 'seal-audit', cron: '*/10 * * * *', run: sealAudit },
  { name: 'snapshot-skills', cron: '10 3 * * *', run: snapshotSkills },
  // After the weights of skills: both belong to the same night.
  { name: 'rank-night', cron: '20 3 * * *', run: (context) => rankNight(context) },
  { name: 'alerts-daily', cron: '30 6 * * *', run: (context) => runAlerts(context, 'daily') },
  { name: 'alerts-at-once', cron: '*/5 * * * *', run: (context) => runAlerts(context, 'at_once') },
  { name: 'refresh-contracts', cron: '10 0 * * *', run: refreshContracts },
  { name: 'remind-companies', cron: '30 8 * * *', run: (context) => runLadder(context) },
  { name: 'remind-people', cron: '15 8 * * *', run: (context) => remindPeople(context) },
  { name: 'finish-batches', cron: '* * * * *', run: (context) => finishBatches(context) },
  { name: 'forget-bank-changes', cron: '40 3 * * *', run: forgetOldBankChanges },
  { name: 'forget-queries', cron: '45 3 * * *', run: forgetQueries },
  { name: 'look-for-duplicates', cron: '50 3 * * *', run: lookAtEveryBank },
  { name: 'ask-silent-offers', cron: '45 8 * * *', run: (context) => askSilentOffers(context) },
  { name: 'set-aside-silent-offers', cron: '5 4 * * *', run: (context) => setAsideSilentOffers(context) },
];
