import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CommandRefused, type CommandResult } from '../context.ts';
import { drawChart, type Series } from './chart.ts';

const run = z.object({
  bench: z.literal('matching'),
  size: z.number(),
  figures: z.array(z.object({ id: z.string(), value: z.number() })),
});

const ways = [
  ['objects', 'objects, filtered and sorted'],
  ['sql_tables', 'SQL on the real tables'],
  ['columns', 'a look at everybody'],
  ['meilisearch', 'Meilisearch, re-ranked'],
  ['sql_wide', 'SQL on a table made for it'],
  ['engine', 'this engine'],
] as const;

/** `bench chart FILES`: draws what `bench matching --json` wrote, one file a size, as an SVG. */
export async function benchChart(_context: unknown, files: string[]): Promise<CommandResult> {
  if (files.length === 0) throw new CommandRefused('Donnez les fichiers écrits par « bench matching --json ».');
  const runs = files.map((file) => run.parse(JSON.parse(readFileSync(file, 'utf8')))).sort((a, b) => a.size - b.size);
  const series = ways.flatMap(([id, label]): Series[] => {
    const points = runs.flatMap(({ size, figures }) => {
      const ms = figures.find((figure) => figure.id === `${id}_median`)?.value;
      return ms === undefined ? [] : [{ size, ms }];
    });
    return points.length > 0 ? [{ id, label, points }] : [];
  });
  const svg = drawChart('One offer over the whole bank, exact best 20: median time', series);
  return { exit: 0, result: { bench: 'chart', svg }, words: svg };
}
