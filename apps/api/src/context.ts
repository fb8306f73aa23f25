import type { ActorSettings, Database } from '@jonction/db/client';
import { openDatabase } from '@jonction/db/client';
import type { Actor } from '@jonction/domain/access/role';
import type { Day } from '@jonction/domain/shared/day';
import type { Locale } from '@jonction/domain/shared/locale';
import type { Logger } from 'pino';
import type { FileStore } from './file/store.ts';
import type { Banks } from './matching/banks.ts';
import type { Passes } from './participant/page/pass.ts';
import type { Seals } from './report/document/seal.ts';
import type { Vault } from './vault/vault.ts';

/** What the whole process shares. Made once by `app.ts`, by a command, or by a test. */
export interface Services {
  database: Database;
  /** The sign-in library's own connections: the only ones that may read sessions and passwords. */
  authDatabase: Database;
  banks: Banks;
  vault: Vault;
  files: FileStore;
  meilisearch: { url: string; key: string } | null;
  publicUrl: string;
  log: Logger;
  /** Today in Paris. A test or a demo may live on another day. */
  today: () => Day;
  /** Signs what keeps the page of a participant open. */
  passes: Passes;
  /** Makes the codes by which anybody checks a paper of ours. */
  seals: Seals;
  /** Present when messages leave by a relay; absent, they are kept for the outbox screen. */
  mailLeaves: boolean;
}

/** What one request knows. Use cases receive it with `tx`, the transaction opened in the name of the actor. */
export interface Context extends Omit<Services, 'today'> {
  actor: Actor;
  settings: ActorSettings;
  today: Day;
  locale: Locale;
  requestId: string;
  ip: string;
}

export function contextFor(
  services: Services,
  actor: Actor,
  request: { locale: Locale; requestId: string; ip: string },
): Context {
  return { ...services, ...request, actor, settings: settingsOf(actor), today: services.today() };
}

/** The actor as the second wall reads it. */
export function settingsOf(actor: Actor): ActorSettings {
  if (actor.kind === 'anonymous') return { kind: 'anonymous' };
  if (actor.kind === 'link') {
    return {
      kind: 'link',
      pushId: actor.pushId,
      structureId: actor.structureId,
      organisationId: actor.organisationId,
    };
  }
  if (actor.kind === 'participant') {
    return { kind: 'participant', participantId: actor.participantId, structureId: actor.structureId };
  }
  return {
    kind: 'user',
    userId: actor.userId,
    role: actor.membership?.role ?? null,
    organisationId: actor.membership?.organisationId ?? null,
    structureId: actor.membership?.structureId ?? null,
  };
}

export function openApplicationDatabases(
  appUrl: string,
): Pick<Services, 'database' | 'authDatabase'> & { bankDatabase: Database } {
  return {
    database: openDatabase(appUrl, { max: 10, applicationName: 'jonction api' }),
    authDatabase: openDatabase(appUrl, {
      max: 4,
      applicationName: 'jonction sign-in',
      connection: { 'app.actor_kind': 'auth' },
    }),
    // Apart: a request that waits for a bank holds a connection already.
    bankDatabase: openDatabase(appUrl, { max: 2, applicationName: 'jonction banks' }),
  };
}
