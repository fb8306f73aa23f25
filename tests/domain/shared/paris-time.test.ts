import { parisInstant, parisLocal } from '@jonction/domain/shared/paris-time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('local times of Paris', () => {
  it.each([
    ['2026-01-15T09:00', '2026-01-15T08:00:00.000Z'],
    ['2026-07-15T09:00', '2026-07-15T07:00:00.000Z'],
    ['2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ])('reads %s as the instant %s', (local, instant) => {
    expect(parisInstant(local).toISOString()).toBe(instant);
  });

  it('reads an hour that does not exist in March as the hour after', () => {
    expect(parisLocal(parisInstant('2026-03-29T02:30'))).toBe('2026-03-29T03:30');
  });

  it('comes back to the same local time from any minute of ten years', () => {
    const minutes = fc.integer({ min: Date.UTC(2019, 0) / 60_000, max: Date.UTC(2029, 0) / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const local = parisLocal(new Date(minute * 60_000));
        expect(parisLocal(parisInstant(local))).toBe(local);
      }),
    );
  });
});
