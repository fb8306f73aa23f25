import { benchCensus } from '@jonction/api/cli/bench/bench-census';
import { makeCensus } from '@jonction/api/cli/bench/census-world';
import { commands } from '@jonction/api/cli/commands';
import { CommandRefused } from '@jonction/api/cli/context';
import { expect, it } from 'vitest';

// Two bases of its own, filled for it: the long run alone measures.
const itMeasures = it.skipIf(!process.env.JONCTION_LONG);

itMeasures('asks the census of a team and of a country, in the shape of a bench', async () => {
  const { result, words } = await benchCensus(undefined, ['--size', '5800']);
  const figures = result.figures as { id: string; value: number; goal: string | null; ok: boolean | null }[];
  expect(result).toMatchObject({ bench: 'census', size: 5800, machine: { node: process.version } });
  const promised = figures.filter(({ goal }) => goal !== null);
  expect(promised.map(({ id }) => id)).toEqual([
    ...['first_rows_ratio', 'first_rows_statements', 'as_known_ratio', 'as_known_statements'],
    ...['as_known_stopped_statements', 'compared_statements', 'change_ratio', 'decp_ratio', 'decp_cpu_ratio'],
  ]);
  // As many statements of one length as of the other: that is no matter of time.
  for (const { id, value } of promised) if (id.endsWith('_statements')) expect(value, id).toBe(1);
  expect(words).toContain('first_rows_ratio');
});

it('makes the same contracts for a team and for a country, the team’s first', () => {
  const [team, country] = [makeCensus(20), makeCensus(200)];
  expect(country.slice(0, 20)).toEqual(team);
  expect(country.filter(({ stopped }) => stopped)).toHaveLength(10);
  for (const { notifiedOn, endsOn } of country) expect(notifiedOn < endsOn).toBe(true);
});

it('refuses a size that is none', async () => {
  for (const size of ['many', '0', '1200.5']) {
    await expect(benchCensus(undefined, ['--size', size])).rejects.toThrow(CommandRefused);
  }
});

it('is a command that needs nothing', () => {
  expect(commands.find(({ name }) => name === 'bench census')).toMatchObject({ needs: 'nothing' });
});
