import { answerClock } from '../participant/answer-clock.ts';
import type { Day } from '../shared/day.ts';
import { daysBetween } from '../shared/day.ts';

/**
 * What waits for a facilitator, by what she has to do with it. `meeting`: an interview of today or tomorrow; `outcome`: one
 * gone by without a word; `prepare`: one that a company asks for, to be confirmed with its sheet; `cvNews`: a CV that stopped
 * waiting by itself; `silent`: CVs that a company leaves without an answer, `slow` when that lasts; `follow`: what she had noted to do; `prospect`: the same with a company; `stillOpen`: an open offer that nobody speaks of, `aside`: one that the silence closed, `ended`: one that its company ended by an answer; `reach`: somebody to call, to write to or to go through for; `newcomers`:
 * people whom the ranking of an offer did not hold the night before; `found`: people whom a search she watches did not find before; `due`: hours due that changed; `risk`: a forecast that came under them, or came back.
 */
export const waitingKinds = [
  'meeting',
  'outcome',
  'prepare',
  'cvNews',
  'recommendation',
  'hours',
  'proposed',
  'hired',
  'silent',
  'slow',
  'follow',
  'prospect',
  'stillOpen',
  'aside',
  'ended',
  'page',
  'reach',
  'newcomers',
  'found',
  'due',
  'risk',
  'closing',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** What a person did on her own page, and what happened to its link. */
export const pageNews = ['said', 'changed', 'yes', 'no', 'locked', 'consent_given', 'consent_withdrawn'] as const;
export type PageNews = (typeof pageNews)[number];

/** Groups of the home, as its counts name them: to decide, late, and what is simply coming. */
export const waitingGroups = ['decide', 'late', 'coming'] as const;
export type WaitingGroup = (typeof waitingGroups)[number];

const groups: Readonly<Record<WaitingKind, WaitingGroup>> = {
  meeting: 'coming',
  outcome: 'late',
  prepare: 'decide',
  cvNews: 'decide',
  recommendation: 'decide',
  hours: 'decide',
  proposed: 'decide',
  hired: 'decide',
  silent: 'late',
  slow: 'late',
  follow: 'late',
  prospect: 'late',
  stillOpen: 'decide',
  aside: 'coming',
  ended: 'coming',
  page: 'decide',
  reach: 'decide',
  newcomers: 'coming',
  found: 'coming',
  due: 'coming',
  risk: 'coming',
  closing: 'decide',
};

/** A person nobody has talked with for longer than this may no longer be there when a company calls (rule of the house). */
export const staleAfterDays = 60;

/** What was noted to do today is not late yet; hours that only miss a paper wait for the employer, not for a decision. */
export function groupOf(
  { kind, since, decides, silentSince }: { kind: WaitingKind; since: Day; decides?: boolean; silentSince?: Day | null },
  today: Day,
): WaitingGroup {
  if ((kind === 'follow' || kind === 'prospect') && since >= today) return 'coming';
  // What somebody has taken up has a status: only what nobody looked at is late.
  const waits = silentSince === undefined ? since : silentSince;
  if (kind === 'recommendation' && waits !== null && answerClock(waits, today).state === 'late') return 'late';
  return decides === false ? 'coming' : groups[kind];
}

const arrives: readonly WaitingKind[] = [
  'prepare',
  'cvNews',
  'recommendation',
  'hours',
  'proposed',
  'hired',
  'newcomers',
  'page',
  'found',
  'risk',
];

/** Arrived from somebody else, today or yesterday. */
export function isNew({ kind, since }: { kind: WaitingKind; since: Day }, today: Day): boolean {
  return arrives.includes(kind) && daysBetween(since, today) <= 1;
}

/** Meetings first, by their hour; then what waits longest. */
export function byUrgency(
  a: { kind: WaitingKind; since: Day; at: string | null },
  b: { kind: WaitingKind; since: Day; at: string | null },
): number {
  const meeting = Number(b.kind === 'meeting') - Number(a.kind === 'meeting');
  if (meeting !== 0) return meeting;
  const [left, right] = a.kind === 'meeting' ? [a.at ?? '', b.at ?? ''] : [a.since, b.since];
  return left < right ? -1 : left > right ? 1 : 0;
}
