import type { Day } from '../shared/day.ts';

/**
 * Under which text contracts are treated otherwise than written. The ordonnance 2020-319 of 25 March 2020 held for contracts running or
 * concluded from 12 March to 23 July 2020; since the law 2020-1525 the CCP has a standing book (L2711-1 and following) that a decree
 * switches on; any other text is named by whoever declares.
 */
export const crisisRegimes = ['ordonnance_2020_319', 'exceptional', 'other'] as const;
export type CrisisRegime = (typeof crisisRegimes)[number];

/** What may be done with one contract. `stop` is a fact that somebody saw, not an article. */
export const crisisMeasures = [
  'scope',
  'bid_delay',
  'competition',
  'extend_term',
  'advance',
  'extend_delay',
  'no_penalty',
  'third_party',
  'terminate',
  'suspend',
  'suspend_concession',
  'stop',
] as const;
export type CrisisMeasure = (typeof crisisMeasures)[number];

interface RegimeFacts {
  /** The days for which the text itself holds; null: those that are declared. */
  window: { from: Day; to: Day } | null;
  /** Where the text can be read; null: whoever declares says where. */
  link: string | null;
  /** Each measure of the text by its article; '' : the text has no number for it, or none is known to us. */
  articles: Partial<Record<CrisisMeasure, string>>;
}

export const regimes: Readonly<Record<CrisisRegime, RegimeFacts>> = {
  ordonnance_2020_319: {
    window: { from: '2020-03-12', to: '2020-07-23' },
    link: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000041755875',
    articles: {
      scope: 'art. 1',
      bid_delay: 'art. 2',
      competition: 'art. 3',
      extend_term: 'art. 4',
      advance: 'art. 5',
      extend_delay: 'art. 6, 1°',
      no_penalty: 'art. 6, 2° a',
      third_party: 'art. 6, 2° b',
      terminate: 'art. 6, 3°',
      suspend: 'art. 6, 4°',
      suspend_concession: 'art. 6, 5°',
      stop: '',
    },
  },
  exceptional: {
    window: null,
    link: 'https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000037701019/LEGISCTA000042638790/',
    articles: {
      scope: 'art. L2711-1',
      bid_delay: '',
      competition: '',
      extend_term: 'art. L2711-5',
      extend_delay: 'art. L2711-7',
      no_penalty: '',
      third_party: '',
      stop: '',
    },
  },
  other: {
    window: null,
    link: null,
    articles: { scope: '', extend_delay: '', no_penalty: '', terminate: '', suspend: '', stop: '' },
  },
};

/** The measures of a text, in the order of its articles. */
export function measuresOf(regime: CrisisRegime): CrisisMeasure[] {
  return crisisMeasures.filter((measure) => regimes[regime].articles[measure] !== undefined);
}

/** What an event says it rests on: the text and its article; a stop that somebody saw rests on none. */
export function legalBasisOf(
  { regime, legalTitle }: { regime: CrisisRegime; legalTitle: string },
  measure: CrisisMeasure,
): string | null {
  if (measure === 'stop') return null;
  const article = regimes[regime].articles[measure] ?? '';
  return article === '' ? legalTitle : `${legalTitle}, ${article}`;
}
