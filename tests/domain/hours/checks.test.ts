import type { ContractFact } from '@jonction/domain/contract/event';
import type { ElsewhereLine } from '@jonction/domain/hours/line';
import { describe, expect, test } from 'vitest';
import { line, outcomeOf, placement } from './placed.ts';

/** Seven days from Friday 31 January to Monday 10 February 2020, 7 h each. */
const days = line({ from: '2020-01-31', to: '2020-02-10', centihours: 4900 });

describe('a day outside the placement', () => {
  test('is rejected before its first day and after its last', () => {
    const short = { ...placement, from: '2020-02-03', to: '2020-02-06' };
    expect(outcomeOf({ placement: short, lines: [days] })).toEqual([
      'a 2020-01-31 700 rejected check outside-placement',
      'a 2020-02-03..2020-02-06 2800 validated ordinary/worked',
      'a 2020-02-07..2020-02-10 1400 rejected check outside-placement',
    ]);
  });

  test('does not exist where the placement has no limits', () => {
    for (const open of [null, undefined]) {
      const endless = { ...placement, from: open, to: open, eligibleFrom: open, eligibleTo: open };
      const old = line({ from: '1999-12-31', to: '1999-12-31' });
      expect(outcomeOf({ placement: endless, lines: [old] })).toEqual(['a 1999-12-31 700 validated ordinary/worked']);
    }
  });
});

describe('a day outside the eligibility window', () => {
  test('is rejected before its first day and after its last', () => {
    const late = { ...placement, eligibleFrom: '2020-02-04', eligibleTo: '2020-02-07' };
    expect(outcomeOf({ placement: late, lines: [days] })).toEqual([
      'a 2020-01-31..2020-02-03 1400 rejected check outside-eligibility',
      'a 2020-02-04..2020-02-07 2800 validated ordinary/worked',
      'a 2020-02-10 700 rejected check outside-eligibility',
    ]);
  });

  test('and outside the placement too is said to be outside the placement', () => {
    const both = { ...placement, to: '2020-02-05', eligibleTo: '2020-02-04' };
    expect(outcomeOf({ placement: both, lines: [days] })).toEqual([
      'a 2020-01-31..2020-02-04 2100 validated ordinary/worked',
      'a 2020-02-05 700 rejected check outside-eligibility',
      'a 2020-02-06..2020-02-10 2100 rejected check outside-placement',
    ]);
  });
});

describe('a contract that expects no hours', () => {
  const notified: ContractFact = { type: 'notify', on: '2020-01-02', recordedOn: '2020-01-02' };
  const started: ContractFact = { type: 'start', on: '2020-02-03', recordedOn: '2020-02-03' };
  const stopped: ContractFact = { type: 'stop', on: '2020-02-05', recordedOn: '2020-02-07' };

  test('is not checked when its events are not given', () => {
    expect(outcomeOf({ lines: [line()], contractEvents: undefined })).toEqual([
      'a 2020-02-03 700 validated ordinary/worked',
    ]);
    expect(outcomeOf({ lines: [line()], contractEvents: null })).toEqual([
      'a 2020-02-03 700 validated ordinary/worked',
    ]);
  });

  test('without any event expects none', () => {
    expect(outcomeOf({ lines: [line()], contractEvents: [] })).toEqual([
      'a 2020-02-03 700 rejected check contract-inactive',
    ]);
  });

  test('expects them as soon as it is notified', () => {
    expect(outcomeOf({ lines: [days], contractEvents: [{ ...notified, on: '2020-02-04' }] })).toEqual([
      'a 2020-01-31..2020-02-03 1400 rejected check contract-inactive',
      'a 2020-02-04..2020-02-10 3500 validated ordinary/worked',
    ]);
  });

  test('stopped expects telework but no work on site', () => {
    const contractEvents = [notified, started, stopped];
    expect(outcomeOf({ lines: [days], contractEvents })).toEqual([
      'a 2020-01-31..2020-02-04 2100 validated ordinary/worked',
      'a 2020-02-05..2020-02-10 2800 rejected check contract-inactive',
    ]);
    expect(outcomeOf({ lines: [{ ...days, kind: 'telework' }], contractEvents })).toEqual([
      'a 2020-01-31..2020-02-10 4900 validated ordinary/worked',
    ]);
  });

  test('is judged as it was known: a halt told two days later was not known before', () => {
    const contractEvents = [notified, started, stopped];
    expect(outcomeOf({ lines: [days], contractEvents, knownOn: '2020-02-06' })).toEqual([
      'a 2020-01-31..2020-02-10 4900 validated ordinary/worked',
    ]);
  });

  test('comes after the placement and the window of the person', () => {
    const narrow = { ...placement, from: '2020-02-03', eligibleFrom: '2020-02-04', to: '2020-02-06' };
    expect(outcomeOf({ placement: narrow, lines: [days], contractEvents: [] })).toEqual([
      'a 2020-01-31 700 rejected check outside-placement',
      'a 2020-02-03 700 rejected check outside-eligibility',
      'a 2020-02-04..2020-02-06 2100 rejected check contract-inactive',
      'a 2020-02-07..2020-02-10 1400 rejected check outside-placement',
    ]);
  });

  test('comes before hours declared elsewhere', () => {
    const early = { ...placement, eligibleFrom: '2020-02-04' };
    const elsewhere = [{ ...days, clause: 'K1', receivedOn: '2020-01-01' }];
    const contractEvents = [notified, started, stopped];
    expect(outcomeOf({ placement: early, lines: [days], elsewhere, contractEvents })).toEqual([
      'a 2020-01-31..2020-02-03 1400 rejected check outside-eligibility',
      'a 2020-02-04 700 rejected check duplicate',
      'a 2020-02-05..2020-02-10 2800 rejected check contract-inactive',
    ]);
  });
});

describe('hours declared on another clause', () => {
  const counted = ['a 2020-02-03 700 validated ordinary/worked'];
  const duplicate = ['a 2020-02-03 700 rejected check duplicate'];

  function beside(other: Partial<ElsewhereLine>, receivedOn: string | null = '2020-03-05'): string[] {
    const same = { from: '2020-02-03', to: '2020-02-03', kind: 'worked_on_site' as const, centihours: 700 };
    const elsewhere = [{ ...same, clause: 'K7', receivedOn: '2020-03-05', ...other }];
    return outcomeOf({ lines: [line({ receivedOn })], elsewhere, knownOn: '2020-09-01' });
  }

  test('and received earlier keep the day', () => {
    expect(beside({ receivedOn: '2020-03-04' })).toEqual(duplicate);
    expect(beside({ receivedOn: '2020-03-06' })).toEqual(counted);
  });

  test('and received on the same day keep it when their clause id is smaller', () => {
    expect(beside({ clause: 'K7' })).toEqual(counted);
    expect(beside({ clause: 'K4' })).toEqual(duplicate);
    expect(beside({ clause: 'K10' })).toEqual(duplicate);
    expect(beside({ clause: 'K50' })).toEqual(counted);
    expect(beside({ clause: 'K' })).toEqual(duplicate);
  });

  test('clause ids compare by code point', () => {
    const elsewhere = [{ ...line({ receivedOn: '2020-03-05' }), clause: '\uff5e' }];
    const lines = [line({ receivedOn: '2020-03-05' })];
    expect(outcomeOf({ placement: { ...placement, clause: '\u{1f600}' }, lines, elsewhere })).toEqual(duplicate);
  });

  test('without a day of reception count as received on the day of the question', () => {
    expect(beside({ receivedOn: undefined }, '2020-09-02')).toEqual(duplicate);
    expect(beside({ receivedOn: null }, '2020-08-31')).toEqual(counted);
    expect(beside({ receivedOn: '2020-08-31' }, null)).toEqual(duplicate);
    expect(beside({ receivedOn: '2020-09-02' }, null)).toEqual(counted);
    expect(beside({ receivedOn: null, clause: 'K4' }, null)).toEqual(duplicate);
    expect(beside({ receivedOn: null, clause: 'K7' }, null)).toEqual(counted);
  });

  test('of another kind are others', () => {
    expect(beside({ kind: 'telework', receivedOn: '2020-03-04' })).toEqual(counted);
  });

  test('of the same clause are no duplicate: they are the line itself, or one beside it', () => {
    expect(beside({ clause: 'K5', receivedOn: '2020-03-04' })).toEqual(counted);
  });

  test('are a duplicate only on days on which they lay hours', () => {
    expect(beside({ from: '2020-02-04', to: '2020-02-04', receivedOn: '2020-03-04' })).toEqual(counted);
    expect(beside({ from: '2020-02-01', to: '2020-02-04', receivedOn: '2020-03-04' })).toEqual(duplicate);
    expect(beside({ centihours: 0, receivedOn: '2020-03-04' })).toEqual(counted);
    // One hundredth for two days: it lies on the first, Friday 31 January.
    const oneHundredth = { from: '2020-01-31', to: '2020-02-03', centihours: 1, receivedOn: '2020-03-04' };
    expect(beside(oneHundredth)).toEqual(counted);
  });

  test('on a weekend between working days are laid on no weekend', () => {
    const lines = [line({ from: '2020-02-08', to: '2020-02-08', receivedOn: '2020-03-05' })];
    const week = { ...line({ from: '2020-02-03', to: '2020-02-14', centihours: 7000, receivedOn: '2020-03-01' }) };
    expect(outcomeOf({ lines, elsewhere: [{ ...week, clause: 'K7' }] })).toEqual([
      'a 2020-02-08 700 validated ordinary/worked',
    ]);
  });

  test('count however few they are, and reject the whole day', () => {
    expect(beside({ centihours: 1, receivedOn: '2020-03-04' })).toEqual(duplicate);
  });

  test('of several clauses need one earlier to keep the day', () => {
    const claim = (clause: string, receivedOn: string) => ({ ...line({ receivedOn }), clause });
    const lines = [line({ receivedOn: '2020-03-05' })];
    expect(outcomeOf({ lines, elsewhere: [claim('K9', '2020-03-06'), claim('K8', '2020-03-04')] })).toEqual(duplicate);
    expect(outcomeOf({ lines, elsewhere: [claim('K8', '2020-03-04'), claim('K9', '2020-03-06')] })).toEqual(duplicate);
    expect(outcomeOf({ lines, elsewhere: [claim('K9', '2020-03-05'), claim('K1', '2020-03-05')] })).toEqual(duplicate);
    expect(outcomeOf({ lines, elsewhere: [claim('K9', '2020-03-05'), claim('K6', '2020-03-06')] })).toEqual(counted);
  });

  test('reject only the days that both declare', () => {
    const elsewhere = [{ ...line({ from: '2020-02-04', to: '2020-02-05', receivedOn: '2020-03-01' }), clause: 'K7' }];
    expect(outcomeOf({ lines: [{ ...days, receivedOn: '2020-03-05' }], elsewhere })).toEqual([
      'a 2020-01-31..2020-02-03 1400 validated ordinary/worked',
      'a 2020-02-04..2020-02-05 1400 rejected check duplicate',
      'a 2020-02-06..2020-02-10 2100 validated ordinary/worked',
    ]);
  });

  test('received after the day of the question are the caller’s to leave out: a given line counts', () => {
    const elsewhere = [{ ...line({ receivedOn: '2020-10-01' }), clause: 'K7' }];
    expect(outcomeOf({ lines: [line({ receivedOn: '2020-10-02' })], elsewhere })).toEqual(duplicate);
  });
});
