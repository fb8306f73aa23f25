import type { Day } from '../shared/day.ts';

/** Who buys what, as the European thresholds see it. */
export const thresholdKinds = [
  'works_and_concessions',
  'supplies_services_state',
  'supplies_services_others',
  'supplies_services_networks',
] as const;
export type ThresholdKind = (typeof thresholdKinds)[number];

/** Thresholds in cents HT in force between two days, both included; revised every two years by the Commission. */
export interface DatedThresholds {
  from: Day;
  to: Day;
  cents: Readonly<Record<ThresholdKind, number>>;
  source: string;
  status: 'known' | 'confirmed';
}

export const europeanThresholds: readonly DatedThresholds[] = [
  {
    from: '2024-01-01',
    to: '2025-12-31',
    cents: {
      works_and_concessions: 553_800_000,
      supplies_services_state: 14_300_000,
      supplies_services_others: 22_100_000,
      supplies_services_networks: 44_300_000,
    },
    source: 'seuils de procédure formalisée 2024-2025',
    status: 'known',
  },
  {
    from: '2026-01-01',
    to: '2027-12-31',
    cents: {
      works_and_concessions: 540_400_000,
      supplies_services_state: 14_000_000,
      supplies_services_others: 21_600_000,
      supplies_services_networks: 43_200_000,
    },
    source: 'seuils de procédure formalisée 2026-2027',
    status: 'known',
  },
];

/** Thresholds in force on a day; null where we hold none, which is not the same as no threshold. */
export function thresholdsOn(day: Day, table = europeanThresholds): DatedThresholds | null {
  return table.find(({ from, to }) => from <= day && day <= to) ?? null;
}

/**
 * From this day a buyer above the European thresholds must set social conditions (CCP L2112-2-1, loi 2021-1104
 * art. 35). Sources say 21 or 22 August 2026: a setting with this default.
 */
export const socialObligationFrom: Day = '2026-08-22';

/** Whether social conditions are owed for a contract of this amount on a day; null where no threshold is known. */
export function owesSocialConditions(
  kind: ThresholdKind,
  amountCents: number,
  day: Day,
  obligationFrom: Day = socialObligationFrom,
): boolean | null {
  if (day < obligationFrom) return false;
  const thresholds = thresholdsOn(day);
  return thresholds === null ? null : amountCents >= thresholds.cents[kind];
}

/** Below these amounts a contract needs no procedure (CCP R2122-8): cents HT, from a day on. Known, to be confirmed. */
export const procedureDispenses: readonly { from: Day; kind: 'works' | 'supplies_services'; cents: number }[] = [
  { from: '2026-01-01', kind: 'works', cents: 10_000_000 },
  { from: '2026-04-01', kind: 'supplies_services', cents: 6_000_000 },
];
