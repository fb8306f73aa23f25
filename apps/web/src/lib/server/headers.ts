import type { Handle } from '@sveltejs/kit/hooks';

/**
 * Headers beside the content security policy, which Kit writes with its nonces (`vite.config.ts`).
 * `same-origin` and not `no-referrer`: the latter makes browsers send `Origin: null` with our own forms, which Kit's
 * cross-site check would then refuse. No other site ever learns an address of ours, and links carry tokens.
 */
const fixed: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
};

const oneYearSeconds = 31_536_000;

export const headers: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  for (const [name, value] of Object.entries(fixed)) response.headers.set(name, value);
  response.headers.set('x-request-id', event.locals.requestId);
  if (event.url.protocol === 'https:') {
    response.headers.set('strict-transport-security', `max-age=${oneYearSeconds}; includeSubDomains`);
  }
  // A page holds people's names: the next person at this computer must not find it with the back button.
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
};
