import type { Day } from '@jonction/domain/shared/day';
import { contextFor, type Services } from '../../context.ts';
import { appRouter } from '../../router.ts';
import { createCaller } from '../../trpc.ts';
import type { Speaks } from './cast.ts';

const callerOf = createCaller(appRouter);
export type Caller = ReturnType<typeof callerOf>;

/** Speaks for somebody on a day: the demonstration goes through the same use cases as everybody, rights included. */
export type Stage = (who: Speaks, day: Day) => Caller;

export function openStage(services: Services): Stage {
  return (who, day) =>
    callerOf(contextFor({ ...services, today: () => day }, who, { locale: 'fr', requestId: 'demonstration', ip: '' }));
}

/** Some at a time, in order of index; the first failure stops the rest. */
export async function eachOf(
  count: number,
  from: number,
  work: (index: number) => Promise<void>,
  width = 4,
): Promise<void> {
  let next = from;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, lane));
}
