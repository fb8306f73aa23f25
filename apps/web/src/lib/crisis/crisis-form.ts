import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { liveStatuses } from '@jonction/domain/contract/standing';
import { crisisCadences, crisisReceivers } from '@jonction/domain/crisis/cadence';
import { crisisMeasures, crisisRegimes, measuresOf, regimes } from '@jonction/domain/crisis/regime';
import { optionalText, text, texts, wholeNumber } from '#lib/server/form.ts';

const among = <Known extends string>(known: readonly Known[], given: readonly string[]): Known[] =>
  known.filter((one) => given.includes(one));

const listed = (words: string) => words.split(/[\s,;]+/).filter((word) => word !== '');

/** What a form of an emergency holds; measures that its text does not have are left out. */
export function termsIn(form: FormData) {
  const regime = crisisRegimes.find((one) => one === text(form, 'regime')) ?? 'other';
  return {
    title: text(form, 'title'),
    regime,
    legalTitle: text(form, 'legalTitle'),
    legalUrl: optionalText(form, 'legalUrl'),
    justification: text(form, 'justification'),
    from: text(form, 'from'),
    to: optionalText(form, 'to'),
    departments: listed(text(form, 'departments')),
    communes: listed(text(form, 'communes')),
    withUnknownPlace: text(form, 'withUnknownPlace') !== '',
    buyerIds: texts(form, 'buyerIds'),
    cpv: listed(text(form, 'cpv')),
    statuses: among(contractStatuses, texts(form, 'statuses')),
    measures: among(crisisMeasures, texts(form, 'measures')).filter((one) => measuresOf(regime).includes(one)),
    retenderDays: wholeNumber(form, 'retenderDays') ?? 0,
    policies: texts(form, 'policies'),
    cadences: among(crisisCadences, texts(form, 'cadences')),
    receivers: among(crisisReceivers, texts(form, 'receivers')),
    letter: text(form, 'letter'),
  };
}
export type TermsTyped = ReturnType<typeof termsIn>;

/** A new emergency, or the worked example: the ordonnance of spring 2020, on the whole of a team's contracts. */
export function emptyTerms(
  example: boolean,
  { today, letter, legalTitle }: { today: string; letter: string; legalTitle: string },
): TermsTyped {
  const { window } = regimes.ordonnance_2020_319;
  return {
    title: example ? 'Crise sanitaire, printemps 2020' : '',
    regime: example ? 'ordonnance_2020_319' : 'other',
    legalTitle: example ? legalTitle : '',
    legalUrl: example ? regimes.ordonnance_2020_319.link : null,
    justification: '',
    from: example ? (window?.from ?? today) : today,
    to: example ? (window?.to ?? null) : null,
    ...{ departments: [], communes: [], withUnknownPlace: true, buyerIds: [], cpv: [] },
    statuses: example ? [...liveStatuses, 'tender'] : [...liveStatuses],
    measures: example ? ['extend_term', 'no_penalty', 'bid_delay'] : ['no_penalty'],
    retenderDays: 90,
    policies: example ? ['emergency-2020'] : [],
    cadences: example ? [...crisisCadences] : [],
    receivers: [],
    letter,
  };
}
