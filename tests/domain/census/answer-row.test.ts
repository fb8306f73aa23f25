import {
  answersFor,
  type BuyerAnswer,
  buyerAnswers,
  fieldOfRefusal,
  judgeAnswer,
  type RowAnswer,
} from '@jonction/domain/census/answer-row';
import { campaignRefusalWords } from '@jonction/domain/census/campaign-words';
import {
  type ContractEventType,
  type ContractStatus,
  contractEventTypes,
  contractStatuses,
  contractTransitions,
} from '@jonction/domain/contract/lifecycle';
import { type SaidFact, standingOf } from '@jonction/domain/contract/standing';
import { addDays } from '@jonction/domain/shared/day';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2020-04-12';
const fact = (type: ContractEventType, on: string, changes: Partial<SaidFact> = {}): SaidFact => ({
  type,
  on,
  recordedOn: on,
  endsOn: null,
  source: 'facilitator',
  ...changes,
});
const running = [fact('notify', '2020-01-06', { endsOn: '2020-12-19' }), fact('start', '2020-01-13')];
const stopped = [...running, fact('stop', '2020-03-17')];
const suspended = [...running, fact('suspend', '2020-03-20')];
const notified = [fact('notify', '2020-01-06', { endsOn: '2020-12-19' })];
const terminated = [...running, fact('terminate', '2020-04-01')];

type Typed = Omit<RowAnswer, 'contractId' | 'note'>;
const typed = (answer: BuyerAnswer, changes: Partial<Typed> = {}): Typed => ({
  ...{ answer, on: '2020-04-06', endsOn: null, until: null, legalBasis: null },
  ...changes,
});
const judge = (facts: readonly SaidFact[], row: Typed, replaced: number | null = null) =>
  judgeAnswer({ facts, replaced }, row, today);
const refusalOf = (facts: readonly SaidFact[], row: Typed, replaced: number | null = null) => {
  const judged = judge(facts, row, replaced);
  return judged.ok ? null : judged.refusal.code;
};
const judgedValue = (facts: readonly SaidFact[], row: Typed, replaced: number | null = null) => {
  const judged = judge(facts, row, replaced);
  return judged.ok ? judged.value : null;
};

describe('the answers that fit a contract', () => {
  it.each<[ContractStatus, BuyerAnswer[]]>([
    ['active', ['no_change', 'stop', 'suspend', 'extend', 'complete', 'terminate']],
    ['notified', ['no_change', 'stop', 'suspend', 'extend', 'start', 'complete', 'terminate']],
    ['stopped', ['no_change', 'suspend', 'resume', 'extend', 'complete', 'terminate']],
    ['suspended', ['no_change', 'resume', 'extend', 'terminate']],
    ['clause_suspended', ['no_change', 'resume', 'extend', 'terminate']],
    ['terminated', ['no_change']],
    ['completed', ['no_change']],
    ['archived', ['no_change']],
  ])('%s: %j', (status, answers) => {
    expect(answersFor(status)).toEqual(answers);
  });

  it('are "no change" first, whatever the status', () => {
    for (const status of contractStatuses) expect(answersFor(status)[0]).toBe('no_change');
  });

  it('are what the table of statuses allows, and nothing beyond', () => {
    for (const status of contractStatuses) {
      for (const answer of answersFor(status)) {
        if (answer !== 'no_change') expect(contractTransitions[answer].from).toContain(status);
      }
    }
  });

  it('are events of the life of a contract, but for "no change"', () => {
    const events: readonly string[] = contractEventTypes;
    expect(buyerAnswers.filter((answer) => answer !== 'no_change' && !events.includes(answer))).toEqual([]);
  });
});

describe('an answer of a buyer', () => {
  it.each<[string, readonly SaidFact[], Typed, ContractStatus, ContractStatus]>([
    ['stops what ran', running, typed('stop'), 'active', 'stopped'],
    ['stops what was notified', notified, typed('stop'), 'notified', 'stopped'],
    ['suspends with its act', running, typed('suspend', { legalBasis: 'OS nº 3' }), 'active', 'suspended'],
    ['suspends what stopped', stopped, typed('suspend', { legalBasis: 'OS nº 3' }), 'stopped', 'suspended'],
    ['resumes what stopped', stopped, typed('resume'), 'stopped', 'active'],
    ['resumes what was suspended', suspended, typed('resume'), 'suspended', 'active'],
    ['lengthens what runs', running, typed('extend', { endsOn: '2021-03-31' }), 'active', 'active'],
    ['lengthens what is stopped', stopped, typed('extend', { endsOn: '2021-03-31' }), 'stopped', 'stopped'],
    ['starts what was notified', notified, typed('start'), 'notified', 'active'],
    ['completes what ran', running, typed('complete'), 'active', 'completed'],
    ['terminates what is suspended', suspended, typed('terminate'), 'suspended', 'terminated'],
    ['says that nothing changed', running, typed('no_change'), 'active', 'active'],
    ['says that nothing changed where it is over', terminated, typed('no_change'), 'terminated', 'terminated'],
  ])('%s', (_, facts, row, before, after) => {
    expect(judgedValue(facts, row)).toMatchObject({ before, after });
  });

  it('is of today when no day is given', () => {
    expect(judgedValue(running, typed('stop', { on: null }))?.on).toBe(today);
  });

  it('is of today when nothing changed, whatever day was typed', () => {
    expect(judgedValue(running, typed('no_change', { on: '2019-01-01' }))?.on).toBe(today);
    expect(judgedValue(running, typed('no_change', { on: 'hier' }))?.on).toBe(today);
  });

  it('keeps the new end for an amendment alone, the expected one for a suspension alone', () => {
    const both = { endsOn: '2021-03-31', until: '2020-05-11', legalBasis: 'OS nº 3' };
    expect(judgedValue(running, typed('stop', both))).toMatchObject({ endsOn: null, until: null });
    expect(judgedValue(running, typed('suspend', both))).toMatchObject({ endsOn: null, until: '2020-05-11' });
    expect(judgedValue(running, typed('extend', both))).toMatchObject({ endsOn: '2021-03-31', until: null });
    expect(judgedValue(running, typed('no_change', both))).toMatchObject({ endsOn: null, until: null });
  });

  it('may be announced up to a year ahead', () => {
    expect(refusalOf(running, typed('complete', { on: '2021-04-12' }))).toBeNull();
    expect(refusalOf(running, typed('complete', { on: '2021-04-13' }))).toBe('census.answer_day_far');
  });

  it.each<[string, readonly SaidFact[], Typed, string]>([
    ['a day that does not exist', running, typed('stop', { on: '2020-02-30' }), 'census.answer_day_wrong'],
    ['words for a day', running, typed('stop', { on: 'hier' }), 'census.answer_day_wrong'],
    ['a suspension without its act', running, typed('suspend'), 'census.act_missing'],
    ['an amendment without its end', running, typed('extend'), 'census.new_end_missing'],
    ['an end that is no day', running, typed('extend', { endsOn: 'fin mars' }), 'census.new_end_missing'],
    ['the end known already', running, typed('extend', { endsOn: '2020-12-19' }), 'census.new_end_earlier'],
    ['an end before the one known', running, typed('extend', { endsOn: '2020-06-30' }), 'census.new_end_earlier'],
    [
      'an expected end before the suspension',
      running,
      typed('suspend', { legalBasis: 'OS nº 3', until: '2020-04-05' }),
      'census.until_earlier',
    ],
    [
      'an expected end that is no day',
      running,
      typed('suspend', { legalBasis: 'OS nº 3', until: 'bientôt' }),
      'census.until_earlier',
    ],
    ['a stop of what is stopped', stopped, typed('stop'), 'census.answer_not_fitting'],
    ['a stop of what is suspended', suspended, typed('stop'), 'census.answer_not_fitting'],
    ['a resumption of what runs', running, typed('resume'), 'census.answer_not_fitting'],
    ['a start of what runs', running, typed('start'), 'census.answer_not_fitting'],
    ['anything of what is terminated', terminated, typed('stop'), 'census.answer_not_fitting'],
    [
      'a stop before the contract was notified',
      running,
      typed('stop', { on: '2020-01-01' }),
      'census.answer_not_fitting',
    ],
  ])('is refused for %s', (_, facts, row, code) => {
    expect(refusalOf(facts, row)).toBe(code);
  });

  it('says in its refusal where the contract stood that day, and until when it was known to run', () => {
    expect(judge(suspended, typed('stop'))).toMatchObject({ refusal: { facts: { status: 'suspended' } } });
    expect(judge(running, typed('extend', { endsOn: '2020-06-30' }))).toMatchObject({
      refusal: { facts: { day: '2020-12-19' } },
    });
  });

  it('lengthens a contract whose end nobody knew', () => {
    const open = [fact('notify', '2020-01-06'), fact('start', '2020-01-13')];
    expect(judgedValue(open, typed('extend', { endsOn: '2020-05-01' }))?.endsOn).toBe('2020-05-01');
  });

  it('stops on the first day of a suspension that it expects to last that day alone', () => {
    const row = typed('suspend', { legalBasis: 'OS nº 3', until: '2020-04-06' });
    expect(judgedValue(running, row)?.until).toBe('2020-04-06');
  });
});

describe('an answer given again', () => {
  const own = fact('stop', '2020-04-06', { recordedOn: today, source: 'buyer_answer' });
  const answered = [...running, own];
  const at = answered.length - 1;

  it('takes the place of the first: the contract is judged as if that had not been said', () => {
    expect(refusalOf(answered, typed('stop'))).toBe('census.answer_not_fitting');
    expect(judgedValue(answered, typed('stop', { on: '2020-04-07' }), at)).toMatchObject({
      on: '2020-04-07',
      before: 'active',
      after: 'stopped',
    });
  });

  it('may say that nothing changed after all', () => {
    expect(judgedValue(answered, typed('no_change'), at)).toMatchObject({ before: 'active', after: 'active' });
  });

  it('may give another end: the one of the first answer no longer counts', () => {
    const lengthened = [...running, fact('extend', '2020-04-06', { recordedOn: today, endsOn: '2021-06-30' })];
    const shorter = typed('extend', { endsOn: '2021-03-31' });
    expect(refusalOf(lengthened, shorter)).toBe('census.new_end_earlier');
    expect(judgedValue(lengthened, shorter, lengthened.length - 1)?.endsOn).toBe('2021-03-31');
  });

  it('is refused once something said since rests on the first', () => {
    const resumed = [...answered, fact('resume', '2020-04-10', { recordedOn: today })];
    expect(refusalOf(resumed, typed('no_change'), at)).toBe('census.answer_rests');
    expect(refusalOf(resumed, typed('suspend', { legalBasis: 'OS nº 3' }), at)).toBe('census.answer_rests');
  });
});

describe('judging an answer', () => {
  const statusesReached = fc.constantFrom(running, stopped, suspended, notified, terminated);
  const answers = fc.constantFrom(...buyerAnswers);
  const days = fc.integer({ min: -120, max: 360 }).map((count) => addDays(today, count));
  const rows = fc.record({
    answer: answers,
    on: fc.option(fc.oneof(days, fc.constant('17/03'), fc.constant('')), { nil: null }),
    endsOn: fc.option(days, { nil: null }),
    until: fc.option(days, { nil: null }),
    legalBasis: fc.option(fc.constant('OS nº 3'), { nil: null }),
  });

  it('never throws, and answers a refusal that has a sentence in both languages, at a field of the row', () => {
    fc.assert(
      fc.property(statusesReached, rows, (facts, row) => {
        const judged = judge(facts, row);
        if (judged.ok) return;
        expect(hasSentence(campaignRefusalWords, judged.refusal.code)).toBe(true);
        expect(['answer', 'on', 'endsOn', 'until', 'legalBasis']).toContain(fieldOfRefusal[judged.refusal.code]);
      }),
    );
  });

  it('tells the status that the fold gives once the event is recorded', () => {
    fc.assert(
      fc.property(statusesReached, rows, (facts, row) => {
        const value = judgedValue(facts, row);
        if (!value || row.answer === 'no_change') return;
        const said = fact(row.answer, value.on, { recordedOn: today, endsOn: value.endsOn });
        const { status } = standingOf({ events: [...facts, said], asOf: value.on, knownOn: today });
        expect(value.after).toBe(status);
      }),
    );
  });

  it('takes whatever fits today when it is said of today', () => {
    fc.assert(
      fc.property(statusesReached, (facts) => {
        const { status, endsOn } = standingOf({ events: facts, asOf: today, knownOn: today });
        for (const answer of answersFor(status)) {
          const more = { legalBasis: 'OS nº 3', endsOn: addDays(endsOn ?? today, 30) };
          expect(refusalOf(facts, typed(answer, { on: null, ...more }))).toBeNull();
        }
      }),
    );
  });

  it('refuses whatever does not fit today when it is said of today', () => {
    fc.assert(
      fc.property(statusesReached, (facts) => {
        const { status } = standingOf({ events: facts, asOf: today, knownOn: today });
        const fitting = answersFor(status);
        for (const answer of buyerAnswers.filter((one) => !fitting.includes(one))) {
          const more = { legalBasis: 'OS nº 3', endsOn: '2030-01-01' };
          expect(refusalOf(facts, typed(answer, { on: null, ...more }))).toBe('census.answer_not_fitting');
        }
      }),
    );
  });
});
