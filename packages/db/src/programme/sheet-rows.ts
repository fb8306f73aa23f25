import { asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { organisation } from '../organisation/tables.ts';
import { plannedContract } from './tables.ts';

/** All that is planned for a year, in the columns of the sheet. */
export async function listProgrammeRows(tx: Tx, year: number) {
  return tx
    .select({
      buyer: sql<string | null>`case when ${organisation.identifierKind} = 'SIRET' then ${organisation.identifier} end`,
      reference: plannedContract.reference,
      object: plannedContract.object,
      cpv: plannedContract.cpv,
      kind: plannedContract.kind,
      buyerKind: plannedContract.buyerKind,
      amountCents: plannedContract.amountCents,
      procedure: plannedContract.procedure,
      durationMonths: plannedContract.durationMonths,
      publicationOn: plannedContract.publicationOn,
      lots: plannedContract.lots,
      area: plannedContract.area,
      note: plannedContract.note,
    })
    .from(plannedContract)
    .innerJoin(organisation, eq(organisation.id, plannedContract.buyerId))
    .where(eq(plannedContract.year, year))
    .orderBy(sql`${organisation.name} collate "fr-x-icu"`, asc(plannedContract.publicationOn), asc(plannedContract.id));
}
