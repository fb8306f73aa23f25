import { type MeasureVerdict, measuresFor } from '@jonction/domain/crisis/measure-rule';
import type { CrisisMeasure } from '@jonction/domain/crisis/regime';
import { describe, expect, it } from 'vitest';
import { known, ordonnance, today } from './contracts.ts';

type Name = keyof typeof known;
type Told = string | { on: string; endsOn?: string; latest?: string } | { from: string; to: string };

/** What the rule answers for one contract and one article: why not, or what changes. */
function told(name: Name, measure: CrisisMeasure, crisis: Parameters<typeof measuresFor>[1] = ordonnance): Told {
  const verdict = measuresFor(known[name], crisis, today).find((one) => one.measure === measure);
  if (!verdict) return 'not in the text';
  if (!verdict.may) return verdict.why;
  const { effect } = verdict;
  if (effect.kind === 'told') return 'told';
  if (effect.kind === 'exempt') return { from: effect.from, to: effect.to ?? 'open' };
  return {
    on: effect.on,
    ...(effect.endsOn === null ? {} : { endsOn: effect.endsOn }),
    ...(effect.latest === null ? {} : { latest: effect.latest }),
  };
}

/** Every article, on every contract: one side or the other. */
const articles: { measure: CrisisMeasure; article: string; expected: Record<Name, Told> }[] = [
  {
    measure: 'scope',
    article: 'art. 1, contracts that run or are concluded in its days',
    expected: {
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
    },
  },
  {
    measure: 'bid_delay',
    article: 'art. 2, while bids are awaited',
    expected: {
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
    },
  },
  {
    measure: 'competition',
    article: 'art. 3, while bids are awaited',
    expected: {
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
    },
  },
  {
    measure: 'extend_term',
    article: 'art. 4, contracts that end in its days: by its 134 days and those of a new tender at most',
    expected: {
      site: 'ends_elsewhere',
      cleaning: { on: '2020-04-20', endsOn: '2021-01-10', latest: '2021-01-10' },
      firstDay: 'ended',
      lastDay: { on: '2020-04-20', endsOn: '2021-03-04', latest: '2021-03-04' },
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
    },
  },
  {
    measure: 'advance',
    article: 'art. 5, no concession has an advance',
    expected: {
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
      parking: 'contract_only',
      withoutPenalty: 'told',
    },
  },
  {
    measure: 'extend_delay',
    article: 'art. 6, 1°, by the 134 days of the text at least',
    expected: {
      site: { on: '2020-04-20', endsOn: '2021-05-02' },
      cleaning: { on: '2020-04-20', endsOn: '2020-10-12' },
      firstDay: 'ended',
      lastDay: { on: '2020-04-20', endsOn: '2020-12-04' },
      dayAfter: { on: '2020-04-20', endsOn: '2020-12-05' },
      over: 'ended',
      terminated: 'ended',
      completed: 'ended',
      endless: 'no_end_known',
      notified: { on: '2020-04-20', endsOn: '2021-05-14' },
      concluded: { on: '2020-04-20', endsOn: '2021-08-13' },
      unknown: 'not_begun',
      stopped: { on: '2020-04-20', endsOn: '2021-05-02' },
      suspended: { on: '2020-04-20', endsOn: '2021-05-02' },
      tender: 'not_begun',
      awarded: 'not_begun',
      unsuccessful: 'ended',
      parking: { on: '2020-04-20', endsOn: '2025-05-14' },
      withoutPenalty: { on: '2020-04-20', endsOn: '2021-05-02' },
    },
  },
  {
    measure: 'no_penalty',
    article: 'art. 6, 2° a, from the day the contract exists to the end of the emergency',
    expected: {
      site: { from: '2020-03-17', to: '2020-07-23' },
      cleaning: { from: '2020-03-17', to: '2020-07-23' },
      firstDay: 'ended',
      lastDay: { from: '2020-03-17', to: '2020-07-23' },
      dayAfter: { from: '2020-03-17', to: '2020-07-23' },
      over: 'ended',
      terminated: 'ended',
      completed: 'ended',
      endless: { from: '2020-03-17', to: '2020-07-23' },
      notified: { from: '2020-03-17', to: '2020-07-23' },
      concluded: { from: '2020-04-02', to: '2020-07-23' },
      unknown: 'not_begun',
      stopped: { from: '2020-03-17', to: '2020-07-23' },
      suspended: { from: '2020-03-17', to: '2020-07-23' },
      tender: 'not_begun',
      awarded: 'not_begun',
      unsuccessful: 'ended',
      parking: { from: '2020-03-17', to: '2020-07-23' },
      withoutPenalty: 'no_penalty_written',
    },
  },
  {
    measure: 'third_party',
    article: 'art. 6, 2° b, never at the cost of the firm',
    expected: {
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
    },
  },
  {
    measure: 'terminate',
    article: 'art. 6, 3°, a contract that an act of the authorities ends',
    expected: {
      site: { on: '2020-03-17' },
      cleaning: { on: '2020-03-17' },
      firstDay: 'ended',
      lastDay: { on: '2020-03-17' },
      dayAfter: { on: '2020-03-17' },
      over: 'ended',
      terminated: 'ended',
      completed: 'ended',
      endless: { on: '2020-03-17' },
      notified: { on: '2020-03-17' },
      concluded: { on: '2020-04-02' },
      unknown: 'not_begun',
      stopped: { on: '2020-03-17' },
      suspended: { on: '2020-03-17' },
      tender: 'not_begun',
      awarded: 'not_begun',
      unsuccessful: 'ended',
      parking: { on: '2020-03-17' },
      withoutPenalty: { on: '2020-03-17' },
    },
  },
  {
    measure: 'suspend',
    article: 'art. 6, 4°, what runs or is stopped, and is no concession',
    expected: {
      site: { on: '2020-03-17' },
      cleaning: { on: '2020-03-17' },
      firstDay: 'ended',
      lastDay: { on: '2020-03-17' },
      dayAfter: { on: '2020-03-17' },
      over: 'ended',
      terminated: 'ended',
      completed: 'ended',
      endless: { on: '2020-03-17' },
      notified: { on: '2020-03-17' },
      concluded: { on: '2020-04-02' },
      unknown: 'not_begun',
      stopped: { on: '2020-03-17' },
      suspended: 'status',
      tender: 'not_begun',
      awarded: 'not_begun',
      unsuccessful: 'ended',
      parking: 'contract_only',
      withoutPenalty: { on: '2020-03-17' },
    },
  },
  {
    measure: 'suspend_concession',
    article: 'art. 6, 5°, concessions alone',
    expected: {
      site: 'concession_only',
      cleaning: 'concession_only',
      firstDay: 'ended',
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
      parking: { on: '2020-03-17' },
      withoutPenalty: 'concession_only',
    },
  },
  {
    measure: 'stop',
    article: 'a stop that somebody saw, which needs no article',
    expected: {
      site: { on: '2020-03-17' },
      cleaning: { on: '2020-03-17' },
      firstDay: 'ended',
      lastDay: { on: '2020-03-17' },
      dayAfter: { on: '2020-03-17' },
      over: 'ended',
      terminated: 'ended',
      completed: 'ended',
      endless: { on: '2020-03-17' },
      notified: { on: '2020-03-17' },
      concluded: { on: '2020-04-02' },
      unknown: 'not_begun',
      stopped: 'status',
      suspended: 'status',
      tender: 'not_begun',
      awarded: 'not_begun',
      unsuccessful: 'ended',
      parking: { on: '2020-03-17' },
      withoutPenalty: { on: '2020-03-17' },
    },
  },
];

describe('the ordonnance 2020-319, article by article', () => {
  for (const { measure, article, expected } of articles) {
    it(`opens ${article}`, () => {
      const names = Object.keys(known) as Name[];
      expect(Object.fromEntries(names.map((name) => [name, told(name, measure)]))).toEqual(expected);
    });
  }

  it('answers for every one of its measures, each once, whatever the contract', () => {
    for (const one of Object.values(known)) {
      const verdicts: MeasureVerdict[] = measuresFor(one, ordonnance, today);
      expect(verdicts.map(({ measure }) => measure)).toEqual(articles.map(({ measure }) => measure));
    }
  });

  it('takes in the contract that ended on its first day, when the emergency is declared from that day', () => {
    const whole = { ...ordonnance, from: '2020-03-12' } as const;
    expect(told('firstDay', 'scope', whole)).toBe('told');
    expect(told('firstDay', 'extend_term', whole)).toEqual({
      on: '2020-03-12',
      endsOn: '2020-10-22',
      latest: '2020-10-22',
    });
    expect(told('over', 'scope', whole)).toBe('ended');
  });

  it('asks a person to see what the text makes it depend on', () => {
    const checks = measuresFor(known.cleaning, ordonnance, today).map((verdict) =>
      verdict.may ? [verdict.measure, verdict.check] : [verdict.measure, verdict.why],
    );
    expect(checks).toEqual([
      ['scope', null],
      ['bid_delay', 'not_in_award'],
      ['competition', 'not_in_award'],
      ['extend_term', 'no_new_tender'],
      ['advance', null],
      ['extend_delay', 'holder_asked'],
      ['no_penalty', 'cannot_perform'],
      ['third_party', 'cannot_perform'],
      ['terminate', 'authority_act'],
      ['suspend', 'fixed_price'],
      ['suspend_concession', 'concession_only'],
      ['stop', 'seen'],
    ]);
  });
});
