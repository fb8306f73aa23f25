import type { Tx } from '@jonction/db/client';
import { outbox } from '@jonction/db/outbox/tables';

/**
 * What happened, told to jobs and live screens once the transaction is kept. Each type has its handler in
 * `jobs/handlers.ts`; handlers run at least once and must not mind running twice.
 */
export interface OutboxEvent {
  type: `${string}.${string}`;
  structureId: string | null;
  subjectId?: string;
  /** Ids only: live screens of the structure hear of the event. */
  payload?: Record<string, string | number | boolean | null>;
}

export async function emit(tx: Tx, ...events: OutboxEvent[]): Promise<void> {
  if (events.length > 0) await tx.insert(outbox).values(events);
}
