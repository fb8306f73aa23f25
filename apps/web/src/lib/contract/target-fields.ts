import { type Target, type TargetMode, targetModes } from '@jonction/domain/contract/target';
import type { clauseWords } from './clause-words.ts';
import { typedHundredths } from './typed-hundredths.ts';

type Word = Extract<keyof typeof clauseWords.fr, `target.${string}`>;

export interface TargetField {
  /** The name of the input, which is the path at which the API refuses it. */
  name: Word;
  /** `hundredths`: typed with a comma, kept as an integer (euros, percents, hours). */
  as: 'whole' | 'hundredths' | 'trigger';
  unit?: '€' | '%' | 'h' | 'months' | 'perMonth';
}

const amount: TargetField = { name: 'target.amountCents', as: 'hundredths', unit: '€' };
const hourlyCost: TargetField = { name: 'target.hourlyCostCents', as: 'hundredths', unit: '€' };
const effort: TargetField = { name: 'target.effortBps', as: 'hundredths', unit: '%' };
const months: TargetField = { name: 'target.months', as: 'whole', unit: 'months' };

/** What each way of setting hours asks, in the order of its formula. */
export const targetFields: Readonly<Record<TargetMode, readonly TargetField[]>> = {
  fixed: [{ name: 'target.hours', as: 'whole', unit: 'h' }],
  labour_share: [amount, { name: 'target.labourShareBps', as: 'hundredths', unit: '%' }, hourlyCost, effort],
  percent_hours: [{ name: 'target.workedCentihours', as: 'hundredths', unit: 'h' }, effort],
  per_tranche: [
    { name: 'target.trigger', as: 'trigger' },
    { name: 'target.triggerCents', as: 'hundredths', unit: '€' },
    { name: 'target.stepCents', as: 'hundredths', unit: '€' },
    { name: 'target.invoicedCents', as: 'hundredths', unit: '€' },
  ],
  pact_proprete: [
    amount,
    months,
    { name: 'target.transferredCentihoursPerMonth', as: 'hundredths', unit: 'perMonth' },
    hourlyCost,
    effort,
  ],
  per_year: [{ name: 'target.hoursPerYear', as: 'whole', unit: 'h' }, months],
  offered: [
    { name: 'target.floorHours', as: 'whole', unit: 'h' },
    { name: 'target.offeredHours', as: 'whole', unit: 'h' },
  ],
};

export function modeOf(typed: unknown): TargetMode | null {
  return targetModes.find((mode) => mode === typed) ?? null;
}

/** What the fields hold at first: the inputs kept with the clause. */
export function filledTarget(target: Target): Record<string, string> {
  const kept: Record<string, unknown> = { ...target };
  const typed: Record<string, string> = {};
  for (const { name, as } of targetFields[target.mode]) {
    const value = kept[name.slice('target.'.length)];
    if (typeof value === 'number') typed[name] = as === 'whole' ? String(value) : typedHundredths(value);
    else if (typeof value === 'string') typed[name] = value;
  }
  return typed;
}
