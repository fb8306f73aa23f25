import {
  type CensusQuestion,
  censusQuestionSchema,
  type HeardContract,
  standingsOn,
} from '@jonction/domain/census/grid';
import type { ContractEventType } from '@jonction/domain/contract/lifecycle';
import {
  type Confirmation,
  confirmedStanding,
  type SaidFact,
  standingOf,
  unknownSince,
} from '@jonction/domain/contract/standing';
import { describe, expect, it } from 'vitest';

const said = (type: ContractEventType, on: string, changes: Partial<SaidFact> = {}): SaidFact => ({
  type,
  on,
  recordedOn: on,
  endsOn: null,
  source: 'facilitator',
  ...changes,
});
const running = [said('notify', '2020-01-06', { endsOn: '2020-12-19' }), said('start', '2020-01-13')];
const heard = (id: string, facts: readonly SaidFact[], confirmations: Confirmation[] = []): HeardContract => ({
  id,
  facts,
  confirmations,
});
const site = heard('site', [
  ...running,
  said('stop', '2020-03-17', { recordedOn: '2020-03-25', source: 'buyer_answer' }),
  said('resume', '2020-05-11', { recordedOn: '2020-05-12', source: 'phone' }),
]);
const school = heard('school', [...running, said('extend', '2020-04-20', { endsOn: '2021-03-31' })]);
const quiet = heard('quiet', running, [{ source: 'mail', recordedOn: '2020-04-02' }]);
const all = [site, school, quiet];
const on = (knownOn: string, changes: Partial<Parameters<typeof standingsOn>[1]> = {}) =>
  standingsOn(all, { statuses: [], liveOnly: false, comparedOn: null, knownOn, ...changes });

describe('the census as known on a day', () => {
  it('says of each contract its status, since when, who said it and when, in the order given', () => {
    expect(on('2020-04-12')).toEqual([
      {
        ...{ id: 'site', status: 'stopped', since: '2020-03-17', endsOn: '2020-12-19' },
        ...{ saidOn: '2020-03-25', saidBy: 'buyer_answer', before: null },
      },
      {
        ...{ id: 'school', status: 'active', since: '2020-01-13', endsOn: '2020-12-19' },
        ...{ saidOn: '2020-01-13', saidBy: 'facilitator', before: null },
      },
      {
        ...{ id: 'quiet', status: 'active', since: '2020-01-13', endsOn: '2020-12-19' },
        ...{ saidOn: '2020-04-02', saidBy: 'mail', before: null },
      },
    ]);
  });

  it('does not know on the 20th of March what was told on the 25th', () => {
    expect(on('2020-03-20').map(({ status }) => status)).toEqual(['active', 'active', 'active']);
  });

  it.each<[string, string[]]>([
    ['2020-03-20', []],
    ['2020-03-25', ['site']],
    ['2020-05-11', ['site']],
    ['2020-05-12', []],
  ])('filters on %s by the status of that day', (knownOn, stopped) => {
    expect(on(knownOn, { statuses: ['stopped'] }).map(({ id }) => id)).toEqual(stopped);
  });

  it('keeps what runs on that day: an end set later does not end it sooner', () => {
    expect(on('2020-12-31', { liveOnly: true }).map(({ id }) => id)).toEqual(['school']);
    expect(on('2020-12-19', { liveOnly: true }).map(({ id }) => id)).toEqual(['site', 'school', 'quiet']);
  });

  it('compares two days: only what differs, with what it was', () => {
    const differing = on('2020-04-25', { comparedOn: '2020-03-01' });
    expect(
      differing.map(({ id, status, endsOn, before }) => [id, status, endsOn, before?.status, before?.endsOn]),
    ).toEqual([
      ['site', 'stopped', '2020-12-19', 'active', '2020-12-19'],
      ['school', 'active', '2021-03-31', 'active', '2020-12-19'],
    ]);
  });

  it('shows no difference between a day and itself, nor where only the freshness moved', () => {
    expect(on('2020-04-25', { comparedOn: '2020-04-25' })).toEqual([]);
    expect(
      standingsOn([quiet], { statuses: [], liveOnly: false, knownOn: '2020-04-25', comparedOn: '2020-03-01' }),
    ).toEqual([]);
  });

  it('says a contract that was not known at first as new: from nothing', () => {
    const [first] = on('2020-02-01', { comparedOn: '2020-01-01' });
    expect(first).toMatchObject({ id: 'site', status: 'active', before: { status: 'none', since: null } });
  });
});

describe('an answer that nothing changed', () => {
  const standing = standingOf({ events: running, asOf: '2020-12-01', knownOn: '2020-12-01' });
  const told = (confirmations: Confirmation[], knownOn = '2020-12-01') =>
    confirmedStanding(standing, confirmations, knownOn);

  it('makes the status fresh, and moves nothing else', () => {
    expect(told([{ source: 'buyer_answer', recordedOn: '2020-09-30' }])).toEqual({
      ...standing,
      saidOn: '2020-09-30',
      saidBy: 'buyer_answer',
    });
  });

  it.each<[string, Confirmation[], string | null]>([
    [
      'the latest counts',
      [
        { source: 'mail', recordedOn: '2020-06-30' },
        { source: 'phone', recordedOn: '2020-09-30' },
      ],
      '2020-09-30',
    ],
    [
      'in any order',
      [
        { source: 'phone', recordedOn: '2020-09-30' },
        { source: 'mail', recordedOn: '2020-06-30' },
      ],
      '2020-09-30',
    ],
    ['not one older than the last news', [{ source: 'mail', recordedOn: '2020-01-02' }], '2020-01-13'],
    ['not one of a later day', [{ source: 'mail', recordedOn: '2021-01-02' }], '2020-01-13'],
    [
      'not one that was taken back',
      [{ source: 'mail', recordedOn: '2020-06-30', withdrawnOn: '2020-06-30' }],
      '2020-01-13',
    ],
    [
      'one that is taken back later',
      [{ source: 'mail', recordedOn: '2020-06-30', withdrawnOn: '2020-12-02' }],
      '2020-06-30',
    ],
  ])('%s', (_, confirmations, saidOn) => {
    expect(told(confirmations).saidOn).toBe(saidOn);
  });

  it('ends the time in which nobody knew', () => {
    expect(unknownSince(standing, '2020-12-01')).toBe('2020-07-15');
    expect(unknownSince(told([{ source: 'phone', recordedOn: '2020-09-30' }]), '2020-12-01')).toBeNull();
  });

  it('is news where nothing else is', () => {
    const nothing = standingOf({ events: [], asOf: '2020-12-01', knownOn: '2020-12-01' });
    expect(confirmedStanding(nothing, [{ source: 'phone', recordedOn: '2020-09-30' }], '2020-12-01')).toMatchObject({
      status: 'none',
      saidOn: '2020-09-30',
      saidBy: 'phone',
    });
  });
});

describe('what a grid may ask', () => {
  it('is the first hundred rows of all contracts, as known now, unless said', () => {
    expect(censusQuestionSchema.parse({})).toMatchObject({
      from: 0,
      rows: 100,
      knownOn: null,
      comparedOn: null,
      statuses: [],
    });
  });

  it.each<[string, Partial<Record<keyof CensusQuestion, unknown>>]>([
    ['more rows than a screen and its surroundings', { rows: 201 }],
    ['no row', { rows: 0 }],
    ['a row before the first', { from: -1 }],
    ['half a row', { from: 1.5 }],
    ['a day that is none', { knownOn: '2020-13-01' }],
    ['a day to compare with that is none', { comparedOn: 'hier' }],
    ['a status that is none', { statuses: ['asleep'] }],
  ])('refuses %s', (_, asked) => {
    expect(censusQuestionSchema.safeParse(asked).success).toBe(false);
  });
});
