/**
 * The activity report of a team: figures of a period that open into their rows, in the order of the report that the field writes by
 * hand (field report EPEC 2020: offers handled, hires, positionings running, orientations by partner). Each figure is a count of rows
 * or a sum of their amounts, so that one more event moves it by one and nothing else can.
 *
 * `over`: the figure it is a part of, shown as its denominator. `unit`: `count` of things, or `hours` in hundredths. `when`: what
 * happened in the period, or how things stood at the end of its last day.
 */
interface ActivityFigureFacts {
  part: ActivityPart;
  over: string | null;
  unit: 'count' | 'hours';
  when: 'during' | 'at_end';
}

export const activityParts = ['offers', 'positionings', 'hires', 'partners', 'people', 'hours', 'contracts'] as const;
export type ActivityPart = (typeof activityParts)[number];

const during = { over: null, unit: 'count', when: 'during' } as const;
const atEnd = { over: null, unit: 'count', when: 'at_end' } as const;
const hours = { part: 'hours', unit: 'hours', when: 'during' } as const;

export const activityFigureFacts = {
  offers_received: { part: 'offers', ...during },
  positions_received: { part: 'offers', ...during },
  offers_alive: { part: 'offers', ...during },
  offers_handled: { part: 'offers', ...during, over: 'offers_alive' },
  cvs_sent: { part: 'positionings', ...during },
  people_proposed: { part: 'positionings', ...during },
  interviews: { part: 'positionings', ...during },
  positionings_running: { part: 'positionings', ...atEnd },
  training_positions: { part: 'positionings', ...atEnd },
  hires: { part: 'hires', ...during },
  people_hired: { part: 'hires', ...during },
  orientations: { part: 'partners', ...during },
  orientations_answered: { part: 'partners', ...during, over: 'orientations' },
  people_entered: { part: 'people', ...during },
  contacts_made: { part: 'people', ...during },
  contacts_reached: { part: 'people', ...during, over: 'contacts_made' },
  hours_declared: { ...hours, over: null },
  hours_validated: { ...hours, over: 'hours_declared' },
  hours_exceptional: { ...hours, over: 'hours_validated' },
  hours_to_decide: { ...hours, over: 'hours_declared' },
  hours_waiting: { ...hours, over: 'hours_declared' },
  hours_rejected: { ...hours, over: 'hours_declared' },
  contracts_followed: { part: 'contracts', ...atEnd },
  contracts_heard: { part: 'contracts', ...during, over: 'contracts_followed' },
  clauses_written: { part: 'contracts', ...during },
} as const satisfies Record<string, ActivityFigureFacts>;

export type ActivityFigure = keyof typeof activityFigureFacts;

export const activityFigures: readonly ActivityFigure[] = Object.keys(activityFigureFacts).filter(isActivityFigure);

export function isActivityFigure(code: string): code is ActivityFigure {
  return Object.hasOwn(activityFigureFacts, code);
}

/** Figures told apart by what their rows belong to: the partner of an orientation, the status of a contract. */
export const groupedFigures = [
  'orientations',
  'contracts_followed',
  'hires',
] as const satisfies readonly ActivityFigure[];

export interface ActivityGroup {
  /** A code, or an id; null where nothing was said. */
  key: string | null;
  label: string | null;
  amount: number;
}

export interface ActivityCount {
  /** Things, or hundredths of an hour. */
  amount: number;
  /** Rows behind it. */
  rows: number;
  groups: ActivityGroup[];
}

/** Whole per cent of the figure it is a part of, half up; null for a figure that is no part, or a part of nothing. */
export function shareOf(
  figure: ActivityFigure,
  counts: Readonly<Record<ActivityFigure, ActivityCount>>,
): number | null {
  const { over } = activityFigureFacts[figure];
  if (over === null) return null;
  const whole = counts[over].amount;
  return whole === 0 ? null : Math.floor((200 * counts[figure].amount + whole) / (2 * whole));
}
