/**
 * A YAML file of `key: value` lines and nothing deeper, as lists of translated labels are: plain, 'single' or "double" quoted. Other
 * lines (comments, markers) say nothing.
 */
export function readFlatYaml(text: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const key = scalarAt(line, 0, /:(?=\s|$)/);
    if (key === null || !/^:(\s|$)/.test(line.slice(key.end))) continue;
    const value = scalarAt(line, key.end + 1, /\s#|$/);
    if (value !== null && key.text !== '') pairs.set(key.text, value.text);
  }
  return pairs;
}

interface Scalar {
  text: string;
  /** Where the scalar ends in its line. */
  end: number;
}

function scalarAt(line: string, from: number, until: RegExp): Scalar | null {
  const start = from + (/^\s*/.exec(line.slice(from))?.[0].length ?? 0);
  const rest = line.slice(start);
  const single = /^'((?:[^']|'')*)'/.exec(rest);
  if (single) return { text: (single[1] ?? '').replaceAll("''", "'"), end: start + single[0].length };
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(rest);
  if (double) return { text: unescaped(double[1] ?? ''), end: start + double[0].length };
  if (/^[#'"]/.test(rest)) return null;
  const stop = rest.search(until);
  return stop === -1 ? null : { text: rest.slice(0, stop).trim(), end: start + stop };
}

const signs: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', _: '\u00A0', '0': '' };

/** What a backslash stands for between double quotes: a character by its number, a few by a letter, else itself. */
function unescaped(text: string): string {
  return text.replaceAll(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/gi,
    (_, two?: string, four?: string, eight?: string, one?: string) => {
      const number = two ?? four ?? eight;
      if (number !== undefined) return String.fromCodePoint(Number.parseInt(number, 16));
      return signs[one ?? ''] ?? one ?? '';
    },
  );
}
