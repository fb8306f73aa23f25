import { eq, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { participantErrand, participantPostal, participantThird } from './reach-tables.ts';

/** Lines of the envelope, or null. */
export async function findPostal(tx: Tx, participantId: string): Promise<string | null> {
  const [row] = await tx
    .select({ lines: participantPostal.lines })
    .from(participantPostal)
    .where(eq(participantPostal.participantId, participantId));
  return row?.lines ?? null;
}

export async function keepPostal(
  tx: Tx,
  of: { participantId: string; structureId: string },
  lines: string | null,
): Promise<void> {
  if (lines === null) {
    await tx.delete(participantPostal).where(eq(participantPostal.participantId, of.participantId));
    return;
  }
  await tx
    .insert(participantPostal)
    .values({ ...of, lines })
    .onConflictDoUpdate({ target: participantPostal.participantId, set: { lines, updatedAt: sql`now()` } });
}

/** Somebody to go through, with the agreement that lets her be read; null when there is none. */
export async function findThird(tx: Tx, participantId: string) {
  const [row] = await tx
    .select({
      name: participantThird.name,
      relation: participantThird.relation,
      phone: participantThird.phone,
      email: participantThird.email,
      agreedOn: participantThird.agreedOn,
      agreedWay: participantThird.agreedWay,
      recordedByName: user.name,
    })
    .from(participantThird)
    .leftJoin(user, eq(user.id, participantThird.recordedBy))
    .where(eq(participantThird.participantId, participantId));
  return row ?? null;
}

export async function keepThird(tx: Tx, values: typeof participantThird.$inferInsert): Promise<void> {
  const { participantId: _, structureId: __, ...set } = values;
  await tx
    .insert(participantThird)
    .values(values)
    .onConflictDoUpdate({
      target: participantThird.participantId,
      set: { ...set, recordedBy: values.recordedBy ?? null, recordedAt: sql`now()` },
    });
}

/** False when there was nobody. */
export async function removeThird(tx: Tx, participantId: string): Promise<boolean> {
  const rows = await tx
    .delete(participantThird)
    .where(eq(participantThird.participantId, participantId))
    .returning({ participantId: participantThird.participantId });
  return rows.length > 0;
}

/**
 * One thing to tell somebody, once. What was said already is said again only where its words changed: a meeting that moved. Null
 * when nothing is left to say.
 */
export async function keepErrand(
  tx: Tx,
  errand: Pick<
    typeof participantErrand.$inferInsert,
    'structureId' | 'participantId' | 'kind' | 'aboutId' | 'subject' | 'body'
  >,
): Promise<string | null> {
  const [row] = await tx
    .insert(participantErrand)
    .values(errand)
    .onConflictDoUpdate({
      target: [participantErrand.kind, participantErrand.aboutId],
      set: {
        subject: errand.subject,
        body: errand.body,
        createdAt: sql`now()`,
        doneAt: null,
        doneBy: null,
        doneChannel: null,
      },
      setWhere: sql`${participantErrand.body} <> excluded.body`,
    })
    .returning({ id: participantErrand.id });
  return row?.id ?? null;
}
