/**
 * A value written by Python's `repr`: tables exported through pandas carry their sub-objects so
 * (`{'id': '13002793100018'}`, `nan` where there is nothing). Undefined when the text is no such value.
 */
export function parsePythonLiteral(text: string): unknown {
  const reader = { text, at: 0 };
  try {
    const value = readValue(reader, 0);
    skipSpace(reader);
    return reader.at === text.length ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

interface Reader {
  text: string;
  at: number;
}

const maxDepth = 20;
const words: Record<string, unknown> = { None: null, nan: null, NaN: null, null: null, True: true, False: false };
words.true = true;
words.false = false;

function readValue(reader: Reader, depth: number): unknown {
  if (depth > maxDepth) throw new SyntaxError('too deep');
  skipSpace(reader);
  const char = reader.text[reader.at];
  if (char === '{') return readPairs(reader, depth);
  if (char === '[') return readItems(reader, ']', depth);
  if (char === '(') return readItems(reader, ')', depth);
  if (char === "'" || char === '"') return readText(reader, char);
  const bare = /[^\s,:\]})]+/y;
  bare.lastIndex = reader.at;
  const word = bare.exec(reader.text)?.[0] ?? '';
  reader.at += word.length;
  if (Object.hasOwn(words, word)) return words[word];
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(word)) return Number(word);
  throw new SyntaxError(`unexpected ${word}`);
}

function readItems(reader: Reader, closing: string, depth: number): unknown[] {
  const items: unknown[] = [];
  reader.at++;
  for (;;) {
    if (closed(reader, closing)) return items;
    items.push(readValue(reader, depth + 1));
    separate(reader, closing);
  }
}

function readPairs(reader: Reader, depth: number): Record<string, unknown> {
  const pairs: [string, unknown][] = [];
  reader.at++;
  for (;;) {
    if (closed(reader, '}')) return Object.fromEntries(pairs);
    const key = String(readValue(reader, depth + 1));
    skipSpace(reader);
    if (reader.text[reader.at] !== ':') throw new SyntaxError('no colon');
    reader.at++;
    pairs.push([key, readValue(reader, depth + 1)]);
    separate(reader, '}');
  }
}

function closed(reader: Reader, closing: string): boolean {
  skipSpace(reader);
  if (reader.text[reader.at] !== closing) return false;
  reader.at++;
  return true;
}

function separate(reader: Reader, closing: string): void {
  skipSpace(reader);
  const char = reader.text[reader.at];
  if (char === ',') reader.at++;
  else if (char !== closing) throw new SyntaxError('no separator');
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', '\n': '' };

function readText(reader: Reader, delimiter: string): string {
  let text = '';
  reader.at++;
  for (;;) {
    const char = reader.text[reader.at++];
    if (char === undefined) throw new SyntaxError('text left open');
    if (char === delimiter) return text;
    text += char === '\\' ? readEscape(reader) : char;
  }
}

function readEscape(reader: Reader): string {
  const char = reader.text[reader.at++] ?? '';
  const digits = char === 'x' ? 2 : char === 'u' ? 4 : char === 'U' ? 8 : 0;
  if (digits === 0) return escapes[char] ?? char;
  const code = Number.parseInt(reader.text.slice(reader.at, reader.at + digits), 16);
  reader.at += digits;
  if (!(code >= 0 && code <= 0x10ffff)) throw new SyntaxError('no such character');
  return String.fromCodePoint(code);
}

function skipSpace(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at++;
}
