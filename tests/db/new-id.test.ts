import { newId } from '@jonction/db/new-id';
import { expect, it } from 'vitest';

it('makes ids of version 7 that sort in the order of their making, thousands in the same millisecond', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  );
});

it('says the time of its making', () => {
  const before = Date.now();
  const made = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16);
  expect(made - before).toBeLessThan(1000);
  expect(made).toBeGreaterThanOrEqual(before);
});
