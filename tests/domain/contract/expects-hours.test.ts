import type { ContractFact } from '@jonction/domain/contract/event';
import type { ContractEventType } from '@jonction/domain/contract/lifecycle';
import { expectsHours, expectsHoursOn, foldStatus, timelineOf } from '@jonction/domain/contract/status';
import { dayNumber, eachDay } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contractFactsArbitrary, dayArbitrary } from './arbitraries.ts';
import { oracleExpectsHours } from './oracle.ts';

function event(type: ContractEventType, on: string, recordedOn = on): ContractFact {
  return { type, on, recordedOn };
}

const notified = event('notify', '2020-01-02');
const started = event('start', '2020-01-06');

function expected(events: ContractFact[], day: string, kind = 'worked_on_site', knownOn = '2022-01-01'): boolean {
  return expectsHours(events, day, kind, knownOn);
}

/** Work on site and telework expected on a day: `both`, `telework`, `none`. */
function expectedOn(events: ContractFact[], day: string): string {
  const onSite = expected(events, day, 'worked_on_site');
  const telework = expected(events, day, 'telework');
  if (onSite) return telework ? 'both' : 'on site alone';
  return telework ? 'telework' : 'none';
}

describe('hours are expected', () => {
  test('not without any event', () => {
    expect(expectedOn([], '2020-06-01')).toBe('none');
  });

  test('not before the notification, and from its day on', () => {
    expect(expectedOn([notified], '2020-01-01')).toBe('none');
    expect(expectedOn([notified], '2020-01-02')).toBe('both');
    expect(expectedOn([notified, started], '2020-06-01')).toBe('both');
  });

  test.each([
    ['stop', 'telework'],
    ['suspend', 'none'],
    ['suspend_clause', 'none'],
  ] as const)('from the day of %s: %s', (type, level) => {
    const events = [notified, started, event(type, '2020-03-17')];
    expect(expectedOn(events, '2020-03-16')).toBe('both');
    expect(expectedOn(events, '2020-03-17')).toBe(level);
    expect(expectedOn(events, '2020-04-17')).toBe(level);
  });

  test('of every kind but work on site while the sites are stopped', () => {
    const events = [notified, started, event('stop', '2020-03-17')];
    for (const kind of ['telework', 'training', 'sick_leave', 'partial_unemployment', 'internship']) {
      expect(expected(events, '2020-03-18', kind)).toBe(true);
    }
    expect(expected(events, '2020-03-18', 'worked_on_site')).toBe(false);
  });

  test('again from the day of the resumption', () => {
    const events = [notified, started, event('suspend', '2020-03-17'), event('resume', '2020-05-11')];
    expect(expectedOn(events, '2020-05-10')).toBe('none');
    expect(expectedOn(events, '2020-05-11')).toBe('both');
  });

  test('not while a contract is planned, studied, tendered or awarded', () => {
    const events = [
      event('plan', '2020-01-01'),
      event('study', '2020-01-02'),
      event('tender', '2020-01-03'),
      event('award', '2020-01-04'),
    ];
    for (const day of eachDay('2020-01-01', '2020-01-05')) expect(expectedOn(events, day)).toBe('none');
  });

  test('through an extension as before it', () => {
    const events = [notified, started, event('stop', '2020-03-17'), event('extend', '2020-04-01')];
    expect(expectedOn(events, '2020-04-01')).toBe('telework');
  });

  test('as they were known', () => {
    const events = [notified, started, event('stop', '2020-03-17', '2020-03-20')];
    expect(expected(events, '2020-03-18', 'worked_on_site', '2020-03-19')).toBe(true);
    expect(expected(events, '2020-03-18', 'worked_on_site', '2020-03-20')).toBe(false);
    expect(expected(events, '2020-03-18', 'worked_on_site', '2020-01-01')).toBe(false);
  });
});

describe.each(['terminate', 'complete'] as const)('on the day of %s', (type) => {
  const end = event(type, '2020-02-12');

  test('hours are expected when they were just before, and not the day after', () => {
    expect(expectedOn([notified, started, end], '2020-02-11')).toBe('both');
    expect(expectedOn([notified, started, end], '2020-02-12')).toBe('both');
    expect(expectedOn([notified, started, end], '2020-02-13')).toBe('none');
  });

  test('they are those of a stopped contract when it was stopped', () => {
    expect(expectedOn([notified, started, event('stop', '2020-02-03'), end], '2020-02-12')).toBe('telework');
    expect(expectedOn([notified, started, event('stop', '2020-02-12', '2020-02-10'), end], '2020-02-12')).toBe(
      'telework',
    );
  });

  test('a start of the same day is enough', () => {
    expect(expectedOn([event('notify', '2020-02-12'), end], '2020-02-12')).toBe('both');
  });

  test('a stop of the same day, recorded after it, is refused and takes nothing', () => {
    expect(expectedOn([notified, started, end, event('stop', '2020-02-12', '2020-02-20')], '2020-02-12')).toBe('both');
  });

  test('the settlement of the same day takes nothing', () => {
    expect(expectedOn([notified, started, end, event('settle', '2020-02-12')], '2020-02-12')).toBe('both');
  });

  test('an end not known yet ends nothing', () => {
    const late = event(type, '2020-02-12', '2020-03-02');
    expect(expected([notified, started, late], '2020-02-13', 'telework', '2020-03-01')).toBe(true);
    expect(expected([notified, started, late], '2020-02-13', 'telework', '2020-03-02')).toBe(false);
  });

  test('an end that is refused gives no last day', () => {
    expect(expectedOn([end], '2020-02-12')).toBe('none');
    expect(expectedOn([event('plan', '2020-01-01'), end], '2020-02-12')).toBe('none');
  });
});

test('the termination of a suspended or merely awarded contract gives no last day', () => {
  const end = event('terminate', '2020-02-12');
  expect(expectedOn([notified, started, event('suspend', '2020-02-03'), end], '2020-02-12')).toBe('none');
  expect(expectedOn([notified, started, event('suspend_clause', '2020-02-03'), end], '2020-02-12')).toBe('none');
  const awarded = [
    event('plan', '2019-01-01'),
    event('study', '2019-02-01'),
    event('tender', '2019-03-01'),
    event('award', '2019-04-01'),
  ];
  expect(expectedOn([...awarded, end], '2020-02-12')).toBe('none');
});

describe('whatever the events', () => {
  const kinds = fc.constantFrom('worked_on_site', 'telework', 'sick_leave');

  test('the answer is that of the sentence read by the letter', () => {
    fc.assert(
      fc.property(contractFactsArbitrary, dayArbitrary(), kinds, dayArbitrary(), (events, day, kind, knownOn) => {
        expect(expectsHours(events, day, kind, knownOn)).toBe(oracleExpectsHours(events, day, kind, knownOn));
      }),
      { numRuns: 1000 },
    );
  });

  test('a timeline folded once answers each day as a fold of that day would', () => {
    fc.assert(
      fc.property(contractFactsArbitrary, kinds, (events, kind) => {
        const timeline = timelineOf(events, '2022-01-01');
        for (const day of eachDay('2020-03-01', '2020-06-15')) {
          expect(expectsHoursOn(timeline, dayNumber(day), kind)).toBe(
            oracleExpectsHours(events, day, kind, '2022-01-01'),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test('they are always expected while the contract is notified or active, never before its notification', () => {
    fc.assert(
      fc.property(contractFactsArbitrary, dayArbitrary(), kinds, (events, day, kind) => {
        const { status } = foldStatus({ events, asOf: day, knownOn: '2022-01-01' });
        const answer = expectsHours(events, day, kind, '2022-01-01');
        if (status === 'notified' || status === 'active') expect(answer).toBe(true);
        if (['none', 'planned', 'study', 'tender', 'awarded'].includes(status)) expect(answer).toBe(false);
      }),
    );
  });
});
