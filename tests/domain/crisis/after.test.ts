import { expect, it } from 'vitest';
import { known } from './contracts.ts';
import { told } from './told.ts';

const crisis = { regime: 'ordonnance_2020_319', from: '2020-03-12', to: '2020-07-23', retenderDays: 0 } as const;

/** The whole window of the ordonnance, looked back at from 2021: what each measure answers for every contract. */
it('answers for scope under the whole window of the ordonnance, looked back at from 2021', () => {
  const expected = {
    site: 'told',
    cleaning: 'told',
    firstDay: 'told',
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
    expect([name, told(known[name as keyof typeof known], 'scope', crisis, '2021-02-01')]).toEqual([name, answer]);
  }
});

it('answers for bid_delay under the whole window of the ordonnance, looked back at from 2021', () => {
  const expected = {
    site: 'not_in_award',
    cleaning: 'not_in_award',
    firstDay: 'not_in_award',
    lastDay: 'not_in_award',
    dayAfter: 'not_in_award',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'not_in_award',
    notified: 'not_in_award',
    concluded: 'not_in_award',
    unknown: 'not_begun',
    stopped: 'not_in_award',
    suspended: 'not_in_award',
    tender: 'told',
    awarded: 'not_in_award',
    unsuccessful: 'ended',
    parking: 'not_in_award',
    withoutPenalty: 'not_in_award',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'bid_delay', crisis, '2021-02-01')]).toEqual([name, answer]);
  }
});

it('answers for competition under the whole window of the ordonnance, looked back at from 2021', () => {
  const expected = {
    site: 'not_in_award',
    cleaning: 'not_in_award',
    firstDay: 'not_in_award',
    lastDay: 'not_in_award',
    dayAfter: 'not_in_award',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'not_in_award',
    notified: 'not_in_award',
    concluded: 'not_in_award',
    unknown: 'not_begun',
    stopped: 'not_in_award',
    suspended: 'not_in_award',
    tender: 'told',
    awarded: 'not_in_award',
    unsuccessful: 'ended',
    parking: 'not_in_award',
    withoutPenalty: 'not_in_award',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'competition', crisis, '2021-02-01')]).toEqual([
      name,
      answer,
    ]);
  }
});

it('answers for extend_term under the whole window of the ordonnance, looked back at from 2021', () => {
  const expected = {
    site: 'ends_elsewhere',
    cleaning: 'extend on 2020-05-31 to 2020-10-12',
    firstDay: 'extend on 2020-03-12 to 2020-07-24',
    lastDay: 'extend on 2020-07-23 to 2020-12-04',
    dayAfter: 'ends_elsewhere',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'no_end_known',
    notified: 'ends_elsewhere',
    concluded: 'ends_elsewhere',
    unknown: 'not_begun',
    stopped: 'ends_elsewhere',
    suspended: 'ends_elsewhere',
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'ends_elsewhere',
    withoutPenalty: 'ends_elsewhere',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'extend_term', crisis, '2021-02-01')]).toEqual([
      name,
      answer,
    ]);
  }
});

it('answers for advance under the whole window of the ordonnance, looked back at from 2021', () => {
  const expected = {
    site: 'told',
    cleaning: 'told',
    firstDay: 'told',
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
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'contract_only',
    withoutPenalty: 'told',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'advance', crisis, '2021-02-01')]).toEqual([name, answer]);
  }
});

it('answers for extend_delay under the whole window of the ordonnance, looked back at from 2021', () => {
  const expected = {
    site: 'extend on 2020-07-23 to 2021-05-02',
    cleaning: 'extend on 2020-05-31 to 2020-10-12',
    firstDay: 'extend on 2020-03-12 to 2020-07-24',
    lastDay: 'extend on 2020-07-23 to 2020-12-04',
    dayAfter: 'extend on 2020-07-23 to 2020-12-05',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'no_end_known',
    notified: 'extend on 2020-07-23 to 2021-05-14',
    concluded: 'extend on 2020-07-23 to 2021-08-13',
    unknown: 'not_begun',
    stopped: 'extend on 2020-07-23 to 2021-05-02',
    suspended: 'extend on 2020-07-23 to 2021-05-02',
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'extend on 2020-07-23 to 2025-05-14',
    withoutPenalty: 'extend on 2020-07-23 to 2021-05-02',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'extend_delay', crisis, '2021-02-01')]).toEqual([
      name,
      answer,
    ]);
  }
});

it('answers for no_penalty under the whole window of the ordonnance, looked back at from 2021', () => {
  const expected = {
    site: 'no penalty from 2020-03-12 to 2020-07-23',
    cleaning: 'no penalty from 2020-03-12 to 2020-07-23',
    firstDay: 'no penalty from 2020-03-12 to 2020-07-23',
    lastDay: 'no penalty from 2020-03-12 to 2020-07-23',
    dayAfter: 'no penalty from 2020-03-12 to 2020-07-23',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'no penalty from 2020-03-12 to 2020-07-23',
    notified: 'no penalty from 2020-03-12 to 2020-07-23',
    concluded: 'no penalty from 2020-04-02 to 2020-07-23',
    unknown: 'not_begun',
    stopped: 'no penalty from 2020-03-12 to 2020-07-23',
    suspended: 'no penalty from 2020-03-12 to 2020-07-23',
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'no penalty from 2020-03-12 to 2020-07-23',
    withoutPenalty: 'no_penalty_written',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'no_penalty', crisis, '2021-02-01')]).toEqual([name, answer]);
  }
});

it('answers for third_party under the whole window of the ordonnance, looked back at from 2021', () => {
  const expected = {
    site: 'told',
    cleaning: 'told',
    firstDay: 'told',
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
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'told',
    withoutPenalty: 'told',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'third_party', crisis, '2021-02-01')]).toEqual([
      name,
      answer,
    ]);
  }
});

it('answers for terminate under the whole window of the ordonnance, looked back at from 2021', () => {
  const expected = {
    site: 'terminate on 2020-03-12 to null',
    cleaning: 'terminate on 2020-03-12 to null',
    firstDay: 'terminate on 2020-03-12 to null',
    lastDay: 'terminate on 2020-03-12 to null',
    dayAfter: 'terminate on 2020-03-12 to null',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'terminate on 2020-03-12 to null',
    notified: 'terminate on 2020-03-12 to null',
    concluded: 'terminate on 2020-04-02 to null',
    unknown: 'not_begun',
    stopped: 'terminate on 2020-03-12 to null',
    suspended: 'terminate on 2020-03-12 to null',
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'terminate on 2020-03-12 to null',
    withoutPenalty: 'terminate on 2020-03-12 to null',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'terminate', crisis, '2021-02-01')]).toEqual([name, answer]);
  }
});

it('answers for suspend under the whole window of the ordonnance, looked back at from 2021', () => {
  const expected = {
    site: 'suspend on 2020-03-12 to null',
    cleaning: 'suspend on 2020-03-12 to null',
    firstDay: 'suspend on 2020-03-12 to null',
    lastDay: 'suspend on 2020-03-12 to null',
    dayAfter: 'suspend on 2020-03-12 to null',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'suspend on 2020-03-12 to null',
    notified: 'suspend on 2020-03-12 to null',
    concluded: 'suspend on 2020-04-02 to null',
    unknown: 'not_begun',
    stopped: 'suspend on 2020-03-12 to null',
    suspended: 'status',
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'contract_only',
    withoutPenalty: 'suspend on 2020-03-12 to null',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'suspend', crisis, '2021-02-01')]).toEqual([name, answer]);
  }
});

it('answers for suspend_concession under the whole window of the ordonnance, looked back at from 2021', () => {
  const expected = {
    site: 'concession_only',
    cleaning: 'concession_only',
    firstDay: 'concession_only',
    lastDay: 'concession_only',
    dayAfter: 'concession_only',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'concession_only',
    notified: 'concession_only',
    concluded: 'concession_only',
    unknown: 'not_begun',
    stopped: 'concession_only',
    suspended: 'concession_only',
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'suspend on 2020-03-12 to null',
    withoutPenalty: 'concession_only',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'suspend_concession', crisis, '2021-02-01')]).toEqual([
      name,
      answer,
    ]);
  }
});

it('answers for stop under the whole window of the ordonnance, looked back at from 2021', () => {
  const expected = {
    site: 'stop on 2020-03-12 to null',
    cleaning: 'stop on 2020-03-12 to null',
    firstDay: 'stop on 2020-03-12 to null',
    lastDay: 'stop on 2020-03-12 to null',
    dayAfter: 'stop on 2020-03-12 to null',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'stop on 2020-03-12 to null',
    notified: 'stop on 2020-03-12 to null',
    concluded: 'stop on 2020-04-02 to null',
    unknown: 'not_begun',
    stopped: 'status',
    suspended: 'status',
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'stop on 2020-03-12 to null',
    withoutPenalty: 'stop on 2020-03-12 to null',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'stop', crisis, '2021-02-01')]).toEqual([name, answer]);
  }
});
