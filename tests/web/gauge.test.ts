import { gaugeLayout } from '@jonction/ui/gauge';
import { expect, it } from 'vitest';

const ends = (layout: ReturnType<typeof gaugeLayout>) =>
  layout.segments.map(({ part, startPercent, lengthPercent }) => [part, startPercent, startPercent + lengthPercent]);

it('lays the parts end to end, and the forecast up to where the contract will stop', () => {
  const layout = gaugeLayout({ due: 1000, validated: 500, toDecide: 100, waiting: 50, forecast: 900 });
  expect(layout.duePercent).toBe(100);
  expect(ends(layout)).toEqual([
    ['validated', 0, 50],
    ['toDecide', 50, 60],
    ['waiting', 60, 65],
    ['forecast', 65, 90],
  ]);
});

it('shows hours beyond what is due instead of cutting them', () => {
  const layout = gaugeLayout({ due: 600, validated: 800 });
  expect(layout.duePercent).toBe(75);
  expect(ends(layout)).toEqual([['validated', 0, 100]]);
});

it('stays drawable with nothing due and nothing declared', () => {
  const layout = gaugeLayout({ due: 0, validated: 0, forecast: 0 });
  expect(layout).toEqual({ segments: [], duePercent: 0 });
});

it('never runs past the end of the line', () => {
  const layout = gaugeLayout({ due: 100, validated: 90, toDecide: 30, waiting: 20, rejected: 40, forecast: 60 });
  expect(Math.max(...ends(layout).map(([, , end]) => Number(end)))).toBeCloseTo(100);
  expect(layout.segments.map(({ part }) => part)).toEqual(['validated', 'toDecide', 'waiting', 'rejected']);
});
