import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { BenchBase } from './bench-base.ts';
import { atMost, type Figure, figure } from './figure.ts';
import { Disagreement } from './interleaved.ts';

/** One person in so many changed between the snapshot and the restart, at most a thousand: read again from the tables. */
const changedOneIn = 100;
const mostChanged = 1_000;

export const restartAsked = z.object({ url: z.string(), changed: z.number() });
type RestartAsked = z.infer<typeof restartAsked>;

const restartTimes = z.object({
  ...{ everybody: z.number(), save: z.number(), restored: z.number(), grown: z.number() },
  ...{ rows: z.number(), restoredRows: z.number() },
});
/** Seconds, and bytes that the thread grew by. */
export type RestartTimes = z.infer<typeof restartTimes>;

/**
 * From the base to a bank that answers: from everybody, as on a first day, and as a program that starts does it, from the snapshot and
 * the log since. In a thread with a memory of its own, as that program has: beside the million objects of the other contenders, the
 * collection of what is not needed any more would be most of the time.
 */
export async function measureRestart({ ownerUrl }: BenchBase, size: number, goal: number | null): Promise<Figure[]> {
  const workerData: RestartAsked = {
    url: ownerUrl,
    changed: Math.min(mostChanged, Math.ceil(size / changedOneIn)),
  };
  const worker = new Worker(new URL('./restart-apart.ts', import.meta.url), { workerData });
  const [message] = await once(worker, 'message');
  const { everybody, save, restored, grown, rows, restoredRows } = restartTimes.parse(message);
  if (rows !== size || restoredRows !== size) throw new Disagreement('the base or the snapshot holds other people');
  return [
    atMost('restart', restored, 's', goal),
    ...[figure('restart_from_everybody', everybody, 's'), figure('snapshot_save', save, 's')],
    figure('memory_measured', grown / size, 'bytes/profile'),
  ];
}
