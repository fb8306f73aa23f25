import type { MessageStatus } from '@jonction/domain/message/words';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { message } from './tables.ts';

/** Letters of a structure, latest first, without their bodies. One more than asked tells whether there are others. */
export async function listMessages(
  tx: Tx,
  question: { structureId: string; text: string; status: MessageStatus | null; limit: number; offset: number },
) {
  const { structureId, text, status } = question;
  return tx
    .select({
      id: message.id,
      template: message.template,
      toAddress: message.toAddress,
      toName: message.toName,
      subject: message.subject,
      status: message.status,
      createdAt: message.createdAt,
      sentAt: message.sentAt,
      attempts: message.attempts,
      returnedAt: message.returnedAt,
    })
    .from(message)
    .where(
      and(
        eq(message.structureId, structureId),
        status ? eq(message.status, status) : undefined,
        ...text
          .split(/\s+/)
          .filter(Boolean)
          .map(
            (token) => sql`app.plain(concat_ws(' ', ${message.toAddress}, ${message.toName}, ${message.subject}))
              like '%' || app.like_literal(app.plain(${token})) || '%'`,
          ),
      ),
    )
    .orderBy(desc(message.id))
    .limit(question.limit + 1)
    .offset(question.offset);
}

export async function findMessage(tx: Tx, id: string) {
  const [row] = await tx.select().from(message).where(eq(message.id, id));
  return row ?? null;
}

/** The latest letter about something, or null. */
export async function findMessageAbout(tx: Tx, about: { kind: string; id: string }) {
  const [row] = await tx
    .select({ id: message.id, status: message.status, bodyText: message.bodyText })
    .from(message)
    .where(and(eq(message.aboutKind, about.kind), eq(message.aboutId, about.id)))
    .orderBy(desc(message.id))
    .limit(1);
  return row ?? null;
}
