import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { PagesHandler } from './front.ts';

const handlerFile = fileURLToPath(new URL('../../../web/build/handler.js', import.meta.url));

/** The key under which pages find the API of their own process, and call it without a network. */
const API_KEY = Symbol.for('jonction.api');

/** Loads the built pages. `api` is the one of this process, if it has one. */
export async function openPages(
  api: { fetch(request: Request): Response | Promise<Response> } | null,
): Promise<PagesHandler> {
  // Kit takes the visitor's address from the headers that the front door made true.
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  process.env.HOST_HEADER = 'x-forwarded-host';
  process.env.ADDRESS_HEADER = 'x-forwarded-for';
  // Files of 10 MB pass through the pages on their way to the API; Kit's own limit is half a megabyte.
  process.env.BODY_SIZE_LIMIT = '12M';
  if (api !== null) Reflect.set(globalThis, API_KEY, { fetch: api.fetch });
  const built: unknown = await import(pathToFileURL(handlerFile).href);
  if (typeof built === 'object' && built !== null && 'handler' in built && isHandler(built.handler))
    return built.handler;
  throw new Error(`${path.relative(process.cwd(), handlerFile)} has no handler`);
}

/** In development the pages are Vite's: a browser that comes to us is sent there. */
export function pagesElsewhere(url: string): PagesHandler {
  return (request: IncomingMessage, response) => {
    response.writeHead(307, { location: `${url}${request.url ?? '/'}` });
    response.end();
  };
}

function isHandler(value: unknown): value is PagesHandler {
  return typeof value === 'function';
}
