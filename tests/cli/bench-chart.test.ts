import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchApi } from '@jonction/api/cli/bench/bench-api';
import { benchChart } from '@jonction/api/cli/bench/bench-chart';
import { drawChart } from '@jonction/api/cli/bench/chart';
import { commands } from '@jonction/api/cli/commands';
import { CommandRefused } from '@jonction/api/cli/context';
import { describe, expect, it } from 'vitest';

const series = [
  {
    id: 'objects',
    label: 'objects <slow>',
    points: [1_000, 10_000, 100_000].map((size) => ({ size, ms: size / 1000 })),
  },
  { id: 'engine', label: 'engine', points: [1_000, 10_000, 100_000].map((size) => ({ size, ms: size / 100_000 })) },
];

describe('the chart of cost against size', () => {
  it('has a line a way of ranking, a dot a size, and both named', () => {
    const svg = drawChart('One offer', series);
    expect(svg.match(/<polyline/g)).toHaveLength(2);
    expect(svg.match(/<circle/g)).toHaveLength(6);
    for (const words of ['One offer', 'objects &lt;slow&gt;', 'engine', '1,000', '100,000', '0.01 ms', '100 ms'])
      expect(svg).toContain(words);
    expect(svg).not.toContain('NaN');
  });

  it('draws a tenfold cost as far up at every height', () => {
    const [, slow = '', fast = ''] = drawChart('One offer', series).split('<polyline points="');
    const heights = (line: string) =>
      line
        .slice(0, line.indexOf('"'))
        .split(' ')
        .map((point) => Number(point.split(',')[1]));
    const [a = 0, b = 0, c = 0] = heights(slow);
    expect(a - b).toBeCloseTo(b - c, 0);
    // Higher costs stand higher: an SVG counts downwards.
    expect(a).toBeLessThan(heights(fast)[0] ?? 0);
  });

  it('writes no label over another', () => {
    const close = series.map((one) => ({
      ...one,
      points: [
        { size: 1_000, ms: 1 },
        { size: 10_000, ms: 2 },
      ],
    }));
    const labels = [...drawChart('t', close).matchAll(/<text x="582" y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(labels).toHaveLength(2);
    expect(Math.abs((labels[0] ?? 0) - (labels[1] ?? 0))).toBeGreaterThanOrEqual(18);
  });
});

describe('bench chart', () => {
  const fileOf = (size: number, figures: { id: string; value: number }[]) => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'jonction-chart-')), `${size}.json`);
    writeFileSync(file, JSON.stringify({ bench: 'matching', size, figures }));
    return file;
  };

  it('draws the medians of several runs in the order of their sizes, and only the ways that ran', async () => {
    const engine = (value: number) => [{ id: 'engine_median', value }];
    const { result, exit } = await benchChart(undefined, [fileOf(10_000, engine(0.2)), fileOf(1_000, engine(0.1))]);
    expect(exit).toBe(0);
    expect(String(result.svg)).toContain('this engine');
    expect(String(result.svg)).not.toContain('Meilisearch');
    expect(String(result.svg).indexOf('>1,000<')).toBeLessThan(String(result.svg).indexOf('>10,000<'));
  });

  it('refuses to draw nothing', async () => {
    await expect(benchChart(undefined, [])).rejects.toThrow(CommandRefused);
  });
});

describe('bench api', () => {
  it.skipIf(!process.env.JONCTION_LONG)('measures a request from its door to its rows', async () => {
    const { result } = await benchApi(undefined, ['--size', '1000']);
    const figures = result.figures as { id: string; value: number }[];
    const figureOf = (id: string) => figures.find((one) => one.id === id)?.value ?? Number.NaN;
    for (const id of ['rank_median', 'rank_p95', 'rank_cpu_median', 'list_median', 'counts_median'])
      expect(figureOf(id), id).toBeGreaterThan(0);
    // Deeds, the same everywhere: a request grows by no statement with the bank.
    expect(figureOf('rank_statements')).toBeLessThanOrEqual(20);
  });

  it.each(['bench api', 'bench chart'])('%s needs no base', (name) => {
    expect(commands.find((one) => one.name === name)).toMatchObject({ needs: 'nothing' });
  });

  it('refuses a size that is none', async () => {
    await expect(benchApi(undefined, ['--size', 'many'])).rejects.toThrow(CommandRefused);
  });
});
