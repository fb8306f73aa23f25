import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sessionCookieName } from '@jonction/api/access/auth';
import { type App, createApp } from '@jonction/api/app';
import type { AppRouter } from '@jonction/api/router';
import { type Database, openDatabase } from '@jonction/db/client';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import pino from 'pino';
import { makeBase, type TestBase } from './base.ts';

export const publicUrl = 'http://jonction.test';
const secret = 'a secret of thirty-two characters or more, for tests';

export type Client = ReturnType<typeof createTRPCClient<AppRouter>>;

export interface Product {
  app: App;
  base: TestBase;
  /** The base as jobs and migrations see it: to lay facts and to look at rows behind the walls. */
  system: Database;
  secret: string;
  /** Where its files lie. */
  dataDir: string;
  /** A client over HTTP in the name of a cookie, a link, or nobody. */
  client(headers?: Record<string, string>): Client;
  /** The headers of a person who is signed in for a membership. */
  signedIn(userId: string, membershipId?: string): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** The whole API over a base of its own. Requests go through its HTTP door, cookies and all. */
export async function startProduct(
  options: { today?: string; meilisearch?: { url: string; key: string } } = {},
): Promise<Product> {
  const base = await makeBase();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'jonction-product-'));
  const { today } = options;
  const app = await createApp({
    appUrl: base.appUrl,
    dataDir,
    meilisearch: options.meilisearch ?? null,
    publicUrl,
    secret,
    mailLeaves: false,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    ...(today ? { today: () => today } : {}),
  });
  const system = openDatabase(base.ownerUrl, { max: 2, applicationName: 'test' });
  return {
    app,
    base,
    system,
    secret,
    dataDir,
    client: (headers = {}) =>
      createTRPCClient<AppRouter>({
        links: [
          httpLink({
            url: `${publicUrl}/api/trpc`,
            headers,
            fetch: async (url, init) => app.fetch(new Request(url, init as RequestInit)),
          }),
        ],
      }),
    signedIn: async (userId, membershipId) => {
      const token = randomBytes(24).toString('base64url');
      await system.client`insert into session (user_id, token, expires_at, active_membership_id)
        values (${userId}, ${token}, now() + interval '1 hour', ${membershipId ?? null})`;
      const signature = createHmac('sha256', secret).update(token).digest('base64');
      return { cookie: `${sessionCookieName}=${encodeURIComponent(`${token}.${signature}`)}` };
    },
    close: async () => {
      await app.close();
      await system.close();
      await base.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The refusal code that a call ends with; fails the test when it succeeds. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof TRPCClientError && error.data && typeof error.data.code === 'string') return error.data.code;
    throw error;
  }
  throw new Error('the call was not refused');
}
