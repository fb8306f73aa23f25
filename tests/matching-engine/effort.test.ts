import type { BenchQuestion } from '@jonction/api/cli/bench/contender';
import { filterAndSort } from '@jonction/api/cli/bench/in-process';
import { MatchingWorld, worldDay } from '@jonction/api/cli/bench/matching-world';
import type { Profile } from '@jonction/domain/matching/profile';
import { weighSkills } from '@jonction/domain/matching/skill-weight';
import { Bank } from '@jonction/matching-engine/bank';
import { beforeAll, expect, it } from 'vitest';

const world = new MatchingWorld();
let profiles: Profile[];
let questions: BenchQuestion[];
let bank: Bank;

beforeAll(async () => {
  profiles = [...world.profiles(20_000)];
  const offers = Array.from({ length: 200 }, (_, index) => world.offer(index));
  const skills = weighSkills(profiles, [...new Set(offers.flatMap((offer) => offer.skills ?? []))]);
  questions = offers.map((offer) => ({ today: worldDay, offer, proximity: world.proximity, skills }));
  bank = await Bank.of(profiles, worldDay);
});

it('costs what it did when it was last measured, in deeds and not in time, within 5 %', () => {
  const before = { ...bank.effort };
  for (const question of questions) bank.best(question, 20);
  const deeds = (name: 'blocksOpened' | 'entries' | 'judged') => bank.effort[name] - before[name];
  const near = (value: number, measured: number) => Math.abs(value / measured - 1) <= 0.05;
  const found = { blocksOpened: deeds('blocksOpened'), entries: deeds('entries'), judged: deeds('judged') };
  expect(found).toEqual({
    blocksOpened: expect.toSatisfy((value: number) => near(value, 6876)),
    entries: expect.toSatisfy((value: number) => near(value, 354_260)),
    judged: expect.toSatisfy((value: number) => near(value, 7166)),
  });
});

it('is ten times as fast as objects filtered and sorted, and says the same', () => {
  let [engine, objects] = [0, 0];
  for (const [index, question] of questions.slice(0, 60).entries()) {
    const timed = (rank: () => unknown) => {
      const start = performance.now();
      const answer = rank();
      return { answer, ms: performance.now() - start };
    };
    // Who is first changes each time.
    const byObjects = () => timed(() => filterAndSort(profiles, question));
    const before = index % 2 === 0 ? byObjects() : null;
    const own = timed(() => bank.best(question, 20));
    const other = before ?? byObjects();
    expect(own.answer).toEqual(other.answer);
    engine += own.ms;
    objects += other.ms;
  }
  expect(objects / engine).toBeGreaterThan(10);
});

it('answers many at once as one by one, reading each list once for all of them', () => {
  const before = { ...bank.effort };
  const many = bank.bestOfMany(questions, 20, 0);
  const together = bank.effort.entries - before.entries;
  expect(many).toEqual(questions.map((question) => bank.best(question, 20)));
  const oneByOne = bank.effort.entries - before.entries - together;
  expect(together / oneByOne).toBeLessThan(0.35);
});

it('answers in the order asked, whatever the batch before it was', () => {
  const alone = questions.map((question) => bank.best(question, 20));
  const backwards = bank.bestOfMany(questions.toReversed(), 20, 0);
  expect(backwards).toEqual(alone.toReversed());
  expect(bank.bestOfMany(questions.slice(0, 3), 20, 0)).toEqual(alone.slice(0, 3));
  expect(bank.bestOfMany(questions, 20, 0)).toEqual(alone);
  const [first] = questions;
  expect(bank.bestOfMany(first ? [first, first] : [], 20, 0)).toEqual([alone[0], alone[0]]);
});
