import type { Database } from '@jonction/db/client';
import type { PgBoss } from 'pg-boss';
import type { EventJob } from './start.ts';

const batch = 200;

/**
 * Hands what happened to the job queue. Several workers may relay at once: rows are locked, skipped by the others, and
 * marked once the queue has them; a crash in between hands them twice, which handlers do not mind.
 */
export async function relayOutbox({ client }: Database, boss: PgBoss, queue: string): Promise<void> {
  for (;;) {
    const handed = await client.begin(async (sql) => {
      const rows = await sql<
        {
          id: string;
          type: string;
          structure_id: string | null;
          subject_id: string | null;
          payload: Record<string, unknown>;
        }[]
      >`select id, type, structure_id, subject_id, payload from outbox
        where handled_at is null order by id limit ${batch} for update skip locked`;
      if (rows.length === 0) return 0;
      await boss.insert(
        queue,
        rows.map((row) => ({
          data: {
            id: row.id,
            type: row.type,
            structureId: row.structure_id,
            subjectId: row.subject_id,
            payload: row.payload,
          } satisfies EventJob,
        })),
      );
      await sql`update outbox set handled_at = now() where id in ${sql(rows.map(({ id }) => id))}`;
      return rows.length;
    });
    if (handed < batch) return;
  }
}
