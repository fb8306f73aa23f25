import { type ContractLot, legalPersons, type Publication, type StoredContract } from './stored.ts';

/**
 * The lots of a contract. One is often published first without its number, then with it (by the buyer's platform and
 * by its accounts): a publication without a number is of the same lot as one with a number when the holder is the
 * same, and then the latest of the two wins and the number stays. Where the holder has several numbered lots, an
 * older publication without a number says nothing more and a later one stands by itself.
 */
export function lotsOf(contract: StoredContract): ContractLot[] {
  const numbered = contract.publications.filter((publication) => publication.record.lotNumber !== null);
  const lots = new Map(numbered.map((publication) => [publication, lotOf(publication, numbered)]));
  const unnumbered = contract.publications.filter((publication) => publication.record.lotNumber === null);
  for (const publication of unnumbered) {
    const named = numbered.filter((other) => legalPersons(other.record.holders) === legalPersonsOf(publication));
    const alone = unnumbered.filter((other) => other.about === publication.about).length === 1;
    const [only] = named;
    if (named.some((other) => supersedes(other, publication))) continue;
    const later = only && named.length === 1 && alone && date(only) < date(publication);
    if (later) lots.set(only, { ...lotOf(only, numbered), record: publication.record, madeBy: publication });
    else lots.set(publication, lotOf(publication, unnumbered));
  }
  return [...lots.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function lotOf(publication: Publication, others: readonly Publication[]): ContractLot {
  const shared = others.filter((other) => other.about === publication.about).length > 1;
  return {
    key: shared ? `${publication.about}#${publication.apart}` : publication.about,
    number: publication.record.lotNumber,
    record: publication.record,
    holders: publication.holders,
    madeBy: publication,
  };
}

function supersedes(numbered: Publication, publication: Publication): boolean {
  if (date(numbered) !== date(publication)) return date(numbered) > date(publication);
  return numbered.record.amountCents === publication.record.amountCents;
}

function legalPersonsOf(publication: Publication): string {
  return legalPersons(publication.record.holders);
}

function date(publication: Publication): string {
  return publication.publishedOn ?? '';
}

/** The part of the objects that the lots have in common, up to the last whole word: what the contract as a whole is for. */
export function contractObject(lots: readonly ContractLot[]): string {
  const [first = '', ...others] = lots.map((lot) => lot.record.object);
  if (others.length === 0) return first;
  let length = first.length;
  for (const other of others) {
    let same = 0;
    while (same < length && first[same] === other[same]) same++;
    length = same;
  }
  const shared = first
    .slice(0, length)
    .replace(/[^\s]*$/, '')
    .replace(/[\s:,;(–-]*(lots?)?\s*(n[°o])?[\s:,;(–-]*$/i, '');
  return shared.length >= 8 ? shared : first;
}
