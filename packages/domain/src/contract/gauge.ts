import type { Day } from '../shared/day.ts';
import { forecastHours, progressBps } from './forecast.ts';
import type { ContractStatus } from './lifecycle.ts';
import { type ContractPeriod, dueHoursWhenTerminated } from './obligation.ts';

/** Hours of a clause by status, without names, as the ledger sums them. Hundredths of an hour. */
export interface ClauseHours {
  validatedCentihours: number;
  pendingCentihours: number;
  rejectedCentihours: number;
  /** Part of the validated hours that was credited and not worked: never added silently. */
  exceptionalCentihours: number;
  /** Validated hours by month worked, `YYYY-MM`. */
  validatedByMonth: Readonly<Record<string, number>>;
}

export const noHours: ClauseHours = {
  validatedCentihours: 0,
  pendingCentihours: 0,
  rejectedCentihours: 0,
  exceptionalCentihours: 0,
  validatedByMonth: {},
};

export interface GaugeQuestion {
  dueHours: number;
  hours: ClauseHours;
  /** Null while the dates of the clause are not known: no forecast then. */
  period: ContractPeriod | null;
  status: ContractStatus;
  /** Day of effect of the status. */
  since: Day | null;
  day: Day;
}

export interface Gauge {
  dueHours: number;
  declaredCentihours: number;
  validatedCentihours: number;
  pendingCentihours: number;
  rejectedCentihours: number;
  exceptionalCentihours: number;
  leftCentihours: number;
  progressBps: number | null;
  forecastCentihours: number | null;
  atRisk: boolean;
}

/**
 * What a clause owes, has and will have: due (pro rata once terminated), declared, validated, pending, rejected,
 * left, forecast at the end date. Rules of the house over the field's words (due, declared, validated, exceptional).
 */
export function clauseGauge({ dueHours, hours, period, status, since, day }: GaugeQuestion): Gauge {
  const ended = status === 'terminated' && since !== null && period !== null;
  const prorated = ended ? dueHoursWhenTerminated(dueHours, period, since) : null;
  const due = prorated?.ok ? prorated.value : dueHours;
  const { validatedCentihours, pendingCentihours, rejectedCentihours, exceptionalCentihours } = hours;
  const forecast = period && period.from <= period.to ? forecastHours({ ...hours, dueHours: due, period, day }) : null;
  return {
    dueHours: due,
    declaredCentihours: validatedCentihours + pendingCentihours + rejectedCentihours,
    validatedCentihours,
    pendingCentihours,
    rejectedCentihours,
    exceptionalCentihours,
    leftCentihours: Math.max(0, 100 * due - validatedCentihours),
    progressBps: progressBps(validatedCentihours, due),
    forecastCentihours: forecast?.centihours ?? null,
    atRisk: forecast?.atRisk ?? false,
  };
}
