import { parsePythonLiteral } from '@jonction/documents/decp/python-literal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** What Python's `repr` writes of a text: single quotes unless it holds one and no double quote. */
function reprText(text: string): string {
  const delimiter = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inner = [...text].map((char) => {
    if (char === '\\' || char === delimiter) return `\\${char}`;
    if (char === '\n') return '\\n';
    if (char === '\r') return '\\r';
    if (char === '\t') return '\\t';
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, '0')}`;
    if (code === 0x200b || code === 0xa0) return `\\u${code.toString(16).padStart(4, '0')}`;
    return char;
  });
  return `${delimiter}${inner.join('')}${delimiter}`;
}

function repr(value: unknown): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return reprText(value);
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value);
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  return `{${Object.entries(value as Record<string, unknown>)
    .map(([key, inner]) => `${reprText(key)}: ${repr(inner)}`)
    .join(', ')}}`;
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((one) => one.isWellFormed()),
  fc.constantFrom("l'école", 'dit "oui"', `l'un dit "oui"`, 'a\\b', 'deux\nlignes', '\u200bzéro', '\u0001', '😀'),
);
const key = fc.constantFrom('id', 'typeIdentifiant', 'titulaire', "l'autre");
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
      .map((one) => (Object.is(one, -0) ? 0 : one)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }).map((one) => ({ ...one })),
  ),
}));

describe('parsePythonLiteral', () => {
  it('gives back any value that Python printed', () => {
    fc.assert(
      fc.property(value, (written) => {
        expect(parsePythonLiteral(repr(written))).toEqual(written);
      }),
      { numRuns: 400 },
    );
  });

  it.each<[string, unknown]>([
    ["{'id': '13002793100018', 'typeIdentifiant': 'SIRET'}", { id: '13002793100018', typeIdentifiant: 'SIRET' }],
    ["[{'titulaire': {'id': nan}}]", [{ titulaire: { id: null } }]],
    ["('a', 'b',)", ['a', 'b']],
    ['[1, 2.5, -3, +4, .5, 1e3]', [1, 2.5, -3, 4, 0.5, 1000]],
    ['[true, false, null, True, False, None, NaN]', [true, false, null, true, false, null, null]],
    ["  {\n 'a' : [ ] ,\n 'b' : { } }  ", { a: [], b: {} }],
    ["'\\x41\\u00e9\\U0001F600\\q'", 'Aé😀q'],
    ['{1: 2}', { 1: 2 }],
    ['"l\'école"', "l'école"],
  ])('reads %s', (written, expected) => {
    expect(parsePythonLiteral(written)).toEqual(expected);
  });

  it.each([
    '',
    '{',
    "{'a'}",
    "{'a': }",
    "{'a': 1",
    "['a' 'b']",
    "['a'}",
    "'jamais fermé",
    "'\\xZZ'",
    "'\\U00110000'",
    "{'a': 1} et la suite",
    'open("/etc/passwd")',
    "__import__('os')",
    'Rénovation de l’école',
    '[1,,2]',
    '12h',
  ])('is nothing for %s', (written) => {
    expect(parsePythonLiteral(written)).toBeUndefined();
  });

  it('gives up what is nested too deep, and never fails on any text', () => {
    expect(parsePythonLiteral(`${'['.repeat(20)}${']'.repeat(20)}`)).toBeDefined();
    expect(parsePythonLiteral(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBeUndefined();
    const junk = fc.array(fc.constantFrom(...`{}[]()'":,\\x u1aN `), { maxLength: 30 });
    fc.assert(
      fc.property(junk, (parts) => {
        parsePythonLiteral(parts.join(''));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a key that could reach the prototype as plain data', () => {
    const read = parsePythonLiteral("{'__proto__': {'admin': True}, 'constructor': 'x'}");
    expect(Object.hasOwn(read as object, '__proto__')).toBe(true);
    expect((read as Record<string, unknown>).admin).toBeUndefined();
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });
});
