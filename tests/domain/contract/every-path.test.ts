import type { ContractFact } from '@jonction/domain/contract/event';
import { type ContractEventType, contractEventTypes, contractStatuses } from '@jonction/domain/contract/lifecycle';
import { standingOf } from '@jonction/domain/contract/standing';
import { expectsHours, foldStatus } from '@jonction/domain/contract/status';
import { describe, expect, test } from 'vitest';

type Row = Partial<Record<ContractEventType, string>>;

const halted: Row = { resume: 'active', terminate: 'terminated' };

/** The table turned round: what each status lets happen, and where that leads. */
const table: Record<string, Row> = {
  none: { plan: 'planned', notify: 'notified' },
  planned: { study: 'study', archive: 'archived' },
  study: { no_clause: 'no_clause', tender: 'tender', archive: 'archived' },
  no_clause: { archive: 'archived' },
  tender: { unsuccessful: 'unsuccessful', award: 'awarded' },
  unsuccessful: { study: 'study', archive: 'archived' },
  awarded: { notify: 'notified', terminate: 'terminated' },
  notified: {
    start: 'active',
    stop: 'stopped',
    suspend: 'suspended',
    suspend_clause: 'clause_suspended',
    extend: 'notified',
    terminate: 'terminated',
    complete: 'completed',
  },
  active: {
    stop: 'stopped',
    suspend: 'suspended',
    suspend_clause: 'clause_suspended',
    extend: 'active',
    terminate: 'terminated',
    complete: 'completed',
  },
  stopped: {
    ...halted,
    suspend: 'suspended',
    suspend_clause: 'clause_suspended',
    extend: 'stopped',
    complete: 'completed',
  },
  suspended: { ...halted, extend: 'suspended' },
  clause_suspended: { ...halted, extend: 'clause_suspended' },
  terminated: { settle: 'settled' },
  completed: { settle: 'settled' },
  settled: { archive: 'archived' },
  archived: {},
};

/** A shortest story that ends in each status. */
const storyTo: Record<string, ContractEventType[]> = {
  none: [],
  planned: ['plan'],
  study: ['plan', 'study'],
  no_clause: ['plan', 'study', 'no_clause'],
  tender: ['plan', 'study', 'tender'],
  unsuccessful: ['plan', 'study', 'tender', 'unsuccessful'],
  awarded: ['plan', 'study', 'tender', 'award'],
  notified: ['notify'],
  active: ['notify', 'start'],
  stopped: ['notify', 'stop'],
  suspended: ['notify', 'suspend'],
  clause_suspended: ['notify', 'suspend_clause'],
  terminated: ['notify', 'terminate'],
  completed: ['notify', 'complete'],
  settled: ['notify', 'complete', 'settle'],
  archived: ['plan', 'archive'],
};

/** One event a day from 1 March 2021 on, each recorded on its day. */
function story(types: readonly ContractEventType[]): ContractFact[] {
  return types.map((type, index) => {
    const on = `2021-03-${String(index + 1).padStart(2, '0')}`;
    return { type, on, recordedOn: on };
  });
}

function walk(types: readonly ContractEventType[]): { status: string; refused: unknown[] } {
  let status = 'none';
  const refused: unknown[] = [];
  types.forEach((type, event) => {
    const next = table[status]?.[type];
    if (next === undefined) refused.push({ event, allowed: Object.keys(table[status] ?? {}).sort() });
    else status = next;
  });
  return { status, refused };
}

function foldOf(events: readonly ContractFact[]) {
  return foldStatus({ events, asOf: '2021-12-31', knownOn: '2021-12-31' });
}

describe('the life of a contract', () => {
  test.each(contractStatuses.map((status) => [status]))('reaches %s, by its shortest story', (status) => {
    const types = storyTo[status] ?? [];
    expect(foldOf(story(types))).toEqual({ status, endsOn: null, refused: [] });
  });

  test.each(contractStatuses.map((status) => [status]))(
    'from %s goes where the table says, and nowhere else',
    (status) => {
      const before = storyTo[status] ?? [];
      const reached = contractEventTypes.map((type) => [type, foldOf(story([...before, type]))] as const);
      const allowed = Object.keys(table[status] ?? {}).sort();
      for (const [type, { status: after, refused }] of reached) {
        const expected = table[status]?.[type];
        expect([type, after]).toEqual([type, expected ?? status]);
        expect(refused).toEqual(expected === undefined ? [{ event: before.length, allowed }] : []);
      }
    },
  );

  test('is that of the table for every story of three events after a notification, and before any', () => {
    for (const opening of [[], ['notify']] as ContractEventType[][]) {
      for (const first of contractEventTypes) {
        for (const second of contractEventTypes) {
          for (const third of contractEventTypes) {
            const types = [...opening, first, second, third];
            const { status, refused } = foldOf(story(types));
            expect({ types, status, refused }).toEqual({ types, ...walk(types) });
          }
        }
      }
    }
    expect(walk(['notify', 'complete', 'start', 'settle'])).toEqual({
      status: 'settled',
      refused: [{ event: 2, allowed: ['settle'] }],
    });
  });

  test('never leaves the archive', () => {
    const after = foldOf(story(['plan', 'archive', ...contractEventTypes]));
    expect(after.status).toBe('archived');
    expect(after.refused).toHaveLength(contractEventTypes.length);
  });

  test.each<[string, ContractEventType[], string | null]>([
    ['an extension of a halted contract', ['notify', 'stop', 'extend'], '2022-05-31'],
    ['an extension of a suspended clause', ['notify', 'suspend_clause', 'extend'], '2022-05-31'],
    ['an extension of a contract that was only awarded', ['plan', 'study', 'tender', 'award', 'extend'], null],
    ['an extension of a contract that is over', ['notify', 'complete', 'extend'], null],
    ['a termination', ['notify', 'terminate'], '2022-05-31'],
  ])('takes its end date from %s when that is accepted', (_, types, endsOn) => {
    const events = story(types).map((fact, index) =>
      index === types.length - 1 ? { ...fact, endsOn: '2022-05-31' } : fact,
    );
    expect(foldOf(events).endsOn).toBe(endsOn);
  });
});

describe('hours are expected', () => {
  test.each(
    contractStatuses.map((status) => {
      const kinds = { notified: 'all', active: 'all', stopped: 'off site' } as Record<string, string>;
      return [status, kinds[status] ?? 'none'];
    }),
  )('in %s, weeks after its last event: %s', (status, kinds) => {
    const events = story(storyTo[status] ?? []);
    const on = (kind: string) => expectsHours(events, '2021-04-30', kind, '2021-12-31');
    expect(on('worked_on_site')).toBe(kinds === 'all');
    expect(on('telework')).toBe(kinds !== 'none');
    expect(on('sick_leave')).toBe(kinds !== 'none');
  });

  test.each<[string, ContractEventType[], boolean, boolean]>([
    ['an active contract is terminated', ['notify', 'start', 'terminate'], true, true],
    ['an active contract is completed', ['notify', 'start', 'complete'], true, true],
    ['a halted contract is terminated', ['notify', 'stop', 'terminate'], false, true],
    ['a suspended contract is terminated', ['notify', 'suspend', 'terminate'], false, false],
    ['an active contract is suspended', ['notify', 'start', 'suspend'], false, false],
    ['a suspended contract cannot be completed', ['notify', 'suspend', 'complete'], false, false],
  ])('or not on the very day on which %s', (_, types, onSite, telework) => {
    const events = story(types);
    const day = `2021-03-0${types.length}`;
    expect(expectsHours(events, day, 'worked_on_site', '2021-12-31')).toBe(onSite);
    expect(expectsHours(events, day, 'telework', '2021-12-31')).toBe(telework);
  });

  test('no more on the day after an end, whatever was expected before', () => {
    for (const end of ['terminate', 'complete'] as const) {
      const events = story(['notify', 'start', end]);
      expect(expectsHours(events, '2021-03-04', 'telework', '2021-12-31')).toBe(false);
    }
  });

  test('as before on the day of an end that is not known yet', () => {
    const events: ContractFact[] = [
      ...story(['notify', 'start']),
      { type: 'terminate', on: '2021-03-10', recordedOn: '2021-03-20' },
    ];
    expect(expectsHours(events, '2021-03-11', 'worked_on_site', '2021-03-19')).toBe(true);
    expect(expectsHours(events, '2021-03-11', 'worked_on_site', '2021-03-20')).toBe(false);
  });
});

describe('the word that a status rests on', () => {
  test('is that of the accepted event recorded last, even when an older one takes effect after it', () => {
    const events = [
      { type: 'notify', on: '2021-03-01', recordedOn: '2021-03-01', source: 'decp' },
      { type: 'start', on: '2021-03-05', recordedOn: '2021-04-20', source: 'phone' },
      { type: 'stop', on: '2021-04-01', recordedOn: '2021-04-02', source: 'mail' },
      { type: 'settle', on: '2021-04-03', recordedOn: '2021-05-02', source: 'import' },
    ] as const;
    expect(standingOf({ events, asOf: '2021-06-30', knownOn: '2021-06-30' })).toEqual({
      status: 'stopped',
      since: '2021-04-01',
      endsOn: null,
      saidOn: '2021-04-20',
      saidBy: 'phone',
    });
  });
});
