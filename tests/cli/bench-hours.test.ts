import { benchHours } from '@jonction/api/cli/bench/bench-hours';
import { commands } from '@jonction/api/cli/commands';
import { CommandRefused } from '@jonction/api/cli/context';
import { expect, it } from 'vitest';

// Two bases of its own, filled for it: the long run alone measures.
const itMeasures = it.skipIf(!process.env.JONCTION_LONG);

itMeasures('measures every way of judging a year, in the shape of a bench', async () => {
  const { result, words } = await benchHours(undefined, ['--size', '2400']);
  const figures = result.figures as { id: string; value: number; goal: string | null; ok: boolean | null }[];
  expect(result).toMatchObject({ bench: 'hours', size: 2400, machine: { node: process.version } });
  for (const { id, value, goal, ok } of figures) {
    expect(value, id).toBeGreaterThan(0);
    expect(ok === null, id).toBe(goal === null);
  }
  expect(figures.filter(({ goal }) => goal !== null).map(({ id }) => id)).toEqual([
    'judge_ratio',
    'balance_ratio',
    'simulation_ratio',
    'simulation_every_kind_ratio',
    'rejudge_ratio',
    'closing_ratio',
  ]);
  expect(words).toContain('judge_ledger');
});

it('refuses a size that is none', async () => {
  for (const size of ['many', '0', '1200.5']) {
    await expect(benchHours(undefined, ['--size', size])).rejects.toThrow(CommandRefused);
  }
});

it('is a command that needs nothing', () => {
  expect(commands.find(({ name }) => name === 'bench hours')).toMatchObject({ needs: 'nothing' });
});
