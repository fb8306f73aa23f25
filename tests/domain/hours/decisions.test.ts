import { enterDecision, hoursDecisionSchema, isOnLine } from '@jonction/domain/hours/decision';
import { describe, expect, test } from 'vitest';
import { decision, emergency, line, ordinary, outcomeOf, policy, rule, sickLine } from './placed.ts';

const accepted = 'a 2020-04-06..2020-04-10 3500 validated emergency-2020/sick-ss decided';
const refused = 'a 2020-04-06..2020-04-10 3500 rejected emergency-2020/sick-ss decided';
const waiting = 'a 2020-04-06..2020-04-10 3500 pending emergency-2020/sick-ss decision-needed';

function decided(decisions: ReturnType<typeof decision>[], knownOn = '2020-09-01'): string[] {
  return outcomeOf({ lines: [sickLine()], decisions, knownOn });
}

describe('where the rule says "may"', () => {
  test('hours wait until somebody decides', () => {
    expect(decided([])).toEqual([waiting]);
    expect(outcomeOf({ lines: [sickLine()], decisions: null })).toEqual([waiting]);
    expect(outcomeOf({ lines: [sickLine()] })).toEqual([waiting]);
  });

  test('a decision on the line validates or rejects them', () => {
    expect(decided([decision({ accept: true })])).toEqual([accepted]);
    expect(decided([decision({ accept: false })])).toEqual([refused]);
  });

  test('a decision on another line changes nothing', () => {
    expect(decided([decision({ line: 'b', accept: true })])).toEqual([waiting]);
  });

  test('a decision on the rule holds for its contract, its days and that rule', () => {
    expect(decided([decision({ rule: 'sick-ss', accept: true })])).toEqual([accepted]);
    expect(decided([decision({ rule: 'sick-ss', contract: 'C2', accept: true })])).toEqual([waiting]);
    expect(decided([decision({ rule: 'childcare-ss', accept: true })])).toEqual([waiting]);
  });

  test('a decision on the rule holds from its first day to its last, both included', () => {
    const days = { from: '2020-04-07', to: '2020-04-09' };
    expect(decided([decision({ rule: 'sick-ss', accept: true, ...days })])).toEqual([
      'a 2020-04-06 700 pending emergency-2020/sick-ss decision-needed',
      'a 2020-04-07..2020-04-09 2100 validated emergency-2020/sick-ss decided',
      'a 2020-04-10 700 pending emergency-2020/sick-ss decision-needed',
    ]);
  });

  test('a decision on the rule without dates holds for every day', () => {
    expect(decided([decision({ rule: 'sick-ss', accept: true, from: null, to: null })])).toEqual([accepted]);
    expect(decided([decision({ rule: 'sick-ss', accept: false, from: undefined, to: undefined })])).toEqual([refused]);
  });

  test('a decision on the rule means that rule id in whatever policy', () => {
    const ours = policy({ rules: [rule({ id: 'sick-ss', kinds: ['sick_leave'], outcome: 'discretion' })] });
    const lines = [sickLine()];
    expect(
      outcomeOf({ policies: [emergency, ours], lines, decisions: [decision({ rule: 'sick-ss', accept: true })] }),
    ).toEqual(['a 2020-04-06..2020-04-10 3500 validated p/sick-ss decided']);
  });
});

describe('of several decisions on a day', () => {
  const early = { on: '2020-05-04' };
  const late = { on: '2020-05-05' };

  test('the one made last wins, whatever the order in which they are given', () => {
    const yes = decision({ accept: true, ...early });
    const no = decision({ accept: false, ...late });
    expect(decided([yes, no])).toEqual([refused]);
    expect(decided([no, yes])).toEqual([refused]);
  });

  test('made on one day, the one given last wins', () => {
    const yes = decision({ accept: true });
    const no = decision({ accept: false });
    expect(decided([yes, no])).toEqual([refused]);
    expect(decided([no, yes])).toEqual([accepted]);
  });

  test('a decision on the line has no precedence over a later one on the rule', () => {
    const onLine = decision({ accept: true, ...early });
    const onRule = decision({ rule: 'sick-ss', accept: false, ...late });
    expect(decided([onLine, onRule])).toEqual([refused]);
    expect(decided([onRule, onLine])).toEqual([refused]);
  });

  test('a decision on the rule gives way to a later one on the line', () => {
    const onLine = decision({ accept: true, ...late });
    const onRule = decision({ rule: 'sick-ss', accept: false, ...early });
    expect(decided([onLine, onRule])).toEqual([accepted]);
  });

  test('each day finds its own: a later decision on two days leaves the others to the earlier', () => {
    const all = decision({ accept: true, ...early });
    const two = decision({ rule: 'sick-ss', accept: false, from: '2020-04-07', to: '2020-04-08', ...late });
    expect(decided([all, two])).toEqual([
      'a 2020-04-06 700 validated emergency-2020/sick-ss decided',
      'a 2020-04-07..2020-04-08 1400 rejected emergency-2020/sick-ss decided',
      'a 2020-04-09..2020-04-10 1400 validated emergency-2020/sick-ss decided',
    ]);
  });

  test('one made after the day of the question is not known yet', () => {
    const yes = decision({ accept: true, ...early });
    const no = decision({ accept: false, ...late });
    expect(decided([yes, no], '2020-05-03')).toEqual([waiting]);
    expect(decided([yes, no], '2020-05-04')).toEqual([accepted]);
    expect(decided([yes, no], '2020-05-05')).toEqual([refused]);
  });
});

describe('accepting a part', () => {
  function inPart(centihours: number | null | undefined, more: ReturnType<typeof decision>[] = []): string[] {
    return decided([decision({ accept: true, centihours }), ...more]);
  }

  test('takes the earliest days first, and rejects the rest', () => {
    expect(inPart(1400)).toEqual([
      'a 2020-04-06..2020-04-07 1400 validated emergency-2020/sick-ss decided',
      'a 2020-04-08..2020-04-10 2100 rejected emergency-2020/sick-ss decided',
    ]);
  });

  test('may end in the middle of a day, which then stands in both portions', () => {
    expect(inPart(1000)).toEqual([
      'a 2020-04-06..2020-04-07 1000 validated emergency-2020/sick-ss decided',
      'a 2020-04-07..2020-04-10 2500 rejected emergency-2020/sick-ss decided',
    ]);
  });

  test('of none at all rejects everything', () => {
    expect(inPart(0)).toEqual([refused]);
  });

  test('of as much or more than there is accepts everything', () => {
    expect(inPart(3500)).toEqual([accepted]);
    expect(inPart(99_999)).toEqual([accepted]);
  });

  test('accepts everything when no number is given', () => {
    expect(inPart(undefined)).toEqual([accepted]);
    expect(inPart(null)).toEqual([accepted]);
  });

  test('counts only on the days where that decision wins', () => {
    const rest = decision({ rule: 'sick-ss', accept: false, from: '2020-04-06', to: '2020-04-07', on: '2020-05-06' });
    expect(inPart(1400, [rest])).toEqual([
      'a 2020-04-06..2020-04-07 1400 rejected emergency-2020/sick-ss decided',
      'a 2020-04-08..2020-04-09 1400 validated emergency-2020/sick-ss decided',
      'a 2020-04-10 700 rejected emergency-2020/sick-ss decided',
    ]);
  });

  test('counts only hours that waited for a decision: those of other rules use up nothing', () => {
    const acrossTheStart = sickLine({ from: '2020-03-19', to: '2020-03-27', centihours: 4900 });
    expect(outcomeOf({ lines: [acrossTheStart], decisions: [decision({ accept: true, centihours: 1400 })] })).toEqual([
      'a 2020-03-19..2020-03-23 2100 rejected ordinary/absence',
      'a 2020-03-24..2020-03-25 1400 validated emergency-2020/sick-ss decided',
      'a 2020-03-26..2020-03-27 1400 rejected emergency-2020/sick-ss decided',
    ]);
  });

  test('counts after the weekly cap: hours over it are neither accepted nor refused', () => {
    const long = sickLine({ centihours: 4000 });
    expect(outcomeOf({ lines: [long], decisions: [decision({ accept: true, centihours: 3600 })] })).toEqual([
      'a 2020-04-06..2020-04-10 3500 validated emergency-2020/sick-ss decided',
      'a 2020-04-10 500 rejected emergency-2020/sick-ss over-cap',
    ]);
  });

  test('is ignored on a refusal', () => {
    expect(decided([decision({ accept: false, centihours: 1400 })])).toEqual([refused]);
  });

  test('is ignored on a decision on a rule', () => {
    const onRule = { ...decision({ rule: 'sick-ss', accept: true }), centihours: 700 };
    expect(decided([onRule])).toEqual([accepted]);
  });

  test('starts again for each line: a second line has its own decision', () => {
    const lines = [sickLine(), sickLine({ id: 'b', from: '2020-04-14', to: '2020-04-17', centihours: 2800 })];
    const decisions = [
      decision({ accept: true, centihours: 700 }),
      decision({ line: 'b', accept: true, centihours: 1400 }),
    ];
    expect(outcomeOf({ lines, decisions })).toEqual([
      'a 2020-04-06 700 validated emergency-2020/sick-ss decided',
      'a 2020-04-07..2020-04-10 2800 rejected emergency-2020/sick-ss decided',
      'b 2020-04-14..2020-04-15 1400 validated emergency-2020/sick-ss decided',
      'b 2020-04-16..2020-04-17 1400 rejected emergency-2020/sick-ss decided',
    ]);
  });
});

describe('a decision never overrides', () => {
  test('a rule that rejects', () => {
    const idle = line({ from: '2020-04-06', kind: 'partial_unemployment' });
    expect(outcomeOf({ lines: [idle], decisions: [decision({ accept: true })] })).toEqual([
      'a 2020-04-06 700 rejected emergency-2020/partial-unemployment',
    ]);
  });

  test('a rule that validates', () => {
    expect(outcomeOf({ lines: [line()], decisions: [decision({ accept: false })] })).toEqual([
      'a 2020-02-03 700 validated ordinary/worked',
    ]);
  });

  test('the want of a rule', () => {
    expect(outcomeOf({ policies: [], lines: [line()], decisions: [decision({ accept: true })] })).toEqual([
      'a 2020-02-03 700 rejected none/no-rule',
    ]);
  });

  test('a check', () => {
    const late = sickLine({ from: '2021-01-04', to: '2021-01-04', centihours: 700 });
    expect(outcomeOf({ lines: [late], decisions: [decision({ accept: true })] })).toEqual([
      'a 2021-01-04 700 rejected check outside-placement',
    ]);
  });

  test('missing evidence', () => {
    const bare = sickLine({ evidence: [] });
    for (const accept of [true, false]) {
      expect(outcomeOf({ lines: [bare], decisions: [decision({ accept })] })).toEqual([
        'a 2020-04-06..2020-04-10 3500 pending emergency-2020/sick-ss evidence-missing',
      ]);
    }
  });

  test('and hangs on no policy: with another version of the rule it still holds', () => {
    const edited = policy({
      id: 'emergency-2020',
      scope: { level: 'structure', id: 'S1' },
      publishedOn: '2020-06-01',
      rules: [rule({ id: 'sick-ss', kinds: ['sick_leave'], outcome: 'discretion' })],
    });
    const decisions = [decision({ rule: 'sick-ss', accept: true })];
    expect(outcomeOf({ policies: [ordinary, emergency, edited], lines: [sickLine()], decisions })).toEqual([accepted]);
  });
});

describe('entering a decision', () => {
  test('takes one with a reason', () => {
    const given = decision({ accept: true });
    expect(enterDecision(given)).toEqual({ ok: true, value: given });
    expect(enterDecision(decision({ rule: 'sick-ss', accept: false }))).toMatchObject({ ok: true });
  });

  test.each(['', '   ', '\n'])('refuses one without a reason (%j)', (reason) => {
    expect(enterDecision(decision({ accept: true, reason }))).toEqual({
      ok: false,
      refusal: { code: 'hours.decision_without_reason', facts: {} },
    });
  });

  test('refuses one on a rule whose days are reversed', () => {
    const reversed = decision({ rule: 'sick-ss', accept: true, from: '2020-04-30', to: '2020-04-01' });
    expect(enterDecision(reversed)).toMatchObject({
      refusal: { code: 'hours.decision_dates_reversed', facts: { from: '2020-04-30', to: '2020-04-01' } },
    });
  });

  test('tells a decision on a line from one on a rule', () => {
    expect(isOnLine(decision({ accept: true }))).toBe(true);
    expect(isOnLine(decision({ rule: 'sick-ss', accept: true }))).toBe(false);
  });

  test.each([
    ['neither line nor rule', { accept: true, by: 'F1', on: '2020-05-04', reason: 'x' }],
    ['a rule without a contract', { rule: 'r', accept: true, by: 'F1', on: '2020-05-04', reason: 'x' }],
    ['no answer', { line: 'a', by: 'F1', on: '2020-05-04', reason: 'x' }],
    ['nobody who decides', { line: 'a', accept: true, by: '', on: '2020-05-04', reason: 'x' }],
    ['negative hours', { line: 'a', accept: true, centihours: -1, by: 'F1', on: '2020-05-04', reason: 'x' }],
  ])('refuses a shape with %s', (_, wrong) => {
    expect(hoursDecisionSchema.safeParse(wrong).success).toBe(false);
  });
});
