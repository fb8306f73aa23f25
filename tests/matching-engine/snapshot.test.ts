import type { MatchOffer } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { Bank } from '@jonction/matching-engine/bank';
import { rowsEachPart, type SnapshotPart } from '@jonction/matching-engine/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changesArbitrary,
  offerArbitrary,
  profileArbitrary,
  profilesArbitrary,
  proximity,
  skills,
  today,
} from './random-bank.ts';

const offersArbitrary = fc.array(offerArbitrary, { minLength: 3, maxLength: 3 });

type Change = typeof changesArbitrary extends fc.Arbitrary<(infer One)[]> ? One : never;

/** What two banks answer to anything: the same. */
function expectSame(bank: Bank, other: Bank, offers: readonly MatchOffer[] = []) {
  for (const offer of offers) {
    for (const day of [today, '2026-05-05']) {
      const asked = { today: day, offer, proximity, skills };
      expect(bank.best(asked, 20)).toEqual(other.best(asked, 20));
      expect(bank.bestOfMany([asked], 5, 0)).toEqual(other.bestOfMany([asked], 5, 0));
      expect(bank.count({ ...asked, widen: true }, 1000)).toEqual(other.count({ ...asked, widen: true }, 1000));
    }
  }
}

const fill = (bank: Bank, changes: readonly Change[], people: readonly Profile[]) => {
  for (const { kind, place, profile } of changes) {
    const other = people[place % people.length];
    if (kind === 'leaves' && other) bank.remove(other.id);
    else if (kind === 'stays' && other)
      bank.put({ ...profile, id: other.id, lat: other.lat, lon: other.lon, romes: other.romes });
    else if (kind === 'moves' && other) bank.put({ ...profile, id: other.id });
    else bank.put(profile);
  }
};

const copyOf = (bank: Bank) => {
  const { parts, words } = bank.snapshot();
  const read = [...parts];
  return Bank.restored(words(), read, today);
};

describe('a bank that was kept', () => {
  it('answers as the one that it was taken from, whatever had changed there, and whatever changes in both', async () => {
    await fc.assert(
      fc.asyncProperty(
        profilesArbitrary,
        changesArbitrary,
        changesArbitrary,
        offersArbitrary,
        async (people, before, after, offers) => {
          const bank = await Bank.of(people, today);
          fill(bank, before, people);
          const copy = await copyOf(bank);
          expectSame(copy, bank, offers);
          for (const each of [bank, copy]) fill(each, after, people);
          expectSame(copy, bank, offers);
          // A copy of a copy is no less.
          expectSame(await copyOf(copy), bank, offers);
        },
      ),
      { numRuns: 80, seed: 20_260_510 },
    );
  });

  it('holds nobody twice who moves while it is read, and knows every word that came meanwhile', async () => {
    const people = fc
      .sample(profileArbitrary, { numRuns: 3 * rowsEachPart, seed: 5 })
      .map((person): Profile => ({ ...person, consent: true, visible: true, status: 'available' }));
    const bank = await Bank.of(people, today);
    const { parts, words } = bank.snapshot();
    const read: SnapshotPart[] = [];
    const changed = new Map<string, Profile>();
    for (const part of parts) {
      read.push(part);
      for (let place = read.length; place < people.length; place += 97) {
        const person = people[place];
        if (!person) continue;
        const moved = { ...person, lat: 44, lon: 1, romes: [{ code: `Z${read.length}101` }], skills: ['brand_new'] };
        bank.put(moved);
        changed.set(moved.id, moved);
      }
    }
    expect(read.length).toBeGreaterThanOrEqual(3);
    const copy = await Bank.restored(words(), read, today);
    expect(copy.rows).toBeLessThanOrEqual(people.length);
    // Those who changed since are told by the log.
    for (const person of changed.values()) copy.put(person);
    expectSame(copy, bank, fc.sample(offersArbitrary, { numRuns: 5, seed: 6 }).flat());
  });

  it('leaves no trace of who had left', async () => {
    const [people = []] = fc.sample(
      profilesArbitrary.filter(({ length }) => length > 20),
      { numRuns: 1, seed: 8 },
    );
    const bank = await Bank.of(people, today);
    const gone = people[7]?.id ?? '';
    bank.remove(gone);
    const [part] = bank.snapshot().parts;
    const ids = Buffer.from(part?.ids ?? []).toString('hex');
    expect(ids).toHaveLength(32 * (people.length - 1));
    expect(ids).not.toContain(gone.replaceAll('-', ''));
    expect(ids).toContain((people[8]?.id ?? '').replaceAll('-', ''));
  });

  it('is nobody when the bank was', async () => {
    const copy = await copyOf(await Bank.of([], today));
    expect(copy.rows).toBe(0);
    const [person] = fc.sample(profileArbitrary, { numRuns: 1, seed: 9 });
    if (person) copy.put(person);
    expect(copy.rows).toBe(1);
  });

  it('weighs what the bank itself does', async () => {
    const people = fc.sample(profileArbitrary, { numRuns: 4000, seed: 11 });
    const bank = await Bank.of(people, today);
    const copy = await copyOf(bank);
    expect(Math.abs(copy.bytes / bank.bytes - 1)).toBeLessThan(0.02);
  });
});
