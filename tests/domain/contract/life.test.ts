import { lifeOf } from '@jonction/domain/contract/life';
import { expect, it } from 'vitest';

const fact = (type: 'notify' | 'start' | 'stop' | 'settle' | 'resume', on: string, lotId: string | null = null) => ({
  type,
  on,
  recordedOn: on,
  lotId,
});

it('tells what each event did, in the order of the fold, and what would have been possible', () => {
  const steps = lifeOf([fact('settle', '2024-02-01'), fact('notify', '2024-01-01')], '2024-12-31');
  expect(steps).toEqual([
    { index: 1, accepted: true, after: 'notified', allowed: [] },
    {
      index: 0,
      accepted: false,
      after: 'notified',
      allowed: ['complete', 'extend', 'start', 'stop', 'suspend', 'suspend_clause', 'terminate'],
    },
  ]);
});

it('judges an event of a lot among those of its lot, and lets no other lot hear of it', () => {
  const steps = lifeOf(
    [
      fact('notify', '2024-01-01'),
      fact('stop', '2024-02-01', 'a'),
      fact('resume', '2024-03-01', 'a'),
      fact('resume', '2024-03-01', 'b'),
      fact('start', '2024-04-01'),
    ],
    '2024-12-31',
  );
  expect(steps.map(({ index, accepted, after }) => [index, accepted, after])).toEqual([
    [0, true, 'notified'],
    [1, true, 'stopped'],
    [2, true, 'active'],
    [3, false, 'notified'],
    [4, true, 'active'],
  ]);
});

it('leaves out what was not known yet', () => {
  expect(lifeOf([fact('notify', '2024-05-01')], '2024-04-30')).toEqual([]);
});
