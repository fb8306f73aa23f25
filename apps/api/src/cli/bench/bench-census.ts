import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDecp } from '@jonction/documents/decp';
import { CommandRefused, type CommandResult, takeOption } from '../context.ts';
import { importDecp } from '../import-decp.ts';
import { type BenchBase, openBenchBase } from './bench-base.ts';
import { type Asking, backendMs, openAsking } from './census-asked.ts';
import { type BenchContract, dayBefore, decpRecord, fillCensus, makeCensus } from './census-world.ts';
import { atMost, type Figure, figure, median } from './figure.ts';
import { exitOf, linesOf, machine } from './told.ts';

/** Contracts of the open data of France with a holder and a place, and of a large team. */
const france = 58_000;
const team = 1_000;
const asks = 30;
const warmUp = 5;
const changed = 900;
const records = 10_000;

const promised = {
  firstRows: { first_rows: 2, as_known: 2 } as Readonly<Record<string, number>>,
  change: 1.5,
  decp: 4,
};

/**
 * `bench census [--size N]`: the first rows of a census of a large team and of all of France, as known now and on a past day, a change
 * of 900 rows, the entry of 10,000 published contracts; ratios of one run. `--size`: of the longer census, the rest in proportion.
 */
export async function benchCensus(_context: unknown, args: string[]): Promise<CommandResult> {
  const size = Number(takeOption(args, '--size') ?? france);
  if (!Number.isInteger(size) || size < 580) throw new CommandRefused('--size attend un nombre entier, 580 ou plus.');
  const progress = (line: string) => void process.stderr.write(`${line}\n`);
  const [small, large] = [makeCensus(Math.round((size * team) / france)), makeCensus(size)];
  const figures: Figure[] = [];
  const close: (() => Promise<void>)[] = [];
  try {
    const askings: Asking[] = [];
    for (const census of [small, large]) {
      progress(`${census.length} marchés inventés...`);
      const base = await openBenchBase();
      close.push(base.close);
      await fillCensus(base.loader, census);
      const asking = await openAsking(base);
      close.push(asking.close);
      askings.push(asking);
      if (census !== large) continue;
      progress('Questions...');
      figures.push(...(await firstRows(askings)));
      progress('Un changement de neuf cents lignes...');
      figures.push(...(await bulkChange(base, asking, large)));
      progress('Données publiées...');
      figures.push(...(await published(base, asking, Math.max(100, Math.round((size * records) / france)))));
    }
  } finally {
    for (const one of close.reverse()) await one();
  }
  return {
    exit: exitOf(figures),
    result: { bench: 'census', size, figures, machine: machine() },
    words: linesOf(figures, 10).join('\n'),
  };
}

/** What moved since a day is folded again: two days compared cost what moved between them, told and not promised. */
const questions = {
  first_rows: {},
  as_known: { knownOn: dayBefore },
  as_known_stopped: { knownOn: dayBefore, statuses: ['active' as const] },
  compared: { comparedOn: dayBefore },
};

/** Both censuses are asked in turn: what disturbs one disturbs the other. */
async function firstRows(askings: readonly Asking[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, question] of Object.entries(questions)) {
    const told = askings.map(() => ({ waits: [] as number[], process: 0, base: 0, statements: 0 }));
    for (let ask = 0; ask < asks + warmUp; ask++) {
      for (const [at, asking] of askings.entries()) {
        const one = told[at];
        if (!one) continue;
        asking.statements.length = 0;
        await asking.cpu();
        const start = performance.now();
        await asking.procedures.census.list(question);
        const ms = performance.now() - start;
        const spent = await asking.cpu();
        if (ask < warmUp) continue;
        one.waits.push(ms);
        one.process += spent.process / asks;
        one.base += spent.base / asks;
        one.statements = Math.max(one.statements, asking.statements.length);
      }
    }
    const [small, large] = told;
    if (!small || !large) continue;
    figures.push(
      figure(`${name}_small`, small.process, 'CPU-ms'),
      figure(`${name}_large`, large.process, 'CPU-ms'),
      atMost(`${name}_ratio`, large.process / small.process, 'x', promised.firstRows[name] ?? null),
      ...[figure(`${name}_base_small`, small.base, 'CPU-ms'), figure(`${name}_base_large`, large.base, 'CPU-ms')],
      ...[
        figure(`${name}_wait_small`, median(small.waits), 'ms'),
        figure(`${name}_wait_large`, median(large.waits), 'ms'),
      ],
      atMost(`${name}_statements`, large.statements / small.statements, 'x', 1),
    );
  }
  return figures;
}

/** Nine hundred rows said stopped, against as many plain updates of their status in one transaction, by turns. */
async function bulkChange(base: BenchBase, asking: Asking, contracts: readonly BenchContract[]): Promise<Figure[]> {
  const ids = contracts.filter(({ stopped }) => !stopped).map(({ id }) => id);
  const saying = {
    answer: 'stop',
    on: '2020-04-06',
    endsOn: null,
    source: 'phone',
    saidBy: null,
    legalBasis: null,
    note: null,
  } as const;
  const times = { ours: [] as number[], plain: [] as number[] };
  for (let round = 0; round < 3; round++) {
    const some = ids.slice(round * changed, (round + 1) * changed);
    if (some.length === 0) break;
    times.plain.push(await plainUpdates(base, some));
    times.ours.push(
      await timed(() => asking.procedures.census.change({ which: { ids: some }, saying, kept: some.length })),
    );
  }
  return [
    figure('change', median(times.ours), 'ms'),
    figure('plain_updates', median(times.plain), 'ms'),
    atMost('change_ratio', median(times.ours) / median(times.plain), 'x', promised.change),
  ];
}

async function plainUpdates({ system: { client } }: BenchBase, ids: readonly string[]): Promise<number> {
  const ms = await timed(() =>
    client.begin(async (tx) => {
      for (const id of ids) {
        await tx`update contract set status = 'stopped', status_since = '2020-04-06', updated_at = now() where id = ${id}`;
      }
    }),
  );
  // Back as it was: the same rows are then changed by the product.
  await client`update contract set status = 'active', status_since = notified_on where id = any (${[...ids]}::uuid[])`;
  return ms;
}

/** The register takes published contracts in; against reading and checking the same file and keeping nothing. */
async function published(base: BenchBase, asking: Asking, count: number): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jonction-bench-decp-'));
  const file = path.join(folder, 'marches.json');
  try {
    writeFileSync(
      file,
      JSON.stringify({ marches: { marche: Array.from({ length: count }, (_, at) => decpRecord(at)) } }),
    );
    const read = () => timed(() => streamed(file));
    const reads = [await read(), await read()];
    const context = {
      ...{ database: base.system, services: asking.app.services, structureId: null, userId: null },
      progress: () => undefined,
    };
    const reading = process.cpuUsage();
    reads.push(await read());
    const { user, system } = process.cpuUsage(reading);
    const before = { own: process.cpuUsage(), base: await baseMs(base) };
    const ms = await timed(async () => {
      const { result } = await importDecp(context, [file]);
      if (result.created !== count) throw new Error(`${result.created} of ${count} contracts came in`);
    });
    const own = process.cpuUsage(before.own);
    const spent = (own.user + own.system) / 1000 + (await baseMs(base)) - before.base;
    reads.push(await read());
    const streaming = (user + system) / 1000;
    return [
      figure('decp_import', ms, 'ms'),
      figure('decp_stream', median(reads), 'ms'),
      atMost('decp_ratio', ms / median(reads), 'x', promised.decp),
      figure('decp_import_cpu', spent, 'CPU-ms'),
      figure('decp_stream_cpu', streaming, 'CPU-ms'),
      atMost('decp_cpu_ratio', spent / streaming, 'x', promised.decp),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor time so far of the server processes that work for the product. */
async function baseMs({ system: { client } }: BenchBase): Promise<number> {
  const rows = await client<{ pid: number }[]>`
    select pid from pg_stat_activity where usename = current_user and backend_type = 'client backend'`;
  return rows.reduce((sum, { pid }) => sum + backendMs(pid), 0);
}

async function streamed(file: string): Promise<void> {
  const opened = await openDecp(file);
  if (!opened.ok) throw new Error(opened.refusal.code);
  for await (const read of opened.value) if (!read.ok) throw new Error(`record ${read.record} is not one`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
