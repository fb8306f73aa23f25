import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runVectors } from '@jonction/api/cli/vectors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'jonction-cases-'));
});

afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

async function run(files: Record<string, unknown>) {
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(dir, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return runVectors(dir);
}

const fixed = (id: string, hours: unknown, expected: unknown) => ({
  id,
  op: 'due',
  title: 'hours fixed in the contract',
  given: { mode: 'fixed', hours },
  expect: expected,
});

const targets = (...cases: unknown[]) => ({ suite: 'targets', cases });

/** The difference that one case of targets gives. */
async function differenceOf(entry: unknown): Promise<string | undefined> {
  return (await run({ 'targets.json': targets(entry) })).failures[0]?.difference;
}

describe('a folder of worked cases', () => {
  it('is counted by suite, with what differs', async () => {
    const good = fixed('T1', 420, { hours: 420 });
    const bad = fixed('T2', 420, { hours: 421 });
    expect(await run({ 'targets.json': targets(good, bad) })).toEqual({
      passed: 1,
      failed: 1,
      suites: { targets: { passed: 1, failed: 1 } },
      failures: [{ suite: 'targets', id: 'T2', difference: 'hours: expected 421, got 420' }],
    });
  });

  it('adds up the files of one suite, and reads them in the order of their names', async () => {
    const result = await run({
      'b.json': targets(fixed('second', 1, { hours: 2 })),
      'a.json': targets(fixed('first', 1, { hours: 3 })),
      'notes.txt': 'not a case',
    });
    expect(result.failures.map(({ id }) => id)).toEqual(['first', 'second']);
    expect(result.suites).toEqual({ targets: { passed: 0, failed: 2 } });
  });

  it('may be empty', async () => {
    expect(await run({})).toEqual({ passed: 0, failed: 0, suites: {}, failures: [] });
  });

  it('is refused when it does not exist', async () => {
    await expect(runVectors(path.join(dir, 'nowhere'))).rejects.toThrow();
  });

  it('survives a file that is no JSON, one that is no suite, and runs the others', async () => {
    const result = await run({
      'a.json': '{"suite": "targets", "cases": [',
      'b.json': '[]',
      'c.json': { suite: 'targets', cases: {} },
      'd.json': targets(fixed('T1', 1, { hours: 1 })),
    });
    expect(result).toMatchObject({ passed: 1, failed: 3 });
    expect(result.failures.map(({ suite, id }) => [suite, id])).toEqual([
      ['a.json', 'a.json'],
      ['b.json', 'b.json'],
      ['c.json', 'c.json'],
    ]);
    for (const { difference } of result.failures) expect(difference).toMatch(/^unreadable file: /);
  });

  it('accepts a byte order mark', async () => {
    const text = `\uFEFF${JSON.stringify(targets(fixed('T1', 1, { hours: 1 })))}`;
    expect(await run({ 'a.json': text })).toMatchObject({ passed: 1, failed: 0 });
  });
});

describe('a case that cannot be answered', () => {
  it.each([
    { title: 'an unknown operation', entry: { ...fixed('T', 1, {}), op: 'guess' }, says: 'unknown operation: guess' },
    { title: 'no operation', entry: { ...fixed('T', 1, {}), op: undefined }, says: 'unknown operation: none given' },
    {
      title: 'an operation of every object',
      entry: { ...fixed('T', 1, {}), op: 'toString' },
      says: 'unknown operation: toString',
    },
    { title: 'nothing given', entry: { ...fixed('T', 1, {}), given: undefined }, says: 'malformed case: ' },
    { title: 'a given of the wrong shape', entry: { ...fixed('T', 'many', {}) }, says: 'no answer: ' },
    { title: 'no expectation', entry: { ...fixed('T', 1, undefined) }, says: 'malformed case: ' },
    { title: 'no id', entry: { op: 'due', given: {}, expect: {} }, says: 'malformed case: ' },
    { title: 'a case that is a number', entry: 12, says: 'malformed case: ' },
    { title: 'a case that is null', entry: null, says: 'malformed case: ' },
    {
      title: 'a zero divisor',
      entry: {
        id: 'T',
        op: 'due',
        given: { mode: 'per_tranche', trigger: 'cliff', invoicedCents: 1, triggerCents: 0, stepCents: 0 },
        expect: { hours: 0 },
      },
      says: 'no answer: ',
    },
    {
      title: 'shares that are refused',
      entry: { id: 'T', op: 'shares', given: { hours: 3, bps: [1] }, expect: { hours: [3] } },
      says: 'no answer: refused: contract.shares_not_whole',
    },
  ])('is a failure that says why: $title', async ({ entry, says }) => {
    const difference = await differenceOf(entry);
    expect(difference?.startsWith(says), difference).toBe(true);
  });

  it('names its place in the file when it has no id', async () => {
    const { failures } = await run({ 'x.json': targets(fixed('T', 1, { hours: 1 }), { op: 'due' }) });
    expect(failures).toEqual([{ suite: 'targets', id: 'x.json[1]', difference: expect.any(String) }]);
  });

  it.each(['unheard', '__proto__', 'constructor'])('is a failure of the unknown suite %s', async (suite) => {
    const text = `{"suite": "${suite}", "cases": [{"id": "X1", "given": {}, "expect": {}}]}`;
    const result = await run({ 'x.json': text });
    expect(result.failures).toEqual([{ suite, id: 'X1', difference: `unknown suite: ${suite}` }]);
    expect(Object.entries(result.suites)).toEqual([[suite, { passed: 0, failed: 1 }]]);
  });
});

describe('a comparison', () => {
  it.each([
    { title: 'a key that is not answered', expected: { hours: 1, cents: 2 }, says: 'cents: expected 2, got nothing' },
    { title: 'an answer that is not expected', expected: {}, says: 'hours: not expected, got 1' },
    { title: 'another type', expected: { hours: '1' }, says: 'hours: expected "1", got 1' },
    { title: 'null for a number', expected: { hours: null }, says: 'hours: expected null, got 1' },
    { title: 'a list for an object', expected: [], says: 'answer: expected [], got {"hours":1}' },
  ])('finds $title', async ({ expected, says }) => {
    expect(await differenceOf(fixed('T', 1, expected))).toBe(says);
  });

  it.each([
    { expected: [2, 1], says: undefined },
    { expected: [1, 2], says: 'hours[0]: expected 1, got 2' },
    { expected: [2], says: 'hours[1]: not expected, got 1' },
    { expected: [2, 1, 0], says: 'hours[2]: expected 0, got nothing' },
  ])('keeps the order of a list: $expected', async ({ expected, says }) => {
    const entry = { id: 'T', op: 'shares', given: { hours: 3, bps: [5000, 5000] }, expect: { hours: expected } };
    expect(await differenceOf(entry)).toBe(says);
  });

  const bank = {
    today: '2026-03-01',
    proximity: {},
    limit: 5,
    offer: { id: 'O1', rome: 'K2204', start: '2026-03-16', categories: [] },
    profiles: [{ id: 'a', consent: true, visible: true, status: 'available' }, { id: 'b' }],
  };
  const excluded = [
    { id: 'b', reason: 'consent' },
    { id: 'a', reason: 'category' },
  ];

  it('takes the excluded as a set', async () => {
    const matching = (list: unknown) => ({ suite: 'matching', cases: [{ id: 'M', given: bank, expect: list }] });
    const answer = { ranked: [], excluded };
    expect(await run({ 'm.json': matching(answer) })).toMatchObject({ passed: 1, failed: 0 });
    const reversed = { ranked: [], excluded: [...excluded].reverse() };
    expect(await run({ 'm.json': matching(reversed) })).toMatchObject({ passed: 1, failed: 0 });
    const twice = { ranked: [], excluded: [...excluded, excluded[0]] };
    expect((await run({ 'm.json': matching(twice) })).failures[0]?.difference).toBe(
      'excluded: missing {"id":"b","reason":"consent"}; not expected nothing',
    );
    const other = { ranked: [], excluded: [excluded[0], { id: 'a', reason: 'status' }] };
    expect((await run({ 'm.json': matching(other) })).failures[0]?.difference).toBe(
      'excluded: missing {"id":"a","reason":"status"}; not expected {"id":"a","reason":"category"}',
    );
  });
});

describe('each suite', () => {
  it.each([
    {
      suite: 'targets',
      op: 'terminated',
      given: { hours: 1001, from: '2020-01-01', to: '2020-12-31', terminatedOn: '2020-07-01' },
      expected: { hours: 501 },
    },
    {
      suite: 'targets',
      op: 'penalty',
      given: { missingCentihours: 100, perHour: { basis: 'fixed', cents: 6000 }, day: '2026-01-01' },
      expected: { cents: 6000 },
    },
    {
      suite: 'eligibility',
      op: 'on_day',
      given: {
        day: '2025-05-05',
        categories: [{ code: 'TH' }],
        evidences: [{ category: 'TH', issuedOn: '2025-05-05' }],
      },
      expected: { eligible: true, categories: ['TH'] },
    },
    {
      suite: 'eligibility',
      op: 'windows',
      given: { placements: [{ id: 'p', kind: 'apprenticeship', from: '2025-01-01' }] },
      expected: { windows: [{ id: 'p', from: '2025-01-01', to: null }] },
    },
    {
      suite: 'contract_status',
      op: undefined,
      given: { events: [], asOf: '2025-01-01', knownOn: '2025-01-01' },
      expected: { status: 'none', endsOn: null, refused: [] },
    },
    {
      suite: 'hours',
      op: undefined,
      given: {
        placement: { id: 'p', clause: 'K' },
        policies: ['ordinary'],
        knownOn: '2025-01-10',
        lines: [{ id: 'a', from: '2025-01-06', to: '2025-01-06', kind: 'telework', centihours: 700 }],
      },
      expected: {
        portions: [
          {
            line: 'a',
            from: '2025-01-06',
            to: '2025-01-06',
            centihours: 700,
            status: 'validated',
            policy: 'ordinary',
            rule: 'worked',
            reason: null,
          },
        ],
        totals: { validated: 700, pending: 0, rejected: 0 },
        warnings: [],
      },
    },
  ])('$suite $op answers in the shape of its cases', async ({ suite, op, given, expected }) => {
    const result = await run({ 'one.json': { suite, cases: [{ id: 'X', op, given, expect: expected }] } });
    expect(result.failures).toEqual([]);
    expect(result.passed).toBe(1);
  });

  it('of hours refuses a line that may not be entered, and a policy that nobody published', async () => {
    const given = {
      placement: { id: 'p', clause: 'K' },
      policies: ['ordinary'],
      knownOn: '2025-01-10',
      lines: [{ id: 'a', from: '2025-01-07', to: '2025-01-06', kind: 'telework', centihours: 700 }],
    };
    const cases = [
      { id: 'reversed', given, expect: {} },
      { id: 'unknown', given: { ...given, lines: [], policies: ['imagined'] }, expect: {} },
    ];
    const { failures } = await run({ 'hours.json': { suite: 'hours', cases } });
    expect(failures.map(({ difference }) => difference)).toEqual([
      'no answer: line a refused: hours.from_after_to',
      'no answer: unknown built-in policy: imagined',
    ]);
  });
});
