import { type HireQuestion, planHires } from '@jonction/domain/contract/hire-plan';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const asked = { leftCentihours: 64_000, weekCentihours: 3_500, hourlyCostCents: 2_200 };
const plan = (changes: Partial<HireQuestion>) => planHires({ ...asked, ...changes });

describe('hours left as hires', () => {
  it.each([
    { name: 'weeks for two people', changes: { people: 2 }, people: 2, weeks: 10, centihours: 70_000 },
    { name: 'people for ten weeks', changes: { weeks: 10 }, people: 2, weeks: 10, centihours: 70_000 },
    { name: 'one person, as long as it takes', changes: { people: 1 }, people: 1, weeks: 19, centihours: 66_500 },
    { name: 'one week, as many as it takes', changes: { weeks: 1 }, people: 19, weeks: 1, centihours: 66_500 },
    { name: 'exactly enough', changes: { people: 4, leftCentihours: 70_000 }, people: 4, weeks: 5, centihours: 70_000 },
    {
      name: 'one hundredth more',
      changes: { people: 4, leftCentihours: 70_001 },
      people: 4,
      weeks: 6,
      centihours: 84_000,
    },
    {
      name: 'weeks of a part of a week',
      changes: { people: 1, weekCentihours: 1_333, leftCentihours: 4_000 },
      people: 1,
      weeks: 4,
      centihours: 5_332,
    },
  ])('are $name', ({ changes, people, weeks, centihours }) => {
    expect(plan(changes)).toMatchObject({ people, weeks, centihours });
  });

  it('cost what an hour costs, half up to the cent', () => {
    expect(plan({ people: 2 })?.costCents).toBe(1_540_000);
    expect(plan({ people: 1, weekCentihours: 1, leftCentihours: 1, hourlyCostCents: 50 })?.costCents).toBe(1);
    expect(plan({ people: 1, weekCentihours: 1, leftCentihours: 1, hourlyCostCents: 49 })?.costCents).toBe(0);
  });

  it('are none where nothing is left, and cost nothing', () => {
    for (const leftCentihours of [0, -5_000])
      expect(plan({ people: 3, leftCentihours })).toEqual({ people: 3, weeks: 0, centihours: 0, costCents: 0 });
  });

  it('go by people where both are said', () => {
    expect(plan({ people: 1, weeks: 10 })).toMatchObject({ people: 1, weeks: 19 });
    expect(plan({ people: 0, weeks: 10 })).toMatchObject({ people: 2, weeks: 10 });
  });

  it.each([
    { name: 'neither is said', changes: {} },
    { name: 'nobody', changes: { people: 0 } },
    { name: 'no week', changes: { weeks: 0 } },
    { name: 'half a person', changes: { people: 1.5 } },
    { name: 'fewer than nobody', changes: { people: -2 } },
    { name: 'what is no number', changes: { weeks: Number.NaN } },
    { name: 'a week of nothing', changes: { people: 2, weekCentihours: 0 } },
    { name: 'a week of less than nothing', changes: { people: 2, weekCentihours: -1 } },
  ])('are not told where $name', ({ changes }) => {
    expect(plan(changes)).toBeNull();
  });

  const question = fc.record({
    leftCentihours: fc.nat(10_000_000),
    weekCentihours: fc.integer({ min: 1, max: 4_800 }),
    hourlyCostCents: fc.integer({ min: 100, max: 20_000 }),
  });
  const count = fc.integer({ min: 1, max: 500 });

  it('are always enough, and one week less would not be', () => {
    fc.assert(
      fc.property(question, count, (given, people) => {
        const told = planHires({ ...given, people });
        if (!told) throw new Error('a plan');
        expect(told.centihours).toBe(people * told.weeks * given.weekCentihours);
        expect(told.centihours).toBeGreaterThanOrEqual(given.leftCentihours);
        if (told.weeks > 0) expect(people * (told.weeks - 1) * given.weekCentihours).toBeLessThan(given.leftCentihours);
      }),
    );
  });

  it('are the same question from both ends: as many people as weeks the other way round', () => {
    fc.assert(
      fc.property(question, count, (given, by) => {
        const ofPeople = planHires({ ...given, people: by });
        const ofWeeks = planHires({ ...given, weeks: by });
        expect(ofWeeks?.people).toBe(ofPeople?.weeks);
        expect(ofWeeks?.costCents).toBe(ofPeople?.costCents);
      }),
    );
  });

  it('take no longer with more people', () => {
    fc.assert(
      fc.property(question, count, count, (given, people, more) => {
        const few = planHires({ ...given, people })?.weeks ?? 0;
        expect(planHires({ ...given, people: people + more })?.weeks).toBeLessThanOrEqual(few);
      }),
    );
  });
});
