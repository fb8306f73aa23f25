import { sentence } from '@jonction/domain/shared/words';
import { createMiddleware } from 'hono/factory';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { linkHeader, pageHeader } from '../access/find-actor.ts';
import { words } from '../words.ts';

/** Wide enough for a facilitator who works fast, narrow for a program that tries tokens. Counted per process. */
const requestsPerMinute = 1200;
const linkRequestsPerMinute = 120;
/** Somebody who checks papers checks a few: the rest tries codes. */
const checksPerMinute = 30;
const checkedHere = /report\.verifyDocument|signature\.verify/;

export function limitRate() {
  const everything = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 });
  const links = new RateLimiterMemory({ points: linkRequestsPerMinute, duration: 60 });
  const checks = new RateLimiterMemory({ points: checksPerMinute, duration: 60 });
  return createMiddleware(async (c, next) => {
    const address = c.req.header('x-forwarded-for')?.split(',')[0]?.trim() ?? 'unknown';
    const byLink = c.req.header(linkHeader) ?? c.req.header(pageHeader);
    const limiter = checkedHere.test(c.req.path) ? checks : byLink ? links : everything;
    try {
      await limiter.consume(address);
    } catch {
      c.header('retry-after', '60');
      return c.json(
        { code: 'access.too_many_requests', sentence: sentence(words, 'fr', 'access.too_many_requests') },
        429,
      );
    }
    return next();
  });
}
