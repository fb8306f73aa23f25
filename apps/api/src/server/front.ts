import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type ForwardedOptions, settleForwarded } from './forwarded.ts';

export interface Api {
  fetch(request: Request): Response | Promise<Response>;
  readiness(): Promise<string[]>;
}

export type PagesHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** The one door of the process: before it can serve it says so, afterwards it shares requests out. */
export interface Front {
  listener: RequestListener;
  /** Replaces the reasons why it cannot serve yet, in French. */
  wait(reasons: string[]): void;
  /** Serves from now on. Without `pages`, only the API; without `api`, only pages. */
  open(parts: { api: Api | null; pages: PagesHandler | null }): void;
}

const READINESS_MS = 5_000;

export function createFront(options: ForwardedOptions): Front {
  let reasons = ['le démarrage commence'];
  let api: Api | null = null;
  let askApi: RequestListener | null = null;
  let pages: PagesHandler | null = null;

  const ready = async (): Promise<string[]> => {
    if (reasons.length > 0 || api === null) return reasons;
    const limit = new Promise<string[]>((resolve) => {
      setTimeout(() => resolve(["l'API ne répond pas à temps"]), READINESS_MS).unref();
    });
    return await Promise.race([api.readiness(), limit]).catch(() => ['la base ne répond pas']);
  };

  const listener: RequestListener = (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/healthz') return answer(response, 200, { ok: true });
    if (path === '/readyz') {
      ready()
        .then((found) => answer(response, found.length === 0 ? 200 : 503, { reasons: found }))
        .catch(() => response.destroy());
      return;
    }
    if (reasons.length > 0) return sayWait(request, response, reasons);
    settleForwarded(request, options);
    const forApi = path === '/api' || path.startsWith('/api/');
    if (forApi && askApi !== null) return void askApi(request, response);
    if (pages !== null) return pages(request, response, () => notFound(response));
    notFound(response);
  };

  return {
    listener,
    wait: (found) => {
      reasons = found;
    },
    open: (parts) => {
      api = parts.api;
      const { fetch } = parts.api ?? {};
      askApi = fetch ? getRequestListener((request) => fetch(request), { overrideGlobalObjects: false }) : null;
      pages = parts.pages;
      reasons = [];
    },
  };
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ title: "Cette adresse n'existe pas.", status: 404, code: 'address.unknown' }));
}

function sayWait(request: IncomingMessage, response: ServerResponse, reasons: string[]): void {
  const headers = { 'retry-after': '2', 'cache-control': 'no-store' };
  if (!request.headers.accept?.includes('text/html')) {
    response.writeHead(503, { ...headers, 'content-type': 'application/problem+json' });
    const problem = { title: "Jonction n'est pas encore prête.", status: 503, code: 'server.starting', reasons };
    response.end(JSON.stringify(problem));
    return;
  }
  response.writeHead(503, { ...headers, 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="2"><title>Jonction démarre</title>
<body style="font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem">
<h1>Jonction démarre</h1><p>${reasons.join(', ')}.</p><p>Cette page se recharge d'elle-même.</p></body></html>`,
  );
}
