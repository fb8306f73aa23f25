import { account, rateLimit, session, user, verification } from '@jonction/db/access/tables';
import type { Database } from '@jonction/db/client';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { drizzle } from 'drizzle-orm/postgres-js';
import { hashPassword, verifyPassword } from './password.ts';
import { openSignInLimit } from './sign-in-limit.ts';

export const sessionCookieName = 'jonction.session_token';
const twelveHoursSeconds = 12 * 3600;

export interface AuthOptions {
  authDatabase: Database;
  secret: string;
  publicUrl: string;
  /** Writes the letter that holds the link for a new password. */
  sendReset: (to: { id: string; email: string; name: string }, url: string) => Promise<void>;
}

/**
 * The sign-in library. It writes sessions, passwords and attempts; reading a session on the hot path is
 * `findActor`, one prepared query. The library also has TOTP, passkeys and OpenID Connect, to be switched on.
 */
export function openAuth({ authDatabase, secret, publicUrl, sendReset }: AuthOptions) {
  const limit = openSignInLimit(authDatabase);
  return betterAuth({
    appName: 'Jonction',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [publicUrl],
    telemetry: { enabled: false },
    database: drizzleAdapter(drizzle(authDatabase.client), {
      provider: 'pg',
      schema: { user, session, account, verification, rateLimit },
    }),
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: 'jonction',
      useSecureCookies: false,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, secure: publicUrl.startsWith('https:') },
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    user: { additionalFields: { locale: { type: 'string', required: false, input: false } } },
    session: {
      expiresIn: twelveHoursSeconds,
      updateAge: 3600,
      additionalFields: { activeMembershipId: { type: 'string', required: false, input: false } },
    },
    emailAndPassword: {
      enabled: true,
      // An account is made by an invitation, never by a form open to all.
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      password: { hash: (password) => hashPassword(password), verify: verifyPassword },
      resetPasswordTokenExpiresIn: 3600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user: to, token }) =>
        sendReset({ id: to.id, email: to.email, name: to.name }, `${publicUrl}/mot-de-passe/${token}`),
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: {
        // Counted by the hooks below, which tell failures from successes and one account from another.
        '/sign-in/email': false,
        '/request-password-reset': { window: 300, max: 5 },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        if (ctx.path !== '/sign-in/email') return;
        const wait = await limit.begin(addressOf(ctx.headers), emailOf(ctx.body));
        if (wait === 0) return;
        throw new APIError('TOO_MANY_REQUESTS', { message: 'too many failed tries' }, { 'retry-after': String(wait) });
      }),
      after: createAuthMiddleware(async (ctx) => {
        if (ctx.path !== '/sign-in/email' || !ctx.context.newSession) return;
        await limit.succeeded(addressOf(ctx.headers), emailOf(ctx.body));
      }),
    },
  });
}

export type Auth = ReturnType<typeof openAuth>;

/** Our own front wrote it; there is none in a test or a command. */
function addressOf(headers: Headers | undefined): string {
  return headers?.get('x-forwarded-for')?.split(',')[0]?.trim() ?? 'unknown';
}

function emailOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'email' in body ? String(body.email) : '';
}
