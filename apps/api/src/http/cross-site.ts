import { sentence } from '@jonction/domain/shared/words';
import { createMiddleware } from 'hono/factory';
import { words } from '../words.ts';

/**
 * CSRF: whatever changes something must come from our own pages. Browsers say where a request comes from
 * (`Origin`, `Sec-Fetch-Site`); a form of another site can say neither "our origin" nor "same-origin".
 * Together with `SameSite=Lax` cookies and JSON bodies, which no foreign form can post.
 */
export function refuseCrossSite(publicUrl: string) {
  const ours = new URL(publicUrl).origin;
  return createMiddleware(async (c, next) => {
    const { method } = c.req;
    if (method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS') {
      const origin = c.req.header('origin');
      const site = c.req.header('sec-fetch-site');
      const foreign = (origin !== undefined && origin !== ours) || site === 'cross-site' || site === 'same-site';
      if (foreign)
        return c.json({ code: 'access.cross_site', sentence: sentence(words, 'fr', 'access.cross_site') }, 403);
    }
    return next();
  });
}
