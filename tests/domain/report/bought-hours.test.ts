import { leastPublished } from '@jonction/domain/matching/secrecy';
import { type BoughtHours, shownHours, shownPeople } from '@jonction/domain/report/bought-hours';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const row = (people: number, validated = 100 * people): BoughtHours => ({
  ...{ people, validated, exceptional: 0, pending: 0, rejected: 0 },
});
const shown = (...people: number[]) => shownHours(people.map((count) => row(count))).map((one) => one.people);

describe('the people of the contracts of a buyer', () => {
  it('are told from five on', () => {
    expect(shown(12, 7)).toEqual([12, 7]);
  });

  it('are kept below five, and with them those that a subtraction would tell', () => {
    expect(shown(12, 3)).toEqual([null, null]);
    expect(shown(20, 9, 3, 4)).toEqual([20, 9, null, null]);
  });

  it('are nobody where no hour is validated, which is no secret', () => {
    expect(shownHours([row(0, 0), row(12)]).map(({ people }) => people)).toEqual([0, 12]);
  });

  it('leave every other figure as it is', () => {
    const rows = [{ ...row(3), contractId: 'c', pending: 40 }];
    expect(shownHours(rows)).toEqual([{ ...rows[0], people: null }]);
  });

  it('are never told by subtraction from their total', () => {
    const people = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(people, (counts) => {
        const cells = shown(...counts);
        const hidden = counts.filter((_, at) => cells[at] === null);
        const told = cells.every((cell) => cell === null || cell >= leastPublished);
        return told && hidden.length !== 1 ? true : told && counts.length === 1;
      }),
    );
  });
});

describe('the people of a buyer in all', () => {
  const inAll = (people: number, ...counts: number[]) => shownPeople(people, shownHours(counts.map((one) => row(one))));

  it('are told from five on, and are nobody without an hour', () => {
    expect([inAll(4, 4), inAll(12, 12), inAll(15, 7, 8)]).toEqual([null, 12, 15]);
    expect(shownPeople(0, [])).toBe(0);
    expect(shownPeople(0, shownHours([row(0, 0)]))).toBe(0);
  });

  it('are kept where they would tell that somebody is alone on each contract', () => {
    expect(inAll(6, 1, 1, 1, 1, 1, 1)).toBeNull();
    expect(inAll(10, 1, 1, 1, 1, 1, 5)).toBeNull();
    expect(inAll(30, 20, 4, 3, 3)).toBe(30);
  });

  it('leave five people at least to share out among the contracts that keep theirs', () => {
    const people = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(people, (counts) => {
        const rows = shownHours(counts.map((one) => row(one)));
        const total = counts.reduce((sum, one) => sum + one, 0);
        const kept = rows.filter((one) => one.people === null).length;
        const told = rows.reduce((sum, one) => sum + (one.people ?? 0), 0);
        return shownPeople(total, rows) === null || kept === 0 || total - told - kept >= leastPublished;
      }),
    );
  });
});
