import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Tx } from '@jonction/db/client';
import { readBankChanges } from '@jonction/db/matching/bank-change';
import { streamBank } from '@jonction/db/matching/stream-bank';
import { Bank } from '@jonction/matching-engine/bank';
import { keepBank, type ReadBank, restoreBank } from '../../matching/kept-bank.ts';
import type { BenchBase } from './bench-base.ts';
import { atMost, type Figure, figure } from './figure.ts';
import { benchStructure } from './fill-base.ts';
import { Disagreement } from './interleaved.ts';
import { worldDay } from './matching-world.ts';

/** One person in so many changed between the snapshot and the restart, at most a thousand: read again from the tables. */
const changedOneIn = 100;
const mostChanged = 1_000;

/**
 * From the base to a bank that answers: from everybody, as on a first day, and as a program that starts does it, from the snapshot and
 * the log since. What the process grew by is that of the second.
 */
export async function measureRestart(
  { system, loader }: BenchBase,
  size: number,
  goal: number | null,
): Promise<Figure[]> {
  const inBase = <Result>(work: (tx: Tx) => Promise<Result>) => system.as({ kind: 'system' }, work);
  const timed = async <Result>(work: () => Promise<Result>) => {
    const start = performance.now();
    return { result: await work(), seconds: (performance.now() - start) / 1000 };
  };
  const full = await timed(() =>
    inBase(async (tx): Promise<ReadBank> => {
      const { upTo } = await readBankChanges(tx, benchStructure, null);
      return { upTo, bank: await Bank.of(streamBank(tx, benchStructure), worldDay) };
    }),
  );
  if (full.result.bank.rows !== size) throw new Disagreement('the base holds other people');
  const save = await timed(() => inBase((tx) => keepBank(tx, benchStructure, full.result)));
  await loader`insert into bank_change (structure_id, participant_id)
    select structure_id, id from participant where structure_id = ${benchStructure} limit ${Math.min(mostChanged, Math.ceil(size / changedOneIn))}`;
  const before = await held();
  const restored = await timed(() => inBase((tx) => restoreBank(tx, benchStructure, worldDay)));
  const grown = (await held()) - before;
  if (restored.result?.bank.rows !== size) throw new Disagreement('the snapshot holds other people');
  return [
    atMost('restart', restored.seconds, 's', goal),
    ...[figure('restart_from_everybody', full.seconds, 's'), figure('snapshot_save', save.seconds, 's')],
    figure('memory_measured', grown / size, 'bytes/profile'),
  ];
}

/** What the process holds once nothing is left to collect. */
async function held(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  // What is outside of the heap is given back a turn later.
  for (let turn = 0; turn < 3; turn++) {
    collect();
    await pause(20);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
