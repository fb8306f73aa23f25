import { amendmentsOf } from '@jonction/documents/decp/amended-lot';
import { lotsOf } from '@jonction/documents/decp/lots';
import type { Holder } from '@jonction/documents/decp/record';
import type { StoredContract } from '@jonction/documents/decp/stored';
import { decpWords } from '@jonction/documents/decp/words';
import type { Locale } from '@jonction/domain/shared/locale';
import { sentence } from '@jonction/domain/shared/words';

/** What open data publishes of a contract: its amendments before and after, its publications and what is odd in them. */
export function sourcesOf(openData: unknown, locale: Locale) {
  if (openData === null) return { amendments: [], publications: [] };
  // Written by the importer and by nothing else.
  const lots = lotsOf(openData as StoredContract);
  return {
    amendments: lots.flatMap((lot) =>
      amendmentsOf(lot).amendments.map(({ modification, on, before, after }) => ({
        lotNumber: lot.number,
        on,
        publishedOn: modification.publishedOn,
        object: modification.object,
        amountCents: changed(before.amountCents, after.amountCents),
        durationMonths: changed(before.durationMonths, after.durationMonths),
        holders: modification.holders === null ? null : { before: named(before.holders), after: named(after.holders) },
      })),
    ),
    publications: lots.map(({ record, number }) => ({
      publishedOn: record.publishedOn,
      lotNumber: number,
      doubts: record.doubts.map((doubt) => sentence(decpWords, locale, doubt.code, doubt.facts)),
    })),
  };
}

function changed(before: number | null, after: number | null): { before: number | null; after: number } | null {
  return after === null || after === before ? null : { before, after };
}

function named(holders: readonly Holder[]): string[] {
  return holders.map((holder) => holder.name ?? holder.id);
}
