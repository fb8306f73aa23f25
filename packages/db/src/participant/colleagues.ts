import { and, eq, inArray, isNull } from 'drizzle-orm';
import { membership } from '../access/tables.ts';
import type { Tx } from '../client.ts';

/** Whether somebody is, now, of the clause team of a structure. */
export async function isColleague(tx: Tx, structureId: string, userId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: membership.id })
    .from(membership)
    .where(
      and(
        eq(membership.structureId, structureId),
        eq(membership.userId, userId),
        inArray(membership.role, ['facilitator', 'lead']),
        isNull(membership.endedAt),
      ),
    )
    .limit(1);
  return row !== undefined;
}
