import { type HourKind, hourKinds, hourPayers, knownEvidence } from '@jonction/domain/hours/line';
import { hourBases, type PolicyRule, ruleOutcomes, scopeLevels } from '@jonction/domain/hours/policy';
import type { DraftContent } from '@jonction/domain/hours/policy-draft';
import { parseHours } from '@jonction/domain/shared/typed-hours';

/** What somebody does to the rows of the table while she writes it: `ajouter`, `monter.2`, `descendre.2`, `retirer.2`. */
export function rowsAfter(rules: readonly PolicyRule[], doing: string): PolicyRule[] {
  if (doing === 'ajouter') return [...rules, { id: '', kinds: [], outcome: 'validate' }];
  const [what, row] = doing.split('.');
  const at = Number(row);
  const moved = rules[at];
  if (!moved) return [...rules];
  const others = rules.toSpliced(at, 1);
  if (what === 'retirer') return others;
  if (what === 'monter') return others.toSpliced(Math.max(0, at - 1), 0, moved);
  if (what === 'descendre') return others.toSpliced(at + 1, 0, moved);
  return [...rules];
}

/** A typed cap: hours, or nothing for none; what is no number of hours is kept out of the rule and told. */
export interface ReadPolicy {
  content: DraftContent;
  /** Rows whose cap is no number of hours, by the name of their field. */
  unread: string[];
}

/** The decision table as typed, in the order of the page. The schema of the API judges it; here it is only put together. */
export function readPolicy(form: FormData): ReadPolicy {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const [level = '', ...id] = text('pour').split(':');
  const rows = [...form.keys()].flatMap((name) => /^r\.(\d{1,3})\.nom$/.exec(name)?.[1] ?? []);
  const unread: string[] = [];
  const rules = rows.map((at): PolicyRule => {
    const of = `r.${at}`;
    const cap = text(`${of}.plafond`);
    const capCentihours = cap === '' ? null : parseHours(cap);
    if (capCentihours === undefined) unread.push(`${of}.plafond`);
    const other = text(`${of}.autre`);
    const ticked = form.getAll(`${of}.pieces`).map(String);
    return {
      id: text(`${of}.nom`),
      kinds: among(hourKinds, form.getAll(`${of}.natures`).map(String)),
      payer: among(hourPayers, [text(`${of}.payeur`)])[0] ?? null,
      hourBasis: among(hourBases, [text(`${of}.base`)])[0] ?? null,
      evidence: [...knownEvidence.filter((paper) => ticked.includes(paper)), ...papersOf(other)],
      outcome: among(ruleOutcomes, [text(`${of}.issue`)])[0] ?? 'validate',
      creditedCapPerWeek: capCentihours ?? null,
    };
  });
  return {
    content: {
      title: text('titre'),
      source: text('source'),
      note: text('note') || null,
      scope: { level: among(scopeLevels, [level])[0] ?? 'structure', id: id.join(':') },
      validFrom: text('du') || null,
      validTo: text('au') || null,
      rules,
    },
    unread,
  };
}

/** Papers that are none of ours, as typed: one or several, with semicolons between. */
export function otherPapers(rule: PolicyRule): string {
  return (rule.evidence ?? []).filter((paper) => !knownEvidence.some((known) => known === paper)).join(' ; ');
}

function papersOf(typed: string): string[] {
  return typed
    .split(';')
    .map((paper) => paper.trim())
    .filter(Boolean);
}

function among<Known extends string>(known: readonly Known[], given: readonly string[]): Known[] {
  return known.filter((one) => given.includes(one));
}

/** The kinds in the groups that the table shows: at work first, then what is paid without work, then the rest. */
export const kindGroups: readonly (readonly HourKind[])[] = [
  ['worked_on_site', 'telework', 'training', 'internship'],
  ['paid_leave', 'public_holiday', 'sick_leave', 'childcare_leave', 'vulnerable_leave', 'work_accident'],
  ['bad_weather', 'partial_unemployment', 'partial_unemployment_training', 'unpaid_absence'],
];
