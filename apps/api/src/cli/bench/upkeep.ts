import type { Profile } from '@jonction/domain/matching/profile';
import { addDays } from '@jonction/domain/shared/day';
import type { Bank } from '@jonction/matching-engine/bank';
import { Draw } from './draw.ts';
import { median } from './figure.ts';
import { type MatchingWorld, worldDay } from './matching-world.ts';

const changes = 4_000;

/** Microseconds of one change in memory, the median of thousands. */
export function measureUpkeep(bank: Bank, profiles: readonly Profile[], world: MatchingWorld) {
  const draw = new Draw(7);
  const someone = () => profiles[draw.one(profiles.length)];
  const known = draw.list(changes, someone).filter((profile) => profile !== undefined);
  // A call was held: she answered, and is free from another day on.
  const update = each(known, (profile) => {
    const changed = { ...profile, lastContact: worldDay, availableFrom: addDays(worldDay, draw.one(60)) };
    return () => bank.put(changed);
  });
  const insert = each(
    draw.list(changes, () => 0).map((_, index) => world.profile(profiles.length + index)),
    (profile) => () => bank.put(profile),
  );
  const remove = each(
    [...new Set(known)],
    ({ id }) =>
      () =>
        bank.remove(id),
  );
  return { update, insert, remove };
}

function each<Item>(items: readonly Item[], prepare: (item: Item) => () => void): number {
  const microseconds: number[] = [];
  for (const item of items) {
    const work = prepare(item);
    const start = process.hrtime.bigint();
    work();
    microseconds.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  return median(microseconds);
}
