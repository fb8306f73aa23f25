import type { Logger } from 'pino';
import type postgres from 'postgres';
import { z } from 'zod';

const announcement = z.object({
  id: z.string(),
  type: z.string(),
  structureId: z.string().nullable(),
  subjectId: z.string().nullable(),
});
export type Announcement = z.infer<typeof announcement>;

/** One LISTEN per process, shared by all live screens; it reconnects by itself. */
export function listenToEvents(client: postgres.Sql, log: Logger) {
  const subscribers = new Map<string, Set<(event: Announcement) => void>>();
  let listening: Promise<unknown> | null = null;

  const start = () => {
    if (listening !== null) return;
    listening = client
      .listen('jonction_events', (payload) => {
        const event = announcement.parse(JSON.parse(payload));
        for (const tell of subscribers.get(event.structureId ?? '') ?? []) tell(event);
      })
      .catch((error: unknown) => {
        listening = null;
        log.warn({ err: error }, 'live updates are not available');
      });
  };

  return {
    subscribe(structureId: string, tell: (event: Announcement) => void): () => void {
      start();
      const group = subscribers.get(structureId) ?? new Set();
      subscribers.set(structureId, group.add(tell));
      return () => group.delete(tell);
    },
  };
}

/** For jobs: every event of the base, as a wake-up only. */
export function listenToAll(client: postgres.Sql, wake: (event: Announcement) => void) {
  return client.listen('jonction_events', (payload) => wake(announcement.parse(JSON.parse(payload))));
}
