import { parseHours } from '@jonction/domain/shared/typed-hours';
import { expect, it } from 'vitest';

it.each([
  ['7,5', 750],
  ['7.5', 750],
  ['7,25', 725],
  ['7', 700],
  ['0', 0],
  ['7h', 700],
  ['7 h 30', 750],
  ['7:30', 750],
  ['7h20', 733],
  ['7h59', 798],
  ['1 234,5 h', 123450],
  ['1\u202f234,5\u202fh', 123450],
])('reads %j as %i hundredths of an hour', (text, centihours) => {
  expect(parseHours(text)).toBe(centihours);
});

it.each(['', ' ', '-7', '7,255', '7h60', '7h5', 'sept', '7,5,5', '1e3', '99999999', '7 h 30 min'])(
  'refuses %j rather than guess',
  (text) => {
    expect(parseHours(text)).toBeUndefined();
  },
);
