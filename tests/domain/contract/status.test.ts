import type { ContractFact } from '@jonction/domain/contract/event';
import type { ContractEventType } from '@jonction/domain/contract/lifecycle';
import { foldStatus } from '@jonction/domain/contract/status';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contractFactsArbitrary, dayArbitrary } from './arbitraries.ts';
import { oracleStatus } from './oracle.ts';

function event(type: ContractEventType, on: string, changes: Partial<ContractFact> = {}): ContractFact {
  return { type, on, recordedOn: on, ...changes };
}

const notified = event('notify', '2020-01-02', { endsOn: '2021-12-31' });
const started = event('start', '2020-01-06');
const stopped = event('stop', '2020-03-17', { recordedOn: '2020-03-20' });

/** Status and end date on a day, known on that day unless said otherwise. */
function on(asOf: string, events: ContractFact[], knownOn = '2022-01-01') {
  return foldStatus({ events, asOf, knownOn });
}

describe('the status of a contract on a day', () => {
  test('without events is none, without an end', () => {
    expect(on('2020-06-01', [])).toEqual({ status: 'none', endsOn: null, refused: [] });
  });

  test('follows the whole story of a contract', () => {
    const story = [
      event('plan', '2019-01-10'),
      event('study', '2019-02-10'),
      event('tender', '2019-04-10'),
      event('unsuccessful', '2019-06-10'),
      event('study', '2019-06-20'),
      event('tender', '2019-07-10'),
      event('award', '2019-10-10'),
      event('notify', '2019-11-10'),
      event('start', '2019-12-10'),
      event('stop', '2020-03-17'),
      event('suspend', '2020-04-10'),
      event('extend', '2020-05-04', { endsOn: '2021-11-09' }),
      event('resume', '2020-05-11'),
      event('suspend_clause', '2020-09-10'),
      event('resume', '2020-11-10'),
      event('complete', '2021-11-09'),
      event('settle', '2022-01-10'),
      event('archive', '2022-02-10'),
    ];
    const statuses = story.map(({ on: day }) => on(day, story, '2023-01-01').status);
    expect(statuses).toEqual([
      'planned',
      'study',
      'tender',
      'unsuccessful',
      'study',
      'tender',
      'awarded',
      'notified',
      'active',
      'stopped',
      'suspended',
      'suspended',
      'active',
      'clause_suspended',
      'active',
      'completed',
      'settled',
      'archived',
    ]);
    expect(on('2023-01-01', story, '2023-01-01').refused).toEqual([]);
  });

  test('counts an event from its day of effect', () => {
    expect(on('2020-01-05', [notified, started]).status).toBe('notified');
    expect(on('2020-01-06', [notified, started]).status).toBe('active');
  });

  test('counts an event from the day on which it was recorded', () => {
    const events = [notified, started, stopped];
    expect(on('2020-03-18', events, '2020-03-19').status).toBe('active');
    expect(on('2020-03-18', events, '2020-03-20').status).toBe('stopped');
  });

  test('may know beforehand what will take effect later', () => {
    const announced = event('terminate', '2020-06-30', { recordedOn: '2020-05-02' });
    expect(on('2020-06-29', [notified, started, announced], '2020-05-02').status).toBe('active');
    expect(on('2020-06-30', [notified, started, announced], '2020-05-02').status).toBe('terminated');
    expect(on('2020-06-30', [notified, started, announced], '2020-05-01').status).toBe('active');
  });
});

describe('the order of the fold', () => {
  test('is by day of effect, whatever the order given', () => {
    expect(on('2020-06-01', [stopped, started, notified])).toEqual({
      status: 'stopped',
      endsOn: '2021-12-31',
      refused: [],
    });
  });

  test('is by day recorded among events of one day', () => {
    const resumed = event('resume', '2020-03-17', { recordedOn: '2020-03-25' });
    expect(on('2020-06-01', [notified, started, resumed, stopped]).status).toBe('active');
  });

  test('is the order given among events of one day recorded on one day', () => {
    const stop = event('stop', '2020-03-17');
    const resume = event('resume', '2020-03-17');
    expect(on('2020-06-01', [notified, started, stop, resume]).status).toBe('active');
    expect(on('2020-06-01', [notified, started, resume, stop])).toMatchObject({
      status: 'stopped',
      refused: [{ event: 2 }],
    });
  });

  test('lets a late answer take its place among what was already known', () => {
    const completed = event('complete', '2020-06-30');
    const suspended = event('suspend', '2020-03-25', { recordedOn: '2020-07-15' });
    const events = [notified, started, completed, suspended];
    expect(on('2020-08-01', events, '2020-07-14').status).toBe('completed');
    expect(on('2020-08-01', events, '2020-07-15')).toEqual({
      status: 'suspended',
      endsOn: '2021-12-31',
      refused: [{ event: 2, allowed: ['extend', 'resume', 'terminate'] }],
    });
  });
});

describe('an event that is not allowed where it falls', () => {
  test('is skipped, and told with its place in the list given and what was allowed', () => {
    const again = event('start', '2020-02-03');
    expect(on('2020-06-01', [again, notified, started])).toEqual({
      status: 'active',
      endsOn: '2021-12-31',
      refused: [{ event: 0, allowed: ['complete', 'extend', 'stop', 'suspend', 'suspend_clause', 'terminate'] }],
    });
  });

  test('leaves those after it to be judged as if it had never been', () => {
    const events = [notified, event('resume', '2020-01-04'), started, event('settle', '2020-02-01'), stopped];
    expect(on('2020-06-01', events)).toMatchObject({ status: 'stopped', refused: [{ event: 1 }, { event: 3 }] });
  });

  test('sets no end date', () => {
    const refusedExtension = event('extend', '2020-01-01', { endsOn: '2030-01-01' });
    expect(on('2020-06-01', [refusedExtension, notified]).endsOn).toBe('2021-12-31');
  });

  test('is not told before its day, nor before it is known', () => {
    const again = event('start', '2020-02-03', { recordedOn: '2020-02-10' });
    const events = [notified, started, again];
    expect(on('2020-02-02', events).refused).toEqual([]);
    expect(on('2020-02-03', events, '2020-02-09').refused).toEqual([]);
    expect(on('2020-02-03', events, '2020-02-10').refused).toHaveLength(1);
  });

  test('after the archive, with nothing allowed, says so', () => {
    const events = [event('plan', '2020-01-01'), event('archive', '2020-02-01'), event('study', '2020-03-01')];
    expect(on('2020-06-01', events)).toEqual({
      status: 'archived',
      endsOn: null,
      refused: [{ event: 2, allowed: [] }],
    });
  });

  test('several are told in the order of the fold, not in the order given', () => {
    const events = [
      event('settle', '2020-02-10'),
      event('resume', '2020-02-05'),
      event('plan', '2020-02-07'),
      notified,
    ];
    expect(on('2020-06-01', events).refused.map((one) => one.event)).toEqual([1, 2, 0]);
  });
});

describe('the end date', () => {
  test('is the last set by an accepted event, of whatever type', () => {
    const extended = event('extend', '2020-05-02', { endsOn: '2022-06-30' });
    const resumed = event('resume', '2020-05-11', { endsOn: '2022-08-31' });
    const events = [notified, started, stopped, extended, resumed];
    expect(on('2020-05-01', events).endsOn).toBe('2021-12-31');
    expect(on('2020-05-02', events).endsOn).toBe('2022-06-30');
    expect(on('2020-05-11', events).endsOn).toBe('2022-08-31');
  });

  test('stays when an event carries none, or null', () => {
    expect(on('2020-06-01', [notified, { ...started, endsOn: null }]).endsOn).toBe('2021-12-31');
  });

  test('may be moved to an earlier day', () => {
    const shortened = event('extend', '2020-05-02', { endsOn: '2020-12-31' });
    expect(on('2020-06-01', [notified, shortened]).endsOn).toBe('2020-12-31');
  });

  test('is null as long as nobody gave one', () => {
    expect(on('2020-06-01', [event('notify', '2020-01-02'), started])).toEqual({
      status: 'active',
      endsOn: null,
      refused: [],
    });
  });
});

describe('whatever the events', () => {
  test('the fold is that of the table read by the letter', () => {
    fc.assert(
      fc.property(contractFactsArbitrary, dayArbitrary(), dayArbitrary(), (events, asOf, knownOn) => {
        const question = { events, asOf, knownOn };
        expect(foldStatus(question)).toEqual(oracleStatus(question));
      }),
      { numRuns: 500 },
    );
  });

  test('what is learnt later changes nothing of what was known', () => {
    fc.assert(
      fc.property(contractFactsArbitrary, contractFactsArbitrary, dayArbitrary(), (events, later, asOf) => {
        const learnt = later.map((one) => ({ ...one, recordedOn: '2021-01-01' }));
        const question = { events, asOf, knownOn: '2020-12-31' };
        expect(foldStatus({ ...question, events: [...events, ...learnt] })).toEqual(foldStatus(question));
      }),
    );
  });

  test('what takes effect later changes nothing of the day asked about', () => {
    fc.assert(
      fc.property(contractFactsArbitrary, contractFactsArbitrary, (events, later) => {
        const future = later.map((one) => ({ ...one, on: '2021-01-01' }));
        const question = { events, asOf: '2020-12-31', knownOn: '2022-01-01' };
        expect(foldStatus({ ...question, events: [...events, ...future] })).toEqual(foldStatus(question));
      }),
    );
  });

  test('events given in fold order give the same status as in any other order without ties', () => {
    const apart = contractFactsArbitrary.filter((events) => {
      const keys = events.map((one) => `${one.on} ${one.recordedOn}`);
      return new Set(keys).size === keys.length;
    });
    fc.assert(
      fc.property(apart, dayArbitrary(), (events, asOf) => {
        const { status, endsOn } = foldStatus({ events: events.toReversed(), asOf, knownOn: '2022-01-01' });
        expect({ status, endsOn }).toEqual({
          status: foldStatus({ events, asOf, knownOn: '2022-01-01' }).status,
          endsOn: foldStatus({ events, asOf, knownOn: '2022-01-01' }).endsOn,
        });
      }),
    );
  });
});
