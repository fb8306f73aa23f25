import { listAsks } from '@jonction/db/census/asks';
import { lockCampaign } from '@jonction/db/census/campaign';
import { campaignRung } from '@jonction/domain/census/campaign';
import { parisDayOf } from '@jonction/domain/shared/day';
import type { EventJob, JobContext } from '../../jobs/start.ts';
import { emit } from '../../outbox/emit.ts';
import { writeCensusLetter } from './write-letter.ts';

const system = { kind: 'system' } as const;
/** Letters of one transaction: between two of them a campaign can be held. */
const batch = 20;

/**
 * The first letters of a campaign, some at a time until all have left: held, it stops after the batch under way; resumed, it goes on
 * with those that no letter was written to. Safe to run again: a rung leaves once. Who may not be written to today is left to the mornings.
 */
export async function sendCampaign(
  { subjectId: campaignId, structureId, payload }: EventJob,
  { database, publicUrl }: Pick<JobContext, 'database' | 'publicUrl'>,
): Promise<void> {
  if (campaignId === null) return;
  // The day of whoever opened it: a letter that waits in the queue over midnight is still of that day.
  const today = typeof payload.today === 'string' ? payload.today : parisDayOf(new Date());
  await database.as(system, async (tx) => {
    await lockCampaign(tx, campaignId);
    const asks = await listAsks(tx, { campaignId, waiting: true, unwritten: true, limit: 1_000 });
    const due = asks.filter((ask) => campaignRung(ask, today) === 0);
    const written = new Set<string>();
    for (const ask of due.slice(0, batch)) {
      const { address } = ask;
      // Two buyers behind one address: the second hears of it when the address may be written to again.
      if (address === null || written.has(address)) continue;
      await writeCensusLetter(tx, ask, { address, rung: 0, sentBy: null, today, publicUrl });
      written.add(address);
    }
    if (due.length > batch) {
      await emit(tx, { type: 'census.sending_wanted', structureId, subjectId: campaignId, payload: { today } });
    }
  });
}
