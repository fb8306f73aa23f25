import { composeDocument, type LedgerRow, noDocumentSum } from '@jonction/domain/report/compose-document';
import {
  daysOf,
  documentAudiences,
  documentFactsSchema,
  documentKinds,
  isInOrder,
  isShortEnough,
  periodShape,
  scopeOf,
} from '@jonction/domain/report/document';
import { documentWords } from '@jonction/domain/report/document-words';
import { reportPermissions } from '@jonction/domain/report/permissions';
import { addDays, daysBetween } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { seen } from '../../support/spaces.ts';
import { refusalsOf } from '../shared/refusals-of.ts';

const about = {
  kind: 'attestation',
  audience: 'employer',
  fromMonth: '2025-01',
  toMonth: '2025-12',
  knownOn: '2026-01-15',
  structure: { name: 'Clauses du Val' },
  contract: null,
  employer: { name: 'Propreté du Val' },
} as const;

const base: LedgerRow = {
  clauseId: 'one',
  placementId: 'p1',
  placementNumber: 1,
  employerName: 'Propreté du Val',
  contractNumber: 12,
  contractReference: '2025-07',
  contractObject: 'Nettoyage',
  buyerName: 'Ville du Val',
  month: '2025-03',
  status: 'validated',
  exceptional: false,
  policy: 'ordinary',
  centihours: 100,
  policyTitle: 'Règle ordinaire',
  publishedOn: '2000-01-01',
};
const row = (given: Partial<LedgerRow>): LedgerRow => ({ ...base, ...given });
const period = z.object(periodShape);
const months = fc
  .record({ year: fc.integer({ min: 0, max: 9998 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`);

describe('an attestation of several contracts', () => {
  const facts = composeDocument(
    about,
    [
      row({ contractNumber: 30, month: '2025-11', centihours: 700 }),
      row({ month: '2025-05' }),
      row({ month: '2025-02', status: 'rejected', centihours: 50 }),
      row({ month: '2025-12', status: 'pending', centihours: 25 }),
      row({ contractNumber: 4, contractReference: 'A', contractObject: 'Peinture', buyerName: 'Région' }),
    ],
    [],
  );

  it('lists them by their number, each from its first month worked to its last', () => {
    expect(facts.contracts.map(({ number, from, to }) => [number, from, to])).toEqual([
      [4, '2025-03', '2025-03'],
      [12, '2025-02', '2025-12'],
      [30, '2025-11', '2025-11'],
    ]);
  });

  it('says of each its reference, its object, its buyer and its own sum', () => {
    expect(facts.contracts[0]).toEqual({
      number: 4,
      reference: 'A',
      object: 'Peinture',
      buyerName: 'Région',
      employerName: 'Propreté du Val',
      from: '2025-03',
      to: '2025-03',
      sum: { declared: 100, validated: 100, exceptional: 0, pending: 0, rejected: 0 },
    });
    expect(facts.contracts[1]?.sum).toEqual({
      declared: 175,
      validated: 100,
      exceptional: 0,
      pending: 25,
      rejected: 50,
    });
  });

  it('tells of no hire, whoever reads it: a paper for bids names nobody', () => {
    for (const audience of documentAudiences) {
      expect(composeDocument({ ...about, audience }, [base], []).placements).toEqual([]);
    }
  });

  it('parts one contract between the companies that employed on it', () => {
    const two = composeDocument(
      { ...about, kind: 'record', audience: 'participant', employer: null },
      [row({ employerName: 'Zénith' }), row({ employerName: 'Aubaine' }), row({ employerName: null, centihours: 7 })],
      [],
    );
    expect(two.contracts.map(({ employerName, sum }) => [employerName, sum.declared])).toEqual([
      ['', 7],
      ['Aubaine', 100],
      ['Zénith', 100],
    ]);
  });
});

describe('a statement', () => {
  const statement = { ...about, kind: 'statement', audience: 'team' } as const;

  it('without any hour still says its lots and what they owe', () => {
    const facts = composeDocument(
      statement,
      [],
      [{ clauseId: 'one', lotNumber: null, lotObject: 'Unique', dueHours: 0 }],
    );
    expect(facts.clauses).toEqual([{ lotNumber: null, lotObject: 'Unique', dueHours: 0, sum: noDocumentSum }]);
    expect([facts.months, facts.contracts, facts.placements, facts.policies]).toEqual([[], [], [], []]);
    expect(facts.sum).toEqual(noDocumentSum);
    expect(documentFactsSchema.safeParse(facts).success).toBe(true);
  });

  it('lists hires by their number, and none for hours whose hire the reader may not know', () => {
    const facts = composeDocument(
      statement,
      [
        row({ placementId: 'c', placementNumber: 11 }),
        row({ placementId: 'a', placementNumber: 2, centihours: 5 }),
        row({ placementId: 'c', placementNumber: 11, status: 'pending' }),
        row({ placementId: null, placementNumber: null }),
      ],
      [],
    );
    expect(facts.placements.map(({ number, sum }) => [number, sum.declared])).toEqual([
      [2, 5],
      [11, 200],
    ]);
    expect(facts.sum.declared).toBe(305);
  });

  it('leaves the tables of the ledger as they were given', () => {
    const rows = [row({ month: '2025-09' }), row({ month: '2025-01' })];
    const before = structuredClone(rows);
    composeDocument(statement, rows, []);
    expect(rows).toEqual(before);
  });

  it('says apart hours that no rule provides for, and hours stopped before any rule', () => {
    const { policies } = composeDocument(
      statement,
      [
        row({ policy: 'none', policyTitle: null, publishedOn: null, status: 'rejected', centihours: 3 }),
        row({ policy: null, policyTitle: null, publishedOn: null, status: 'rejected', centihours: 4 }),
      ],
      [],
    );
    expect(policies.map(({ policy, sum }) => [policy, sum.rejected])).toEqual([
      [null, 4],
      ['none', 3],
    ]);
  });

  it('keeps titles that look like code in one piece', () => {
    const policyTitle = 'Règle "du Val", [2025] \\ suite';
    const { policies } = composeDocument(statement, [row({ policyTitle })], []);
    expect(policies[0]?.title).toBe(policyTitle);
  });
});

describe('months asked for', () => {
  it.each([
    ['2025-00', '2025-12'],
    ['2025-13', '2025-12'],
    ['2025-1', '2025-12'],
    ['25-01', '2025-12'],
    ['', '2025-12'],
    ['2025-01-01', '2025-12'],
  ])('are refused at their field, in words: %s', (fromMonth, toMonth) => {
    expect(refusalsOf(period, { fromMonth, toMonth })).toEqual(['fromMonth: report.month_missing']);
    expect(seen(sentence(documentWords, 'fr', 'report.month_missing'))).toContain('2026-03');
  });

  it('take a day of knowledge that exists, or none', () => {
    const asked = { fromMonth: '2025-01', toMonth: '2025-02' };
    expect(refusalsOf(period, asked)).toEqual([]);
    expect(refusalsOf(period, { ...asked, knownOn: null })).toEqual([]);
    expect(refusalsOf(period, { ...asked, knownOn: '2025-02-29' })).toEqual(['knownOn: shared.not_a_day']);
  });

  it.each([
    ['2024-02', '2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02', '2000-02-01', '2000-02-29'],
    ['2025-04', '2025-11', '2025-04-01', '2025-11-30'],
    ['2025-12', '2026-01', '2025-12-01', '2026-01-31'],
    ['0050-02', '0050-02', '0050-02-01', '0050-02-28'],
  ])('from %s to %s are the days %s to %s', (fromMonth, toMonth, from, to) => {
    expect(daysOf({ fromMonth, toMonth })).toEqual({ from, to });
  });

  it('end the day before the next month, in every year', () => {
    fc.assert(
      fc.property(months, (month) => {
        const { from, to } = daysOf({ fromMonth: month, toMonth: month });
        expect(from.slice(0, 7)).toBe(month);
        expect(to.slice(0, 7)).toBe(month);
        expect(addDays(to, 1).slice(8)).toBe('01');
        expect(daysBetween(from, to)).toBeGreaterThanOrEqual(27);
      }),
    );
  });

  it('are ten years at the longest, whatever the month they begin in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2050 }),
        fc.integer({ min: 0, max: 11 }),
        fc.nat(150),
        (year, first, more) => {
          const at = (index: number) => `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
          const asked = { fromMonth: at(first), toMonth: at(first + more) };
          expect(isInOrder(asked)).toBe(true);
          expect(isShortEnough(asked)).toBe(more < 120);
        },
      ),
    );
  });
});

describe('what a paper takes the place of', () => {
  const paper = {
    kind: 'record',
    audience: 'participant',
    contractId: null,
    employerId: null,
    participantId: 'p',
    fromMonth: '2025-01',
    toMonth: '2025-06',
  } as const;

  it.each([
    ['another kind', { kind: 'attestation' }],
    ['another reader', { audience: 'team' }],
    ['another person', { participantId: 'q' }],
    ['nobody', { participantId: null }],
    ['a first month earlier', { fromMonth: '2024-12' }],
    ['the same id, of a company', { participantId: null, employerId: 'p' }],
    ['the same id, of a contract', { participantId: null, contractId: 'p' }],
  ] as const)('is never a paper for %s', (_, other) => {
    expect(scopeOf({ ...paper, ...other })).not.toBe(scopeOf(paper));
  });
});

describe('who may have a paper', () => {
  it('gives a certificate through the team alone, since the team answers for it', () => {
    expect(reportPermissions['report.issueCertificate'].who).not.toContain('buyer');
    expect(reportPermissions['report.issueCertificate'].who).not.toContain('employer');
  });

  it('lets a buyer read no attestation of a company and no record of a person', () => {
    for (const procedure of ['report.issueAttestation', 'report.issueRecord'] as const) {
      expect(reportPermissions[procedure].who).not.toContain('buyer');
      expect(reportPermissions[procedure].who).not.toContain('partner');
    }
    expect(reportPermissions['report.issueRecord'].who).not.toContain('employer');
  });

  it('lets anybody check a paper, without an account', () => {
    expect(reportPermissions['report.verifyDocument'].who).toEqual(['anybody']);
  });
});

describe('what a paper is called', () => {
  it.each(['fr', 'en'] as const)('tells its kinds and its readers apart, in %s', (locale) => {
    const read = (codes: readonly string[], prefix: string) =>
      codes.map((code) => sentence(documentWords, locale, `report.${prefix}.${code}`));
    for (const all of [read(documentKinds, 'kind'), read(documentAudiences, 'audience')]) {
      expect(new Set(all).size).toBe(all.length);
      expect(all.filter((text) => text.startsWith('report.'))).toEqual([]);
    }
  });

  it('says how its hours add up, each with its unit', () => {
    const facts = {
      declaredCentihours: 17_500,
      validatedCentihours: 10_000,
      pendingCentihours: 2500,
      rejectedCentihours: 5000,
    };
    expect(seen(sentence(documentWords, 'fr', 'report.adds_up', facts))).toBe(
      'Heures déclarées_: 175~h, soit 100~h validées, 25~h en attente et 50~h non validées.',
    );
    expect(seen(sentence(documentWords, 'en', 'report.adds_up', facts))).toBe(
      'Hours declared: 175~h, of which 100~h validated, 25~h pending and 50~h rejected.',
    );
  });
});
