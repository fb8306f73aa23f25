import { forgottenAfterDays, forgottenWanted, isForgotten, roundOf } from '@jonction/domain/matching/forgotten';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2026-05-04';
const someone = { status: 'available', consent: true, lastProposedOn: null };

describe('somebody forgotten', () => {
  it('was never put forward, or not for thirty days', () => {
    expect(isForgotten(someone, today)).toBe(true);
    expect(isForgotten({ ...someone, lastProposedOn: addDays(today, -30) }, today)).toBe(true);
    expect(isForgotten({ ...someone, lastProposedOn: addDays(today, -29) }, today)).toBe(false);
    expect(isForgotten({ ...someone, lastProposedOn: today }, today)).toBe(false);
  });

  it.each(['placed', 'unavailable', 'left'])('is looking: not one who is %s', (status) => {
    expect(isForgotten({ ...someone, status }, today)).toBe(false);
  });

  it('agreed to be put forward', () => {
    expect(isForgotten({ ...someone, consent: false }, today)).toBe(false);
  });

  it('stays so until she is put forward again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        const facts = { ...someone, lastProposedOn: addDays(today, -days) };
        expect(isForgotten(facts, today)).toBe(days >= forgottenAfterDays);
        if (isForgotten(facts, today)) expect(isForgotten(facts, addDays(today, 1))).toBe(true);
      }),
    );
  });
});

describe('a sending', () => {
  it.each([
    [1, 5, 0],
    [4, 5, 0],
    [5, 5, 1],
    [9, 5, 1],
    [10, 5, 2],
    [12, 2, 6],
    [3, 12, 0],
  ])('of %i CVs, one in %i, asks for %i', (size, every, wanted) => {
    expect(forgottenWanted(size, every)).toBe(wanted);
  });

  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnop'), { maxLength: 12 });

  it('is met by as many forgotten people as it asks for, and asks for no more than there are', () => {
    fc.assert(
      fc.property(ids, ids, fc.integer({ min: 2, max: 12 }), (chosen, forgotten, every) => {
        const round = roundOf(chosen, forgotten, every);
        expect(round.size).toBe(chosen.length);
        expect(round.given).toBe(chosen.filter((id) => forgotten.includes(id)).length);
        expect(round.wanted).toBe(Math.min(Math.floor(chosen.length / every), forgotten.length));
        expect(round.isMet).toBe(round.given >= round.wanted);
      }),
    );
  });

  it('that is not met becomes so by putting forgotten people in the place of others', () => {
    fc.assert(
      fc.property(ids, ids, fc.integer({ min: 2, max: 12 }), (chosen, forgotten, every) => {
        const { wanted } = roundOf(chosen, forgotten, every);
        const better = [...forgotten.slice(0, wanted), ...chosen.filter((id) => !forgotten.includes(id))].slice(
          0,
          chosen.length,
        );
        expect(roundOf(better, forgotten, every).given).toBeGreaterThanOrEqual(Math.min(wanted, better.length));
      }),
    );
  });

  it('counts nobody twice', () => {
    expect(roundOf(['a', 'a', 'a', 'a', 'a'], ['a', 'b'], 5)).toEqual({ size: 1, wanted: 0, given: 1, isMet: true });
  });
});
