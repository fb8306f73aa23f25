import { cpus, totalmem } from 'node:os';
import type { Tx } from '@jonction/db/client';
import { listParticipants } from '@jonction/db/participant/list';
import { readCopy } from '@jonction/db/search/copy';
import { countBank } from '@jonction/db/search/count';
import { findPeopleWithWords } from '@jonction/db/search/find';
import { startMeilisearch } from '@jonction/search/embedded-meilisearch';
import { openMeilisearchIndex, questionsFor } from '@jonction/search/meilisearch';
import type { SearchIndex } from '@jonction/search/port';
import { postgresIndex, queryFor } from '@jonction/search/postgres';
import { rebuildIndex } from '@jonction/search/rebuild';
import { occupationSpeech } from '../../search/speech.ts';
import { CommandRefused, type CommandResult, takeOption } from '../context.ts';
import { openBenchBase } from './bench-base.ts';
import { atMost, type Figure, figure, median, quantile } from './figure.ts';
import { benchStructure } from './fill-base.ts';
import { fillSearchBase, searchWordsOf } from './search-world.ts';

const questions = 200;
const warmUp = 30;
const limit = 1_000;
const promisedRatio = 1.5;
const today = '2026-05-04';

interface Way {
  name: string;
  ask(text: string): Promise<unknown>;
}

/** `bench search [--size N]`: each question goes through each engine alone, through our adapter, then with rows read again. */
export async function benchSearch(_context: unknown, args: string[]): Promise<CommandResult> {
  const size = Number(takeOption(args, '--size') ?? 10_000);
  if (!Number.isInteger(size) || size < 100) throw new CommandRefused('--size attend un nombre entier, 100 ou plus.');
  const progress = (line: string) => void process.stderr.write(`${line}\n`);
  const base = await openBenchBase();
  const close: (() => Promise<void>)[] = [base.close];
  try {
    progress(`${size} personnes inventées...`);
    await fillSearchBase(base.loader, size);
    const speech = await base.system.as({ kind: 'system' }, occupationSpeech);
    const server = await startMeilisearch({ dataDir: base.dataDir });
    if ('absent' in server) progress(`Sans Meilisearch : ${server.absent}.`);
    else close.push(server.stop);
    const indexes: SearchIndex[] = 'absent' in server ? [postgresIndex] : [postgresIndex, openMeilisearchIndex(server)];
    const figures: Figure[] = [];
    for (const index of indexes) {
      const start = performance.now();
      await rebuildIndex(base.system, index, speech, (done, of) => progress(`${index.name} : ${done}/${of}`));
      figures.push(figure(`${index.name}_rebuild`, (performance.now() - start) / 1_000, 's'));
    }
    const actor = {
      kind: 'user',
      role: 'facilitator',
      structureId: benchStructure,
      organisationId: benchStructure,
    } as const;
    await base.application.as(actor, async (tx) => {
      const copy = await readCopy(tx, 'meilisearch');
      for (const index of indexes) {
        const raw =
          index.name === 'postgres' || 'absent' in server
            ? rawPostgres(tx)
            : rawMeilisearch(server, copy.generation ?? '');
        figures.push(...(await measure(index.name, [raw, ours(tx, index), withRows(tx, index)])));
      }
    });
    const ok = figures.every((one) => one.ok !== false);
    const machine = {
      cpu: cpus()[0]?.model ?? '',
      cores: cpus().length,
      memoryBytes: totalmem(),
      node: process.version,
    };
    return { exit: ok ? 0 : 1, result: { bench: 'search', size, figures, machine } };
  } finally {
    for (const one of close.reverse()) await one();
  }
}

/** The same questions, one after another, each through all the ways in turn: what disturbs one disturbs the others. */
async function measure(engine: string, ways: readonly Way[]): Promise<Figure[]> {
  const texts = searchWordsOf(questions + warmUp);
  const ms = ways.map((): number[] => []);
  for (const [place, text] of texts.entries()) {
    for (let turn = 0; turn < ways.length; turn++) {
      const who = (turn + place) % ways.length;
      const start = performance.now();
      await ways[who]?.ask(text);
      if (place >= warmUp) ms[who]?.push(performance.now() - start);
    }
  }
  const [raw = [], adapter = []] = ms;
  const ratio = median(adapter.map((one, place) => one / (raw[place] ?? Number.NaN)));
  return [
    ...ways.flatMap(({ name }, who) => [
      figure(`${engine}_${name}_median`, median(ms[who] ?? []), 'ms'),
      figure(`${engine}_${name}_p95`, quantile(ms[who] ?? [], 0.95), 'ms'),
    ]),
    atMost(`${engine}_adapter_over_raw`, ratio, 'x', promisedRatio),
  ];
}

function ours(tx: Tx, index: SearchIndex): Way {
  return { name: 'adapter', ask: (text) => index.find(tx, { structureId: benchStructure, text, limit }) };
}

/** What the procedure does: the ids, then every count and the first page, under the walls. */
function withRows(tx: Tx, index: SearchIndex): Way {
  return {
    name: 'with_rows',
    ask: async (text) => {
      const { ids } = await index.find(tx, { structureId: benchStructure, text, limit });
      const asked = { ...{ page: 1, pageSize: 50, descending: false }, near: null, today, ids };
      return [await countBank(tx, asked), await listParticipants(tx, asked)];
    },
  };
}

/** The same requests with nothing of ours around: one HTTP call, its JSON read. */
function rawMeilisearch(server: { url: string; key: string }, generation: string): Way {
  const headers = {
    authorization: `Bearer ${server.key}`,
    'content-type': 'application/json',
    'accept-encoding': 'identity',
  };
  return {
    name: 'raw',
    ask: async (text) => {
      const body = JSON.stringify({ queries: questionsFor(generation, { structureId: benchStructure, text, limit }) });
      return (await fetch(`${server.url}/multi-search`, { method: 'POST', headers, body })).json();
    },
  };
}

/** The first statement that the adapter would send, written beforehand; a misspelt word costs the adapter two more. */
function rawPostgres(tx: Tx): Way {
  return { name: 'raw', ask: (text) => findPeopleWithWords(tx, benchStructure, queryFor(text), limit) };
}
