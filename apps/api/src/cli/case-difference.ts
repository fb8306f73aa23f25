/** A value as JSON holds it; what else a rule may answer is written down before it is compared. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Lists of these names are compared as sets: their order says nothing. */
const unordered = new Set(['portions', 'excluded']);

/**
 * The first place where two answers part, in words (`ranked[2].score: expected 1, got 2`), or null where they agree.
 * Objects compare by key; an absent key is not a null one.
 */
export function differenceBetween(expected: Json, actual: Json, at = ''): string | null {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return unordered.has(at.split('.').at(-1) ?? '')
      ? setDifference(expected, actual, at)
      : listDifference(expected, actual, at);
  }
  if (isObject(expected) && isObject(actual)) {
    for (const key of [...new Set([...Object.keys(expected), ...Object.keys(actual)])].sort()) {
      const place = at === '' ? key : `${at}.${key}`;
      if (!Object.hasOwn(actual, key)) return `${place}: expected ${canonical(expected[key] ?? null)}, got nothing`;
      if (!Object.hasOwn(expected, key)) return `${place}: not expected, got ${canonical(actual[key] ?? null)}`;
      const difference = differenceBetween(expected[key] ?? null, actual[key] ?? null, place);
      if (difference !== null) return difference;
    }
    return null;
  }
  return expected === actual ? null : `${at || 'answer'}: expected ${canonical(expected)}, got ${canonical(actual)}`;
}

/** JSON with sorted keys, so that equal values are equal texts. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.keys(value).sort();
  return `{${entries.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`;
}

function listDifference(expected: Json[], actual: Json[], at: string): string | null {
  for (let index = 0; index < Math.max(expected.length, actual.length); index++) {
    const [want, got] = [expected[index], actual[index]];
    if (want === undefined) return `${at}[${index}]: not expected, got ${canonical(got ?? null)}`;
    if (got === undefined) return `${at}[${index}]: expected ${canonical(want)}, got nothing`;
    const difference = differenceBetween(want, got, `${at}[${index}]`);
    if (difference !== null) return difference;
  }
  return null;
}

function setDifference(expected: Json[], actual: Json[], at: string): string | null {
  const left = actual.map(canonical);
  const missing = expected.map(canonical).filter((text) => {
    const found = left.indexOf(text);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
  if (missing.length === 0 && left.length === 0) return null;
  return `${at}: missing ${missing.join(' ') || 'nothing'}; not expected ${left.join(' ') || 'nothing'}`;
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
