import {
  defaultHourSetting,
  equivalentsOf,
  hourSettingSchema,
  peopleOverYear,
} from '@jonction/domain/contract/equivalents';
import { planHires } from '@jonction/domain/contract/hire-plan';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('hours told otherwise', () => {
  it('are 1,600 a full-time equivalent unless the structure says so (AVE, 2021)', () => {
    expect(defaultHourSetting.fteHours).toBe(1600);
    expect(equivalentsOf(160_000, defaultHourSetting).fteHundredths).toBe(100);
    // 25,124,684 hours of 2021 are 15,703 full-time equivalents.
    expect(equivalentsOf(2_512_468_400, defaultHourSetting).fteHundredths).toBe(1_570_293);
  });

  it.each([
    [0, 0, 0, 0],
    [350, 50, 10, 0],
    [3_500, 500, 100, 2],
    [120_000, 17_143, 3_429, 75],
    [-3_500, -500, -100, -2],
  ])(
    '%i hundredths of an hour: %i of a day, %i of a week, %i of a full-time equivalent',
    (centihours, day, week, fte) => {
      expect(equivalentsOf(centihours, defaultHourSetting)).toEqual({
        dayHundredths: day,
        weekHundredths: week,
        fteHundredths: fte,
      });
    },
  );

  it('round half up, once, whatever the setting', () => {
    const setting = fc.record({
      ...{ fteHours: fc.integer({ min: 1000, max: 2500 }), weekCentihours: fc.integer({ min: 100, max: 4800 }) },
      ...{ dayCentihours: fc.integer({ min: 100, max: 1000 }), hourlyCostCents: fc.constant(2200) },
    });
    fc.assert(
      fc.property(fc.nat(1e9), setting, (centihours, given) => {
        const { dayHundredths } = equivalentsOf(centihours, given);
        const unit = BigInt(given.dayCentihours);
        const twice = 2n * (100n * BigInt(centihours) - BigInt(dayHundredths) * unit);
        expect(twice >= -unit && twice < unit).toBe(true);
        expect(hourSettingSchema.safeParse(given).success).toBe(true);
      }),
    );
  });

  it.each([
    { fteHours: 999 },
    { fteHours: 2501 },
    { weekCentihours: 0 },
    { dayCentihours: 1001 },
    { hourlyCostCents: 0 },
    { fteHours: 1607.5 },
  ])('refuses %j', (wrong) => {
    expect(hourSettingSchema.safeParse({ ...defaultHourSetting, ...wrong }).success).toBe(false);
  });
});

describe('hours left as hires', () => {
  const of = { leftCentihours: 64_000, weekCentihours: 2_500, hourlyCostCents: 2_200 };

  it('says for how many weeks so many people work, and what it costs', () => {
    // 640 h at 25 h a week: two people, 13 weeks, 650 h.
    expect(planHires({ ...of, people: 2 })).toEqual({ people: 2, weeks: 13, centihours: 65_000, costCents: 1_430_000 });
    expect(planHires({ ...of, people: 1 })).toMatchObject({ weeks: 26, centihours: 65_000 });
  });

  it('says how many people do it in so many weeks', () => {
    expect(planHires({ ...of, weeks: 4 })).toEqual({ people: 7, weeks: 4, centihours: 70_000, costCents: 1_540_000 });
    expect(planHires({ ...of, weeks: 52 })).toMatchObject({ people: 1 });
  });

  it('plans nothing where nothing is left, and answers nothing to no question', () => {
    expect(planHires({ ...of, leftCentihours: 0, people: 3 })).toEqual({
      people: 3,
      weeks: 0,
      centihours: 0,
      costCents: 0,
    });
    expect(planHires({ ...of, leftCentihours: -100, weeks: 3 })).toMatchObject({ people: 0 });
    for (const nothing of [{}, { people: 0 }, { weeks: -1 }, { people: 1.5 }, { people: 1, weekCentihours: 0 }]) {
      expect(planHires({ ...of, ...nothing })).toBeNull();
    }
  });

  it('is enough, and one week or one person less is not', () => {
    const count = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e8 }),
        fc.integer({ min: 100, max: 4800 }),
        count,
        (leftCentihours, weekCentihours, given) => {
          const question = { leftCentihours, weekCentihours, hourlyCostCents: 2_200 };
          const byPeople = planHires({ ...question, people: given });
          const byWeeks = planHires({ ...question, weeks: given });
          for (const plan of [byPeople, byWeeks]) expect(plan?.centihours ?? 0).toBeGreaterThanOrEqual(leftCentihours);
          expect(((byPeople?.weeks ?? 0) - 1) * given * weekCentihours).toBeLessThan(leftCentihours);
          expect(((byWeeks?.people ?? 0) - 1) * given * weekCentihours).toBeLessThan(leftCentihours);
        },
      ),
    );
  });
});

describe('people over a year', () => {
  it.each([
    [0, 0],
    [-100, 0],
    [1, 1],
    [160_000, 1],
    [160_001, 2],
    [480_000, 3],
  ])('are, for %i hundredths of an hour, %i', (centihours, people) => {
    expect(peopleOverYear(centihours, defaultHourSetting)).toBe(people);
  });

  it('are enough, and one less is not, whatever a full time is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1000, max: 2500 }), (centihours, fteHours) => {
        const people = peopleOverYear(centihours, { fteHours });
        expect(people * 100 * fteHours).toBeGreaterThanOrEqual(centihours);
        expect((people - 1) * 100 * fteHours).toBeLessThan(centihours);
      }),
    );
  });
});
