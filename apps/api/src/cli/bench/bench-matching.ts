import type { Profile } from '@jonction/domain/matching/profile';
import { weighSkills } from '@jonction/domain/matching/skill-weight';
import { Bank } from '@jonction/matching-engine/bank';
import { startMeilisearch } from '@jonction/search/embedded-meilisearch';
import { CommandRefused, type CommandResult, takeOption } from '../context.ts';
import { type BenchBase, openBenchBase } from './bench-base.ts';
import { type BenchQuestion, best, type Contender } from './contender.ts';
import { atLeast, atMost, type Figure, figure, mean, median, quantile } from './figure.ts';
import { fillBase } from './fill-base.ts';
import { layWideTable, realTables, wideTable } from './in-base.ts';
import { fillMeilisearch, meilisearch } from './in-meilisearch.ts';
import { columnsLoop, engine, objects } from './in-process.ts';
import { Disagreement, interleave, ratios, type Timing, warm } from './interleaved.ts';
import { MatchingWorld, worldDay } from './matching-world.ts';
import { bytesPerRow, measureBandwidth } from './memory-bound.ts';
import { measureRestart } from './restart.ts';
import { exitOf, linesOf, machine } from './told.ts';
import { measureUpkeep } from './upkeep.ts';

const ours = 'engine';
const again = 'engine_again';
const batchOffers = 1_000;
const million = 1_000_000;
/** A run in which one engine seems to be two is worth nothing. */
const control = { low: 0.85, high: 1.15 };

/** What is promised from 100,000 people on, whatever their number; below, figures are only to be read. */
const always = { sql: 10, memory: 200, change: 10, restart: 10, batch: 0.7 };
const none = { sql: null, memory: null, change: null, restart: null, batch: null };

function goalsFor(size: number) {
  if (size >= million) return { ...always, meilisearch: 60, objects: 50, memoryBound: 5 };
  if (size >= 100_000) return { ...always, meilisearch: 25, objects: 20, memoryBound: 15 };
  return { ...none, meilisearch: null, objects: null, memoryBound: null };
}
type Goals = ReturnType<typeof goalsFor>;

/** Ways of ranking that may be left out, where the memory of a machine holds no more. */
const optional = ['objects', 'sql', 'meilisearch'] as const;

function readWithout(args: string[]): ReadonlySet<string> {
  const names = (takeOption(args, '--without') ?? '').split(',').filter((name) => name !== '');
  if (names.every((name) => optional.some((known) => known === name))) return new Set(names);
  throw new CommandRefused(`--without attend des noms parmi ${optional.join(', ')}.`);
}

/** `bench matching [--size N] [--without NAMES]`: one process, one run, every question through every way of ranking in turn. */
export async function benchMatching(_context: unknown, args: string[]): Promise<CommandResult> {
  const size = Number(takeOption(args, '--size') ?? 100_000);
  if (!Number.isInteger(size) || size < 100) throw new CommandRefused('--size attend un nombre entier, 100 ou plus.');
  const without = readWithout(args);
  const goals = goalsFor(size);
  const progress = (line: string) => void process.stderr.write(`${line}\n`);
  const base = await openBenchBase();
  const close: (() => Promise<void>)[] = [base.close];
  try {
    const world = new MatchingWorld();
    progress(`${size} personnes inventées...`);
    const profiles = [...world.profiles(size)];
    const questions = questionsOf(world, profiles);
    const bank = await Bank.of(profiles, worldDay);
    const contenders = [engine(ours, bank), columnsLoop(bank), engine(again, bank)];
    if (!without.has('objects')) contenders.push(objects(profiles));
    progress('PostgreSQL...');
    await fillBase(base.loader, profiles);
    if (!without.has('sql')) contenders.push(...(await basesOf(base, profiles.length, world)));
    progress('Meilisearch...');
    const search = without.has('meilisearch')
      ? { absent: 'laissé de côté' as const }
      : await startMeilisearch({ dataDir: base.dataDir });
    if ('absent' in search) progress(`Sans Meilisearch : ${search.absent}.`);
    else {
      close.push(search.stop);
      await fillMeilisearch(search, profiles);
      contenders.push(meilisearch(search, profiles, world.codes));
    }
    progress('Questions...');
    const count = size >= million ? 100 : 200;
    await warm(contenders, questions.slice(count));
    const timings = await interleave(contenders, questions.slice(0, count), 20, progress);
    const { figures, accepted } = figuresOf(timings, size, goals);
    figures.push(atMost('memory', bank.bytes / size, 'bytes/profile', goals.memory));
    figures.push(figure('effort_judged', judgedEach(bank, questions), 'people/question'));
    progress('Lots, changements, redémarrage...');
    figures.push(...batchOf(bank, questions, goals));
    const { update, insert, remove } = measureUpkeep(bank, profiles, world);
    figures.push(
      atMost('update', update, 'us', goals.change),
      atMost('insert', insert, 'us', goals.change),
      atMost('delete', remove, 'us', goals.change),
    );
    figures.push(...(await measureRestart(base, size, goals.restart)));
    return answer(size, figures, accepted);
  } catch (error) {
    if (error instanceof Disagreement) throw new CommandRefused(error.message);
    throw error;
  } finally {
    for (const one of close.reverse()) await one();
  }
}

function questionsOf(world: MatchingWorld, profiles: readonly Profile[]): BenchQuestion[] {
  const offers = Array.from({ length: batchOffers }, (_, index) => world.offer(index));
  const skills = weighSkills(profiles, [...new Set(offers.flatMap((offer) => offer.skills ?? []))]);
  return offers.map((offer) => ({ today: worldDay, offer, proximity: world.proximity, skills }));
}

async function basesOf(base: BenchBase, size: number, world: MatchingWorld): Promise<Contender[]> {
  await layWideTable(base.loader);
  const wide = wideTable(base.loader, world.codes);
  // With its counts of everybody left out it takes seconds there, and is never the best SQL.
  return size < million ? [realTables(base.application), wide] : [wide];
}

function figuresOf(timings: readonly Timing[], size: number, goals: Goals): { figures: Figure[]; accepted: boolean } {
  const times = new Map(timings.map((timing) => [timing.name, timing]));
  const fast = times.get(ours)?.ms ?? [];
  const figures = timings.flatMap(({ name, ms, ownMs }) => [
    ...[figure(`${name}_median`, median(ms), 'ms'), figure(`${name}_p95`, quantile(ms, 0.95), 'ms')],
    ...[figure(`${name}_mean`, mean(ms), 'ms'), figure(`${name}_own_median`, median(ownMs), 'ms')],
  ]);
  const { median: same } = ratios(times.get(again)?.ms ?? [], fast);
  const accepted = same >= control.low && same <= control.high;
  figures.push({ ...figure('control_ratio', same, 'x'), goal: `${control.low}..${control.high}`, ok: accepted });
  const compare = (id: string, slow: readonly number[] | undefined, wanted: number | null) => {
    if (!slow) return;
    const ratio = ratios(slow, fast);
    figures.push(atLeast(`${id}_ratio`, ratio.median, 'x', wanted), figure(`${id}_ratio_of_means`, ratio.means, 'x'));
  };
  compare('meilisearch_own', times.get('meilisearch')?.ownMs, goals.meilisearch);
  compare('meilisearch', times.get('meilisearch')?.ms, null);
  const sql = ['sql_tables', 'sql_wide'].flatMap((name) => times.get(name) ?? []);
  const fastest = sql.toSorted((a, b) => median(a.ms) - median(b.ms))[0];
  compare('sql_best', fastest?.ms, goals.sql);
  compare('objects', times.get('objects')?.ms, goals.objects);
  compare('columns', times.get('columns')?.ms, null);
  const bandwidth = measureBandwidth();
  const boundMs = (bytesPerRow * size) / bandwidth;
  figures.push(figure('memory_bandwidth', bandwidth / 1e6, 'GB/s'), figure('memory_bound', boundMs, 'ms'));
  figures.push(atMost('over_memory_bound', median(fast) / boundMs, 'x', goals.memoryBound));
  return { figures, accepted };
}

function judgedEach(bank: Bank, questions: readonly BenchQuestion[]): number {
  const before = bank.effort.judged;
  for (const question of questions) bank.best(question, best);
  return (bank.effort.judged - before) / questions.length;
}

/** The same offers one by one and in a batch, in turns; a first turn of each is not counted. */
function batchOf(bank: Bank, questions: readonly BenchQuestion[], goals: Goals): Figure[] {
  const [single, batch]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 6; turn++) {
    const start = performance.now();
    const one = questions.map((question) => bank.best(question, best));
    const between = performance.now();
    const many = bank.bestOfMany(questions, best);
    const end = performance.now();
    if (JSON.stringify(one) !== JSON.stringify(many)) throw new Disagreement('a batch ranks as nobody else');
    if (turn === 0) continue;
    single.push(between - start);
    batch.push(end - between);
  }
  return [
    ...[figure('single_1000', median(single), 'ms'), figure('batch_1000', median(batch), 'ms')],
    atMost('batch_ratio', median(batch.map((ms, round) => ms / (single[round] ?? Number.NaN))), 'x', goals.batch),
  ];
}

function answer(size: number, figures: Figure[], accepted: boolean): CommandResult {
  const lines = linesOf(figures, 10);
  if (!accepted)
    lines.push('Le témoin sort de sa plage : ces rapports ne valent rien, la machine est trop occupée. Recommencez.');
  return {
    exit: exitOf(figures),
    result: { bench: 'matching', size, accepted, figures, machine: machine() },
    words: lines.join('\n'),
  };
}
