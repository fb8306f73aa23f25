import { type SQL, sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase, type PostgresJsTransaction } from 'drizzle-orm/postgres-js';
import type { ExtractTablesWithRelations } from 'drizzle-orm/relations';
import postgres from 'postgres';
import * as schema from './schema.ts';

export type Schema = typeof schema;
/** A transaction that knows who speaks: what every query of this package takes. */
export type Tx = PostgresJsTransaction<Schema, ExtractTablesWithRelations<Schema>>;
type Root = PostgresJsDatabase<Schema>;

/** Who speaks, for the second wall: each field becomes a setting of the transaction, read by the policies. */
export interface ActorSettings {
  kind: 'user' | 'link' | 'participant' | 'signer' | 'anonymous' | 'auth' | 'system';
  userId?: string | null;
  role?: string | null;
  organisationId?: string | null;
  structureId?: string | null;
  pushId?: string | null;
  participantId?: string | null;
  /** Somebody named on a document to sign, by the link of a letter. */
  signerId?: string | null;
}

export interface Database {
  /** One transaction in the name of an actor; an exception rolls all of it back. */
  as<Result>(actor: ActorSettings, work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** The bare client: COPY, LISTEN, prepared look-ups. No actor is set on it; instants come back as texts, not as dates. */
  client: postgres.Sql;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  max?: number;
  applicationName?: string;
  /** Receives every statement, for tests that count or show queries. */
  onQuery?: (query: string, parameters: unknown[]) => void;
  /** Settings of each connection from its start, as `app.actor_kind` for the sign-in library. */
  connection?: Record<string, string>;
}

export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const client = postgres(url, {
    max: options.max ?? 10,
    onnotice: () => undefined,
    connection: { application_name: options.applicationName ?? 'jonction', ...options.connection },
  });
  const { onQuery } = options;
  const root: Root = drizzle(client, {
    schema,
    ...(onQuery ? { logger: { logQuery: (query: string, parameters: unknown[]) => onQuery(query, parameters) } } : {}),
  });
  return {
    client,
    as: (actor, work) =>
      root.transaction(async (tx) => {
        await tx.execute(settingsOf(actor));
        return work(tx);
      }),
    close: () => client.end({ timeout: 5 }),
  };
}

/** Within a transaction that nobody had spoken in yet: whoever showed the token of a link speaks from here on. */
export async function speakAs(tx: Tx, actor: ActorSettings): Promise<void> {
  await tx.execute(settingsOf(actor));
}

/** All of them each time: a pooled connection must never keep the actor of the transaction before. */
function settingsOf(actor: ActorSettings): SQL {
  return sql`select set_config('app.actor_kind', ${actor.kind}, true),
    set_config('app.user_id', ${actor.userId ?? ''}, true),
    set_config('app.role', ${actor.role ?? ''}, true),
    set_config('app.organisation_id', ${actor.organisationId ?? ''}, true),
    set_config('app.structure_id', ${actor.structureId ?? ''}, true),
    set_config('app.push_id', ${actor.pushId ?? ''}, true),
    set_config('app.participant_id', ${actor.participantId ?? ''}, true),
    set_config('app.signer_id', ${actor.signerId ?? ''}, true)`;
}

/** The SQLSTATE of what the database refused, or null when the error is not its. */
export function sqlStateOf(error: unknown): string | null {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && /^[0-9A-Z]{5}$/.test(cause.code)) return cause.code;
  }
  return null;
}
