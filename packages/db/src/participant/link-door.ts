import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** What a link says before the second check: who wrote, and how its tries stand. Null when it is dead. */
export async function findDoor(tx: Tx, tokenHash: string) {
  const [row] = rowsOf<{
    structureName: string;
    structurePhone: string | null;
    senderName: string | null;
    failures: number;
    lastFailedAt: string | null;
    lockedAt: string | null;
    hasBirth: boolean;
    hasPhone: boolean;
  }>(
    await tx.execute(sql`
      select structure_name as "structureName", structure_phone as "structurePhone", sender_name as "senderName", failures,
             last_failed_at as "lastFailedAt", locked_at as "lockedAt", has_birth as "hasBirth", has_phone as "hasPhone"
      from app.find_participant_link(${tokenHash})`),
  );
  return row ? { ...row, lastFailedAt: instant(row.lastFailedAt), lockedAt: instant(row.lockedAt) } : null;
}

/** The same link held until the try is over, with what the answer is held against. */
export async function holdDoor(tx: Tx, tokenHash: string) {
  const [row] = rowsOf<{
    linkId: string;
    participantId: string;
    structureId: string;
    failures: number;
    lastFailedAt: string | null;
    lockedAt: string | null;
    birthDate: string | null;
    phone: string | null;
  }>(
    await tx.execute(sql`
      select link_id as "linkId", participant_id as "participantId", structure_id as "structureId", failures,
             last_failed_at as "lastFailedAt", locked_at as "lockedAt", birth_date::text as "birthDate", phone
      from app.hold_participant_link(${tokenHash})`),
  );
  return row ? { ...row, lastFailedAt: instant(row.lastFailedAt), lockedAt: instant(row.lockedAt) } : null;
}

export async function countTry(tx: Tx, tokenHash: string, { failed, locks }: { failed: boolean; locks: boolean }) {
  await tx.execute(sql`select app.count_participant_try(${tokenHash}, ${failed}, ${locks})`);
}

function instant(text: string | Date | null): Date | null {
  return text === null ? null : new Date(text);
}
