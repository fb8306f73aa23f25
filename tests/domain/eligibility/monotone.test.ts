import { type EligibilityQuestion, eligibleOnDay } from '@jonction/domain/eligibility/eligible-on-day';
import { defaultWindowSettings, eligibilityWindows, type Hire } from '@jonction/domain/eligibility/window';
import { addDays, addMonths } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const day = fc.nat(1500).map((offset) => addDays('2022-01-01', offset));
const codes = ['DELD', 'RSA', 'SENIOR', 'JEUNE'];
const category = fc.record({
  code: fc.constantFrom(...codes),
  freshMonths: fc.option(fc.nat(13)),
  ageFrom: fc.option(fc.constantFrom(18, 50), { freq: 2 }),
  ageUnder: fc.option(fc.constantFrom(26, 60), { freq: 2 }),
});
const evidence = fc.record({ category: fc.constantFrom(...codes), issuedOn: day, validTo: fc.option(day) });
const question: fc.Arbitrary<EligibilityQuestion> = fc.record({
  day,
  birthDate: fc.option(fc.nat(20_000).map((offset) => addDays('1955-01-01', offset))),
  categories: fc.array(category, { maxLength: 5 }),
  evidences: fc.array(evidence, { maxLength: 5 }),
});

/** Whether a change of any question keeps every category that was proven. */
function losesNothing<Extra>(
  extra: fc.Arbitrary<Extra>,
  change: (asked: EligibilityQuestion, extra: Extra) => EligibilityQuestion,
) {
  fc.assert(
    fc.property(question, extra, (asked, more) => {
      const now = eligibleOnDay(change(asked, more)).categories;
      expect(eligibleOnDay(asked).categories.filter((code) => !now.includes(code))).toEqual([]);
    }),
  );
}

describe('nobody loses her eligibility', () => {
  it('by one paper more', () => {
    losesNothing(evidence, (asked, paper) => ({ ...asked, evidences: [paper, ...asked.evidences] }));
  });

  it('by one category more in the clause', () => {
    losesNothing(category, (asked, more) => ({ ...asked, categories: [more, ...asked.categories] }));
  });

  it('by papers that keep fresh longer', () => {
    losesNothing(fc.nat(12), (asked, months) => ({
      ...asked,
      categories: asked.categories.map((one) => ({
        ...one,
        freshMonths: one.freshMonths == null ? null : one.freshMonths + months,
      })),
    }));
  });

  it('by papers whose end is later', () => {
    losesNothing(fc.nat(400), (asked, days) => ({
      ...asked,
      evidences: asked.evidences.map((one) => ({ ...one, validTo: one.validTo && addDays(one.validTo, days) })),
    }));
  });

  it('by ages that bind no more', () => {
    losesNothing(fc.constant(null), (asked) => ({
      ...asked,
      categories: asked.categories.map((one) => ({ ...one, ageFrom: null, ageUnder: null })),
    }));
  });

  it('by a birth date that becomes known, when no age is asked', () => {
    losesNothing(day, (asked, birthDate) => ({
      ...asked,
      birthDate: asked.categories.some((one) => one.ageFrom != null || one.ageUnder != null)
        ? asked.birthDate
        : birthDate,
    }));
  });

  it('by papers shown in another order, nor shown twice', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const answer = eligibleOnDay(asked);
        expect(eligibleOnDay({ ...asked, evidences: [...asked.evidences].reverse() })).toEqual(answer);
        expect(eligibleOnDay({ ...asked, evidences: [...asked.evidences, ...asked.evidences] })).toEqual(answer);
      }),
    );
  });
});

const kinds = ['fixed_term', 'temporary', 'permanent', 'apprenticeship', 'professionalisation', 'iae'];
const hire: fc.Arbitrary<Hire> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 3 }),
  kind: fc.constantFrom(...kinds),
  from: day,
  to: fc.option(day),
  contractEndsOn: fc.option(day),
  passValidTo: fc.option(day),
});
const hires = fc.array(hire, { maxLength: 5 });
const isFixed = ({ kind }: Hire) => kind === 'fixed_term' || kind === 'temporary';

describe('a window of eligibility', () => {
  it('has the settings of the house where a structure has none of its own', () => {
    fc.assert(
      fc.property(hires, (all) => {
        expect(eligibilityWindows(all, { fixedTermMonths: null, permanentCapMonths: null })).toEqual(
          eligibilityWindows(all, defaultWindowSettings),
        );
      }),
    );
  });

  it('never ends sooner with more months', () => {
    fc.assert(
      fc.property(hires, fc.integer({ min: 1, max: 60 }), fc.nat(24), (all, months, more) => {
        const shorter = eligibilityWindows(all, { fixedTermMonths: months, permanentCapMonths: months });
        const longer = eligibilityWindows(all, { fixedTermMonths: months + more, permanentCapMonths: months + more });
        for (const [index, { from, to }] of shorter.entries()) {
          expect(longer[index]?.from).toBe(from);
          expect((longer[index]?.to ?? '9999') >= (to ?? '9999')).toBe(true);
        }
      }),
    );
  });

  it('is not moved by a hire of a kind that has its own', () => {
    fc.assert(
      fc.property(
        hires,
        hire.filter((one) => !isFixed(one)),
        (all, one) => {
          expect(eligibilityWindows([...all, one]).slice(0, all.length)).toEqual(eligibilityWindows(all));
        },
      ),
    );
  });

  it('is not moved by a later fixed-term hire: the clock is on the person and runs already', () => {
    fc.assert(
      fc.property(
        hires.filter((all) => all.some(isFixed)),
        hire.filter(isFixed),
        (all, one) => {
          const first =
            all
              .filter(isFixed)
              .map(({ from }) => from)
              .sort()[0] ?? one.from;
          const later = { ...one, from: one.from < first ? first : one.from };
          const windows = eligibilityWindows([...all, later]);
          expect(windows.slice(0, all.length)).toEqual(eligibilityWindows(all));
          expect(windows.at(-1)?.from).toBe(first);
        },
      ),
    );
  });

  it('is moved earlier, for every fixed-term hire, by one found to be earlier', () => {
    fc.assert(
      fc.property(
        hires.filter((all) => all.some(isFixed)),
        fc.integer({ min: 1, max: 300 }),
        (all, days) => {
          const first =
            all
              .filter(isFixed)
              .map(({ from }) => from)
              .sort()[0] ?? '';
          const earlier = { id: 'found', kind: 'fixed_term', from: addDays(first, -days), to: null };
          const windows = eligibilityWindows([...all, earlier]).filter((_, index) => {
            const one = [...all, earlier][index];
            return one !== undefined && isFixed({ contractEndsOn: null, passValidTo: null, ...one });
          });
          const last = addDays(addMonths(earlier.from, 24), -1);
          for (const window of windows) expect([window.from, window.to]).toEqual([earlier.from, last]);
        },
      ),
    );
  });
});
