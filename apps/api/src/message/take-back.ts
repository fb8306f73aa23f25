import type { Tx } from '@jonction/db/client';
import { message } from '@jonction/db/message/tables';
import { type NoReport, readReturnedMail, verdictOn } from '@jonction/messages/returned-mail';
import { eq } from 'drizzle-orm';
import { emit } from '../outbox/emit.ts';

/** What became of a returned mail. `lowered`: nobody is at that address any more; `returned`: it did not arrive, and no more is known. */
export type TakenBack = 'lowered' | 'returned' | 'known_already' | 'not_final' | 'not_ours' | NoReport;

const ownId = /^([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})@/;

/**
 * Takes a report of delivery. It is believed for one letter alone: the one whose Message-ID it holds, that a relay took, at the
 * address that we wrote to. Nobody can guess an id of ours: a forged report, or one about somebody else's mail, changes nothing.
 * The base lowers the contact, and reopens what was to be told to a person.
 */
export async function takeBack(tx: Tx, raw: string, now = new Date()): Promise<TakenBack> {
  const report = readReturnedMail(raw);
  if ('none' in report) return report.none;
  const [, id] = ownId.exec(report.messageId ?? '') ?? [];
  if (!id) return 'not_ours';
  const [letter] = await tx.select().from(message).where(eq(message.id, id)).for('update');
  if (letter?.channel !== 'mail') return 'not_ours';
  const reported = report.reported.find(({ addresses }) => addresses.includes(letter.toAddress.toLowerCase()));
  if (!reported) return 'not_ours';
  const verdict = verdictOn(reported);
  if (verdict === null) return 'not_final';
  if (letter.returnedAt !== null || letter.status === 'failed') return 'known_already';
  // A letter that never left cannot come back.
  if (letter.status !== 'sent') return 'not_ours';
  const lastError = [reported.status, reported.diagnostic].filter(Boolean).join(' ').slice(0, 500);
  await tx
    .update(message)
    .set({ status: 'failed', returnedAt: now, returnedFor: verdict, lastError })
    .where(eq(message.id, letter.id));
  await emit(tx, { type: 'message.returned', structureId: letter.structureId, subjectId: letter.id });
  return verdict === 'address' ? 'lowered' : 'returned';
}
