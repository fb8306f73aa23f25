import { endOfParisDay, parisDayOf } from '@jonction/domain/shared/day';
import { parisInstant, parisLocal } from '@jonction/domain/shared/paris-time';
import { describe, expect, it } from 'vitest';

const hourMs = 3_600_000;

/** The last Sundays of March and of October (directive 2000/84/EC), read on printed calendars. */
const changes: readonly (readonly [year: number, march: number, october: number])[] = [
  [2015, 29, 25],
  [2016, 27, 30],
  [2017, 26, 29],
  [2018, 25, 28],
  [2019, 31, 27],
  [2020, 29, 25],
  [2021, 28, 31],
  [2022, 27, 30],
  [2023, 26, 29],
  [2024, 31, 27],
  [2025, 30, 26],
  [2026, 29, 25],
  [2027, 28, 31],
  [2028, 26, 29],
  [2029, 25, 28],
  [2030, 31, 27],
  [2031, 30, 26],
  [2032, 28, 31],
  [2033, 27, 30],
  [2034, 26, 29],
  [2035, 25, 28],
];

describe.each(changes)('the clocks of %i, on %i March and %i October', (year, marchDay, octoberDay) => {
  const march = `${year}-03-${marchDay}`;
  const october = `${year}-10-${octoberDay}`;
  const utc = (day: string, clock: string) => new Date(`${day}T${clock}Z`);
  const eveOf = (day: string) => parisDayOf(new Date(Date.parse(`${day}T12:00Z`) - 24 * hourMs));

  it('jump from 02:00 to 03:00 in March', () => {
    expect(parisLocal(utc(march, '00:59'))).toBe(`${march}T01:59`);
    expect(parisLocal(utc(march, '01:00'))).toBe(`${march}T03:00`);
    expect(parisInstant(`${march}T01:59`)).toEqual(utc(march, '00:59'));
    expect(parisInstant(`${march}T03:00`)).toEqual(utc(march, '01:00'));
  });

  it.each(['00', '15', '59'])('read 02:%s of March, which does not exist, as the hour after', (minute) => {
    expect(parisInstant(`${march}T02:${minute}`)).toEqual(parisInstant(`${march}T03:${minute}`));
  });

  it('fall from 03:00 back to 02:00 in October, and the first 02:30 is the one meant', () => {
    expect(parisLocal(utc(october, '00:30'))).toBe(`${october}T02:30`);
    expect(parisLocal(utc(october, '01:30'))).toBe(`${october}T02:30`);
    expect(parisInstant(`${october}T02:30`)).toEqual(utc(october, '00:30'));
    expect(parisInstant(`${october}T02:00`)).toEqual(utc(october, '00:00'));
    expect(parisInstant(`${october}T03:00`)).toEqual(utc(october, '02:00'));
  });

  it('make a day of 23 hours in March and of 25 in October', () => {
    const hoursOf = (day: string) => (endOfParisDay(day).getTime() - endOfParisDay(eveOf(day)).getTime()) / hourMs;
    expect(hoursOf(march)).toBe(23);
    expect(hoursOf(october)).toBe(25);
    expect(hoursOf(eveOf(march))).toBe(24);
    expect(hoursOf(eveOf(october))).toBe(24);
  });

  it('turn the day at 23:00 UTC on the eve of March, at 22:00 that evening, and the other way round in October', () => {
    expect(parisDayOf(utc(eveOf(march), '22:59'))).toBe(eveOf(march));
    expect(parisDayOf(utc(eveOf(march), '23:00'))).toBe(march);
    expect(parisDayOf(utc(march, '21:59'))).toBe(march);
    expect(parisDayOf(utc(march, '22:00'))).not.toBe(march);
    expect(parisDayOf(utc(eveOf(october), '22:00'))).toBe(october);
    expect(parisDayOf(utc(october, '22:59'))).toBe(october);
    expect(parisDayOf(utc(october, '23:00'))).not.toBe(october);
  });
});

describe('a local time that a form gives', () => {
  it('is read to the minute, whatever seconds follow', () => {
    expect(parisInstant('2026-05-04T14:30:59')).toEqual(parisInstant('2026-05-04T14:30'));
  });

  it('never goes back when the clock goes forward, on any half hour of the two nights of 2026', () => {
    for (const day of ['2026-03-29', '2026-10-25']) {
      const halves = Array.from({ length: 48 }, (_, at) => {
        const hour = String(Math.floor(at / 2)).padStart(2, '0');
        return parisInstant(`${day}T${hour}:${at % 2 === 0 ? '00' : '30'}`).getTime();
      });
      // 02:30 of March reads as 03:30, after 03:00: only that hour overlaps the next.
      const existing = day.includes('-03-') ? halves.filter((_, at) => at !== 4 && at !== 5) : halves;
      expect(existing).toEqual(existing.toSorted((a, b) => a - b));
      expect(new Set(existing).size).toBe(existing.length);
    }
  });
});
