import { describe, expect, test } from 'vitest';
import { builtIn, decision, emergency, line, ordinary, outcomeOf, policy, rule, sickLine } from './placed.ts';

const week = { from: '2020-04-20', to: '2020-04-24' };

describe('the weekly cap of a rule', () => {
  test('rejects what is over it, on the day that crosses it and those after', () => {
    expect(outcomeOf({ lines: [sickLine({ ...week, centihours: 4500 })] })).toEqual([
      'a 2020-04-20..2020-04-23 3500 pending emergency-2020/sick-ss decision-needed',
      'a 2020-04-23..2020-04-24 1000 rejected emergency-2020/sick-ss over-cap',
    ]);
  });

  test('lets through hours that reach it exactly', () => {
    expect(outcomeOf({ lines: [sickLine({ ...week, centihours: 3500 })] })).toEqual([
      'a 2020-04-20..2020-04-24 3500 pending emergency-2020/sick-ss decision-needed',
    ]);
    expect(outcomeOf({ lines: [sickLine({ ...week, centihours: 3501 })] })).toEqual([
      'a 2020-04-20..2020-04-24 3500 pending emergency-2020/sick-ss decision-needed',
      'a 2020-04-24 1 rejected emergency-2020/sick-ss over-cap',
    ]);
  });

  test('begins anew each Monday', () => {
    const fortnight = sickLine({ from: '2020-04-20', to: '2020-05-01', centihours: 8100 });
    // 9 working days (1 May is none) of 9 h: 45 h in the first week, 36 h in the second.
    expect(outcomeOf({ lines: [fortnight] })).toEqual([
      'a 2020-04-20..2020-04-23 3500 pending emergency-2020/sick-ss decision-needed',
      'a 2020-04-23..2020-04-24 1000 rejected emergency-2020/sick-ss over-cap',
      'a 2020-04-27..2020-04-30 3500 pending emergency-2020/sick-ss decision-needed',
      'a 2020-04-30 100 rejected emergency-2020/sick-ss over-cap',
    ]);
  });

  test('takes Sunday with the week before it', () => {
    const sunday = sickLine({ id: 'b', from: '2020-04-26', to: '2020-04-26', centihours: 700 });
    const lines = [sickLine({ ...week, centihours: 3500 }), sunday];
    expect(outcomeOf({ lines })).toEqual([
      'a 2020-04-20..2020-04-24 3500 pending emergency-2020/sick-ss decision-needed',
      'b 2020-04-26 700 rejected emergency-2020/sick-ss over-cap',
    ]);
  });

  test('follows an ISO week across the new year', () => {
    const capped = policy({ rules: [rule({ creditedCapPerWeek: 1400 })] });
    const newYear = line({ kind: 'training', from: '2020-12-30', to: '2020-12-31', centihours: 1400 });
    const after = line({ id: 'b', kind: 'training', from: '2021-01-02', to: '2021-01-02' });
    const open = { id: 'PL1', clause: 'K5', contract: 'C1' };
    expect(outcomeOf({ placement: open, policies: [capped], lines: [newYear, after] })).toEqual([
      'a 2020-12-30..2020-12-31 1400 validated p/r',
      'b 2021-01-02 700 rejected p/r over-cap',
    ]);
  });

  test('gives the earliest day first, though its line stands last', () => {
    const late = sickLine({ id: 'late', from: '2020-04-23', to: '2020-04-24', centihours: 2000 });
    const early = sickLine({ id: 'early', from: '2020-04-20', to: '2020-04-21', centihours: 2000 });
    expect(outcomeOf({ lines: [late, early] })).toEqual([
      'late 2020-04-23..2020-04-24 1500 pending emergency-2020/sick-ss decision-needed',
      'late 2020-04-24 500 rejected emergency-2020/sick-ss over-cap',
      'early 2020-04-20..2020-04-21 2000 pending emergency-2020/sick-ss decision-needed',
    ]);
  });

  test('on one day gives the line that stands first', () => {
    const one = sickLine({ id: 'one', from: '2020-04-20', to: '2020-04-20', centihours: 2000 });
    const two = { ...one, id: 'two' };
    expect(outcomeOf({ lines: [two, one] })).toEqual([
      'two 2020-04-20 2000 pending emergency-2020/sick-ss decision-needed',
      'one 2020-04-20 1500 pending emergency-2020/sick-ss decision-needed',
      'one 2020-04-20 500 rejected emergency-2020/sick-ss over-cap',
    ]);
  });

  test('of nothing rejects everything', () => {
    const none = policy({ rules: [rule({ creditedCapPerWeek: 0 })] });
    expect(outcomeOf({ policies: [none], lines: [line({ kind: 'training' })] })).toEqual([
      'a 2020-02-03 700 rejected p/r over-cap',
    ]);
  });

  test('absent or null is no cap', () => {
    for (const creditedCapPerWeek of [undefined, null]) {
      const free = policy({ rules: [rule({ creditedCapPerWeek })] });
      expect(outcomeOf({ policies: [free], lines: [line({ kind: 'training', centihours: 9000 })] })).toEqual([
        'a 2020-02-03 9000 validated p/r',
      ]);
    }
  });
});

describe('a cap is counted by rule id', () => {
  test('each rule has its own', () => {
    const lines = [
      sickLine({ ...week, centihours: 3500 }),
      sickLine({ id: 'b', ...week, kind: 'childcare_leave', centihours: 3500 }),
    ];
    expect(outcomeOf({ lines })).toEqual([
      'a 2020-04-20..2020-04-24 3500 pending emergency-2020/sick-ss decision-needed',
      'b 2020-04-20..2020-04-24 3500 pending emergency-2020/childcare-ss decision-needed',
    ]);
  });

  test('whatever the policy: two that name a rule alike share the week', () => {
    const early = builtIn('emergency-2020-early');
    const across = sickLine({ from: '2020-03-23', to: '2020-03-27', centihours: 5000 });
    expect(outcomeOf({ policies: [ordinary, emergency, early], lines: [across] })).toEqual([
      'a 2020-03-23 1000 pending emergency-2020-early/sick-ss decision-needed',
      'a 2020-03-24..2020-03-26 2500 pending emergency-2020/sick-ss decision-needed',
      'a 2020-03-26..2020-03-27 1500 rejected emergency-2020/sick-ss over-cap',
    ]);
  });

  test('where two policies name a rule alike with different caps, each day goes by its own', () => {
    const until = policy({ id: 'a', validTo: '2020-02-04', rules: [rule({ creditedCapPerWeek: 1000 })] });
    const since = policy({ id: 'b', validFrom: '2020-02-05', rules: [rule({ creditedCapPerWeek: 1800 })] });
    const days = line({ kind: 'training', from: '2020-02-03', to: '2020-02-06', centihours: 2800 });
    expect(outcomeOf({ policies: [until, since], lines: [days] })).toEqual([
      'a 2020-02-03..2020-02-04 1000 validated a/r',
      'a 2020-02-04 400 rejected a/r over-cap',
      'a 2020-02-05..2020-02-06 800 validated b/r',
      'a 2020-02-06 600 rejected b/r over-cap',
    ]);
  });

  test('where the narrower cap comes second, it is already used up', () => {
    const until = policy({ id: 'a', validTo: '2020-02-04', rules: [rule({ creditedCapPerWeek: 1400 })] });
    const since = policy({ id: 'b', validFrom: '2020-02-05', rules: [rule({ creditedCapPerWeek: 1000 })] });
    const days = line({ kind: 'training', from: '2020-02-03', to: '2020-02-05', centihours: 2100 });
    expect(outcomeOf({ policies: [until, since], lines: [days] })).toEqual([
      'a 2020-02-03..2020-02-04 1400 validated a/r',
      'a 2020-02-05 700 rejected b/r over-cap',
    ]);
  });
});

describe('the hours of a cap are used up', () => {
  const capped = policy({
    rules: [
      rule({ id: 'may', kinds: ['sick_leave'], outcome: 'discretion', creditedCapPerWeek: 1000 }),
      rule({ id: 'proof', evidence: ['employer_attestation'], creditedCapPerWeek: 1000 }),
      rule({ id: 'proof', kinds: ['telework'], creditedCapPerWeek: 1000 }),
      rule({ id: 'proof', kinds: ['bad_weather'] }),
      rule({ id: 'proof', kinds: ['internship'], outcome: 'reject', creditedCapPerWeek: 1000 }),
    ],
  });
  const policies = [ordinary, capped];
  const telework = line({ id: 'z', from: '2020-02-07', kind: 'telework' });

  test('by hours that wait for evidence', () => {
    expect(outcomeOf({ policies, lines: [line({ kind: 'training' }), telework] })).toEqual([
      'a 2020-02-03 700 pending p/proof evidence-missing',
      'z 2020-02-07 300 validated p/proof',
      'z 2020-02-07 400 rejected p/proof over-cap',
    ]);
  });

  test('by hours that somebody refused', () => {
    const lines = [line({ kind: 'sick_leave' }), line({ id: 'b', kind: 'sick_leave', from: '2020-02-04' })];
    expect(outcomeOf({ policies, lines, decisions: [decision({ accept: false })] })).toEqual([
      'a 2020-02-03 700 rejected p/may decided',
      'b 2020-02-04 300 pending p/may decision-needed',
      'b 2020-02-04 400 rejected p/may over-cap',
    ]);
  });

  test('not by hours under a rule of the same id without a cap', () => {
    expect(outcomeOf({ policies, lines: [line({ kind: 'bad_weather', centihours: 5000 }), telework] })).toEqual([
      'a 2020-02-03 5000 validated p/proof',
      'z 2020-02-07 700 validated p/proof',
    ]);
  });

  test('not by hours under a rule of the same id that rejects', () => {
    expect(outcomeOf({ policies, lines: [line({ kind: 'internship', centihours: 5000 }), telework] })).toEqual([
      'a 2020-02-03 5000 rejected p/proof',
      'z 2020-02-07 700 validated p/proof',
    ]);
  });

  test('not by hours that a check rejected', () => {
    const lines = [line({ kind: 'telework', centihours: 1000 }), telework];
    const elsewhere = [{ ...line({ kind: 'telework', receivedOn: '2020-02-01' }), clause: 'K1' }];
    expect(outcomeOf({ policies, lines, elsewhere })).toEqual([
      'a 2020-02-03 1000 rejected check duplicate',
      'z 2020-02-07 700 validated p/proof',
    ]);
  });

  test('not by what was over it', () => {
    const lines = [line({ kind: 'telework', centihours: 4000 }), { ...telework, from: '2020-02-10', to: '2020-02-10' }];
    expect(outcomeOf({ policies, lines })).toEqual([
      'a 2020-02-03 1000 validated p/proof',
      'a 2020-02-03 3000 rejected p/proof over-cap',
      'z 2020-02-10 700 validated p/proof',
    ]);
  });
});
