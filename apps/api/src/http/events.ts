import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Context, Services } from '../context.ts';
import { listenToEvents } from '../outbox/listen.ts';

const heartbeatMs = 25_000;

/**
 * Live updates: what happened in the reader's structure, by type and id only; the page then asks again. For its own team alone:
 * that somebody was recommended, and when, is already more than a company, a buyer or another partner may know.
 */
export function eventsRoute(contextOf: (request: Request) => Promise<Context>, services: Services) {
  const listener = listenToEvents(services.database.client, services.log);
  return new Hono().get('/', async (c) => {
    const ctx = await contextOf(c.req.raw);
    const membership = ctx.actor.kind === 'user' ? ctx.actor.membership : null;
    if (!membership) return c.body(null, 401);
    if (membership.role !== 'facilitator' && membership.role !== 'lead') return c.body(null, 403);
    const { structureId } = membership;
    return streamSSE(c, async (stream) => {
      const stop = listener.subscribe(structureId, (event) => {
        stream.writeSSE({ event: event.type, data: JSON.stringify({ id: event.subjectId }) }).catch(() => stop());
      });
      stream.onAbort(stop);
      while (!stream.aborted) {
        await stream.sleep(heartbeatMs);
        await stream.writeSSE({ event: 'beat', data: '' });
      }
    });
  });
}
