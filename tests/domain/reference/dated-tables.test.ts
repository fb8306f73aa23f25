import { smicOn, smicRates, smicSchema } from '@jonction/domain/reference/smic';
import {
  europeanThresholds,
  owesSocialConditions,
  procedureDispenses,
  socialObligationFrom,
  thresholdKinds,
  thresholdsOn,
} from '@jonction/domain/reference/thresholds';
import { addDays, isDay } from '@jonction/domain/shared/day';
import { describe, expect, it } from 'vitest';

describe('the hourly SMIC', () => {
  it.each([
    { day: '2024-10-31', cents: undefined },
    { day: '2024-11-01', cents: 1188 },
    { day: '2025-12-31', cents: 1188 },
    { day: '2026-01-01', cents: 1202 },
    { day: '2026-08-15', cents: 1202 },
  ])('is $cents cents on $day', ({ day, cents }) => {
    expect(smicOn(smicRates, day)?.cents).toBe(cents);
  });

  it('says where each rate comes from, and that it is to be confirmed', () => {
    for (const rate of smicRates) {
      expect(smicSchema.safeParse(rate).success).toBe(true);
      expect(rate.source).not.toBe('');
      expect(rate.status).toBe('known');
    }
  });

  it('is the later given of two rates of one day: a correction wins', () => {
    const rates = [
      { from: '2026-01-01', cents: 1202 },
      { from: '2026-01-01', cents: 1203 },
    ];
    expect(smicOn(rates, '2026-02-01')?.cents).toBe(1203);
  });

  it('is found in whatever order the rates come', () => {
    const rates = [...smicRates].reverse();
    expect(smicOn(rates, '2025-06-01')?.cents).toBe(1188);
    expect(smicOn(rates, '2026-06-01')?.cents).toBe(1202);
    expect(smicOn([], '2026-06-01')).toBeNull();
  });
});

describe('the European thresholds', () => {
  it.each([
    { day: '2025-12-31', works: 553_800_000, state: 14_300_000, others: 22_100_000, networks: 44_300_000 },
    { day: '2026-01-01', works: 540_400_000, state: 14_000_000, others: 21_600_000, networks: 43_200_000 },
    { day: '2027-12-31', works: 540_400_000, state: 14_000_000, others: 21_600_000, networks: 43_200_000 },
  ])('on $day are those of its two years', ({ day, works, state, others, networks }) => {
    expect(thresholdsOn(day)?.cents).toEqual({
      works_and_concessions: works,
      supplies_services_state: state,
      supplies_services_others: others,
      supplies_services_networks: networks,
    });
  });

  it.each(['2023-12-31', '2028-01-01'])('are not known on %s: no table of ours holds them', (day) => {
    expect(thresholdsOn(day)).toBeNull();
  });

  it('follow each other without a gap or an overlap', () => {
    for (const [index, { from, to }] of europeanThresholds.entries()) {
      expect(isDay(from) && isDay(to) && from <= to).toBe(true);
      const next = europeanThresholds[index + 1];
      if (next) expect(next.from).toBe(addDays(to, 1));
    }
  });

  it('are all given, above zero', () => {
    for (const { cents } of europeanThresholds) {
      expect(Object.keys(cents).sort()).toEqual([...thresholdKinds].sort());
      for (const amount of Object.values(cents)) expect(amount).toBeGreaterThan(0);
    }
  });
});

describe('the social obligation', () => {
  it.each([
    { day: '2026-08-21', amountCents: 600_000_000, owed: false },
    { day: '2026-08-22', amountCents: 600_000_000, owed: true },
    { day: '2026-08-22', amountCents: 540_400_000, owed: true },
    { day: '2026-08-22', amountCents: 540_399_999, owed: false },
    { day: '2028-06-01', amountCents: 600_000_000, owed: null },
  ])('on works of $amountCents cents on $day: $owed', ({ day, amountCents, owed }) => {
    expect(owesSocialConditions('works_and_concessions', amountCents, day)).toBe(owed);
  });

  it('begins on a day that a structure may set, since sources differ by one', () => {
    expect(socialObligationFrom).toBe('2026-08-22');
    expect(owesSocialConditions('supplies_services_others', 21_600_000, '2026-08-21', '2026-08-21')).toBe(true);
  });

  it('looks at the threshold of the buyer', () => {
    const on = '2026-09-01';
    expect(owesSocialConditions('supplies_services_state', 15_000_000, on)).toBe(true);
    expect(owesSocialConditions('supplies_services_others', 15_000_000, on)).toBe(false);
    expect(owesSocialConditions('supplies_services_networks', 43_200_000, on)).toBe(true);
  });
});

describe('the amounts that need no procedure', () => {
  it('are dated', () => {
    expect(procedureDispenses).toEqual([
      { from: '2026-01-01', kind: 'works', cents: 10_000_000 },
      { from: '2026-04-01', kind: 'supplies_services', cents: 6_000_000 },
    ]);
  });
});
