import { message } from '@jonction/db/message/tables';
import { and, eq, sql } from 'drizzle-orm';
import type { EventJob, JobContext } from './start.ts';

const system = { kind: 'system' } as const;

/**
 * What a relay says of an address that takes no letter, and will not tomorrow (RFC 5321, replies 5xx to RCPT TO). Anything
 * else, a full box or a relay that is down, is tried again.
 */
export function refusedForGood(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EENVELOPE') return null;
  const reply = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0;
  return reply >= 500 && reply < 600 ? error.message.slice(0, 500) : null;
}

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
    try {
      await relay.send(
        { subject: letter.subject, text: letter.bodyText ?? '', html: letter.bodyHtml ?? '' },
        { messageId: letter.id, to: letter.toAddress, toName: letter.toName },
      );
    } catch (error) {
      const reason = refusedForGood(error);
      if (reason === null) throw error;
      await tx
        .update(message)
        .set({ status: 'failed', attempts: sql`attempts + 1`, lastError: reason })
        .where(eq(message.id, id));
      return;
    }
    await tx
      .update(message)
      .set({ status: 'sent', sentAt: new Date(), attempts: sql`attempts + 1`, bodyText: null, bodyHtml: null })
      .where(eq(message.id, id));
  });
}
