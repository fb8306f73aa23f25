import type { Locale } from '../shared/locale.ts';
import { translate } from '../shared/words.ts';
import { type HourKind, hourKinds, knownEvidence } from './line.ts';
import type { PolicyRule } from './policy.ts';
import { ruleWords } from './rule-words.ts';
import { hoursWords } from './words.ts';

/** A rule of nearly every kind is the one that takes what the others leave. */
const fewKindsLeft = 6;

/** A row of a decision table as a sentence: "Arrêt maladie, payé par la Sécurité sociale : peut valider (à décider), sur relevé...". */
export function ruleSentence(rule: PolicyRule, locale: Locale): string {
  const about = [kindsSentence(rule.kinds, locale)];
  if (rule.payer) about.push(translate(ruleWords, locale, `hours.row.paid_by_${rule.payer}`));
  if (rule.hourBasis) about.push(translate(ruleWords, locale, `hours.row.basis_${rule.hourBasis}`));
  const says = [translate(hoursWords, locale, `hours.outcome.${rule.outcome}`)];
  // A rule that rejects ends there: its evidence and its cap play no part.
  if (rule.outcome !== 'reject') {
    if (rule.evidence?.length) {
      const papers = rule.evidence.map((one) => evidenceWord(one, locale)).join(', ');
      says.push(translate(ruleWords, locale, 'hours.row.on_evidence', { papers }));
    }
    if (typeof rule.creditedCapPerWeek === 'number') {
      says.push(translate(ruleWords, locale, 'hours.row.at_most', { capCentihours: rule.creditedCapPerWeek }));
    }
  }
  return translate(ruleWords, locale, 'hours.row.rule', { about: about.join(', '), says: says.join(', ') });
}

/** Kinds of hours in words, "every other kind" where hardly any is left out. */
export function kindsSentence(kinds: readonly HourKind[], locale: Locale): string {
  if (kinds.length > hourKinds.length - fewKindsLeft) return translate(ruleWords, locale, 'hours.row.every_other');
  return kinds.map((kind) => translate(hoursWords, locale, `hours.kind.${kind}`)).join(', ');
}

/** A paper that the product knows by its name; another one as it was written. */
export function evidenceWord(paper: string, locale: Locale): string {
  const known = knownEvidence.find((one) => one === paper);
  return known ? translate(hoursWords, locale, `hours.evidence.${known}`) : paper;
}
