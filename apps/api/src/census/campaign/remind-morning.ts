import { listAsks } from '@jonction/db/census/asks';
import { campaignRung } from '@jonction/domain/census/campaign';
import { type MorningJob, morningOfLetters } from '../../message/morning.ts';
import { writeCensusLetter } from './write-letter.ts';

const morning = { cadence: 'census', told: 'buyers reminded of a census' } as const;

/**
 * One morning: the buyers whose census reached a rung of its ladder, and those whom a first letter could not reach until today. One letter
 * to an address; nothing on a day off, nor where no relay takes letters. Safe to run again: what was written is found.
 */
export async function remindCensus(job: MorningJob, now = new Date()): Promise<void> {
  await morningOfLetters(job, now, morning, async ({ tx, today, publicUrl, written, paused }) => {
    for (const ask of await listAsks(tx, { waiting: true, limit: 5_000 })) {
      const rung = campaignRung(ask, today);
      const { address } = ask;
      if (rung === null || address === null || written.has(address) || paused(ask.structureId)) continue;
      await writeCensusLetter(tx, ask, { address, rung, sentBy: null, today, publicUrl, now });
      written.add(address);
    }
  });
}
