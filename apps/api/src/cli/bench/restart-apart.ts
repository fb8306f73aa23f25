import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase, type Tx } from '@jonction/db/client';
import { readBankChanges } from '@jonction/db/matching/bank-change';
import { streamBank } from '@jonction/db/matching/stream-bank';
import { Bank } from '@jonction/matching-engine/bank';
import { sql } from 'drizzle-orm';
import { keepBank, type ReadBank, restoreBank } from '../../matching/kept-bank.ts';
import { benchStructure } from './fill-base.ts';
import { worldDay } from './matching-world.ts';
import { type RestartTimes, restartAsked } from './restart.ts';

const { url, changed } = restartAsked.parse(workerData);
const system = openDatabase(url, { max: 1 });
const inBase = <Result>(work: (tx: Tx) => Promise<Result>) => system.as({ kind: 'system' }, work);

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; seconds: number }> {
  const start = performance.now();
  return { result: await work(), seconds: (performance.now() - start) / 1000 };
}

/** What the thread holds once nothing is left to collect. */
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

async function readEverybody(tx: Tx): Promise<ReadBank> {
  const { upTo } = await readBankChanges(tx, benchStructure, null);
  return { upTo, bank: await Bank.of(streamBank(tx, benchStructure), worldDay) };
}

async function measure(): Promise<RestartTimes> {
  const full = await timed(() => inBase(readEverybody));
  const save = await timed(() => inBase((tx) => keepBank(tx, benchStructure, full.result)));
  const { rows } = full.result.bank;
  await inBase((tx) =>
    tx.execute(sql`insert into bank_change (structure_id, participant_id)
      select structure_id, id from participant where structure_id = ${benchStructure} limit ${changed}`),
  );
  const before = await held();
  const restored = await timed(() => inBase((tx) => restoreBank(tx, benchStructure, worldDay)));
  const grown = (await held()) - before;
  return {
    ...{ everybody: full.seconds, save: save.seconds, restored: restored.seconds, grown, rows },
    restoredRows: restored.result?.bank.rows ?? 0,
  };
}

const times = await measure();
await system.close();
parentPort?.postMessage(times);
