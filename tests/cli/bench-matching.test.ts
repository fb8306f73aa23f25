import { benchMatching } from '@jonction/api/cli/bench/bench-matching';
import { commands } from '@jonction/api/cli/commands';
import { CommandRefused } from '@jonction/api/cli/context';
import { expect, it } from 'vitest';

interface Figure {
  id: string;
  value: number;
  unit: string;
  goal: string | null;
  ok: boolean | null;
}

// A base and an index of its own, filled for it: the long run alone measures.
const itMeasures = it.skipIf(!process.env.JONCTION_LONG);

itMeasures('measures every way of ranking, in the shape of a bench', async () => {
  const { result, words } = await benchMatching(undefined, ['--size', '2000']);
  const figures = result.figures as Figure[];
  expect(result).toMatchObject({ bench: 'matching', size: 2000, machine: { node: process.version } });
  for (const figure of figures) {
    expect(Object.keys(figure)).toEqual(['id', 'value', 'unit', 'goal', 'ok']);
    expect(Number.isFinite(figure.value), figure.id).toBe(true);
    expect(figure.ok === null, figure.id).toBe(figure.goal === null);
  }
  const ids = figures.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const ways = ['engine', 'engine_again', 'columns', 'objects', 'sql_tables', 'sql_wide'];
  expect(ids).toEqual(expect.arrayContaining(ways.flatMap((way) => [`${way}_median`, `${way}_p95`])));
  expect(ids).toEqual(
    expect.arrayContaining(['control_ratio', 'objects_ratio', 'sql_best_ratio', 'over_memory_bound', 'memory']),
  );
  expect(ids).toEqual(expect.arrayContaining(['batch_ratio', 'update', 'insert', 'delete', 'restart']));
  expect(words).toContain('engine_median');
});

it('refuses a size that is none', async () => {
  for (const size of ['many', '0', '1.5']) {
    await expect(benchMatching(undefined, ['--size', size])).rejects.toThrow(CommandRefused);
  }
});

it('is a command that needs no base', () => {
  expect(commands.find(({ name }) => name === 'bench matching')).toMatchObject({ needs: 'nothing' });
});
