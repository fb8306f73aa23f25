import { isLive, type SaidFact, standingOf, unknownSince } from '@jonction/domain/contract/standing';
import { describe, expect, it } from 'vitest';

const life: SaidFact[] = [
  { type: 'notify', on: '2020-01-06', recordedOn: '2020-01-20', endsOn: '2020-12-19', source: 'decp' },
  { type: 'start', on: '2020-02-03', recordedOn: '2020-02-10', source: 'buyer_answer' },
  { type: 'stop', on: '2020-03-17', recordedOn: '2020-04-12', source: 'phone' },
  { type: 'settle', on: '2020-04-01', recordedOn: '2020-04-20', source: 'mail' },
  { type: 'extend', on: '2020-04-15', recordedOn: '2020-04-15', endsOn: '2021-03-19', source: 'mail' },
];

describe('where a contract stands', () => {
  it('says since when, until when, who said the latest news and when', () => {
    expect(standingOf({ events: life, asOf: '2020-06-01', knownOn: '2020-06-01' })).toEqual({
      status: 'stopped',
      since: '2020-03-17',
      endsOn: '2021-03-19',
      saidOn: '2020-04-15',
      saidBy: 'mail',
    });
  });

  it('takes no news from an event that was set aside', () => {
    const standing = standingOf({ events: life.slice(0, 4), asOf: '2020-06-01', knownOn: '2020-06-01' });
    expect([standing.saidOn, standing.saidBy]).toEqual(['2020-04-12', 'phone']);
  });

  it('keeps to what was known on the day asked', () => {
    const known = (knownOn: string) => standingOf({ events: life, asOf: '2020-03-31', knownOn }).status;
    expect([known('2020-01-19'), known('2020-03-31'), known('2020-04-12')]).toEqual(['none', 'active', 'stopped']);
  });

  it('says nothing of a contract of which nothing was said', () => {
    expect(standingOf({ events: [], asOf: '2020-06-01', knownOn: '2020-06-01' })).toEqual({
      status: 'none',
      since: null,
      endsOn: null,
      saidOn: null,
      saidBy: null,
    });
  });
});

describe('since when nobody knows', () => {
  it.each([
    ['while the news is fresh', { status: 'active', endsOn: '2021-01-01', saidOn: '2020-05-01' }, null],
    ['six months after the last news', { status: 'active', endsOn: null, saidOn: '2019-11-30' }, '2020-06-01'],
    ['on the last day of the contract', { status: 'active', endsOn: '2020-06-01', saidOn: '2020-05-01' }, null],
    ['the day after its end', { status: 'active', endsOn: '2020-05-31', saidOn: '2020-05-01' }, '2020-06-01'],
    ['when somebody spoke after its end', { status: 'active', endsOn: '2020-05-01', saidOn: '2020-05-20' }, null],
    [
      'long after somebody spoke after its end',
      { status: 'stopped', endsOn: '2019-05-01', saidOn: '2019-11-30' },
      '2020-06-01',
    ],
    ['never said, with no end', { status: 'notified', endsOn: null, saidOn: null }, null],
    ['never said, past its end', { status: 'notified', endsOn: '2020-02-29', saidOn: null }, '2020-03-01'],
    [
      'on the day of the end, said then',
      { status: 'active', endsOn: '2020-05-31', saidOn: '2020-05-31' },
      '2020-06-01',
    ],
    ['on the last day of the six months', { status: 'active', endsOn: null, saidOn: '2019-12-01' }, null],
    ['once it is completed', { status: 'completed', endsOn: '2019-05-01', saidOn: '2019-05-01' }, null],
  ] as const)('%s', (_, standing, expected) => {
    expect(unknownSince(standing, '2020-06-01')).toBe(expected);
  });

  it('holds for the statuses that may still run', () => {
    expect(isLive('suspended')).toBe(true);
    expect(isLive('terminated')).toBe(false);
  });
});
