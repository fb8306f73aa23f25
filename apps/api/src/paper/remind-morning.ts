import { listAwaited } from '@jonction/db/paper/queries';
import { mayRemind } from '@jonction/domain/hours/late';
import { letterDue } from '@jonction/domain/paper/asked';
import { type MorningJob, morningOfLetters } from '../message/morning.ts';
import { writePapersLetter } from './write-letter.ts';

const morning = { cadence: 'papers', told: 'companies reminded of papers' } as const;

/**
 * One morning: the companies of which a paper reached a day of its ladder, asked or about to end. One letter to an address; nothing on a
 * day off, nor where no relay takes letters. Safe to run again: what was written is found.
 */
export async function remindPapers(job: MorningJob, now = new Date()): Promise<void> {
  await morningOfLetters(job, now, morning, async ({ tx, today, publicUrl, written, paused }) => {
    for (const row of await listAwaited(tx, today)) {
      if (paused(row.structureId)) continue;
      const may = mayRemind(row, today);
      if (!letterDue(row.papers, row.lastLetterOn, today) || !may.ok || written.has(may.value)) continue;
      await writePapersLetter(tx, row, {
        address: may.value,
        sentBy: null,
        senderName: row.senderName,
        publicUrl,
        now,
      });
      written.add(may.value);
    }
  });
}
