import { z } from 'zod';
import type { Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import type { ParticipantStatus, PreferredChannel, Sex } from './status.ts';

/** What a person chooses, line by line, when two records of somebody become one. `place` is the postal code, town and point. */
export const mergeFields = [
  'firstName',
  'lastName',
  'birthDate',
  'sex',
  'phone',
  'email',
  'place',
  'preferredChannel',
  'status',
  'availableFrom',
  'radiusMetres',
  'frenchLevel',
  'weeklyHours',
  'partner',
  'owner',
  'nextAction',
] as const;
export type MergeField = (typeof mergeFields)[number];

export const mergeSides = ['kept', 'gone'] as const;
export type MergeSide = (typeof mergeSides)[number];
export type MergeChoices = Partial<Record<MergeField, MergeSide>>;

/** The columns of a record that a merge may write. */
export interface MergeableRecord {
  firstName: string;
  lastName: string;
  birthDate: Day | null;
  sex: Sex | null;
  phone: string | null;
  email: string | null;
  postalCode: string | null;
  city: string | null;
  latitude: number | null;
  longitude: number | null;
  preferredChannel: PreferredChannel | null;
  safeContactOnly: boolean;
  status: ParticipantStatus;
  availableFrom: Day | null;
  radiusMetres: number | null;
  frenchLevel: number | null;
  weeklyHoursMin: number | null;
  weeklyHoursMax: number | null;
  licences: string[] | null;
  optedOut: string[];
  waitingSince: Day | null;
  lastContactOn: Day | null;
  diffusionConsent: boolean;
  recommendedByOrganisationId: string | null;
  recommendedByUserId: string | null;
  ownerId: string | null;
  nextAction: string | null;
  nextActionOn: Day | null;
}

const columnsOf = {
  firstName: ['firstName'],
  lastName: ['lastName'],
  birthDate: ['birthDate'],
  sex: ['sex'],
  phone: ['phone'],
  email: ['email'],
  place: ['postalCode', 'city', 'latitude', 'longitude'],
  preferredChannel: ['preferredChannel'],
  status: ['status'],
  availableFrom: ['availableFrom'],
  radiusMetres: ['radiusMetres'],
  frenchLevel: ['frenchLevel'],
  weeklyHours: ['weeklyHoursMin', 'weeklyHoursMax'],
  partner: ['recommendedByOrganisationId', 'recommendedByUserId'],
  owner: ['ownerId'],
  nextAction: ['nextAction', 'nextActionOn'],
} as const satisfies Record<MergeField, readonly (keyof MergeableRecord)[]>;

/** Lines on which two records do not say the same: what a person reads and chooses. */
export function differencesOf(kept: MergeableRecord, gone: MergeableRecord): MergeField[] {
  return mergeFields.filter((field) => columnsOf[field].some((column) => kept[column] !== gone[column]));
}

/** What a form offers first: the record kept, where it says something; the other where it is silent. */
export function suggestedSide(field: MergeField, kept: MergeableRecord, gone: MergeableRecord): MergeSide {
  const columns: readonly (keyof MergeableRecord)[] = columnsOf[field];
  const [column] = columnsOf[field];
  if (kept[column] === null && gone[column] !== null) return 'gone';
  // A line may say only its second column: the most hours without the least, a town without its code.
  const silent = columns.every((one) => kept[one] === null);
  return silent && columns.some((one) => gone[one] !== null) ? 'gone' : 'kept';
}

/** What was ever said of consent on one record, last: nothing, given or withdrawn. */
export type LastConsent = 'given' | 'withdrawn' | null;

/**
 * Whether one person agrees, whose two records say so apart. The strictest wins (rule of the house): a withdrawal on either is
 * never lost (RGPD art. 7.3), and she is asked again.
 */
export function strictestConsent(a: LastConsent, b: LastConsent): boolean {
  if (a === 'withdrawn' || b === 'withdrawn') return false;
  return a === 'given' || b === 'given';
}

/**
 * The record that two become. Chosen lines come from the side chosen, the others as `suggestedSide` offers. What protects her is
 * never lost: safe contact, companies she does not want, the earliest day she waits since. Licences of both are hers.
 */
export function mergeRecords(
  kept: MergeableRecord,
  gone: MergeableRecord,
  choices: MergeChoices,
  consents: boolean,
): MergeableRecord {
  const merged: MergeableRecord = { ...kept };
  for (const field of mergeFields) {
    const side = choices[field] ?? suggestedSide(field, kept, gone);
    if (side === 'kept') continue;
    Object.assign(merged, Object.fromEntries(columnsOf[field].map((column) => [column, gone[column]])));
  }
  return {
    ...merged,
    safeContactOnly: kept.safeContactOnly || gone.safeContactOnly,
    licences: union(kept.licences, gone.licences),
    optedOut: union(kept.optedOut, gone.optedOut) ?? [],
    waitingSince: first(kept.waitingSince, gone.waitingSince),
    lastContactOn: last(kept.lastContactOn, gone.lastContactOn),
    diffusionConsent: consents,
  };
}

/** Null is "not known": it stays so only where neither record knows. */
function union(a: readonly string[] | null, b: readonly string[] | null): string[] | null {
  if (a === null && b === null) return null;
  return [...new Set([...(a ?? []), ...(b ?? [])])];
}

function first(a: Day | null, b: Day | null): Day | null {
  return a === null || (b !== null && b < a) ? b : a;
}

function last(a: Day | null, b: Day | null): Day | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** Days during which a merge can be undone (rule of the house). */
export const undoDays = 30;

/** Refuses a record with itself, and what would leave a CV with companies against a withdrawal: it is taken back first. */
export function mayMerge(facts: {
  keptId: string;
  goneId: string;
  consents: boolean;
  /** Positionings of either record that wait for an answer. */
  openPositionings: number;
}): Decision<true, 'participant.merge_same' | 'participant.merge_withdraw_first'> {
  if (facts.keptId === facts.goneId) return refused('participant.merge_same');
  if (!facts.consents && facts.openPositionings > 0) {
    return refused('participant.merge_withdraw_first', { count: facts.openPositionings });
  }
  return accepted(true);
}

/** Refuses to undo twice, and after the days given. What contradicts an undo is said row by row, apart. */
export function mayUndoMerge(
  merge: { undoneAt: Date | null; undoUntil: Day },
  today: Day,
): Decision<true, 'participant.merge_undone' | 'participant.merge_too_old'> {
  if (merge.undoneAt !== null) return refused('participant.merge_undone');
  if (today > merge.undoUntil) return refused('participant.merge_too_old');
  return accepted(true);
}

const choice = z.enum(mergeSides);

export const mergeSchema = z.object({
  keptId: z.uuid(),
  goneId: z.uuid(),
  /** Of the two records as they were read side by side: what changed since is read again first. */
  keptVersion: z.int(),
  goneVersion: z.int(),
  choices: z.partialRecord(z.enum(mergeFields), choice).default({}),
  /** Which record's CV stays the current one, when each has one. */
  currentCv: choice.default('kept'),
});

export const mergePairSchema = z.object({ keptId: z.uuid(), goneId: z.uuid() });
