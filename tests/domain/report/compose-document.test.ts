import { hourStatuses } from '@jonction/domain/hours/outcome';
import { composeDocument, type LedgerRow, noDocumentSum, sumOf } from '@jonction/domain/report/compose-document';
import { type DocumentFacts, type DocumentSum, documentFactsSchema } from '@jonction/domain/report/document';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const contract = {
  number: 12,
  reference: '2020-07',
  object: 'Nettoyage',
  buyerName: 'Ville du Val',
  notifiedOn: '2020-01-06',
  endsOn: null,
  holderNames: ['Propreté du Val'],
};
const about = {
  kind: 'statement',
  audience: 'team',
  fromMonth: '2020-01',
  toMonth: '2020-12',
  knownOn: '2021-01-15',
  structure: { name: 'Clauses du Val' },
  contract,
  employer: null,
} as const;
const clauses = ['one', 'two'].map((clauseId) => ({ clauseId, lotNumber: clauseId, lotObject: 'Lot', dueHours: 420 }));

function ledgerRow(given: Partial<LedgerRow> = {}): LedgerRow {
  return {
    clauseId: 'one',
    placementId: 'p1',
    placementNumber: 1,
    employerName: 'Propreté du Val',
    contractNumber: 12,
    contractReference: '2020-07',
    contractObject: 'Nettoyage',
    buyerName: 'Ville du Val',
    month: '2020-03',
    status: 'validated',
    exceptional: false,
    policy: 'ordinary',
    centihours: 100,
    policyTitle: 'Règle ordinaire',
    publishedOn: '2000-01-01',
    ...given,
  };
}

const rows = fc.array(
  fc
    .record({
      clauseId: fc.constantFrom('one', 'two'),
      placementId: fc.constantFrom('p1', 'p2', 'p3'),
      month: fc.constantFrom('2020-01', '2020-02', '2020-12'),
      status: fc.constantFrom(...hourStatuses),
      exceptional: fc.boolean(),
      policy: fc.constantFrom(null, 'none', 'ordinary', 'emergency-2020'),
      publishedOn: fc.constantFrom(null, '2000-01-01', '2020-04-16'),
      centihours: fc.integer({ min: 0, max: 20_000 }),
      contractNumber: fc.constantFrom(12, 13),
    })
    .map((row) => ledgerRow({ ...row, placementNumber: Number(row.placementId.slice(1)) })),
  { maxLength: 40 },
);

function added(sums: readonly DocumentSum[]): DocumentSum {
  const all = { ...noDocumentSum };
  for (const sum of sums) {
    for (const key of Object.keys(all) as (keyof DocumentSum)[]) all[key] += sum[key];
  }
  return all;
}

const sumsOf = (lines: readonly { sum: DocumentSum }[]) => added(lines.map(({ sum }) => sum));

describe('the figures of a paper', () => {
  it('add up: declared = validated + pending + rejected, in the whole and in each line of each table', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const facts = composeDocument(about, given, clauses);
        expect(() => documentFactsSchema.parse(facts)).not.toThrow();
        expect(facts.sum.declared).toBe(given.reduce((sum, { centihours }) => sum + centihours, 0));
        expect(facts.sum.exceptional).toBeLessThanOrEqual(facts.sum.validated);
      }),
    );
  });

  it('come to the same sum by lot, by month, by person and by rule', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const facts = composeDocument(about, given, clauses);
        for (const table of [facts.clauses, facts.months, facts.placements, facts.policies]) {
          expect(sumsOf(table)).toEqual(facts.sum);
        }
      }),
    );
  });

  it('come to the same sum by contract where no single one is asked for', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const facts = composeDocument(
          { ...about, kind: 'attestation', audience: 'employer', contract: null },
          given,
          [],
        );
        expect(sumsOf(facts.contracts)).toEqual(facts.sum);
        expect(facts.clauses).toEqual([]);
      }),
    );
  });

  it('do not depend on the order in which the ledger gives its rows', () => {
    fc.assert(
      fc.property(rows, (given) => {
        expect(composeDocument(about, [...given].reverse(), clauses)).toEqual(composeDocument(about, given, clauses));
      }),
    );
  });

  it('list a lot without an hour, with what it owes', () => {
    const facts = composeDocument(about, [ledgerRow()], clauses);
    expect(facts.clauses[1]).toMatchObject({ lotNumber: 'two', dueHours: 420, sum: noDocumentSum });
  });

  it('keep apart two versions of one policy, and the checks made before any rule', () => {
    const { policies } = composeDocument(
      about,
      [
        ledgerRow(),
        ledgerRow({ publishedOn: '2020-04-16' }),
        ledgerRow({ policy: null, policyTitle: null, publishedOn: null, status: 'rejected' }),
      ],
      clauses,
    );
    expect(policies.map(({ policy, publishedOn }) => [policy, publishedOn])).toEqual([
      [null, null],
      ['ordinary', '2000-01-01'],
      ['ordinary', '2020-04-16'],
    ]);
  });

  it('count as credited only what was validated', () => {
    const sum = sumOf([
      ledgerRow({ exceptional: true }),
      ledgerRow({ exceptional: true, status: 'pending' }),
      ledgerRow({ exceptional: true, status: 'rejected' }),
    ]);
    expect(sum).toEqual({ declared: 300, validated: 100, exceptional: 100, pending: 100, rejected: 100 });
  });

  it('tell of people to the team and to their company only', () => {
    for (const audience of ['buyer', 'participant'] as const) {
      expect(composeDocument({ ...about, audience }, [ledgerRow()], clauses).placements).toEqual([]);
    }
    for (const audience of ['team', 'employer'] as const) {
      expect(composeDocument({ ...about, audience }, [ledgerRow()], clauses).placements).toHaveLength(1);
    }
    const certificate = composeDocument({ ...about, kind: 'certificate' }, [ledgerRow()], clauses);
    expect(certificate.placements).toEqual([]);
  });

  it('never hold the name of a worker', () => {
    const facts: DocumentFacts = composeDocument(about, [ledgerRow()], clauses);
    expect(Object.keys(facts.placements[0] ?? {})).toEqual(['placementId', 'number', 'sum']);
  });
});
