import type { DocumentFacts, DocumentSum } from '@jonction/domain/report/document';
import { documentWords as words } from '@jonction/domain/report/document-words';
import type { Day } from '@jonction/domain/shared/day';
import type { Locale } from '@jonction/domain/shared/locale';
import { formatMonth } from '@jonction/domain/shared/typography';
import { translate } from '@jonction/domain/shared/words';
import type { Printed, PrintedBlock, PrintedCell } from '../printed/printed.ts';

/** What a paper says beyond its frozen figures. */
export interface DocumentIssue {
  code: string;
  issuedOn: Day;
  /** Where anybody checks it. */
  address: string;
  /** Names by placement, as whoever reads may know them; empty where the paper names nobody. */
  names: ReadonlyMap<string, string>;
  /** The person of a record. */
  personName: string | null;
}

/** A paper of hours: the same words and figures for the PDF and for the spreadsheet. */
export function layOutDocument(facts: DocumentFacts, issue: DocumentIssue, locale: Locale): Printed {
  const lay = { facts, issue, locale };
  return {
    title: translate(words, locale, `report.kind.${facts.kind}`),
    locale,
    from: facts.structure.name,
    reference: translate(words, locale, 'report.reference_line', { code: issue.code, issuedOn: issue.issuedOn }),
    blocks: [...opening(lay), ...tablesOf(lay)],
    check: {
      address: issue.address,
      alt: translate(words, locale, 'report.check_alt'),
      words: translate(words, locale, 'report.check_words'),
    },
  };
}

interface Lay {
  facts: DocumentFacts;
  issue: DocumentIssue;
  locale: Locale;
}

function opening({ facts, issue, locale }: Lay): PrintedBlock[] {
  const structure = facts.structure.name;
  const employer = facts.employer?.name ?? '';
  const months = { from: formatMonth(facts.fromMonth, locale), to: formatMonth(facts.toMonth, locale) };
  const says: string[] = [];
  if (facts.kind === 'certificate') says.push(translate(words, locale, 'report.certificate_says', { structure }));
  if (facts.kind === 'attestation') {
    says.push(translate(words, locale, 'report.attestation_says', { structure, employer }));
  }
  if (facts.kind === 'record') {
    const person = issue.personName ?? translate(words, locale, 'report.nobody');
    says.push(translate(words, locale, 'report.record_says', { structure, person }));
  }
  says.push(translate(words, locale, 'report.known', { ...months, knownOn: facts.knownOn }));
  says.push(addsUp(facts.sum, locale));
  if (facts.sum.exceptional !== 0) {
    says.push(translate(words, locale, 'report.exceptional_part', { exceptionalCentihours: facts.sum.exceptional }));
  }
  return [
    { kind: 'facts', rows: factRows({ facts, issue, locale }) },
    ...says.map((text): PrintedBlock => ({ kind: 'text', text })),
  ];
}

/** Declared = validated + pending + rejected, in words. */
export function addsUp(sum: DocumentSum, locale: Locale): string {
  return translate(words, locale, 'report.adds_up', {
    declaredCentihours: sum.declared,
    validatedCentihours: sum.validated,
    pendingCentihours: sum.pending,
    rejectedCentihours: sum.rejected,
  });
}

function factRows({ facts, issue, locale }: Lay): [string, PrintedCell][] {
  const rows: [string, PrintedCell][] = [];
  const { contract } = facts;
  if (facts.kind === 'record' && issue.personName) {
    rows.push([translate(words, locale, 'report.person'), issue.personName]);
  }
  if (facts.employer) rows.push([translate(words, locale, 'report.employer'), facts.employer.name]);
  if (contract) {
    const { object, number, reference } = contract;
    rows.push([
      translate(words, locale, 'report.contract'),
      translate(words, locale, 'report.contract_value', { value: object, number, reference }),
    ]);
    rows.push([translate(words, locale, 'report.buyer'), contract.buyerName]);
    if (contract.holderNames.length > 0) {
      rows.push([translate(words, locale, 'report.holders'), contract.holderNames.join(', ')]);
    }
    const unknown = translate(words, locale, 'report.day_unknown');
    const days = { from: contract.notifiedOn ?? unknown, to: contract.endsOn ?? unknown };
    rows.push([
      translate(words, locale, 'report.contract_days'),
      translate(words, locale, 'report.contract_days_value', days),
    ]);
  }
  rows.push([translate(words, locale, 'report.known_on'), { day: facts.knownOn }]);
  rows.push([translate(words, locale, 'report.issued_on'), { day: issue.issuedOn }]);
  return rows;
}

function tablesOf({ facts, issue, locale }: Lay): PrintedBlock[] {
  const table = tableMaker(locale, facts.sum);
  const tables: PrintedBlock[] = [];
  if (facts.contract) {
    tables.push(
      table(
        'report.by_clause',
        'report.lot',
        facts.clauses.map(({ lotNumber, lotObject, dueHours, sum }) => ({
          label: lotName(lotNumber, lotObject, locale),
          sum,
          due: { centihours: dueHours * 100 },
        })),
      ),
    );
  } else {
    tables.push(
      table(
        'report.by_contract',
        'report.contract',
        facts.contracts.map((one) => ({ label: contractLine(one, facts, locale), sum: one.sum })),
      ),
    );
  }
  tables.push(
    table(
      'report.by_month',
      'report.month',
      facts.months.map(({ month, sum }) => ({ label: formatMonth(month, locale), sum })),
    ),
  );
  if (facts.placements.length > 0) {
    const nobody = translate(words, locale, 'report.nobody');
    const people = facts.placements.map(({ placementId, number, sum }) => ({
      label: `${issue.names.get(placementId) ?? nobody} (E-${number})`,
      sum,
    }));
    tables.push(table('report.by_person', 'report.person', people));
  }
  const policies = facts.policies.map((one) => ({ label: policyLine(one, locale), sum: one.sum }));
  tables.push(table('report.by_policy', 'report.policy', policies));
  return tables;
}

interface Line {
  label: string;
  sum: DocumentSum;
  due?: { centihours: number };
}

type Caption = `report.by_${'clause' | 'contract' | 'month' | 'person' | 'policy'}`;
type FirstHeader = `report.${'lot' | 'contract' | 'month' | 'person' | 'policy'}`;

/** Every table has the same columns of hours and the same sum. */
function tableMaker(locale: Locale, total: DocumentSum) {
  return (caption: Caption, first: FirstHeader, lines: readonly Line[]): PrintedBlock => {
    const withDue = lines.some(({ due }) => due !== undefined);
    const cells = ({ label, sum, due }: Line): PrintedCell[] => [
      label,
      ...(withDue ? [due ?? ''] : []),
      { centihours: sum.declared },
      { centihours: sum.validated },
      { centihours: sum.exceptional },
      { centihours: sum.pending },
      { centihours: sum.rejected },
    ];
    const dueSum = { centihours: lines.reduce((sum, { due }) => sum + (due?.centihours ?? 0), 0) };
    return {
      kind: 'table',
      caption: translate(words, locale, caption),
      headers: [
        translate(words, locale, first),
        ...(withDue ? [translate(words, locale, 'report.due')] : []),
        translate(words, locale, 'report.declared'),
        translate(words, locale, 'report.validated'),
        translate(words, locale, 'report.exceptional'),
        translate(words, locale, 'report.pending'),
        translate(words, locale, 'report.rejected'),
      ],
      rows: lines.map(cells),
      total: cells({
        label: translate(words, locale, 'report.total'),
        sum: total,
        ...(withDue ? { due: dueSum } : {}),
      }),
      empty: translate(words, locale, 'report.no_hours'),
    };
  };
}

/** A lot by its number and what it is for. */
function lotName(number: string | null, object: string, locale: Locale): string {
  return number === null ? object : translate(words, locale, 'report.lot_value', { number, value: object });
}

function contractLine(one: DocumentFacts['contracts'][number], facts: DocumentFacts, locale: Locale): string {
  const months = { from: formatMonth(one.from, locale), to: formatMonth(one.to, locale) };
  const line = [
    translate(words, locale, 'report.contract_value', { ...one, value: one.object }),
    one.buyerName,
    ...(facts.employer ? [] : [one.employerName]),
    translate(words, locale, 'report.period_value', months),
  ];
  return line.join(' · ');
}

function policyLine({ policy, title, publishedOn }: DocumentFacts['policies'][number], locale: Locale): string {
  if (policy === null) return translate(words, locale, 'report.policy_check');
  if (policy === 'none') return translate(words, locale, 'report.policy_none');
  const value = title ?? policy;
  return publishedOn === null ? value : translate(words, locale, 'report.policy_version', { value, publishedOn });
}
