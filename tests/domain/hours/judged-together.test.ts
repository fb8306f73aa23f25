import { settleHours } from '@jonction/domain/hours/judge';
import { type LedgerPortion, ledgerDelta, ledgerPortionsOf, type RecordedPosting } from '@jonction/domain/hours/ledger';
import { type HourKind, hourKinds } from '@jonction/domain/hours/line';
import type { Policy } from '@jonction/domain/hours/policy';
import { kindsJudgedTogether, reachOf, supersededBy } from '@jonction/domain/hours/policy-reach';
import { rulebookOf } from '@jonction/domain/hours/winning-rule';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionArbitrary, givenArbitrary, linesArbitrary, policyArbitrary } from './arbitraries.ts';
import type { Given } from './oracle.ts';
import { emergency, ordinary, policy, rule } from './placed.ts';

const capped = (id: string, kinds: HourKind[]) => rule({ id, kinds, creditedCapPerWeek: 3500 });

describe('the kinds judged together', () => {
  test('are those given where no cap joins them to others', () => {
    expect(kindsJudgedTogether(['telework'], [ordinary, emergency])).toEqual(['telework']);
    expect(kindsJudgedTogether(['sick_leave', 'telework'], [ordinary, emergency])).toEqual(['telework', 'sick_leave']);
    expect(kindsJudgedTogether([], [ordinary, emergency])).toEqual([]);
  });

  test('take in those of a rule with a cap that names one of them', () => {
    const known = [ordinary, policy({ rules: [capped('leave', ['sick_leave', 'childcare_leave'])] })];
    expect(kindsJudgedTogether(['childcare_leave'], known)).toEqual(['sick_leave', 'childcare_leave']);
    expect(kindsJudgedTogether(['telework'], known)).toEqual(['telework']);
  });

  test('take in those of another policy, since a cap counts the id of a rule whatever the policy', () => {
    const known = [
      policy({ id: 'p', rules: [capped('leave', ['sick_leave'])] }),
      policy({ id: 'q', rules: [capped('leave', ['childcare_leave'])] }),
    ];
    expect(kindsJudgedTogether(['sick_leave'], known)).toEqual(['sick_leave', 'childcare_leave']);
  });

  test('leave out a rule of the same id without a cap, which uses up nothing', () => {
    const known = [
      policy({ id: 'p', rules: [capped('leave', ['sick_leave'])] }),
      policy({ id: 'q', rules: [rule({ id: 'leave', kinds: ['childcare_leave'], creditedCapPerWeek: null })] }),
    ];
    expect(kindsJudgedTogether(['sick_leave'], known)).toEqual(['sick_leave']);
  });

  test('keep a cap of no hours at all, which is a cap', () => {
    const known = [policy({ rules: [{ ...capped('none', ['training', 'internship']), creditedCapPerWeek: 0 }] })];
    expect(kindsJudgedTogether(['internship'], known)).toEqual(['training', 'internship']);
  });

  test('go from one cap to the next, in whatever order they are known', () => {
    const links = [
      capped('a', ['telework', 'training']),
      capped('b', ['training', 'sick_leave']),
      capped('c', ['sick_leave', 'internship']),
    ];
    for (const order of [links, links.toReversed()]) {
      const known = order.map((one) => policy({ id: one.id, rules: [one] }));
      expect(kindsJudgedTogether(['telework'], known)).toEqual(['telework', 'training', 'sick_leave', 'internship']);
      expect(kindsJudgedTogether(['paid_leave'], known)).toEqual(['paid_leave']);
    }
  });

  test('are all kinds where a version speaks of all', () => {
    expect(kindsJudgedTogether(hourKinds, [])).toEqual([...hourKinds]);
  });
});

/** What recording by some policies, then judging by others, writes for the lines of some kinds: of all unless said. */
function delta(given: Given, policies: readonly Policy[], kinds?: readonly HourKind[]) {
  const asked = (kind: HourKind) => !kinds || kinds.includes(kind);
  const judged = (by: readonly Policy[], lines: Given['lines'], elsewhere: Given['elsewhere']) =>
    ledgerPortionsOf(settleHours(rulebookOf(by, given.knownOn), { ...given, lines, elsewhere }));
  const kindOf = new Map(given.lines.map(({ id, kind }) => [id, kind]));
  const recorded = judged(given.policies, given.lines, given.elsewhere)
    .map((portion, index): RecordedPosting => ({ ...portion, id: `entry-${index}`, reverses: null }))
    .filter(({ line }) => asked(kindOf.get(line) ?? 'internship'));
  const lines = given.lines.filter(({ kind }) => asked(kind));
  const elsewhere = given.elsewhere?.filter(({ kind }) => asked(kind));
  return ledgerDelta({ recorded, judged: judged(policies, lines, elsewhere) });
}

describe('judging the kinds of a version and those judged together with them', () => {
  /** Versions published together on the day of the question, as an emergency publishes them, and more lines to share caps. */
  const triedArbitrary = fc.record({
    given: givenArbitrary,
    more: linesArbitrary,
    decisions: fc.array(decisionArbitrary, { maxLength: 4 }),
    versions: fc.array(policyArbitrary, { minLength: 1, maxLength: 2 }),
    // Where every rule has a cap, all kinds are judged together.
    uncapped: fc.subarray(['r', 's', 'sick-ss'], { minLength: 1 }),
    checked: fc.boolean(),
  });
  type Tried = typeof triedArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

  /** A hire that passes all checks but that of twins: its rules have the word. */
  const unchecked = ({ placement: { from, to, eligibleFrom, eligibleTo, ...placement } }: Given) => ({
    ...{ placement, contractEvents: null, knownOn: '2020-09-01' },
  });

  function tried({ given: base, more, decisions, versions: drawn, uncapped, checked }: Tried) {
    const withoutCaps = (one: Policy): Policy => ({
      ...one,
      rules: one.rules.map((each) => (uncapped.includes(each.id) ? { ...each, creditedCapPerWeek: null } : each)),
    });
    const lines = [...base.lines, ...more.map((line) => ({ ...line, id: `more-${line.id}` }))];
    const own = { policies: base.policies.map(withoutCaps), decisions: [...(base.decisions ?? []), ...decisions] };
    const given = { ...base, ...own, ...(checked ? {} : unchecked(base)), lines };
    // Of one rule about one kind, as most are: the others are left unread.
    const versions = drawn.map((version) => ({
      ...withoutCaps(version),
      publishedOn: given.knownOn,
      rules: version.rules.slice(0, 1).map((one) => ({ ...one, kinds: one.kinds.slice(0, 1) })),
    }));
    const policies = [...given.policies, ...versions];
    const moved = versions.flatMap((version) => reachOf(version, supersededBy(version, given.policies)).kinds);
    return { given, policies, moved, together: kindsJudgedTogether(moved, policies) };
  }

  test('writes what judging everything writes, entry by entry', () => {
    fc.assert(
      fc.property(triedArbitrary, (drawn) => {
        const { given, policies, together } = tried(drawn);
        expect(delta(given, policies, together)).toEqual(delta(given, policies));
      }),
      { numRuns: 1_500 },
    );
  });

  test('is not the same as judging the kinds of the version alone: what shares a cap with them changes too', () => {
    const told = { otherwise: 0, less: 0, moved: 0 };
    fc.assert(
      fc.property(triedArbitrary, (drawn) => {
        const { given, policies, moved, together } = tried(drawn);
        const whole = delta(given, policies);
        if (whole.length > 0) told.moved++;
        if (whole.length > 0 && given.lines.some(({ kind }) => !together.includes(kind))) told.less++;
        if (JSON.stringify(delta(given, policies, moved)) !== JSON.stringify(whole)) told.otherwise++;
      }),
      { numRuns: 1_500, seed: 20200416 },
    );
    expect(told.moved).toBeGreaterThan(150);
    // Something was left unread, and something moved: the test above says more than that nothing happens.
    expect(told.less).toBeGreaterThan(100);
    expect(told.otherwise).toBeGreaterThan(3);
  });

  test('two sick weeks share the hours of a cap with a week of childcare: the rule that loses one gives to the other', () => {
    const week = { from: '2020-04-06', to: '2020-04-10', centihours: 3500 };
    const given: Given = {
      placement: { id: 'PL1', structure: 'S1', clause: 'K1', contract: 'C1', hourBasis: 'worked' },
      lines: [
        { id: 'sick', kind: 'sick_leave', ...week },
        { id: 'child', kind: 'childcare_leave', ...week },
      ],
      policies: [policy({ rules: [capped('leave', ['sick_leave', 'childcare_leave'])] })],
      knownOn: '2020-09-01',
    };
    const refused = policy({
      ...{ id: 'q', publishedOn: '2020-09-01' },
      rules: [rule({ id: 'none', kinds: ['sick_leave'], outcome: 'reject' })],
    });
    const policies = [...given.policies, refused];
    const { kinds } = reachOf(refused, supersededBy(refused, given.policies));
    expect(kinds).toEqual(['sick_leave']);
    const linesOf = (postings: readonly LedgerPortion[]) => new Set(postings.map(({ line }) => line));
    expect(linesOf(delta(given, policies, kinds))).toEqual(new Set(['sick']));
    const together = kindsJudgedTogether(kinds, policies);
    expect(linesOf(delta(given, policies, together))).toEqual(new Set(['sick', 'child']));
    expect(delta(given, policies, together)).toEqual(delta(given, policies));
  });
});
