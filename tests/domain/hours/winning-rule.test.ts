import type { Policy } from '@jonction/domain/hours/policy';
import { describe, expect, test } from 'vitest';
import { line, ordinary, outcomeOf, placement, policy, rule } from './placed.ts';

const training = line({ kind: 'training' });

/** Which policy and rule judged an hour of training on 3 February 2020. */
function winnerAmong(policies: Policy[], changes: Partial<Parameters<typeof outcomeOf>[0]> = {}): string | undefined {
  const [portion] = outcomeOf({ policies, lines: [training], ...changes });
  return portion?.split(' ')[4];
}

function named(id: string, changes: Partial<Policy> = {}): Policy {
  return policy({ id, ...changes });
}

describe('of two policies that know a day', () => {
  const levels = ['national', 'territory', 'structure', 'buyer', 'contract'] as const;
  const ids = { national: undefined, territory: 'T1', structure: 'S1', buyer: 'B1', contract: 'C1' };

  for (const [place, narrow] of levels.entries()) {
    for (const wide of levels.slice(0, place)) {
      test(`that of the ${narrow} wins over that of the ${wide}, though published before it`, () => {
        const older = named('a-narrow', { scope: { level: narrow, id: ids[narrow] }, publishedOn: '2020-01-01' });
        const newer = named('z-wide', { scope: { level: wide, id: ids[wide] }, publishedOn: '2020-06-01' });
        expect(winnerAmong([older, newer])).toBe('a-narrow/r');
        expect(winnerAmong([newer, older])).toBe('a-narrow/r');
      });
    }
  }

  test('of one level, the one published last wins, though valid from an earlier day', () => {
    const first = named('z', { publishedOn: '2020-01-02', validFrom: '2020-02-01' });
    const last = named('a', { publishedOn: '2020-01-03', validFrom: '2020-01-01' });
    expect(winnerAmong([first, last])).toBe('a/r');
    expect(winnerAmong([last, first])).toBe('a/r');
  });

  test('published on one day, the one valid from the latest day wins', () => {
    const long = named('z', { validFrom: '2020-01-01' });
    const recent = named('a', { validFrom: '2020-02-01' });
    expect(winnerAmong([long, recent])).toBe('a/r');
    expect(winnerAmong([recent, long])).toBe('a/r');
  });

  test('an open beginning is earlier than any day', () => {
    expect(winnerAmong([named('z', { validFrom: null }), named('a', { validFrom: '0001-01-01' })])).toBe('a/r');
  });

  test('with the same dates, the greatest id wins', () => {
    expect(winnerAmong([named('a'), named('b')])).toBe('b/r');
    expect(winnerAmong([named('b'), named('a')])).toBe('b/r');
    expect(winnerAmong([named('a10'), named('a9')])).toBe('a9/r');
    expect(winnerAmong([named('Z'), named('a')])).toBe('a/r');
  });

  test('ids compare by code point: an emoji comes after every sign of the basic plane', () => {
    expect(winnerAmong([named('\u{1f600}'), named('\uff5e')])).toBe('\u{1f600}/r');
    expect(winnerAmong([named('\uff5e'), named('\u{1f600}')])).toBe('\u{1f600}/r');
  });

  test('of one policy, the first rule that knows the hours wins', () => {
    const both = named('p', {
      rules: [
        rule({ id: 'other', kinds: ['telework'] }),
        rule({ id: 'first' }),
        rule({ id: 'second', outcome: 'reject' }),
      ],
    });
    expect(winnerAmong([both])).toBe('p/first');
  });

  test('alike in all but the scope id, the version made for somebody wins over the one for all', () => {
    const forAll = named('p', { scope: { level: 'structure' }, rules: [rule({ id: 'all' })] });
    const forOne = named('p', { scope: { level: 'structure', id: 'S1' }, rules: [rule({ id: 'one' })] });
    expect(winnerAmong([forAll, forOne])).toBe('p/one');
    expect(winnerAmong([forOne, forAll])).toBe('p/one');
  });

  test('alike in all but the scope id, the rule that stands first in its version wins before that', () => {
    const forAll = named('p', { scope: { level: 'structure' }, rules: [rule({ id: 'all' })] });
    const unrelated = rule({ id: 'x', kinds: ['telework'] });
    const forOne = named('p', { scope: { level: 'structure', id: 'S1' }, rules: [unrelated, rule({ id: 'one' })] });
    expect(winnerAmong([forAll, forOne])).toBe('p/all');
    expect(winnerAmong([forOne, forAll])).toBe('p/all');
  });
});

describe('a policy covers a placement', () => {
  test.each(['territory', 'structure', 'buyer', 'contract'] as const)('of any %s when it names none', (level) => {
    expect(winnerAmong([named('p', { scope: { level } })])).toBe('p/r');
    expect(winnerAmong([named('p', { scope: { level, id: null } })])).toBe('p/r');
  });

  test.each([
    ['territory', 'T1'],
    ['structure', 'S1'],
    ['buyer', 'B1'],
    ['contract', 'C1'],
  ] as const)('of the %s that it names, and of no other', (level, id) => {
    expect(winnerAmong([named('p', { scope: { level, id } })])).toBe('p/r');
    expect(winnerAmong([named('p', { scope: { level, id: `${id}0` } })])).toBe('none/no-rule');
  });

  test('not when the placement is in no territory and the policy names one', () => {
    const policies = [named('p', { scope: { level: 'territory', id: 'T1' } })];
    expect(winnerAmong(policies, { placement: { ...placement, territory: null } })).toBe('none/no-rule');
    expect(winnerAmong(policies, { placement: { ...placement, territory: undefined } })).toBe('none/no-rule');
  });

  test('never when it is national and names somebody: publishing refuses it', () => {
    expect(winnerAmong([named('p', { scope: { level: 'national', id: 'T1' } })])).toBe('none/no-rule');
  });

  test('not because an id of another level is the same', () => {
    expect(winnerAmong([named('p', { scope: { level: 'buyer', id: 'S1' } })])).toBe('none/no-rule');
  });
});

describe('a policy covers a day', () => {
  const dated = named('p', { validFrom: '2020-02-03', validTo: '2020-02-05' });

  test.each([
    ['2020-01-31', 'none/no-rule'],
    ['2020-02-03', 'p/r'],
    ['2020-02-04', 'p/r'],
    ['2020-02-05', 'p/r'],
    ['2020-02-06', 'none/no-rule'],
  ])('from its first to its last: %s is judged by %s', (day, expected) => {
    expect(winnerAmong([dated], { lines: [line({ kind: 'training', from: day })] })).toBe(expected);
  });

  test('without end when it has none, without beginning when it has none', () => {
    expect(winnerAmong([named('p', { validFrom: null, validTo: null })])).toBe('p/r');
    expect(winnerAmong([named('p', { validFrom: undefined, validTo: undefined })])).toBe('p/r');
  });

  test('each day by itself: a line is judged by as many policies as its days meet', () => {
    const week = line({ kind: 'training', from: '2020-02-03', to: '2020-02-07', centihours: 3500 });
    const middle = named('p', { validFrom: '2020-02-04', validTo: '2020-02-05', rules: [rule({ outcome: 'reject' })] });
    expect(outcomeOf({ policies: [ordinary, middle], lines: [week] })).toEqual([
      'a 2020-02-03 700 validated ordinary/worked',
      'a 2020-02-04..2020-02-05 1400 rejected p/r',
      'a 2020-02-06..2020-02-07 1400 validated ordinary/worked',
    ]);
  });
});

describe('a rule knows hours', () => {
  test('of the kinds that it names', () => {
    const several = named('p', { rules: [rule({ kinds: ['telework', 'training'] })] });
    expect(winnerAmong([several])).toBe('p/r');
    expect(winnerAmong([several], { lines: [line({ kind: 'telework' })] })).toBe('p/r');
    expect(winnerAmong([several], { lines: [line({ kind: 'internship' })] })).toBe('none/no-rule');
  });

  test.each([
    [undefined, undefined, 'p/r'],
    [undefined, 'employer', 'p/r'],
    [null, 'social_security', 'p/r'],
    ['employer', 'employer', 'p/r'],
    ['employer', 'social_security', 'none/no-rule'],
    ['employer', null, 'none/no-rule'],
    ['employer', undefined, 'none/no-rule'],
  ] as const)('where it asks for payer %s and the line has payer %s: %s', (asked, payer, expected) => {
    const asking = named('p', { rules: [rule({ payer: asked })] });
    expect(winnerAmong([asking], { lines: [line({ kind: 'training', payer })] })).toBe(expected);
  });

  test.each([
    [undefined, 'worked', 'p/r'],
    [null, 'paid', 'p/r'],
    ['worked', 'worked', 'p/r'],
    ['paid', 'paid', 'p/r'],
    ['paid', 'worked', 'none/no-rule'],
    ['worked', 'paid', 'none/no-rule'],
    ['paid', null, 'none/no-rule'],
  ] as const)('where it asks for basis %s and the contract counts hours %s: %s', (asked, hourBasis, expected) => {
    const asking = named('p', { rules: [rule({ hourBasis: asked })] });
    expect(winnerAmong([asking], { placement: { ...placement, hourBasis } })).toBe(expected);
  });

  test('whatever evidence it asks for: what is missing makes hours wait, not another rule judge', () => {
    const asking = named('p', { rules: [rule({ evidence: ['benefit_statement'] })] });
    expect(outcomeOf({ policies: [ordinary, asking], lines: [training] })).toEqual([
      'a 2020-02-03 700 pending p/r evidence-missing',
    ]);
  });
});

describe('of the versions of a policy', () => {
  const old = named('p', { publishedOn: '2020-01-01', rules: [rule({ id: 'old' })] });
  const recent = named('p', { publishedOn: '2020-03-01', rules: [rule({ id: 'new' })] });

  test('only the one published last speaks', () => {
    expect(winnerAmong([old, recent])).toBe('p/new');
    expect(winnerAmong([recent, old])).toBe('p/new');
  });

  test('the older speaks as long as the newer is not published', () => {
    expect(winnerAmong([old, recent], { knownOn: '2020-02-29' })).toBe('p/old');
    expect(winnerAmong([old, recent], { knownOn: '2020-03-01' })).toBe('p/new');
  });

  test('none speaks before the first is published', () => {
    expect(winnerAmong([recent], { knownOn: '2020-02-29' })).toBe('none/no-rule');
  });

  test('published on one day, the later given speaks', () => {
    const sameDay = named('p', { publishedOn: '2020-01-01', rules: [rule({ id: 'again' })] });
    expect(winnerAmong([old, sameDay])).toBe('p/again');
    expect(winnerAmong([sameDay, old])).toBe('p/old');
  });

  test('the last silences the others also on days that its own dates leave out', () => {
    const elsewhen = { ...recent, validFrom: '2020-06-01' };
    expect(winnerAmong([old, elsewhen])).toBe('none/no-rule');
    expect(winnerAmong([ordinary, old, elsewhen])).toBe('ordinary/worked');
  });

  test('one without rules withdraws the policy', () => {
    expect(winnerAmong([ordinary, old, { ...recent, rules: [] }])).toBe('ordinary/worked');
  });

  test('one that no longer knows a kind leaves it to the other policies', () => {
    expect(winnerAmong([ordinary, old, { ...recent, rules: [rule({ kinds: ['telework'] })] }])).toBe('ordinary/worked');
  });

  test('those of another scope stand beside it: withdrawing one takes nothing from the other', () => {
    const ofBuyer = { ...recent, scope: { level: 'buyer' as const, id: 'B1' }, rules: [] };
    expect(winnerAmong([old, ofBuyer])).toBe('p/old');
  });

  test('those of another id of the same level stand beside it', () => {
    const ofAnother = { ...recent, scope: { level: 'contract' as const, id: 'C2' } };
    expect(winnerAmong([old, ofAnother])).toBe('p/old');
  });

  test('that for all and that for one are two: the second withdrawn, the first still holds', () => {
    const forAll = named('p', { scope: { level: 'structure' }, rules: [rule({ id: 'all' })] });
    const withdrawn = named('p', { scope: { level: 'structure', id: 'S1' }, publishedOn: '2020-05-01', rules: [] });
    expect(winnerAmong([forAll, withdrawn])).toBe('p/all');
  });

  test('a scope id of null and none are one version', () => {
    const unnamed = named('p', { scope: { level: 'buyer' }, rules: [rule({ id: 'unnamed' })] });
    const nulled = named('p', { scope: { level: 'buyer', id: null }, rules: [rule({ id: 'nulled' })] });
    expect(winnerAmong([unnamed, { ...nulled, publishedOn: '2020-02-01' }])).toBe('p/nulled');
  });

  test('ids and scopes that would read alike when put side by side are not confused', () => {
    const first = named('p","buyer', { scope: { level: 'buyer', id: 'B1' }, rules: [rule({ id: 'kept' })] });
    const second = named('p', { scope: { level: 'buyer', id: 'B1' }, publishedOn: '2020-05-01', rules: [] });
    expect(winnerAmong([first, second])).toBe('p","buyer/kept');
  });
});

test('hours that no rule knows are rejected, and say so', () => {
  expect(outcomeOf({ policies: [], lines: [training] })).toEqual(['a 2020-02-03 700 rejected none/no-rule']);
});
