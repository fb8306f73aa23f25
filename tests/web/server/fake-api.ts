import type { RequestEvent } from '@sveltejs/kit';
import { isHttpError, isRedirect } from '@sveltejs/kit';

export interface Asked {
  path: string;
  method: string;
  headers: Headers;
  body: string;
}

const place = Symbol.for('jonction.api');

/** Stands where the API of the process stands, answers what it is told to, and keeps what it was asked. */
export function fakeApi(answer: (asked: Asked) => Response | Promise<Response>): { asked: Asked[]; remove(): void } {
  const asked: Asked[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const one = {
      path: pathname + search,
      method: request.method,
      headers: request.headers,
      body: request.method === 'GET' ? '' : await request.text(),
    };
    asked.push(one);
    return answer(one);
  };
  Reflect.set(globalThis, place, { fetch });
  return { asked, remove: () => Reflect.deleteProperty(globalThis, place) };
}

export const json = (value: unknown, status = 200): Response => Response.json(value, { status });
/** What the API answers to a procedure that is done. */
export const done = (data: unknown): Response => json({ result: { data } });
/** What it answers when a rule refuses. */
export const refused = (
  status: number,
  code: string,
  sentence: string,
  fields: Record<string, string> = {},
): Response =>
  json({ error: { message: sentence, code: -32_600, data: { code, sentence, fields, httpStatus: status } } }, status);

export interface Cookie {
  name: string;
  value: string;
  options: Record<string, unknown>;
}

interface EventTraits {
  url?: string;
  headers?: Record<string, string>;
  cookies?: Record<string, string>;
  form?: Record<string, string | string[] | File>;
  params?: Record<string, string>;
  locale?: 'fr' | 'en';
}

/** What SvelteKit gives a load or an action, as far as our code reads it; `kept` are the cookies it set. */
export function eventOf(traits: EventTraits = {}): RequestEvent & { kept: Cookie[]; dropped: Cookie[] } {
  const url = new URL(traits.url ?? '/facilitateur/participants?page=2', 'https://jonction.example');
  const body = new FormData();
  for (const [name, value] of Object.entries(traits.form ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
  }
  const kept: Cookie[] = [];
  const dropped: Cookie[] = [];
  const event = {
    url,
    params: traits.params ?? {},
    locals: { locale: traits.locale ?? 'fr', theme: 'auto', requestId: 'request-1' },
    request: new Request(url, {
      headers: traits.headers ?? {},
      ...(traits.form ? { method: 'POST', body } : {}),
    }),
    cookies: {
      get: (name: string) => traits.cookies?.[name],
      set: (name: string, value: string, options: Record<string, unknown>) => kept.push({ name, value, options }),
      delete: (name: string, options: Record<string, unknown>) => dropped.push({ name, value: '', options }),
    },
    kept,
    dropped,
  };
  return event as unknown as RequestEvent & { kept: Cookie[]; dropped: Cookie[] };
}

/** Where it sent the reader, which page of error it showed, or what it gave. */
export async function outcomeOf(work: () => unknown): Promise<string> {
  try {
    return `gave ${JSON.stringify(await work())}`;
  } catch (thrown) {
    if (isRedirect(thrown)) return `to ${thrown.location}`;
    if (isHttpError(thrown)) return `error ${thrown.status} ${thrown.body.message}`;
    return `threw ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  }
}
