import { inOrder } from './amendments.ts';
import { canonicalJson, sameContent } from './canonical.ts';
import type { DecpRecord, Holder } from './record.ts';
import { aboutOf, apartOf, type Publication, type StoredContract } from './stored.ts';

/**
 * Adds published records of one contract to what is known of it. Rule of the house, for publications that repeat each
 * other from file to file:
 *
 * - a record is about the lot its object names, else about its holder;
 * - about the same thing the latest publication date wins; a record without a date is older than any;
 * - within that date, different amounts are different lots, and equal amounts the same lot: their amendments and
 *   subcontracts are merged, and the record greatest as canonical JSON wins.
 *
 * The state is a maximum of dates and unions of sets, so records may come in any order, any number of times, in one
 * run or in several: the end is the same (commutative, associative, idempotent).
 */
export function mergeContract(
  existing: StoredContract | null,
  records: readonly [DecpRecord, ...DecpRecord[]],
): StoredContract {
  const [first] = records;
  const buyerId = existing?.buyerId ?? first.buyer.id;
  const contractId = existing?.contractId ?? first.contractId;
  const publications = new Map<string, Publication[]>();
  for (const kept of existing?.publications ?? []) {
    publications.set(kept.about, [...(publications.get(kept.about) ?? []), kept]);
  }
  for (const record of records) {
    if (record.buyer.id !== buyerId || record.contractId !== contractId)
      throw new Error('records of several contracts');
    const about = aboutOf(record);
    publications.set(about, withRecord(publications.get(about) ?? [], record, about));
  }
  const all = [...publications.values()].flat();
  return { buyerId, contractId, publications: all.sort(byAboutThenApart) };
}

function withRecord(kept: readonly Publication[], record: DecpRecord, about: string): Publication[] {
  const added: Publication = {
    about,
    apart: apartOf(record),
    publishedOn: record.publishedOn,
    record: { ...record, modifications: inOrder(record.modifications), subcontracts: inOrder(record.subcontracts) },
    holders: eachOnce(record.holders),
  };
  const [current] = kept;
  const age = dateOrder(current?.publishedOn ?? null, added.publishedOn);
  if (!current || age < 0) return [added];
  if (age > 0) return [...kept];
  const twin = kept.find((publication) => publication.apart === added.apart);
  // Published once more as it was: what every second import of a file is made of.
  if (twin && sameContent(twin, added)) return [...kept];
  return twin ? kept.map((one) => (one === twin ? tied(twin, added) : one)) : [...kept, added];
}

function tied(a: Publication, b: Publication): Publication {
  const winner = rank(a.record) >= rank(b.record) ? a.record : b.record;
  return {
    ...a,
    record: {
      ...winner,
      modifications: inOrder([...a.record.modifications, ...b.record.modifications]),
      subcontracts: inOrder([...a.record.subcontracts, ...b.record.subcontracts]),
    },
    holders: eachOnce([...a.holders, ...b.holders]),
  };
}

/** The text by which records compare: what is merged apart, and what we say of it, come last or not at all. */
function rank(record: DecpRecord): string {
  const { modifications: _, subcontracts: __, doubts, ...content } = record;
  return `${canonicalJson(content)}\n${canonicalJson(doubts)}`;
}

function eachOnce(holders: readonly Holder[]): Holder[] {
  if (holders.length < 2) return [...holders];
  return [...new Map(holders.map((holder) => [canonicalJson(holder), holder]))]
    .sort(byText)
    .map(([, holder]) => holder);
}

function byText(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}

function byAboutThenApart(a: Publication, b: Publication): number {
  return byText([a.about, a], [b.about, b]) || byText([a.apart, a], [b.apart, b]);
}

function dateOrder(a: string | null, b: string | null): number {
  return byText([a ?? '', a], [b ?? '', b]);
}
