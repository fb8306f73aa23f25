import { expect, it } from 'vitest';
import { known } from './contracts.ts';
import { told } from './told.ts';

const crisis = { regime: 'exceptional', from: '2020-03-17', to: '2020-05-31', retenderDays: 60 } as const;

/** The standing book of the code, switched on by a decree from 17 March to 31 May: what each measure answers for every contract. */
it('answers for scope under the standing book of the code, switched on by a decree from 17 March to 31 May', () => {
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

it('answers for bid_delay under the standing book of the code, switched on by a decree from 17 March to 31 May', () => {
  const expected = {
    site: 'not_in_award',
    cleaning: 'not_in_award',
    firstDay: 'ended',
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
    expect([name, told(known[name as keyof typeof known], 'bid_delay', crisis, '2020-04-20')]).toEqual([name, answer]);
  }
});

it('answers for competition under the standing book of the code, switched on by a decree from 17 March to 31 May', () => {
  const expected = {
    site: 'not_in_award',
    cleaning: 'not_in_award',
    firstDay: 'ended',
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
    expect([name, told(known[name as keyof typeof known], 'competition', crisis, '2020-04-20')]).toEqual([
      name,
      answer,
    ]);
  }
});

it('answers for extend_term under the standing book of the code, switched on by a decree from 17 March to 31 May', () => {
  const expected = {
    site: 'ends_elsewhere',
    cleaning: 'extend on 2020-04-20 to 2020-10-14',
    firstDay: 'ended',
    lastDay: 'ends_elsewhere',
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
    expect([name, told(known[name as keyof typeof known], 'extend_term', crisis, '2020-04-20')]).toEqual([
      name,
      answer,
    ]);
  }
});

it('answers for extend_delay under the standing book of the code, switched on by a decree from 17 March to 31 May', () => {
  const expected = {
    site: 'extend on 2020-04-20 to 2021-03-05',
    cleaning: 'extend on 2020-04-20 to 2020-08-15',
    firstDay: 'ended',
    lastDay: 'extend on 2020-04-20 to 2020-10-07',
    dayAfter: 'extend on 2020-04-20 to 2020-10-08',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'no_end_known',
    notified: 'extend on 2020-04-20 to 2021-03-17',
    concluded: 'extend on 2020-04-20 to 2021-06-16',
    unknown: 'not_begun',
    stopped: 'extend on 2020-04-20 to 2021-03-05',
    suspended: 'extend on 2020-04-20 to 2021-03-05',
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'extend on 2020-04-20 to 2025-03-17',
    withoutPenalty: 'extend on 2020-04-20 to 2021-03-05',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'extend_delay', crisis, '2020-04-20')]).toEqual([
      name,
      answer,
    ]);
  }
});

it('answers for no_penalty under the standing book of the code, switched on by a decree from 17 March to 31 May', () => {
  const expected = {
    site: 'no penalty from 2020-03-17 to 2020-05-31',
    cleaning: 'no penalty from 2020-03-17 to 2020-05-31',
    firstDay: 'ended',
    lastDay: 'no penalty from 2020-03-17 to 2020-05-31',
    dayAfter: 'no penalty from 2020-03-17 to 2020-05-31',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'no penalty from 2020-03-17 to 2020-05-31',
    notified: 'no penalty from 2020-03-17 to 2020-05-31',
    concluded: 'no penalty from 2020-04-02 to 2020-05-31',
    unknown: 'not_begun',
    stopped: 'no penalty from 2020-03-17 to 2020-05-31',
    suspended: 'no penalty from 2020-03-17 to 2020-05-31',
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'no penalty from 2020-03-17 to 2020-05-31',
    withoutPenalty: 'no_penalty_written',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'no_penalty', crisis, '2020-04-20')]).toEqual([name, answer]);
  }
});

it('answers for third_party under the standing book of the code, switched on by a decree from 17 March to 31 May', () => {
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
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'told',
    withoutPenalty: 'told',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'third_party', crisis, '2020-04-20')]).toEqual([
      name,
      answer,
    ]);
  }
});

it('answers for stop under the standing book of the code, switched on by a decree from 17 March to 31 May', () => {
  const expected = {
    site: 'stop on 2020-03-17 to null',
    cleaning: 'stop on 2020-03-17 to null',
    firstDay: 'ended',
    lastDay: 'stop on 2020-03-17 to null',
    dayAfter: 'stop on 2020-03-17 to null',
    over: 'ended',
    terminated: 'ended',
    completed: 'ended',
    endless: 'stop on 2020-03-17 to null',
    notified: 'stop on 2020-03-17 to null',
    concluded: 'stop on 2020-04-02 to null',
    unknown: 'not_begun',
    stopped: 'status',
    suspended: 'status',
    tender: 'not_begun',
    awarded: 'not_begun',
    unsuccessful: 'ended',
    parking: 'stop on 2020-03-17 to null',
    withoutPenalty: 'stop on 2020-03-17 to null',
  };
  for (const [name, answer] of Object.entries(expected)) {
    expect([name, told(known[name as keyof typeof known], 'stop', crisis, '2020-04-20')]).toEqual([name, answer]);
  }
});
