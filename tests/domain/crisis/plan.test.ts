import type { ContractFact } from '@jonction/domain/contract/event';
import { measuresFor } from '@jonction/domain/crisis/measure-rule';
import { type CrisisChoice, plannedFor, resumesAtEnd, settleChoice } from '@jonction/domain/crisis/plan';
import { type CrisisMeasure, crisisMeasures } from '@jonction/domain/crisis/regime';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract, fact, known, ordonnance, today } from './contracts.ts';

const choice = (measure: CrisisMeasure, chosen: boolean, endsOn: string | null = null): CrisisChoice => ({
  measure,
  chosen,
  endsOn,
});
const names = Object.keys(known) as (keyof typeof known)[];
const verdictsOf = (name: keyof typeof known) => measuresFor(known[name], ordonnance, today);
const taken = (name: keyof typeof known, forAll: CrisisMeasure[], choices: CrisisChoice[] = []) =>
  plannedFor(verdictsOf(name), forAll, choices).map(({ measure }) => measure);

describe('what an emergency does to one contract', () => {
  it('is what was chosen for all, where the text opens it to this one', () => {
    const forAll: CrisisMeasure[] = ['extend_term', 'no_penalty'];
    expect(taken('cleaning', forAll)).toEqual(['scope', 'extend_term', 'no_penalty']);
    expect(taken('site', forAll)).toEqual(['scope', 'no_penalty']);
    expect(taken('withoutPenalty', forAll)).toEqual(['scope']);
  });

  it('is nothing at all where the text does not speak of the contract', () => {
    for (const name of ['over', 'terminated', 'completed', 'unknown', 'unsuccessful'] as const) {
      expect(taken(name, [...crisisMeasures])).toEqual([]);
      expect(taken(name, [], [choice('stop', true)])).toEqual([]);
    }
  });

  it('says of every other contract that it is concerned, whatever was chosen', () => {
    expect(taken('site', [])).toEqual(['scope']);
    expect(taken('site', [], [choice('scope', false)])).toEqual(['scope']);
    expect(taken('tender', ['bid_delay', 'no_penalty'])).toEqual(['scope', 'bid_delay']);
  });

  it('follows what was chosen for this one, taken or left', () => {
    expect(taken('site', ['no_penalty'], [choice('no_penalty', false)])).toEqual(['scope']);
    expect(taken('site', [], [choice('suspend', true)])).toEqual(['scope', 'suspend']);
    expect(taken('site', ['stop'], [choice('stop', true)])).toEqual(['scope', 'stop']);
  });

  it('moves the end of a contract once: by article 4 rather than by article 6', () => {
    expect(taken('cleaning', ['extend_term', 'extend_delay'])).toEqual(['scope', 'extend_term']);
    expect(taken('site', ['extend_term', 'extend_delay'])).toEqual(['scope', 'extend_delay']);
    const other = [choice('extend_term', false)];
    expect(taken('cleaning', ['extend_term', 'extend_delay'], other)).toEqual(['scope', 'extend_delay']);
  });

  it('halts a contract by one act alone: the end before the suspension, the suspension before the stop', () => {
    const halts: CrisisMeasure[] = ['terminate', 'suspend', 'suspend_concession', 'stop'];
    expect(taken('site', halts)).toEqual(['scope', 'terminate']);
    expect(taken('site', halts.slice(1))).toEqual(['scope', 'suspend']);
    expect(taken('parking', halts.slice(1))).toEqual(['scope', 'suspend_concession']);
    expect(taken('site', ['stop'])).toEqual(['scope', 'stop']);
  });

  it('does not extend what it ends', () => {
    expect(taken('cleaning', ['terminate', 'extend_term'])).toEqual(['scope', 'terminate']);
    expect(taken('site', ['terminate', 'extend_delay', 'no_penalty'])).toEqual(['scope', 'no_penalty', 'terminate']);
  });

  it('ends where somebody said, and where the text says when nobody did', () => {
    const endOf = (choices: CrisisChoice[]) =>
      plannedFor(verdictsOf('cleaning'), ['extend_term'], choices).flatMap(({ effect }) =>
        effect.kind === 'event' ? [effect.endsOn] : [],
      );
    expect(endOf([])).toEqual(['2021-01-10']);
    expect(endOf([choice('extend_term', true, '2020-09-30')])).toEqual(['2020-09-30']);
    expect(endOf([choice('extend_term', true)])).toEqual(['2021-01-10']);
  });

  it('gives way where an end chosen earlier is no longer allowed: that of the text stands', () => {
    const endOf = (endsOn: string) =>
      plannedFor(verdictsOf('cleaning'), ['extend_term'], [choice('extend_term', true, endsOn)]).flatMap(
        ({ effect }) => (effect.kind === 'event' ? [effect.endsOn] : []),
      );
    expect(endOf('2021-01-11')).toEqual(['2021-01-10']);
    expect(endOf('2019-12-31')).toEqual(['2021-01-10']);
    expect(endOf('2021-01-10')).toEqual(['2021-01-10']);
  });

  it('never takes what the text does not open, nor twice the same, whatever is chosen', () => {
    const measure = fc.constantFrom(...crisisMeasures);
    const choices = fc.uniqueArray(fc.record({ measure, chosen: fc.boolean(), endsOn: fc.constant(null) }), {
      selector: ({ measure: one }) => one,
    });
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.uniqueArray(measure), choices, (name, forAll, own) => {
        const verdicts = verdictsOf(name);
        const planned = plannedFor(verdicts, forAll, own).map(({ measure: one }) => one);
        const open = verdicts.filter(({ may }) => may).map(({ measure: one }) => one);
        expect(open).toEqual(expect.arrayContaining(planned));
        expect(new Set(planned).size).toBe(planned.length);
        expect(planned.filter((one) => one === 'extend_term' || one === 'extend_delay').length).toBeLessThanOrEqual(1);
        for (const one of own) {
          if (!one.chosen && one.measure !== 'scope') expect(planned).not.toContain(one.measure);
        }
      }),
    );
  });
});

describe('a choice for one contract', () => {
  const refusal = (name: keyof typeof known, one: CrisisChoice) => {
    const settled = settleChoice(verdictsOf(name), one);
    return settled.ok ? settled.value : settled.refusal;
  };

  it('is kept where the text opens the measure', () => {
    expect(refusal('site', choice('suspend', true))).toEqual(choice('suspend', true));
    expect(refusal('cleaning', choice('extend_term', true, '2020-09-30'))).toEqual(
      choice('extend_term', true, '2020-09-30'),
    );
  });

  it('is refused where it does not', () => {
    expect(refusal('over', choice('suspend', true))).toEqual({ code: 'crisis.not_open', facts: {} });
    expect(refusal('site', choice('extend_term', true))).toEqual({ code: 'crisis.not_open', facts: {} });
    expect(refusal('parking', choice('suspend', true))).toEqual({ code: 'crisis.not_open', facts: {} });
  });

  it('may always leave a measure', () => {
    expect(refusal('over', choice('suspend', false))).toEqual(choice('suspend', false));
  });

  it('ends after the end that is known, and by article 4 no later than the text allows', () => {
    const end = (day: string) => refusal('cleaning', choice('extend_term', true, day));
    expect(end('2021-01-10')).toEqual(choice('extend_term', true, '2021-01-10'));
    expect(end('2021-01-11')).toEqual({ code: 'crisis.end_too_late', facts: { latest: '2021-01-10' } });
    // Nothing is prolonged to a day before its own end, though the amendment were older.
    for (const day of ['2020-04-20', '2020-04-21', '2020-05-31'])
      expect(end(day)).toEqual({ code: 'crisis.end_too_early', facts: { on: '2020-05-31' } });
    expect(end('2020-06-01')).toEqual(choice('extend_term', true, '2020-06-01'));
  });

  it('may give article 6, 1° a longer delay: the text says at least', () => {
    expect(refusal('site', choice('extend_delay', true, '2022-12-31'))).toEqual(
      choice('extend_delay', true, '2022-12-31'),
    );
  });

  it('never gives article 6, 1° a delay shorter than the 134 days of the text', () => {
    // The site ends on 19 December 2020: 12 days to the end of the year, and 122 more to 2 May 2021.
    expect(refusal('site', choice('extend_delay', true, '2021-05-02'))).toEqual(
      choice('extend_delay', true, '2021-05-02'),
    );
    expect(refusal('site', choice('extend_delay', true, '2021-05-01'))).toEqual({
      code: 'crisis.end_too_early',
      facts: { on: '2021-05-01' },
    });
  });

  it('holds a text that gives no least delay to the known end alone', () => {
    const july = { regime: 'other', from: '2019-06-24', to: '2019-07-05', retenderDays: 0 } as const;
    const heat = contract([fact('notify', '2019-01-07', '2019-12-20'), fact('start', '2019-01-14')]);
    const end = (day: string) =>
      settleChoice(measuresFor(heat, july, '2019-07-10'), choice('extend_delay', true, day)).ok;
    expect([end('2019-12-20'), end('2019-12-21')]).toEqual([false, true]);
  });

  it('forgets an end where the measure moves none', () => {
    expect(refusal('site', choice('suspend', true, '2020-09-30'))).toEqual(choice('suspend', true));
    expect(refusal('site', choice('no_penalty', true, '2020-09-30'))).toEqual(choice('no_penalty', true));
  });
});

describe('the end of an emergency', () => {
  const life = known.site.facts;
  const halted: ContractFact[] = [...life, fact('suspend', '2020-03-17')];
  const halt = halted.length - 1;
  const resumes = (facts: readonly ContractFact[], on = '2020-05-11', day = '2020-06-01') =>
    resumesAtEnd(facts, halt, on, day);

  it('puts to work again what still stands in the halt that the emergency wrote', () => {
    expect(resumes(halted)).toBe(true);
    expect(resumes([...life, fact('stop', '2020-03-17')])).toBe(true);
  });

  it('leaves what was taken up again, ended or halted since', () => {
    for (const type of ['resume', 'terminate', 'complete'] as const) {
      const facts = type === 'complete' ? [...life, fact('stop', '2020-03-17')] : halted;
      expect(resumes([...facts, fact(type, '2020-04-06')])).toBe(false);
    }
    expect(resumes([...life, fact('stop', '2020-03-17'), fact('suspend', '2020-03-20')])).toBe(false);
    const again = [...halted, fact('resume', '2020-04-06'), fact('suspend', '2020-04-08')];
    expect(resumes(again)).toBe(false);
  });

  it('leaves what was already halted when the emergency came', () => {
    const before = [...life, fact('suspend', '2020-03-10'), fact('suspend', '2020-03-17')];
    expect(resumesAtEnd(before, before.length - 1, '2020-05-11', '2020-06-01')).toBe(false);
  });

  it('holds through an amendment, which moves no status', () => {
    expect(resumes([...halted, fact('extend', '2020-04-06', '2021-03-31')])).toBe(true);
  });

  it('is not before the halt, nor of a halt that was taken back', () => {
    expect(resumes(halted, '2020-03-16')).toBe(false);
    const withdrawn = halted.map((one, index) => (index === halt ? { ...one, withdrawnOn: '2020-04-01' } : one));
    expect(resumes(withdrawn)).toBe(false);
  });

  it('knows nothing of what was recorded later', () => {
    const later = [...halted, { ...fact('resume', '2020-04-06'), recordedOn: '2020-07-01' }];
    expect(resumes(later)).toBe(true);
    expect(resumes(later, '2020-05-11', '2020-07-01')).toBe(false);
  });

  it('does not confuse a contract with no halt at all', () => {
    expect(resumesAtEnd(contract([]).facts, 0, '2020-05-11', '2020-06-01')).toBe(false);
    expect(resumes(life)).toBe(false);
  });
});
