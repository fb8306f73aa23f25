import type { AppRouter } from '@jonction/api/router';
import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import { signInAddress } from './sign-in-address.ts';

/** The only door to the API. In one process it is a function of the process; apart, it is `API_URL`. */
export type Api = ReturnType<typeof createTRPCClient<AppRouter>>;

type Handler = (request: Request) => Response | Promise<Response>;
const inProcess = Symbol.for('jonction.api');

function isApi(value: unknown): value is { fetch: Handler } {
  return typeof value === 'object' && value !== null && 'fetch' in value && typeof value.fetch === 'function';
}

/** A request to the API in the name of whoever asks for the page: her cookies, her address, her language. */
export function callApi(event: RequestEvent, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const from = event.request.headers;
  const passed = { cookie: from.get('cookie'), 'x-forwarded-for': from.get('x-forwarded-for') };
  for (const [name, value] of Object.entries(passed)) if (value) headers.set(name, value);
  headers.set('x-request-id', event.locals.requestId);
  headers.set('x-jonction-locale', event.locals.locale);
  const here: unknown = Reflect.get(globalThis, inProcess);
  if (isApi(here)) {
    return Promise.resolve(here.fetch(new Request(new URL(path, event.url.origin), { ...init, headers })));
  }
  const base = process.env.API_URL;
  if (!base) throw new Error('no API in this process, and API_URL is not set');
  return fetch(new URL(path, base), { ...init, headers });
}

/**
 * The typed client. `link`: the token of a company's link, or the headers of somebody's own page, which then speak instead of the
 * session.
 */
export function api(event: RequestEvent, link?: string | Readonly<Record<string, string>>): Api {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${event.url.origin}/api/trpc`,
        headers: typeof link === 'string' ? { 'x-jonction-link': link } : (link ?? {}),
        fetch: (url, init) => {
          const target = new URL(url instanceof Request ? url.url : url);
          return callApi(event, target.pathname + target.search, init as RequestInit);
        },
      }),
    ],
  });
}

export interface ApiRefusal {
  code: string;
  sentence: string;
  fields: Record<string, string>;
  status: number;
}

/** What the API refused and why, or null when the error is of another kind. */
export function refusalOf(thrown: unknown): ApiRefusal | null {
  if (!(thrown instanceof TRPCClientError)) return null;
  const data: unknown = thrown.data;
  if (typeof data !== 'object' || data === null || !('sentence' in data)) return null;
  const { code, sentence, fields } = data as { code: string; sentence: string; fields: Record<string, string> };
  const response = thrown.meta?.response;
  return { code, sentence, fields, status: response instanceof Response ? response.status : 400 };
}

/** Whether too many requests came from one address: the door says so before any procedure, in a shape of its own. */
function isSlowedDown(thrown: unknown): boolean {
  const response = thrown instanceof TRPCClientError ? thrown.meta?.response : null;
  return response instanceof Response && response.status === 429;
}

/** For `load`: the answer, or the page that says why there is none; a finished session goes through sign-in and back. */
export async function ask<Answer>(event: RequestEvent, call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (isSlowedDown(thrown)) error(429);
    if (!refusal) throw thrown;
    if (refusal.code === 'access.sign_in_needed') redirect(303, signInAddress(event.url));
    error(refusal.status === 422 ? 400 : refusal.status, refusal.sentence);
  }
}
