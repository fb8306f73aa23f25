import { contractWords } from '@jonction/domain/contract/words';
import { calculationLines } from '@jonction/domain/penalty/calculation-lines';
import type { PenaltyOutcome } from '@jonction/domain/penalty/decide';
import type { PenaltyFacts, PenaltyHours } from '@jonction/domain/penalty/penalty-facts';
import { penaltyWords } from '@jonction/domain/penalty/words';
import type { Day } from '@jonction/domain/shared/day';
import type { Locale } from '@jonction/domain/shared/locale';
import { formatMonth } from '@jonction/domain/shared/typography';
import { translate } from '@jonction/domain/shared/words';
import type { Printed, PrintedBlock, PrintedCell } from '../printed/printed.ts';
import { penaltyPaperWords as words } from './penalty-words.ts';

export interface PenaltyDecision {
  outcome: PenaltyOutcome;
  cents: number;
  reason: string;
  on: Day;
}

type Paper = 'proof' | 'notice' | 'letter';

/** The frame that the papers of a penalty share. */
function paperOf(facts: PenaltyFacts, paper: Paper, locale: Locale, blocks: readonly PrintedBlock[]): Printed {
  const { number } = facts.contract;
  return {
    title: translate(words, locale, `penalty.paper.${paper}`),
    locale,
    from: paper === 'proof' ? facts.structureName : facts.contract.buyerName,
    reference: translate(words, locale, 'penalty.paper.reference', { number, knownOn: facts.knownOn }),
    blocks,
  };
}

/** The bundle that the buyer decides on: calculation, days left out, hours by month and by pseudonym, life of the contract. */
export function layOutProof(
  facts: PenaltyFacts,
  given: { opinion: string; decision: PenaltyDecision | null },
  locale: Locale,
): Printed {
  const say = (key: Parameters<typeof wordOf>[1]) => wordOf(locale, key);
  const { hours } = facts;
  return paperOf(facts, 'proof', locale, [
    { kind: 'facts', rows: headRows(facts, locale) },
    { kind: 'text', text: translate(words, locale, 'penalty.paper.known', { knownOn: facts.knownOn }) },
    {
      kind: 'table',
      caption: say('calculation'),
      headers: [say('line'), say('amount')],
      rows: calculationLines(facts, locale),
      total: [say('total'), { cents: facts.proposal.cents }],
      empty: '',
    },
    {
      kind: 'table',
      caption: say('exemptions'),
      headers: [say('exemption'), say('from'), say('to')],
      rows: facts.exemptions.map(({ reason, from, to }) => [
        translate(penaltyWords, locale, `penalty.exempt.${reason}`),
        from === null ? '' : { day: from },
        to === null ? say('not_over') : { day: to },
      ]),
      empty: say('no_exemption'),
    },
    hoursTable(
      say('by_month'),
      [say('month')],
      facts.months.map((row) => [[formatMonth(row.month, locale)], row.hours]),
      hours,
      locale,
    ),
    hoursTable(
      say('by_person'),
      [say('person'), say('month')],
      facts.people.map((row) => [[row.pseudonym, formatMonth(row.month, locale)], row.hours]),
      hours,
      locale,
    ),
    {
      kind: 'table',
      caption: say('events'),
      headers: [say('event'), say('from'), say('recorded'), say('source')],
      rows: facts.events.map(({ type, on, recordedOn, source }) => [
        translate(contractWords, locale, `contract.event.${type}`),
        { day: on },
        { day: recordedOn },
        translate(contractWords, locale, `contract.event_source.${source}`),
      ]),
      empty: say('no_event'),
    },
    { kind: 'heading', text: say('opinion') },
    { kind: 'text', text: given.opinion },
    ...decisionBlocks(given.decision, locale),
  ]);
}

/** The draft of a formal notice: what is missing, a delay to be filled in, the right to answer. It applies nothing. */
export function layOutNotice(facts: PenaltyFacts, locale: Locale): Printed {
  const { object: value, reference } = facts.contract;
  const missing = {
    ...{ value, reference, knownOn: facts.knownOn },
    dueCentihours: facts.dueHours * 100,
    validatedCentihours: facts.hours.validated,
    missingCentihours: facts.input.missingCentihours,
  };
  return paperOf(facts, 'notice', locale, [
    ...letterHead(facts, locale),
    { kind: 'text', text: translate(words, locale, 'penalty.paper.notice_hours', missing) },
    { kind: 'text', text: wordOf(locale, 'notice_ask') },
    { kind: 'text', text: wordOf(locale, 'notice_say') },
    { kind: 'text', text: wordOf(locale, 'notice_else') },
    { kind: 'text', text: wordOf(locale, 'signature') },
  ]);
}

/** The draft of the letter that tells a decision; there is none where the buyer waived. */
export function layOutLetter(facts: PenaltyFacts, decision: PenaltyDecision, locale: Locale): Printed {
  const { object: value, reference } = facts.contract;
  const says = { value, reference, decidedCents: decision.cents, day: decision.on };
  const reduced = translate(words, locale, 'penalty.paper.letter_reduced', { proposedCents: facts.proposal.cents });
  return paperOf(facts, 'letter', locale, [
    ...letterHead(facts, locale),
    { kind: 'text', text: translate(words, locale, 'penalty.paper.letter_says', says) },
    ...(decision.outcome === 'reduce' ? [{ kind: 'text' as const, text: reduced }] : []),
    { kind: 'text', text: translate(words, locale, 'penalty.paper.letter_why', { value: decision.reason }) },
    {
      kind: 'table',
      caption: wordOf(locale, 'calculation'),
      headers: [wordOf(locale, 'line'), wordOf(locale, 'amount')],
      rows: calculationLines(facts, locale),
      total: [wordOf(locale, 'total'), { cents: facts.proposal.cents }],
      empty: '',
    },
    { kind: 'text', text: wordOf(locale, 'letter_appeal') },
    { kind: 'text', text: wordOf(locale, 'signature') },
  ]);
}

type Plain = {
  [Key in keyof (typeof words)['fr']]: (typeof words)['fr'][Key] extends `${string}{${string}` ? never : Key;
}[keyof (typeof words)['fr']] extends infer Key
  ? Key extends `penalty.paper.${infer Name}`
    ? Name
    : never
  : never;

function wordOf(locale: Locale, name: Plain): string {
  return translate(words, locale, `penalty.paper.${name}`);
}

function headRows(facts: PenaltyFacts, locale: Locale): [string, PrintedCell][] {
  const { object: value, number, reference, buyerName, holderNames } = facts.contract;
  const { lot } = facts;
  return [
    [
      wordOf(locale, 'contract'),
      translate(words, locale, 'penalty.paper.contract_value', { value, number, reference }),
    ],
    [wordOf(locale, 'lot'), lot.number === null ? lot.object : `${lot.number} · ${lot.object}`],
    [wordOf(locale, 'buyer'), buyerName],
    ...(holderNames.length > 0 ? [[wordOf(locale, 'holders'), holderNames.join(', ')] as [string, PrintedCell]] : []),
    [wordOf(locale, 'due'), { centihours: facts.dueHours * 100 }],
    [wordOf(locale, 'validated'), { centihours: facts.hours.validated }],
    [wordOf(locale, 'missing'), { centihours: facts.input.missingCentihours }],
  ];
}

function letterHead(facts: PenaltyFacts, locale: Locale): PrintedBlock[] {
  const holders = facts.contract.holderNames.join(', ') || '______';
  return [
    { kind: 'text', text: wordOf(locale, 'draft') },
    { kind: 'text', text: translate(words, locale, 'penalty.paper.to_holders', { holders }) },
  ];
}

function hoursTable(
  caption: string,
  firsts: readonly string[],
  rows: readonly [labels: readonly string[], hours: PenaltyHours][],
  sum: PenaltyHours,
  locale: Locale,
): PrintedBlock {
  const cells = ({ declared, validated, pending, rejected }: PenaltyHours): PrintedCell[] =>
    [declared, validated, pending, rejected].map((centihours) => ({ centihours }));
  return {
    kind: 'table',
    caption,
    headers: [
      ...firsts,
      wordOf(locale, 'declared'),
      wordOf(locale, 'validated'),
      wordOf(locale, 'pending'),
      wordOf(locale, 'rejected'),
    ],
    rows: rows.map(([labels, hours]) => [...labels, ...cells(hours)]),
    total: [wordOf(locale, 'sum'), ...firsts.slice(1).map(() => ''), ...cells(sum)],
    empty: wordOf(locale, 'no_hours'),
  };
}

function decisionBlocks(decision: PenaltyDecision | null, locale: Locale): PrintedBlock[] {
  if (!decision) return [];
  const outcome = translate(penaltyWords, locale, `penalty.outcome.${decision.outcome}`);
  const value = { outcome, decidedCents: decision.cents, day: decision.on };
  return [
    { kind: 'heading', text: wordOf(locale, 'decision') },
    { kind: 'text', text: translate(words, locale, 'penalty.paper.decision_value', value) },
    { kind: 'text', text: decision.reason },
  ];
}
