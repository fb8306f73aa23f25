import { tooSoonToWrite } from '../contact/letter-guard.ts';
import { isWorkingDay, openDayFrom } from '../reference/working-days.ts';
import { addDays, type Day, daysBetween } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';

/** A delay to answer, when none is chosen: two weeks (the field wrote to buyers fortnightly in the spring of 2020). */
export const usualDelayDays = 14;
const longestDelayDays = 90;
/** Days around the end of the delay on which whoever has not answered hears of it: before it, the day after, a week after (rule of the house). */
const rungDays = [-4, 1, 8] as const;
/** A campaign that nobody closes closes its links by itself, so long after the end of the delay. */
export const linkDaysAfterDelay = 60;

/** The end of the delay to answer: after today, and not so far that nobody hurries. */
export function mayOpen({
  dueOn,
  today,
}: {
  dueOn: Day;
  today: Day;
}): Decision<Day, 'census.due_too_early' | 'census.due_too_late'> {
  if (dueOn <= today) return refused('census.due_too_early');
  if (daysBetween(today, dueOn) > longestDelayDays) return refused('census.due_too_late', { most: longestDelayDays });
  return accepted(dueOn);
}

/** The days on which reminders of a campaign leave, those that would come too soon after its letter left out. */
export function campaignReminders({ openedOn, dueOn }: { openedOn: Day; dueOn: Day }): { rung: number; day: Day }[] {
  return rungDays
    .map((days, at) => ({ rung: at + 1, day: openDayFrom(addDays(dueOn, days)) }))
    .filter(({ day }) => !tooSoonToWrite(openedOn, day));
}

export interface AskFacts {
  openedOn: Day;
  dueOn: Day;
  closed: boolean;
  /** Letters are held back by whoever leads the campaign. */
  held: boolean;
  /** Rows without an answer. */
  waiting: number;
  /** Where to write; null when nobody is known, or those known are gone. */
  address: string | null;
  /** The highest rung sent: 0 the first letter, null none yet. Letters by hand climb nothing. */
  sentRung: number | null;
  /** The day of the last letter to that address without its asking, of any team and about whatever. */
  lastToAddressOn: Day | null;
}

type LetterRefusal =
  | 'census.campaign_closed'
  | 'census.campaign_held'
  | 'census.all_answered'
  | 'census.no_address'
  | 'census.address_guard';

/** Whether a buyer may be written to today. */
export function mayWrite(facts: Omit<AskFacts, 'sentRung'>, today: Day): Decision<string, LetterRefusal> {
  if (facts.closed) return refused('census.campaign_closed');
  if (facts.held) return refused('census.campaign_held');
  if (facts.waiting === 0) return refused('census.all_answered');
  if (facts.address === null) return refused('census.no_address');
  const last = facts.lastToAddressOn;
  if (last !== null && tooSoonToWrite(last, today)) {
    return refused('census.address_guard', { day: last });
  }
  return accepted(facts.address);
}

/** The rung to write this morning, 0 the first letter; null when there is none, or nothing may leave. One letter, whatever was missed. */
export function campaignRung(facts: AskFacts, today: Day): number | null {
  if (!mayWrite(facts, today).ok) return null;
  if (facts.sentRung === null) return 0;
  if (!isWorkingDay(today)) return null;
  const reached = campaignReminders(facts)
    .filter(({ day }) => day <= today)
    .at(-1);
  return reached && reached.rung > facts.sentRung ? reached.rung : null;
}

export const askStates = ['answered', 'no_address', 'returned', 'to_write', 'opened', 'written', 'partly'] as const;
type AskState = (typeof askStates)[number];

/** Where one buyer stands in a campaign: what a list says in a word. */
export function askState(ask: {
  rows: number;
  answered: number;
  address: string | null;
  letters: number;
  returned: boolean;
  opened: boolean;
}): AskState {
  if (ask.answered === ask.rows) return 'answered';
  if (ask.address === null) return ask.returned ? 'returned' : 'no_address';
  if (ask.answered > 0) return 'partly';
  if (ask.letters === 0) return 'to_write';
  return ask.opened ? 'opened' : 'written';
}
