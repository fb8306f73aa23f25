import type { ActivityFigure } from '@jonction/domain/report/activity';
import { type Period, usualPeriod } from '@jonction/domain/report/period';
import { type Day, isDay } from '@jonction/domain/shared/day';

interface Address {
  searchParams: { get(name: string): string | null };
}

/** `?du=2026-01-01&au=2026-03-31`, in whichever order they were typed; what is missing or no day is of the month of today. */
export function readPeriod(url: Address, today: Day): Period {
  const month = usualPeriod('month', today);
  const day = (name: string) => {
    const asked = url.searchParams.get(name) ?? '';
    return isDay(asked) ? asked : null;
  };
  const [one, other] = [day('du') ?? month.from, day('au') ?? month.to];
  return one <= other ? { from: one, to: other } : { from: other, to: one };
}

export function activityHref({ from, to }: Period, knownOn: Day | null): string {
  return `/facilitateur/bilans?${parameters({ from, to }, knownOn)}`;
}

/** The rows of a figure, or of one of its groups. */
export function rowsHref(figure: ActivityFigure, period: Period, knownOn: Day | null, key?: string | null): string {
  const query = parameters(period, knownOn);
  if (key) query.set('groupe', key);
  return `/facilitateur/bilans/${figure}?${query}`;
}

function parameters({ from, to }: Period, knownOn: Day | null): URLSearchParams {
  return new URLSearchParams({ du: from, au: to, ...(knownOn ? { connu: knownOn } : {}) });
}

const people = '/facilitateur/participants';
const offers = '/facilitateur/offres';
const contracts = '/facilitateur/marches';
const lines = '/facilitateur/heures/lignes';

/** Where the rows of each figure lead: the file of an offer, of a person, of a hire, of a line or of a contract. */
const homes: Readonly<Record<ActivityFigure, string>> = {
  offers_received: offers,
  positions_received: offers,
  offers_alive: offers,
  offers_handled: offers,
  cvs_sent: people,
  people_proposed: people,
  interviews: people,
  positionings_running: people,
  training_positions: offers,
  hires: '/facilitateur/embauches',
  people_hired: people,
  orientations: people,
  orientations_answered: people,
  people_entered: people,
  contacts_made: people,
  contacts_reached: people,
  hours_declared: lines,
  hours_validated: lines,
  hours_exceptional: lines,
  hours_to_decide: lines,
  hours_waiting: lines,
  hours_rejected: lines,
  contracts_followed: contracts,
  contracts_heard: contracts,
  clauses_written: contracts,
};

export function rowHome(figure: ActivityFigure, id: string): string {
  return `${homes[figure]}/${id}`;
}
