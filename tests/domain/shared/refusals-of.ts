import type { z } from 'zod';

/** What a shape refuses of an input, as the edge reads it: `field: code`, the first refusal of each field; none: accepted. */
export function refusalsOf(shape: z.ZodType, input: unknown): string[] {
  const parsed = shape.safeParse(input);
  if (parsed.success) return [];
  const first = new Map<string, string>();
  for (const { path, message } of parsed.error.issues) {
    const field = path.join('.');
    if (!first.has(field)) first.set(field, message);
  }
  return [...first].map(([field, code]) => `${field}: ${code}`);
}

/** The fields refused, for the limits that no code of ours names. */
export function fieldsRefused(shape: z.ZodType, input: unknown): string[] {
  return refusalsOf(shape, input).map((refusal) => refusal.slice(0, refusal.indexOf(': ')));
}

/** An id of the shape of ours (UUIDv7), told apart by its last figure. */
export function idOf(figure: number): string {
  return `018f3b2a-7c11-7aaa-8bbb-0000000000${String(figure).padStart(2, '0')}`;
}
