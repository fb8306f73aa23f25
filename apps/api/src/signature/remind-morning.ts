import { findRequest, listAwaitedSigners } from '@jonction/db/signature/queries';
import { mayRemind } from '@jonction/domain/hours/late';
import { signatureLetterDue } from '@jonction/domain/signature/ladder';
import { type MorningJob, morningOfLetters } from '../message/morning.ts';
import { askToSign } from './write-letter.ts';

const morning = { cadence: 'signatures', told: 'people reminded of documents to sign' } as const;

/**
 * One morning: people who have not answered, on a day of the ladder. One letter to an address; nothing on a day off, nor where no
 * relay takes letters. Safe to run again: what was written is found.
 */
export async function remindSigners(job: MorningJob, now = new Date()): Promise<void> {
  await morningOfLetters(job, now, morning, async ({ tx, today, publicUrl, written, paused }) => {
    for (const awaited of await listAwaitedSigners(tx, today)) {
      const may = mayRemind(awaited, today);
      if (paused(awaited.structureId)) continue;
      if (!signatureLetterDue(awaited, today) || !may.ok || written.has(may.value)) continue;
      const request = await findRequest(tx, awaited.requestId, today);
      const signer = request?.signers.find(({ id }) => id === awaited.signerId);
      if (!request || !signer) continue;
      const asked = { ...request, askedByName: request.askedByName ?? request.structureName };
      await askToSign(tx, asked, signer, { sentBy: null, publicUrl, now, reminded: true });
      written.add(may.value);
    }
  });
}
