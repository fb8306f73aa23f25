import { z } from 'zod';
import { contractStatuses } from '../contract/lifecycle.ts';
import type { Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';
import { crisisCadences, crisisReceivers } from './cadence.ts';
import { crisisMeasures, crisisRegimes, measuresOf, regimes } from './regime.ts';

/** Written, in force, ended on a day, or taken back as a whole as if it had never been. */
export const crisisStates = ['draft', 'in_force', 'ended', 'undone'] as const;
export type CrisisState = (typeof crisisStates)[number];

/** Contracts that one emergency looks at: a census of a large team, with room. */
export const mostConcerned = 2_000;

const codes = (shape: RegExp, most: number) => z.array(z.string().trim().toUpperCase().regex(shape)).max(most);

/** An emergency as it is declared, before anything moves. Empty lists of places, buyers, CPV or statuses: all of them. */
export const crisisTermsSchema = z.object({
  title: z.string().trim().min(3, { error: 'crisis.title_missing' }).max(120),
  regime: z.enum(crisisRegimes),
  legalTitle: z.string().trim().min(3, { error: 'crisis.text_missing' }).max(200),
  legalUrl: z
    .url({ protocol: /^https?$/, error: 'crisis.link_malformed' })
    .max(500)
    .nullable(),
  /** Why the measures are needed here: the text asks for it (ordonnance 2020-319, art. 1). */
  justification: z.string().trim().min(3, { error: 'crisis.justification_missing' }).max(2000),
  from: daySchema,
  to: daySchema.nullable(),
  departments: codes(/^(\d{2,3}|2[AB])$/, 110),
  communes: codes(/^(\d{5}|2[AB]\d{3})$/, 300),
  /** Contracts of which nobody knows where they are performed. */
  withUnknownPlace: z.boolean(),
  buyerIds: z.array(z.uuid()).max(200),
  cpv: codes(/^\d{2,8}$/, 50),
  statuses: z.array(z.enum(contractStatuses)),
  measures: z.array(z.enum(crisisMeasures)),
  /** Days that a new tender takes: what an extension may have beyond the emergency. */
  retenderDays: z.int().min(0).max(730),
  /** Policies of hours to adopt: built-in ones by id, or `dated`: the rules of 2020 for the days of this emergency. */
  policies: z.array(z.string().max(60)).max(10),
  cadences: z.array(z.enum(crisisCadences)),
  receivers: z.array(z.enum(crisisReceivers)),
  letter: z.string().trim().max(4000),
});
export type CrisisTerms = z.infer<typeof crisisTermsSchema>;

export type TermsRefusal =
  | 'crisis.days_reversed'
  | 'crisis.too_far'
  | 'crisis.outside_text'
  | 'crisis.measure_not_in_text'
  | 'crisis.letter_missing';

/** Whether terms hold together: their days, the days of the text, its measures, a letter where somebody gets one. Rule of the house. */
export function settleTerms(terms: CrisisTerms, today: Day): Decision<CrisisTerms, TermsRefusal> {
  const { from, to, regime } = terms;
  const { window } = regimes[regime];
  if (to !== null && to < from) return refused('crisis.days_reversed', { from, to });
  if (from > today) return refused('crisis.too_far', { from });
  if (window && (from < window.from || to === null || to > window.to)) return refused('crisis.outside_text', window);
  const known = measuresOf(regime);
  if (terms.measures.some((measure) => !known.includes(measure))) return refused('crisis.measure_not_in_text');
  if (terms.receivers.length > 0 && terms.letter === '') return refused('crisis.letter_missing');
  return accepted({ ...terms, measures: known.filter((one) => one === 'scope' || terms.measures.includes(one)) });
}

const acts = { enforce: ['draft'], end: ['in_force'], undo: ['in_force', 'ended'], write: ['draft'] } as const;
export type CrisisAct = keyof typeof acts;

/** What may be done with an emergency: a draft applies, one in force ends, both it and an ended one can be taken back. */
export function allowedCrisisActs(state: CrisisState): CrisisAct[] {
  return (Object.keys(acts) as CrisisAct[]).filter((act) => (acts[act] as readonly CrisisState[]).includes(state));
}
