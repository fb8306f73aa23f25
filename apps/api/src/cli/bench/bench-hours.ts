import { insertPolicy } from '@jonction/db/hours/policies';
import { CommandRefused, type CommandResult, takeOption } from '../context.ts';
import { type BenchBase, openBenchBase } from './bench-base.ts';
import { atLeast, atMost, type Figure, figure, mean, median } from './figure.ts';
import { benchStructure } from './fill-base.ts';
import { benchUser, fillHours } from './hours-fill.ts';
import * as inBase from './hours-in-base.ts';
import { judgeInMemory } from './hours-in-memory.ts';
import { benchId, type HoursWorld, makeHoursWorld } from './hours-world.ts';
import { exitOf, linesOf, machine } from './told.ts';

/** Monthly lines of a year of France. */
const yearOfFrance = 900_000;
/** The smaller base, against which the balance of one contract is asked. */
const smaller = 100;
const balances = 300;
const warmUp = 50;

const promised = { judge: 1, rejudge: 1.5, balance: 1.5, simulation: 2, closing: 1.3 };

/**
 * `bench hours [--size LINES]`: a year of declared hours judged in memory and in the base, judged again under another policy, tried,
 * its months closed, and one balance asked; ratios of one run. Times are of this machine on this day, only ratios are promised.
 */
export async function benchHours(_context: unknown, args: string[]): Promise<CommandResult> {
  const size = Number(takeOption(args, '--size') ?? yearOfFrance);
  if (!Number.isInteger(size) || size < 1_200)
    throw new CommandRefused('--size attend un nombre entier, 1200 ou plus.');
  const progress = (line: string) => void process.stderr.write(`${line}\n`);
  progress(`${size} lignes inventées...`);
  const world = makeHoursWorld(size);
  progress('En mémoire...');
  const figures = await inMemory(world);
  const bases: BenchBase[] = [];
  try {
    for (const some of [makeHoursWorld(Math.max(1_200, Math.round(size / smaller))), world]) {
      const base = await openBenchBase();
      bases.push(base);
      progress(`Remplissage d'une base : ${some.placements.length} embauches...`);
      await fillHours(base.loader, some);
      figures.push(...(await judgedOnce(base, some, some === world, progress)));
    }
    const [small, large] = bases;
    if (small && large) {
      progress('Soldes...');
      figures.push(...(await balance(small, large, size)));
      progress('Un essai, puis une nouvelle règle pour de bon...');
      figures.push(...(await simulation(large, world)), ...(await rejudge(large, world)), ...(await closing(large)));
    }
  } finally {
    for (const base of bases) await base.close();
  }
  return {
    exit: exitOf(figures),
    result: { bench: 'hours', size, figures, machine: machine() },
    words: linesOf(figures, 10).join('\n'),
  };
}

async function inMemory(world: HoursWorld): Promise<Figure[]> {
  const { ours, straight } = await judgeInMemory(world);
  if (straight === null) return [figure('judge_memory', ours, 'ms')];
  return [
    figure('judge_memory', ours, 'ms'),
    figure('judge_straight', straight, 'ms'),
    atMost('judge_ratio', ours / straight, 'x', promised.judge),
  ];
}

/** The first judgement of everything, ledger read and written; told for the year only. */
async function judgedOnce(base: BenchBase, world: HoursWorld, told: boolean, progress: (line: string) => void) {
  let ms = 0;
  for (const ids of inBase.batchesOf(hiresOf(world), 'judgement')) {
    ms += await inBase.judgeForGood(base, ids);
    if (told) progress(`${ids.at(-1)?.slice(-6)} : ${Math.round(ms / 1_000)} s`);
  }
  await base.loader`vacuum analyze hour_entry`;
  return told ? [figure('judge_ledger', ms, 'ms')] : [];
}

async function balance(small: BenchBase, large: BenchBase, size: number): Promise<Figure[]> {
  const times = { small: [] as number[], large: [] as number[] };
  // The contracts of the smaller base are there in both.
  const contracts = Math.max(1, Math.floor((size / smaller / 12) * 0.7));
  for (let index = 0; index < balances + warmUp; index++) {
    const clause = benchId('e', (index * 7) % contracts);
    const [first, second] = index % 2 === 0 ? (['small', 'large'] as const) : (['large', 'small'] as const);
    for (const which of [first, second]) {
      const ms = await inBase.askBalance(which === 'small' ? small : large, clause);
      if (index >= warmUp) times[which].push(ms);
    }
  }
  return [
    figure('balance_small', median(times.small), 'ms'),
    figure('balance_large', median(times.large), 'ms'),
    atMost('balance_ratio', median(times.large) / median(times.small), 'x', promised.balance),
  ];
}

/** A trial as a run does it, and one that reads every kind of hours: each against the columns of a year, and of the rows that it reads. */
async function simulation(base: BenchBase, world: HoursWorld): Promise<Figure[]> {
  const one = await trialAndCopies(base, world, 'changed');
  const all = await trialAndCopies(base, world, 'everything');
  return [
    figure('copy', all.copy, 'ms'),
    figure('simulation', one.trial, 'ms'),
    atMost('simulation_ratio', one.trial / all.copy, 'x', promised.simulation),
    figure('simulation_own_rows_ratio', one.trial / one.copy, 'x'),
    figure('simulation_every_kind', all.trial, 'ms'),
    atMost('simulation_every_kind_ratio', all.trial / all.copy, 'x', promised.simulation),
  ];
}

/** The copying stands before and after the trial: what disturbs one disturbs the other. */
async function trialAndCopies(base: BenchBase, world: HoursWorld, reads: inBase.TrialReads) {
  const copies = [await inBase.copyToProcess(base.loader, reads)];
  let trial = 0;
  for (const ids of inBase.batchesOf(hiresOf(world), 'simulation')) trial += await inBase.tryPolicy(base, ids, reads);
  copies.push(await inBase.copyToProcess(base.loader, reads));
  return { trial, copy: mean(copies) };
}

/** All read and judge the same hires, one after the other: those that forget go first, since the other changes what is read. */
async function rejudge(base: BenchBase, world: HoursWorld): Promise<Figure[]> {
  await inBase.layInPlace(base.loader);
  await base.system.as({ kind: 'system' }, (tx) => insertPolicy(tx, benchStructure, benchUser, inBase.changedPolicy));
  const ms = { everything: 0, changed: 0, logged: 0 };
  for (const [index, ids] of inBase.batchesOf(hiresOf(world), 'judgement').entries()) {
    const ways = index % 2 === 0 ? (['everything', 'changed'] as const) : (['changed', 'everything'] as const);
    for (const way of ways) ms[way] += await inBase.judgeInPlace(base, ids, way);
    ms.logged += await inBase.judgeForGood(base, ids);
  }
  return [
    figure('rejudge_logged', ms.logged, 'ms'),
    figure('rejudge_in_place', ms.everything, 'ms'),
    atLeast('rejudge_ratio', ms.everything / ms.logged, 'x', promised.rejudge),
    // The least that can be written, which forgets what it said before: told, not promised.
    figure('rejudge_changed_in_place', ms.changed, 'ms'),
    figure('rejudge_changed_ratio', ms.changed / ms.logged, 'x'),
  ];
}

/** The twelve months in order: the last ones find eleven closed before them. */
async function closing(base: BenchBase): Promise<Figure[]> {
  const ms: number[] = [];
  for (let month = 1; month <= 12; month++) ms.push(await inBase.closeMonth(base, String(month).padStart(2, '0')));
  const [first, last] = [mean(ms.slice(0, 4)), mean(ms.slice(-4))];
  return [
    figure('closing_first', first, 'ms'),
    figure('closing_last', last, 'ms'),
    atMost('closing_ratio', last / first, 'x', promised.closing),
  ];
}

function hiresOf(world: HoursWorld): string[] {
  return world.placements.map(({ facts }) => facts.id);
}
