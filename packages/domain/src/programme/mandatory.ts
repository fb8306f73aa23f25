import { socialObligationFrom, type ThresholdKind, thresholdsOn } from '../reference/thresholds.ts';
import { addDays, type Day } from '../shared/day.ts';
import type { Exemption } from './exemption.ts';

/** What is bought, and by whom, as the thresholds see it. */
export const purchaseKinds = ['works', 'supplies', 'services', 'concession'] as const;
export type PurchaseKind = (typeof purchaseKinds)[number];

export const buyerKinds = ['state', 'other', 'network'] as const;
export type BuyerKind = (typeof buyerKinds)[number];

export interface ObligationFacts {
  kind: PurchaseKind | null;
  buyerKind: BuyerKind | null;
  amountCents: number | null;
  /** The day the consultation is launched: the law and the thresholds of that day hold. */
  publicationOn: Day | null;
  cpv: string | null;
  exemption: Exemption | null;
}

export const obligationAnswers = ['mandatory', 'not_mandatory', 'to_check'] as const;
export type ObligationAnswer = (typeof obligationAnswers)[number];

/** Why: each a sentence of `words.ts`. */
export type ObligationWhy =
  | 'before_law'
  | 'law_day_uncertain'
  | 'above'
  | 'below'
  | 'exempted'
  | 'no_threshold_known'
  | 'specific_service'
  | 'kind_unknown'
  | 'buyer_kind_unknown'
  | 'amount_unknown'
  | 'publication_unknown';

export interface Obligation {
  answer: ObligationAnswer;
  why: ObligationWhy[];
  /** CCP: contracts, or concessions. */
  article: 'L2112-2-1' | 'L3114-2-1';
  /** The threshold compared with, and where it comes from; null where it was not needed or is not known. */
  thresholdCents: number | null;
  thresholdSource: string | null;
  exemption: Exemption | null;
}

/** Social and other specific services have a threshold of their own, 750 000 € HT (directive 2014/24 art. 4 d and annex XIV; CCP R2123-1 3°). */
export const specificServiceCents = 75_000_000;
/** Divisions of the CPV that hold such services beside others: what lies in them is told apart by a person. */
const specificDivisions = ['55', '75', '79', '80', '85', '92', '98'];

/**
 * Whether social conditions are owed (CCP L2112-2-1, in force in August 2026; L3114-2-1 for concessions): from the European threshold of
 * the day of publication, by kind of contract and of buyer. A fact that is needed and not known gives `to_check`, never `not_mandatory`. A
 * written exemption is the buyer's and stays beside the answer.
 */
export function mandatoryClause(facts: ObligationFacts): Obligation {
  const article = facts.kind === 'concession' ? 'L3114-2-1' : 'L2112-2-1';
  const say = (
    answer: ObligationAnswer,
    why: ObligationWhy[],
    threshold?: { cents: number; source: string },
  ): Obligation => ({
    ...{ answer, why, article, exemption: facts.exemption },
    ...{ thresholdCents: threshold?.cents ?? null, thresholdSource: threshold?.source ?? null },
  });
  const { publicationOn, amountCents } = facts;
  // Sources say 21 or 22 August 2026: the day between is for a person.
  if (publicationOn !== null && publicationOn < addDays(socialObligationFrom, -1))
    return say('not_mandatory', ['before_law']);
  const unknown = unknownIn(facts);
  if (unknown.length > 0 || publicationOn === null || amountCents === null) return say('to_check', unknown);
  if (publicationOn < socialObligationFrom) return say('to_check', ['law_day_uncertain']);
  const thresholds = thresholdsOn(publicationOn);
  const kind = thresholdKindOf(facts);
  if (thresholds === null || kind === null) return say('to_check', ['no_threshold_known']);
  const threshold = { cents: thresholds.cents[kind], source: thresholds.source };
  if (amountCents < threshold.cents) return say('not_mandatory', ['below'], threshold);
  if (isMaybeSpecific(facts) && amountCents < specificServiceCents) {
    return say('to_check', ['specific_service'], { cents: specificServiceCents, source: 'CCP R2123-1 3°' });
  }
  if (facts.exemption !== null) return say('not_mandatory', ['above', 'exempted'], threshold);
  return say('mandatory', ['above'], threshold);
}

function unknownIn({ kind, buyerKind, amountCents, publicationOn }: ObligationFacts): ObligationWhy[] {
  // Works and concessions have one threshold whoever buys.
  const buyerMatters = kind !== 'works' && kind !== 'concession';
  return [
    ...(kind === null ? (['kind_unknown'] as const) : []),
    ...(buyerKind === null && buyerMatters ? (['buyer_kind_unknown'] as const) : []),
    ...(amountCents === null ? (['amount_unknown'] as const) : []),
    ...(publicationOn === null ? (['publication_unknown'] as const) : []),
  ];
}

function thresholdKindOf({ kind, buyerKind }: ObligationFacts): ThresholdKind | null {
  if (kind === 'works' || kind === 'concession') return 'works_and_concessions';
  if (kind === null || buyerKind === null) return null;
  if (buyerKind === 'state') return 'supplies_services_state';
  return buyerKind === 'network' ? 'supplies_services_networks' : 'supplies_services_others';
}

function isMaybeSpecific({ kind, cpv }: ObligationFacts): boolean {
  return kind === 'services' && (cpv === null || specificDivisions.includes(cpv.slice(0, 2)));
}
