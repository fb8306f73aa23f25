/** JSON with the keys in code point order: the same content is always the same text, so texts compare and rank. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (isPlain(inner) ? sorted(inner) : inner));
}

/** Whether two values are the same canonical JSON, without writing it. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameContent(item, b[index]));
  }
  if (!isPlain(a) || !isPlain(b)) return false;
  for (const key in b) if (a[key] === undefined && b[key] !== undefined) return false;
  for (const key in a) if (!sameContent(a[key], b[key])) return false;
  return true;
}

function sorted(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
