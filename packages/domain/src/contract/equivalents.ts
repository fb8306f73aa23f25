import { z } from 'zod';
import { roundHalfUp, toSafeNumber } from '../shared/rational.ts';

/** How a structure tells hours otherwise; printed with every figure that they make. */
export const hourSettingSchema = z.object({
  /** Hours of a full-time equivalent. The network's ratio: 25,124,684 h for 15,703 FTE (AVE, 2021) is 1,600 h. */
  fteHours: z.int().min(1000, { error: 'contract.fte_out_of_range' }).max(2500, { error: 'contract.fte_out_of_range' }),
  weekCentihours: z
    .int()
    .min(100, { error: 'contract.week_out_of_range' })
    .max(4800, { error: 'contract.week_out_of_range' }),
  dayCentihours: z
    .int()
    .min(100, { error: 'contract.day_out_of_range' })
    .max(1000, { error: 'contract.day_out_of_range' }),
  /** What an hour of work costs an employer, for the simulator. */
  hourlyCostCents: z
    .int()
    .min(100, { error: 'contract.cost_out_of_range' })
    .max(20_000, { error: 'contract.cost_out_of_range' }),
});
export type HourSetting = z.infer<typeof hourSettingSchema>;

export const defaultHourSetting: HourSetting = {
  fteHours: 1600,
  weekCentihours: 3500,
  dayCentihours: 700,
  hourlyCostCents: 2200,
};

/** Hundredths of a day, of a week, of a full-time equivalent. */
export interface Equivalents {
  dayHundredths: number;
  weekHundredths: number;
  fteHundredths: number;
}

/** The same hours as days, weeks and full-time equivalents: exact fractions, half up to the hundredth. Rule of the house. */
export function equivalentsOf(centihours: number, setting: HourSetting): Equivalents {
  const hundredths = (unitCentihours: number) =>
    toSafeNumber(roundHalfUp(100n * BigInt(centihours), BigInt(unitCentihours)));
  return {
    dayHundredths: hundredths(setting.dayCentihours),
    weekHundredths: hundredths(setting.weekCentihours),
    fteHundredths: hundredths(100 * setting.fteHours),
  };
}

/** How many people at work full time for a year do these hours, whole and enough; none for no hours. Rule of the house. */
export function peopleOverYear(centihours: number, { fteHours }: Pick<HourSetting, 'fteHours'>): number {
  return centihours <= 0
    ? 0
    : toSafeNumber((BigInt(centihours) + BigInt(100 * fteHours) - 1n) / BigInt(100 * fteHours));
}
