import type { Tx } from '@jonction/db/client';
import { contact } from '@jonction/db/contact/tables';
import { newId } from '@jonction/db/new-id';
import type { LogContact } from '@jonction/domain/contact/contact';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { emit } from '../outbox/emit.ts';
import { speaker } from '../speaker.ts';

export interface WrittenContact extends Pick<LogContact, 'participantId' | 'channel' | 'outcome' | 'purpose'> {
  structureId: string;
  at: Date;
  note: string | null;
  positioningId: string | null;
}

/** Writes an attempt or a conversation down, in the name of whoever had it. */
export async function writeContact(ctx: Context & { tx: Tx }, written: WrittenContact): Promise<string> {
  const { participantId, structureId, outcome, purpose } = written;
  const id = newId();
  await ctx.tx.insert(contact).values({ ...written, id, madeBy: speaker(ctx).userId });
  await recordAudit(ctx, {
    action: 'contact.log',
    subjectKind: 'participant',
    subjectId: participantId,
    facts: { outcome, purpose },
  });
  await emit(ctx.tx, { type: 'contact.logged', structureId, subjectId: participantId });
  return id;
}
