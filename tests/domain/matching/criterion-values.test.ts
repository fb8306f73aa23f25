import {
  distanceValue,
  experienceValue,
  freshnessValue,
  skillsValue,
  waitingValue,
} from '@jonction/domain/matching/score';
import { skillWeights } from '@jonction/domain/matching/skill-weight';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowOf, today } from './bank.ts';

describe('experience', () => {
  it.each([
    { months: 0, asked: 0, value: 1000 },
    { months: 0, asked: 24, value: 0 },
    { months: 12, asked: 24, value: 500 },
    { months: 23, asked: 24, value: 958 },
    { months: 24, asked: 24, value: 1000 },
    { months: 240, asked: 24, value: 1000 },
    { months: 1, asked: 3, value: 333 },
    { months: 2, asked: 3, value: 666 },
    { months: 3, asked: 41, value: 73 },
    { months: 1, asked: 1001, value: 0 },
  ])('$months months of the $asked asked are worth $value', ({ months, asked, value }) => {
    expect(experienceValue(months, asked)).toBe(value);
  });

  it('is 1000 where the offer asks for none, said or not', () => {
    expect(rowOf({ romes: [{ code: 'K2204', months: 0 }] }, { months: null }).criteria.experience).toBe(1000);
    expect(rowOf({ romes: [{ code: 'K2204', months: 0 }] }, { months: 0 }).criteria.experience).toBe(1000);
  });

  it('counts unknown months as none', () => {
    expect(rowOf({ romes: [{ code: 'K2204', months: null }] }).criteria.experience).toBe(0);
    expect(rowOf({ romes: [{ code: 'K2204' }] }).criteria.experience).toBe(0);
  });

  it('never falls with more months', () => {
    fc.assert(
      fc.property(fc.nat(600), fc.nat(600), fc.integer({ min: 1, max: 400 }), (a, b, asked) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(experienceValue(less, asked)).toBeLessThanOrEqual(experienceValue(more, asked));
      }),
    );
  });
});

describe('skills', () => {
  const snapshot = skillWeights(
    4,
    new Map([
      ['monobrosse', 3],
      ['bionettoyage', 1],
    ]),
  );

  it.each([
    { held: ['monobrosse'], value: 386 },
    { held: ['bionettoyage'], value: 613 },
    { held: ['bionettoyage', 'monobrosse'], value: 1000 },
    { held: ['coffrage'], value: 0 },
    { held: [], value: 0 },
  ])('$held of monobrosse (3 of 4) and bionettoyage (1 of 4) are worth $value', ({ held, value }) => {
    // round(1000 ln 2) = 693, round(1000 ln 3) = 1099; 693 / 1792 and 1099 / 1792, floored.
    expect(skillsValue(held, ['monobrosse', 'bionettoyage'], snapshot)).toBe(value);
  });

  it('are worth 1000 where none is asked, whatever is held', () => {
    expect(skillsValue([], [], snapshot)).toBe(1000);
    expect(rowOf({ skills: null }, { skills: null }).criteria.skills).toBe(1000);
  });

  it('count once when the offer names them twice', () => {
    expect(skillsValue(['monobrosse'], ['monobrosse', 'bionettoyage', 'monobrosse'], snapshot)).toBe(386);
  });

  it('count one like another while the snapshot is of an empty bank', () => {
    const empty = skillWeights(0, new Map());
    expect(skillsValue(['a'], ['a', 'b', 'c'], empty)).toBe(333);
    expect(skillsValue(['a', 'b', 'c'], ['a', 'b', 'c'], empty)).toBe(1000);
    expect(skillsValue([], ['a'], empty)).toBe(0);
  });

  it('never fall with one skill more', () => {
    const skills = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.array(fc.nat(5000), { minLength: 5, maxLength: 5 }),
        fc.subarray(skills),
        fc.constantFrom(...skills),
        (size, counts, held, gained) => {
          const bank = skillWeights(size, new Map(skills.map((skill, i) => [skill, Math.min(size, counts[i] ?? 0)])));
          expect(skillsValue([...held, gained], skills, bank)).toBeGreaterThanOrEqual(skillsValue(held, skills, bank));
        },
      ),
    );
  });
});

describe('distance', () => {
  it.each([
    { metres: 0, radius: 20_000, value: 1000 },
    { metres: 3415, radius: 20_000, value: 829 },
    { metres: 10_000, radius: 20_000, value: 500 },
    { metres: 19_999, radius: 20_000, value: 0 },
    { metres: 19_980, radius: 20_000, value: 1 },
    { metres: 20_000, radius: 20_000, value: 0 },
    { metres: 1, radius: 3, value: 666 },
    { metres: 0, radius: 0, value: 1000 },
    { metres: null, radius: 20_000, value: 0 },
    { metres: 100, radius: null, value: 0 },
    { metres: null, radius: null, value: 0 },
  ])('$metres m in a radius of $radius m is worth $value', ({ metres, radius, value }) => {
    expect(distanceValue(metres, radius)).toBe(value);
  });

  it('is never worth more from farther', () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.nat(50_000), fc.integer({ min: 1, max: 60_000 }), (a, b, radius) => {
        expect(distanceValue(Math.max(a, b), radius)).toBeLessThanOrEqual(distanceValue(Math.min(a, b), radius));
      }),
    );
  });
});

describe('freshness', () => {
  it.each([
    { days: -5, value: 1000 },
    { days: 0, value: 1000 },
    { days: 15, value: 1000 },
    { days: 16, value: 993 },
    { days: 17, value: 987 },
    { days: 97, value: 503 },
    { days: 98, value: 496 },
    { days: 179, value: 6 },
    { days: 180, value: 0 },
    { days: 181, value: 0 },
    { days: 4000, value: 0 },
  ])('a contact $days days ago is worth $value', ({ days, value }) => {
    expect(freshnessValue(addDays(today, -days), today)).toBe(value);
  });

  it('is 0 for whoever was never contacted', () => {
    expect(freshnessValue(null, today)).toBe(0);
    expect(rowOf({ lastContact: null }).criteria.freshness).toBe(0);
    expect(rowOf({ lastContact: undefined }).criteria.freshness).toBe(0);
  });

  it('counts days, not hours, across both changes of the clock', () => {
    // 2026-03-29 has 23 hours in Paris and 2026-10-25 has 25.
    expect(freshnessValue('2026-03-20', '2026-04-04')).toBe(1000);
    expect(freshnessValue('2026-03-20', '2026-04-05')).toBe(993);
    expect(freshnessValue('2026-10-20', '2026-11-04')).toBe(1000);
    expect(freshnessValue('2026-10-20', '2026-11-05')).toBe(993);
  });
});

describe('waiting', () => {
  it.each([
    { days: 0, value: 0 },
    { days: 1, value: 2 },
    { days: 73, value: 200 },
    { days: 181, value: 495 },
    { days: 364, value: 997 },
    { days: 365, value: 1000 },
    { days: 366, value: 1000 },
    { days: 3650, value: 1000 },
  ])('$days days of waiting are worth $value', ({ days, value }) => {
    expect(waitingValue(addDays(today, -days), today)).toBe(value);
  });

  it('is 0 where it begins in the future or is not known', () => {
    expect(waitingValue(addDays(today, 1), today)).toBe(0);
    expect(waitingValue(null, today)).toBe(0);
    expect(rowOf({ waitingSince: undefined }).criteria.waiting).toBe(0);
  });

  it('counts 29 February as a day', () => {
    expect(waitingValue('2028-02-28', '2028-03-01')).toBe(5);
    expect(waitingValue('2027-02-28', '2027-03-01')).toBe(2);
  });
});
