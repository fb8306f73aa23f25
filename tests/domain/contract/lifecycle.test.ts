import {
  allowedEvents,
  type ContractEventType,
  type ContractStatus,
  contractEventTypes,
  contractStatuses,
  contractTransitions,
  statusAfter,
} from '@jonction/domain/contract/lifecycle';
import { describe, expect, test } from 'vitest';
import { oracleAfter, oracleAllowed } from './oracle.ts';

/** Every arrow there is, as the field's story tells them. */
const arrows: Record<ContractStatus, Partial<Record<ContractEventType, ContractStatus>>> = {
  none: { plan: 'planned', notify: 'notified' },
  planned: { study: 'study', archive: 'archived' },
  study: { no_clause: 'no_clause', tender: 'tender', archive: 'archived' },
  no_clause: { archive: 'archived' },
  tender: { award: 'awarded', unsuccessful: 'unsuccessful' },
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
    suspend: 'suspended',
    suspend_clause: 'clause_suspended',
    resume: 'active',
    extend: 'stopped',
    terminate: 'terminated',
    complete: 'completed',
  },
  suspended: { resume: 'active', extend: 'suspended', terminate: 'terminated' },
  clause_suspended: { resume: 'active', extend: 'clause_suspended', terminate: 'terminated' },
  terminated: { settle: 'settled' },
  completed: { settle: 'settled' },
  settled: { archive: 'archived' },
  archived: {},
};

describe.each(contractStatuses)('a contract of status %s', (status) => {
  test.each(contractEventTypes)('answers to %s as the story tells', (type) => {
    expect(statusAfter(status, type)).toBe(arrows[status][type] ?? null);
    expect(statusAfter(status, type)).toBe(oracleAfter(status, type));
  });

  test('names what it accepts, sorted', () => {
    const expected = Object.keys(arrows[status]).sort();
    expect(allowedEvents(status)).toEqual(expected);
    expect(allowedEvents(status)).toEqual(oracleAllowed(status));
  });
});

test('there are sixteen statuses and seventeen events', () => {
  expect(contractStatuses).toHaveLength(16);
  expect(new Set(contractStatuses).size).toBe(16);
  expect(contractEventTypes).toHaveLength(17);
  expect(new Set(contractEventTypes).size).toBe(17);
});

test('every status but the first can be reached, and every one leads to the archive', () => {
  const reached = new Set<ContractStatus>(['none']);
  for (let round = 0; round < contractStatuses.length; round++) {
    for (const status of [...reached]) {
      for (const type of allowedEvents(status)) reached.add(statusAfter(status, type) ?? status);
    }
  }
  expect(reached).toEqual(new Set(contractStatuses));

  const leadsToArchive = new Set<ContractStatus>(['archived']);
  for (let round = 0; round < contractStatuses.length; round++) {
    for (const status of contractStatuses) {
      const next = allowedEvents(status).map((type) => statusAfter(status, type) ?? status);
      if (next.some((one) => leadsToArchive.has(one))) leadsToArchive.add(status);
    }
  }
  expect(leadsToArchive).toEqual(new Set(contractStatuses));
});

test.each(Object.entries(contractTransitions))('event %s says where it is found', (_, { source, from }) => {
  expect(source).toMatch(/\S/);
  expect(from.length).toBeGreaterThan(0);
});
