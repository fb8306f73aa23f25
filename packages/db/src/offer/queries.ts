import type { OfferStatus } from '@jonction/domain/offer/offer';
import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { clause, contract, lot } from '../contract/tables.ts';
import { organisation } from '../organisation/tables.ts';
import { positioning } from '../positioning/tables.ts';
import { offer } from './tables.ts';

export interface OfferFilter {
  words?: string;
  statuses?: readonly OfferStatus[];
  employerId?: string;
  contractId?: string;
  sort: 'recent' | 'start' | 'title';
  descending?: boolean;
  page: number;
  pageSize: number;
}

const countOf = (...statuses: string[]): SQL<number> =>
  sql<number>`(select count(*)::int from ${positioning} where ${positioning.offerId} = ${offer.id}
    and ${inArray(positioning.status, statuses as never[])})`;

const sortKeys = { recent: offer.createdAt, start: offer.startsOn, title: sql`${offer.title} collate "fr-x-icu"` };

type Unpaged = Omit<OfferFilter, 'page' | 'pageSize'>;

function scopeOf(filter: Unpaged): SQL | undefined {
  return and(
    filter.employerId ? eq(offer.employerId, filter.employerId) : undefined,
    filter.contractId ? eq(offer.contractId, filter.contractId) : undefined,
    filter.words
      ? sql`app.plain(${offer.title} || ' ' || ${organisation.name} || ' ' || ${offer.placeLabel}) like '%' || app.plain(${filter.words}) || '%'`
      : undefined,
  );
}

function conditionsOf(filter: Unpaged): SQL | undefined {
  const { statuses } = filter;
  return and(scopeOf(filter), statuses && statuses.length > 0 ? inArray(offer.status, [...statuses]) : undefined);
}

function orderOf({ sort, descending }: Unpaged): SQL[] {
  return [(descending ? desc : asc)(sortKeys[sort]), desc(offer.id)];
}

/** The ids of all of them, in the order of their list. */
export function offersInOrder(tx: Tx, filter: Unpaged): SQL {
  return tx
    .select({ id: offer.id })
    .from(offer)
    .innerJoin(organisation, eq(organisation.id, offer.employerId))
    .where(conditionsOf(filter))
    .orderBy(...orderOf(filter))
    .getSQL();
}

/** A page of offers with what each one brought so far, how many there are in all, and how many in each status. */
export async function listOffers(tx: Tx, filter: OfferFilter) {
  const rows = await tx
    .select({
      id: offer.id,
      number: offer.number,
      title: offer.title,
      romeCode: offer.romeCode,
      status: offer.status,
      positions: offer.positions,
      weeklyHoursMin: offer.weeklyHoursMin,
      weeklyHoursMax: offer.weeklyHoursMax,
      startsOn: offer.startsOn,
      placeLabel: offer.placeLabel,
      employerName: organisation.name,
      contractObject: contract.object,
      ownerName: user.name,
      createdAt: offer.createdAt,
      sent: countOf('sent', 'seen'),
      interviews: countOf('interview', 'meeting_set'),
      hired: countOf('hired'),
    })
    .from(offer)
    .innerJoin(organisation, eq(organisation.id, offer.employerId))
    .leftJoin(contract, eq(contract.id, offer.contractId))
    .leftJoin(user, eq(user.id, offer.ownerId))
    .where(conditionsOf(filter))
    .orderBy(...orderOf(filter))
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize);
  const counts = await tx
    .select({ status: offer.status, count: count() })
    .from(offer)
    .innerJoin(organisation, eq(organisation.id, offer.employerId))
    .where(scopeOf(filter))
    .groupBy(offer.status);
  const counted = counts.filter(({ status }) => !filter.statuses?.length || filter.statuses.includes(status));
  return { rows, counts, total: counted.reduce((sum, { count: some }) => sum + some, 0) };
}

/** An offer with the clause context that its readers need; undefined when absent or not theirs. */
export async function findOffer(tx: Tx, offerId: string) {
  const [row] = await tx
    .select({
      offer,
      employerName: organisation.name,
      contractNumber: contract.number,
      contractObject: contract.object,
      contractStatus: contract.status,
      lotNumber: lot.number,
      lotObject: lot.object,
      dueHours: clause.dueHours,
      ownerName: user.name,
    })
    .from(offer)
    .innerJoin(organisation, eq(organisation.id, offer.employerId))
    .leftJoin(contract, eq(contract.id, offer.contractId))
    .leftJoin(lot, eq(lot.id, offer.lotId))
    .leftJoin(clause, eq(clause.id, offer.clauseId))
    .leftJoin(user, eq(user.id, offer.ownerId))
    .where(eq(offer.id, offerId));
  return row;
}
