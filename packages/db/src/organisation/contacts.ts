import { needsSecond, staleContactDays } from '@jonction/domain/organisation/contact-person';
import type { Day } from '@jonction/domain/shared/day';
import { and, asc, count, eq, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { organisationContact as contact } from './contact-tables.ts';
import { organisation } from './tables.ts';

const parisDay = (instant: SQL) => sql<string>`(${instant} at time zone 'Europe/Paris')::date::text`;

const columns = {
  id: contact.id,
  organisationId: contact.organisationId,
  organisationName: organisation.name,
  organisationKind: organisation.kind,
  name: contact.name,
  function: contact.function,
  email: contact.email,
  phone: contact.phone,
  source: contact.source,
  lastProof: contact.lastProof,
  loweredBy: contact.loweredBy,
  createdOn: parisDay(sql`${contact.createdAt}`),
  lastProofOn: sql<string | null>`(${contact.lastProofAt} at time zone 'Europe/Paris')::date::text`,
};

/** People of one organisation, those to count on first. */
export async function listContactsIn(tx: Tx, organisationId: string) {
  return tx
    .select(columns)
    .from(contact)
    .innerJoin(organisation, eq(organisation.id, contact.organisationId))
    .where(eq(contact.organisationId, organisationId))
    .orderBy(sql`${contact.loweredAt} is not null`, sql`${contact.name} collate "fr-x-icu"`, asc(contact.id));
}

export async function findContact(tx: Tx, id: string) {
  const [row] = await tx.select().from(contact).where(eq(contact.id, id));
  return row ?? null;
}

/** A page of contacts that cannot be counted on today, the longest silent first, with how many there are. */
export async function listStale(tx: Tx, today: Day, page: { page: number; pageSize: number; text: string }) {
  const words = page.text.replaceAll(/[%_\\]/g, '');
  const stale = and(
    sql`(${contact.loweredBy} is not null
      or greatest((${contact.lastProofAt} at time zone 'Europe/Paris')::date, (${contact.createdAt} at time zone 'Europe/Paris')::date)
        <= ${today}::date - ${staleContactDays}::int)`,
    words === ''
      ? undefined
      : sql`app.plain(${contact.name} || ' ' || ${organisation.name}) like '%' || app.plain(${words}) || '%'`,
  );
  const from = () =>
    tx.select({ total: count() }).from(contact).innerJoin(organisation, eq(organisation.id, contact.organisationId));
  const rows = await tx
    .select(columns)
    .from(contact)
    .innerJoin(organisation, eq(organisation.id, contact.organisationId))
    .where(stale)
    .orderBy(sql`coalesce(${contact.loweredAt}, ${contact.lastProofAt}, ${contact.createdAt})`, asc(contact.id))
    .limit(page.pageSize)
    .offset((page.page - 1) * page.pageSize);
  const [counted] = await from().where(stale);
  return { rows, total: counted?.total ?? 0 };
}

/** Whether a team that writes to a company should ask it whom else to tell. */
export async function wantsSecond(
  tx: Tx,
  { structureId, organisationId }: { structureId: string; organisationId: string },
  today: Day,
): Promise<boolean> {
  const rows = await tx
    .select({ createdOn: columns.createdOn, lastProofOn: columns.lastProofOn, loweredBy: columns.loweredBy })
    .from(contact)
    .where(and(eq(contact.structureId, structureId), eq(contact.organisationId, organisationId)));
  return needsSecond(rows, today);
}

/** The addressee of the link that speaks is no longer there: said by her company. */
export async function sayAddresseeGone(tx: Tx): Promise<void> {
  await tx.execute(sql`select app.addressee_gone()`);
}

/** Whether the company that speaks should name somebody else: a yes or a no. */
export async function asksSecond(tx: Tx, today: Day): Promise<boolean> {
  const [row] = await tx.execute<{ asks: boolean }>(sql`select app.needs_second_contact(${today}::date) as asks`);
  return row?.asks ?? false;
}
