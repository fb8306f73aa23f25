import { describe, expect, test } from 'vitest';
import { decision, judge, line, ordinary, outcomeOf, placement, policy, rule, sickLine } from './placed.ts';

describe('days of a line that came to the same end', () => {
  test('are one portion over a weekend and over a holiday', () => {
    expect(outcomeOf({ lines: [line({ from: '2020-04-09', to: '2020-04-15', centihours: 2800 })] })).toEqual([
      'a 2020-04-09..2020-04-15 2800 validated ordinary/worked',
    ]);
  });

  test('begin and end on days that hold hours, not on those of the line', () => {
    expect(outcomeOf({ lines: [line({ from: '2020-02-01', to: '2020-02-09', centihours: 3500 })] })).toEqual([
      'a 2020-02-03..2020-02-07 3500 validated ordinary/worked',
    ]);
  });

  test('are two portions when a day of another end stands between', () => {
    const wednesday = policy({ validFrom: '2020-02-05', validTo: '2020-02-05', rules: [rule({ outcome: 'reject' })] });
    const week = line({ kind: 'training', from: '2020-02-03', to: '2020-02-07', centihours: 3500 });
    expect(outcomeOf({ policies: [ordinary, wednesday], lines: [week] })).toEqual([
      'a 2020-02-03..2020-02-04 1400 validated ordinary/worked',
      'a 2020-02-05 700 rejected p/r',
      'a 2020-02-06..2020-02-07 1400 validated ordinary/worked',
    ]);
  });

  test('are one portion when the day between holds no hours', () => {
    const saturday = policy({ validFrom: '2020-02-08', validTo: '2020-02-08', rules: [rule({ outcome: 'reject' })] });
    const days = line({ kind: 'training', from: '2020-02-07', to: '2020-02-10', centihours: 1400 });
    expect(outcomeOf({ policies: [ordinary, saturday], lines: [days] })).toEqual([
      'a 2020-02-07..2020-02-10 1400 validated ordinary/worked',
    ]);
  });

  test('are two when the rule is another, though both validate', () => {
    const renamed = policy({ validFrom: '2020-02-05', rules: [rule({ id: 'other' })] });
    const week = line({ kind: 'training', from: '2020-02-03', to: '2020-02-07', centihours: 3500 });
    expect(outcomeOf({ policies: [ordinary, renamed], lines: [week] })).toEqual([
      'a 2020-02-03..2020-02-04 1400 validated ordinary/worked',
      'a 2020-02-05..2020-02-07 2100 validated p/other',
    ]);
  });

  test('are one when two scopes of a policy give the same answer in turn', () => {
    const forAll = policy({ scope: { level: 'structure' }, validTo: '2020-02-04' });
    const forOne = policy({ scope: { level: 'structure', id: 'S1' }, validFrom: '2020-02-05' });
    const week = line({ kind: 'training', from: '2020-02-03', to: '2020-02-07', centihours: 3500 });
    expect(outcomeOf({ policies: [forAll, forOne], lines: [week] })).toEqual([
      'a 2020-02-03..2020-02-07 3500 validated p/r',
    ]);
  });

  test('are one when two people decided alike', () => {
    const decisions = [
      decision({ rule: 'sick-ss', accept: true, to: '2020-04-07', by: 'F1' }),
      decision({ rule: 'sick-ss', accept: true, from: '2020-04-08', by: 'F2' }),
    ];
    expect(outcomeOf({ lines: [sickLine()], decisions })).toEqual([
      'a 2020-04-06..2020-04-10 3500 validated emergency-2020/sick-ss decided',
    ]);
  });

  test('of different lines are never one', () => {
    const lines = [line(), line({ id: 'b', from: '2020-02-04' })];
    expect(outcomeOf({ lines })).toEqual([
      'a 2020-02-03 700 validated ordinary/worked',
      'b 2020-02-04 700 validated ordinary/worked',
    ]);
  });
});

describe('a day in two portions', () => {
  test('breaks neither: the hours over a cap leave the others one portion', () => {
    const lines = [
      line({ id: 'x', kind: 'training', from: '2020-02-04', centihours: 400 }),
      line({ kind: 'training', from: '2020-02-04', to: '2020-02-11', centihours: 4200 }),
    ];
    const capped = policy({ rules: [rule({ creditedCapPerWeek: 3000 })] });
    expect(outcomeOf({ policies: [capped], lines })).toEqual([
      'x 2020-02-04 400 validated p/r',
      'a 2020-02-04..2020-02-11 4000 validated p/r',
      'a 2020-02-07 200 rejected p/r over-cap',
    ]);
  });

  test('may stand in three: accepted, refused and over the cap', () => {
    const day = sickLine({ from: '2020-04-20', to: '2020-04-20', centihours: 4000 });
    expect(outcomeOf({ lines: [day], decisions: [decision({ accept: true, centihours: 1000 })] })).toEqual([
      'a 2020-04-20 1000 validated emergency-2020/sick-ss decided',
      'a 2020-04-20 2500 rejected emergency-2020/sick-ss decided',
      'a 2020-04-20 500 rejected emergency-2020/sick-ss over-cap',
    ]);
  });

  test('over the cap every other week makes a portion of each week', () => {
    const lines = [sickLine({ from: '2020-04-20', to: '2020-05-15', centihours: 12_600 })];
    // 18 working days of 7 h (1 and 8 May are none): 35, 28, 28 and 35 h, all within the cap.
    expect(outcomeOf({ lines })).toEqual([
      'a 2020-04-20..2020-05-15 12600 pending emergency-2020/sick-ss decision-needed',
    ]);
    const more = [{ ...lines[0], id: 'z', from: '2020-04-19', to: '2020-04-19', centihours: 700 }, ...lines].map(
      (one) => sickLine({ ...one, centihours: one.id === 'z' ? 700 : 14_400 }),
    );
    // 18 days of 8 h: 40, 32, 32 and 40 h. The Sunday before belongs to another week.
    expect(outcomeOf({ lines: more })).toEqual([
      'z 2020-04-19 700 pending emergency-2020/sick-ss decision-needed',
      'a 2020-04-20..2020-05-15 13400 pending emergency-2020/sick-ss decision-needed',
      'a 2020-04-24 500 rejected emergency-2020/sick-ss over-cap',
      'a 2020-05-15 500 rejected emergency-2020/sick-ss over-cap',
    ]);
  });
});

describe('the answer', () => {
  test('has portions in the order of the lines, then of the days', () => {
    const lines = [line({ id: 'z', from: '2020-02-05' }), line({ id: 'a', from: '2020-02-03' })];
    expect(judge({ lines }).portions.map((portion) => portion.line)).toEqual(['z', 'a']);
  });

  test('names policy, rule and reason on each portion, null where there is none', () => {
    expect(judge({ lines: [line()] }).portions).toEqual([
      {
        line: 'a',
        from: '2020-02-03',
        to: '2020-02-03',
        centihours: 700,
        status: 'validated',
        policy: 'ordinary',
        rule: 'worked',
        reason: null,
      },
    ]);
    const outside = judge({ lines: [line()], placement: { ...placement, to: '2020-02-02' } });
    expect(outside.portions).toEqual([
      {
        line: 'a',
        from: '2020-02-03',
        to: '2020-02-03',
        centihours: 700,
        status: 'rejected',
        policy: null,
        rule: null,
        reason: 'outside-placement',
      },
    ]);
  });

  test('adds up what was validated, waits and was rejected', () => {
    const lines = [
      line(),
      line({ id: 'b', kind: 'unpaid_absence', centihours: 350 }),
      sickLine({ id: 'c' }),
      sickLine({ id: 'd', from: '2020-04-14', to: '2020-04-14', centihours: 125 }),
    ];
    expect(judge({ lines, decisions: [decision({ line: 'd', accept: true })] }).totals).toEqual({
      validated: 825,
      pending: 3500,
      rejected: 350,
    });
  });

  test('of a line of no hours is nothing', () => {
    expect(judge({ lines: [line({ centihours: 0 })] })).toEqual({
      portions: [],
      totals: { validated: 0, pending: 0, rejected: 0 },
      warnings: [],
    });
  });

  test('of no line is nothing', () => {
    expect(judge({ lines: [] })).toEqual({
      portions: [],
      totals: { validated: 0, pending: 0, rejected: 0 },
      warnings: [],
    });
  });
});
