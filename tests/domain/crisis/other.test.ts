import { expect, it } from 'vitest';
import { known } from './contracts.ts';
import { told } from './told.ts';

const crisis = { regime: 'other', from: '2020-04-01', to: null, retenderDays: 0 } as const;

/** An order without an end, from 1 April: what each measure answers for every contract. */
it('answers for scope under an order without an end, from 1 April', () => {
  const expected = {
    site: 'told',
    cleaning: 'told',
    firstDay: 'ended',
    lastDay: 'told',
    dayAfter: 'told',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'told',
    notified: 'told',
    concluded: 'told',
    unknown: 'not_begun',
    stopped: 'told',
    suspended: 'told',
    tender: 'told',
    awarded: 'told',
    unsuccessful: 'ended',
    parking: 'told',
    withoutPenalty: 'told',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'scope', crisis, '2020-04-20')]).toEqual([name, answer]);
  }
});

it('answers for extend_delay under an order without an end, from 1 April', () => {
  const expected = {
    site: 'length_unknown',
    cleaning: 'length_unknown',
    firstDay: 'ended',
    lastDay: 'length_unknown',
    dayAfter: 'length_unknown',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'no_end_known',
    notified: 'length_unknown',
    concluded: 'length_unknown',
    unknown: 'not_begun',
    stopped: 'length_unknown',
    suspended: 'length_unknown',
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'length_unknown',
    withoutPenalty: 'length_unknown',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'extend_delay', crisis, '2020-04-20')]).toEqual([
      name,
      answer,
    ]);
  }
});

it('answers for no_penalty under an order without an end, from 1 April', () => {
  const expected = {
    site: 'no penalty from 2020-04-01 to null',
    cleaning: 'no penalty from 2020-04-01 to null',
    firstDay: 'ended',
    lastDay: 'no penalty from 2020-04-01 to null',
    dayAfter: 'no penalty from 2020-04-01 to null',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'no penalty from 2020-04-01 to null',
    notified: 'no penalty from 2020-04-01 to null',
    concluded: 'no penalty from 2020-04-02 to null',
    unknown: 'not_begun',
    stopped: 'no penalty from 2020-04-01 to null',
    suspended: 'no penalty from 2020-04-01 to null',
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'no penalty from 2020-04-01 to null',
    withoutPenalty: 'no_penalty_written',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'no_penalty', crisis, '2020-04-20')]).toEqual([name, answer]);
  }
});

it('answers for terminate under an order without an end, from 1 April', () => {
  const expected = {
    site: 'terminate on 2020-04-01 to null',
    cleaning: 'terminate on 2020-04-01 to null',
    firstDay: 'ended',
    lastDay: 'terminate on 2020-04-01 to null',
    dayAfter: 'terminate on 2020-04-01 to null',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'terminate on 2020-04-01 to null',
    notified: 'terminate on 2020-04-01 to null',
    concluded: 'terminate on 2020-04-02 to null',
    unknown: 'not_begun',
    stopped: 'terminate on 2020-04-01 to null',
    suspended: 'terminate on 2020-04-01 to null',
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'terminate on 2020-04-01 to null',
    withoutPenalty: 'terminate on 2020-04-01 to null',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'terminate', crisis, '2020-04-20')]).toEqual([name, answer]);
  }
});

it('answers for suspend under an order without an end, from 1 April', () => {
  const expected = {
    site: 'suspend on 2020-04-01 to null',
    cleaning: 'suspend on 2020-04-01 to null',
    firstDay: 'ended',
    lastDay: 'suspend on 2020-04-01 to null',
    dayAfter: 'suspend on 2020-04-01 to null',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'suspend on 2020-04-01 to null',
    notified: 'suspend on 2020-04-01 to null',
    concluded: 'suspend on 2020-04-02 to null',
    unknown: 'not_begun',
    stopped: 'suspend on 2020-04-01 to null',
    suspended: 'status',
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'contract_only',
    withoutPenalty: 'suspend on 2020-04-01 to null',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'suspend', crisis, '2020-04-20')]).toEqual([name, answer]);
  }
});

it('answers for stop under an order without an end, from 1 April', () => {
  const expected = {
    site: 'stop on 2020-04-01 to null',
    cleaning: 'stop on 2020-04-01 to null',
    firstDay: 'ended',
    lastDay: 'stop on 2020-04-01 to null',
    dayAfter: 'stop on 2020-04-01 to null',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'stop on 2020-04-01 to null',
    notified: 'stop on 2020-04-01 to null',
    concluded: 'stop on 2020-04-02 to null',
    unknown: 'not_begun',
    stopped: 'status',
    suspended: 'status',
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'stop on 2020-04-01 to null',
    withoutPenalty: 'stop on 2020-04-01 to null',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'stop', crisis, '2020-04-20')]).toEqual([name, answer]);
  }
});
