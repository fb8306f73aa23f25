import type { OrganisationKind } from '@jonction/domain/access/role';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { organisation } from './tables.ts';

const columns = {
  id: organisation.id,
  kind: organisation.kind,
  name: organisation.name,
  identifierKind: organisation.identifierKind,
  identifier: organisation.identifier,
  subkind: organisation.subkind,
  address: organisation.address,
  postalCode: organisation.postalCode,
  city: organisation.city,
  phone: organisation.phone,
  named: sql<boolean>`${organisation.nameSource} <> 'nobody'`,
};

/** Whose name begins as typed first, then who holds the words or nearly; an identifier is found by its first digits. */
export async function searchOrganisations(
  tx: Tx,
  question: {
    text: string;
    kinds?: readonly OrganisationKind[] | null | undefined;
    nameless?: boolean | undefined;
    limit: number;
  },
) {
  const plain = question.text.replaceAll(/[%_\\]/g, '');
  const digits = plain.replaceAll(/\s/g, '');
  return tx
    .select(columns)
    .from(organisation)
    .where(
      and(
        question.kinds?.length ? inArray(organisation.kind, [...question.kinds]) : undefined,
        question.nameless ? eq(organisation.nameSource, 'nobody') : undefined,
        plain === ''
          ? undefined
          : sql`(app.plain(${organisation.name}) like app.plain(${`%${plain}%`})
              or word_similarity(app.plain(${plain}), app.plain(${organisation.name})) >= 0.5
              or ${organisation.identifier} like ${`${digits}%`})`,
      ),
    )
    .orderBy(
      sql`(app.plain(${organisation.name}) like app.plain(${`${plain}%`})) desc`,
      sql`word_similarity(app.plain(${plain}), app.plain(${organisation.name})) desc`,
      sql`${organisation.name} collate "fr-x-icu"`,
      organisation.id,
    )
    .limit(question.limit);
}

export async function findOrganisation(tx: Tx, id: string) {
  const [row] = await tx.select(columns).from(organisation).where(eq(organisation.id, id));
  return row ?? null;
}

/** Whose word the name of a body is; its row is held. Structures name themselves elsewhere. */
export async function findNaming(tx: Tx, id: string) {
  const [row] = await tx
    .select({ name: organisation.name, nameSource: organisation.nameSource, namedIn: organisation.namedIn })
    .from(organisation)
    .where(and(eq(organisation.id, id), ne(organisation.kind, 'structure')))
    .for('update');
  return row ?? null;
}

/** One body is one row a kind: the row that holds an identifier already. */
export async function findByIdentifier(
  tx: Tx,
  of: { kind: OrganisationKind; identifierKind: string; identifier: string },
) {
  const [row] = await tx
    .select(columns)
    .from(organisation)
    .where(
      and(
        eq(organisation.kind, of.kind),
        eq(organisation.identifierKind, of.identifierKind),
        eq(organisation.identifier, of.identifier),
      ),
    );
  return row ?? null;
}
