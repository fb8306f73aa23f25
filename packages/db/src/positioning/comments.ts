import { eq } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { positioningComment } from './follow-tables.ts';

/** What the team said of a positioning, the first word first. */
export async function listComments(tx: Tx, positioningId: string) {
  return tx
    .select({
      id: positioningComment.id,
      at: positioningComment.at,
      authorName: user.name,
      body: positioningComment.body,
    })
    .from(positioningComment)
    .innerJoin(user, eq(user.id, positioningComment.authorId))
    .where(eq(positioningComment.positioningId, positioningId))
    .orderBy(positioningComment.id);
}
