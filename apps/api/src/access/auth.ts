import { account, rateLimit, session, user, verification } from '@jonction/db/access/tables';
import type { Database } from '@jonction/db/client';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { drizzle } from 'drizzle-orm/postgres-js';
import { hashPassword, verifyPassword } from './password.ts';

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
      password: { hash: hashPassword, verify: verifyPassword },
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
        '/sign-in/email': { window: 60, max: 10 },
        '/request-password-reset': { window: 300, max: 5 },
      },
    },
  });
}

export type Auth = ReturnType<typeof openAuth>;
