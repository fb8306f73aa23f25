import { runAlerts } from '../bank/run-alerts.ts';
import { remindCensus } from '../census/campaign/remind-morning.ts';
import { remindHours } from '../hours/late/remind-morning.ts';
import { askSilentOffers } from '../offer/ask-still-open.ts';
import { setAsideSilentOffers } from '../offer/still-open.ts';
import { remindPapers } from '../paper/remind-morning.ts';
import { lookAtEveryBank } from '../participant/look-for-duplicates.ts';
import { remindPeople } from '../participant/reach/remind-people.ts';
import { finishBatches } from '../positioning/finish-batches.ts';
import { runLadder } from '../positioning/run-ladder.ts';
import { remindSigners } from '../signature/remind-morning.ts';
import { forgetOldBankChanges } from './forget-bank-changes.ts';
import { forgetQueries } from './forget-queries.ts';
import { rankNight } from './rank-night.ts';
import { refreshContracts } from './refresh-contracts.ts';
import { sealAudit } from './seal-audit.ts';
import { snapshotSkills } from './snapshot-skills.ts';
import type { JobContext } from './start.ts';
import { watchForecasts } from './watch-forecasts.ts';

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
  // Once the contracts stand as they do today, and before anybody opens her day.
  { name: 'watch-forecasts', cron: '20 0 * * *', run: (context) => watchForecasts(context) },
  { name: 'remind-companies', cron: '30 8 * * *', run: (context) => runLadder(context) },
  // After the CVs and before the questions about offers: the three days of an address let one of them through.
  { name: 'remind-hours', cron: '40 8 * * *', run: (context) => remindHours(context) },
  { name: 'remind-papers', cron: '42 8 * * *', run: (context) => remindPapers(context) },
  { name: 'remind-census', cron: '44 8 * * *', run: (context) => remindCensus(context) },
  { name: 'remind-signers', cron: '46 8 * * *', run: (context) => remindSigners(context) },
  { name: 'remind-people', cron: '15 8 * * *', run: (context) => remindPeople(context) },
  { name: 'finish-batches', cron: '* * * * *', run: (context) => finishBatches(context) },
  { name: 'forget-bank-changes', cron: '40 3 * * *', run: forgetOldBankChanges },
  { name: 'forget-queries', cron: '45 3 * * *', run: forgetQueries },
  { name: 'look-for-duplicates', cron: '50 3 * * *', run: lookAtEveryBank },
  { name: 'ask-silent-offers', cron: '45 8 * * *', run: (context) => askSilentOffers(context) },
  { name: 'set-aside-silent-offers', cron: '5 4 * * *', run: (context) => setAsideSilentOffers(context) },
];
