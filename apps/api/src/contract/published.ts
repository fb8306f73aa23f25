import type { Holder } from '@jonction/documents/decp/record';
import type { StoredContract } from '@jonction/documents/decp/stored';
import { summaryOf } from '@jonction/documents/decp/summary';
import { z } from 'zod';

/** What open data says of the facts that somebody may correct: shown beside what people say, whoever wins. */
export const publishedContractShape = z.object({
  object: z.string(),
  cpv: z.string().nullable(),
  placeCode: z.string().nullable(),
  placeName: z.string().nullable(),
  amountCents: z.number().nullable(),
  notifiedOn: z.string().nullable(),
});

export const publishedLotShape = z.object({
  object: z.string(),
  amountCents: z.number().nullable(),
  /** Where they are others than the register's: names, or numbers where no name is published; the first one leads. */
  holders: z.array(z.string()).nullable(),
});

/** The facts that open data publishes of a contract and, by key, of its lots; null where it publishes nothing. */
export function publishedOf(openData: unknown) {
  if (openData === null) return { contract: null, place: null, lots: new Map<string, PublishedLot>() };
  // Written by the importer and by nothing else.
  const summary = summaryOf(openData as StoredContract);
  const { object, cpv, placeCode, placeKind, placeName, amountCents, notifiedOn } = summary;
  return {
    contract: { object, cpv, placeCode, placeName, amountCents, notifiedOn },
    place: placeKind,
    lots: new Map(
      summary.lots.map((lot) => [lot.key, { object: lot.object, amountCents: lot.amountCents, holders: lot.holders }]),
    ),
  };
}

interface PublishedLot {
  object: string;
  amountCents: number | null;
  holders: Holder[];
}

/** What is shown of it beside the lot whose companies have these numbers. */
export function shownLot(lot: PublishedLot | undefined, identifiers: readonly (string | null)[]) {
  if (!lot) return null;
  const same = sameCompanies(lot, identifiers);
  return { ...lot, holders: same ? null : lot.holders.map((holder) => holder.name ?? holder.id) };
}

/** The published companies of a lot as the register numbers them, to see whether a list is the same. */
export function sameCompanies(lot: PublishedLot | undefined, identifiers: readonly (string | null)[]): boolean {
  if (!lot || lot.holders.length !== identifiers.length) return false;
  return lot.holders.every((holder) =>
    identifiers.includes(holder.id === '' ? (holder.name ?? '').toLowerCase() : holder.id),
  );
}
