import type { HourStatus } from '../hours/outcome.ts';
import type { Day } from '../shared/day.ts';
import type { DocumentFacts, DocumentSum } from './document.ts';

/** Hours that stand in the ledger, as known at an instant, of one clause, hire, month, status and judgement. */
export interface LedgerRow {
  clauseId: string;
  /** Null for whoever may not know of people. */
  placementId: string | null;
  placementNumber: number | null;
  employerName: string | null;
  contractNumber: number;
  contractReference: string;
  contractObject: string;
  buyerName: string;
  month: string;
  status: HourStatus;
  /** Credited and not worked. */
  exceptional: boolean;
  policy: string | null;
  centihours: number;
  /** Of the version that judged; null for a check before any rule. */
  policyTitle: string | null;
  publishedOn: Day | null;
}

/** A clause of the contract, with or without hours. */
export interface DocumentClause {
  clauseId: string;
  lotNumber: string | null;
  lotObject: string;
  dueHours: number;
}

export const noDocumentSum: DocumentSum = { declared: 0, validated: 0, exceptional: 0, pending: 0, rejected: 0 };

/**
 * The figures of a paper from the rows of the ledger: every table adds up to the same sum, since each row falls in one line of
 * each. Rule of the house: declared = validated + pending + rejected.
 */
export function composeDocument(
  about: Pick<
    DocumentFacts,
    'kind' | 'audience' | 'fromMonth' | 'toMonth' | 'knownOn' | 'structure' | 'contract' | 'employer'
  >,
  rows: readonly LedgerRow[],
  clauses: readonly DocumentClause[],
): DocumentFacts {
  const ofPeople = about.audience === 'team' || about.audience === 'employer';
  return {
    ...about,
    clauses: clauses.map(({ clauseId, ...clause }) => ({
      ...clause,
      sum: sumOf(rows.filter((row) => row.clauseId === clauseId)),
    })),
    months: grouped(rows, (row) => row.month).map(([month, sum]) => ({ month, sum })),
    contracts: about.contract === null ? contractsOf(rows) : [],
    placements: ofPeople && about.kind === 'statement' ? placementsOf(rows) : [],
    policies: policiesOf(rows),
    sum: sumOf(rows),
  };
}

export function sumOf(rows: readonly LedgerRow[]): DocumentSum {
  const sum = { ...noDocumentSum };
  for (const { status, centihours, exceptional } of rows) {
    sum.declared += centihours;
    sum[status] += centihours;
    if (status === 'validated' && exceptional) sum.exceptional += centihours;
  }
  return sum;
}

/** In the order of the keys. */
function grouped(rows: readonly LedgerRow[], keyOf: (row: LedgerRow) => string): [string, DocumentSum][] {
  return [...Map.groupBy(rows, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => [key, sumOf(group)]);
}

function contractsOf(rows: readonly LedgerRow[]): DocumentFacts['contracts'] {
  const groups = [...Map.groupBy(rows, (row) => `${row.contractNumber} ${row.employerName ?? ''}`).values()];
  return groups
    .map((group) => {
      const [first] = group;
      const months = group.map(({ month }) => month).sort();
      return {
        number: first?.contractNumber ?? 0,
        reference: first?.contractReference ?? '',
        object: first?.contractObject ?? '',
        buyerName: first?.buyerName ?? '',
        employerName: first?.employerName ?? '',
        from: months.at(0) ?? '',
        to: months.at(-1) ?? '',
        sum: sumOf(group),
      };
    })
    .sort((a, b) => a.number - b.number || (a.employerName < b.employerName ? -1 : 1));
}

function placementsOf(rows: readonly LedgerRow[]): DocumentFacts['placements'] {
  return [...Map.groupBy(rows, ({ placementId }) => placementId)]
    .flatMap(([placementId, group]) =>
      placementId === null ? [] : [{ placementId, number: group[0]?.placementNumber ?? 0, sum: sumOf(group) }],
    )
    .sort((a, b) => a.number - b.number);
}

function policiesOf(rows: readonly LedgerRow[]): DocumentFacts['policies'] {
  const keyOf = ({ policy, publishedOn, policyTitle }: LedgerRow) =>
    JSON.stringify([policy ?? '', publishedOn, policyTitle]);
  return grouped(rows, keyOf).map(([key, sum]) => {
    const [policy, publishedOn, title] = JSON.parse(key) as [string, Day | null, string | null];
    return { policy: policy === '' ? null : policy, title, publishedOn, sum };
  });
}
