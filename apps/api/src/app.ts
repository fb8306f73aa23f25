import { parisDayOf } from '@jonction/domain/shared/day';
import { isLocale, preferredLocale } from '@jonction/domain/shared/preferred-locale';
import { sentence } from '@jonction/domain/shared/words';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { openAuth } from './access/auth.ts';
import { findActor } from './access/find-actor.ts';
import { writeResetMessage } from './access/write-reset.ts';
import { contextFor, openApplicationDatabases, type Services } from './context.ts';
import { openFolderStore } from './file/store.ts';
import { clauseTextsRoute } from './http/clause-texts.ts';
import { refuseCrossSite } from './http/cross-site.ts';
import { documentsRoute } from './http/documents.ts';
import { downloadsRoute } from './http/downloads.ts';
import { eventsRoute } from './http/events.ts';
import { exportsRoute } from './http/exports.ts';
import { legalRoute } from './http/legal.ts';
import { penaltiesRoute } from './http/penalties.ts';
import { limitRate } from './http/rate-limit.ts';
import { signaturesRoute } from './http/signatures.ts';
import { templatesRoute } from './http/templates.ts';
import { uploadsRoute } from './http/uploads.ts';
import { Banks } from './matching/banks.ts';
import { openPasses } from './participant/page/pass.ts';
import { openSeals } from './report/document/seal.ts';
import { appRouter } from './router.ts';
import { openVault } from './vault/vault.ts';
import { words } from './words.ts';

export interface AppOptions {
  appUrl: string;
  dataDir: string;
  meilisearch: { url: string; key: string } | null;
  publicUrl: string;
  secret: string;
  mailLeaves: boolean;
  log: Logger;
  today?: () => string;
}

export interface App {
  fetch(request: Request): Response | Promise<Response>;
  services: Services;
  /** Why the API cannot serve now, in French; empty when it can. */
  readiness(): Promise<string[]>;
  close(): Promise<void>;
}

const twelveMegabytes = 12 * 1024 * 1024;

export async function createApp(options: AppOptions): Promise<App> {
  const vault = openVault(options.secret);
  const { bankDatabase, ...databases } = openApplicationDatabases(options.appUrl);
  const today = options.today ?? (() => parisDayOf(new Date()));
  const services: Services = {
    ...databases,
    banks: new Banks(bankDatabase, today),
    vault,
    files: openFolderStore(options.dataDir, vault),
    meilisearch: options.meilisearch,
    publicUrl: options.publicUrl,
    log: options.log,
    today,
    passes: openPasses(options.secret),
    seals: openSeals(options.secret),
    mailLeaves: options.mailLeaves,
  };
  const auth = openAuth({
    authDatabase: services.authDatabase,
    secret: options.secret,
    publicUrl: options.publicUrl,
    sendReset: (to, url) => writeResetMessage(services, to, url),
  });

  const context = async (request: Request) => {
    const actor = await findActor(request, services, options.secret);
    return contextFor(services, actor, {
      locale: localeOf(request),
      requestId: requestIdOf(request),
      ip: request.headers.get('x-forwarded-for') ?? 'unknown',
    });
  };

  const api = new Hono().basePath('/api');
  api.use(refuseCrossSite(options.publicUrl));
  api.use(limitRate());
  api.on(['GET', 'POST'], '/auth/*', (c) => auth.handler(c.req.raw));
  api.use('/uploads/*', bodyLimit({ maxSize: twelveMegabytes }));
  api.use('/trpc/*', bodyLimit({ maxSize: twelveMegabytes }));
  api.all('/trpc/*', (c) =>
    fetchRequestHandler({
      endpoint: '/api/trpc',
      req: c.req.raw,
      router: appRouter,
      createContext: () => context(c.req.raw),
      onError: ({ error, path, ctx }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') {
          options.log.error({ err: error.cause ?? error, path, requestId: ctx?.requestId }, 'procedure failed');
        }
      },
    }),
  );
  api.route('/uploads', uploadsRoute(context));
  api.route('/downloads', downloadsRoute(context));
  api.route('/exports', exportsRoute(context));
  api.route('/documents', documentsRoute(context));
  api.route('/clause-texts', clauseTextsRoute(context));
  api.route('/legal', legalRoute(context));
  api.route('/penalties', penaltiesRoute(context));
  api.route('/signatures', signaturesRoute(context));
  api.route('/templates', templatesRoute(context));
  api.route('/events', eventsRoute(context, services));
  api.onError((error, c) => {
    const requestId = requestIdOf(c.req.raw);
    options.log.error({ err: error, requestId }, 'request failed');
    return c.json({ code: 'shared.failed', sentence: sentence(words, 'fr', 'shared.failed'), requestId }, 500);
  });
  api.notFound((c) => c.json({ code: 'shared.not_found', sentence: sentence(words, 'fr', 'shared.not_found') }, 404));

  return {
    fetch: (request) => api.fetch(request),
    services,
    readiness: async () => {
      try {
        await services.database.client`select 1`;
        return [];
      } catch {
        return ['La base de données ne répond pas.'];
      }
    },
    close: async () => {
      await Promise.all([services.database.close(), services.authDatabase.close(), bankDatabase.close()]);
    },
  };
}

function localeOf(request: Request) {
  const asked = request.headers.get('x-jonction-locale');
  return isLocale(asked) ? asked : preferredLocale(request.headers.get('accept-language'));
}

function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id');
  return given !== null && /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();
}
