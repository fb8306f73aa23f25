import type { Tx } from '@jonction/db/client';
import { message } from '@jonction/db/message/tables';
import { newId } from '@jonction/db/new-id';
import type { Letter } from '@jonction/messages/letter';
import { emit } from '../outbox/emit.ts';

export interface Addressed {
  structureId: string | null;
  to: string;
  toName?: string | null;
  about?: { kind: string; id: string };
}

/**
 * Puts a letter in the box, in the transaction of what it tells. A job hands it to the relay afterwards; without a
 * relay it stays readable on the outbox screen.
 */
export async function writeMessage(tx: Tx, letter: Letter, to: Addressed): Promise<string> {
  const id = newId();
  await tx.insert(message).values({
    id,
    structureId: to.structureId,
    template: letter.template,
    toAddress: to.to,
    toName: to.toName ?? null,
    subject: letter.subject,
    bodyText: letter.text,
    bodyHtml: letter.html,
    aboutKind: to.about?.kind ?? null,
    aboutId: to.about?.id ?? null,
  });
  await emit(tx, { type: 'message.queued', structureId: to.structureId, subjectId: id });
  return id;
}
