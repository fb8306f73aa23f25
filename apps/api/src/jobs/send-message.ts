import { message } from '@jonction/db/message/tables';
import { and, eq, sql } from 'drizzle-orm';
import type { EventJob, JobContext } from './start.ts';

const system = { kind: 'system' } as const;

/** Hands a letter to the relay once, then empties its body; without a relay it is kept for the outbox screen. */
export async function sendMessage(event: EventJob, { database, relay }: JobContext): Promise<void> {
  const id = event.subjectId;
  if (id === null) return;
  await database.as(system, async (tx) => {
    const [letter] = await tx
      .select()
      .from(message)
      .where(and(eq(message.id, id), eq(message.status, 'queued')))
      .for('update', { skipLocked: true });
    if (!letter) return;
    if (!relay) {
      await tx.update(message).set({ status: 'kept' }).where(eq(message.id, id));
      return;
    }
    await relay.send(
      { subject: letter.subject, text: letter.bodyText ?? '', html: letter.bodyHtml ?? '' },
      { messageId: letter.id, to: letter.toAddress, toName: letter.toName },
    );
    await tx
      .update(message)
      .set({ status: 'sent', sentAt: new Date(), attempts: sql`attempts + 1`, bodyText: null, bodyHtml: null })
      .where(eq(message.id, id));
  });
}
