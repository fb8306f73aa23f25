import { type CrisisContract, measuresFor } from '@jonction/domain/crisis/measure-rule';
import { plannedFor } from '@jonction/domain/crisis/plan';
import { type CrisisMeasure, crisisMeasures, legalBasisOf } from '@jonction/domain/crisis/regime';
import { describe, expect, it } from 'vitest';
import { contract, fact, known, ordonnance, today } from './contracts.ts';
import { told } from './told.ts';

/** The emergency over the whole days of the ordonnance, seen once they are past. */
const whole = { ...ordonnance, from: '2020-03-12' } as const;
const after = '2020-09-01';
const running = (endsOn: string, changes: Partial<CrisisContract> = {}) =>
  contract([fact('notify', '2020-01-06', endsOn), fact('start', '2020-01-13')], changes);

describe('article 1: contracts that run or are concluded from 12 March to 23 July 2020', () => {
  it.each([
    ['ended the day before', running('2020-03-11'), 'ended'],
    ['ending on the first day', running('2020-03-12'), 'told'],
    ['ending on the last day', running('2020-07-23'), 'told'],
    ['ending years after', running('2028-12-31'), 'told'],
    ['concluded on the last day', contract([fact('notify', '2020-07-23', '2021-07-22')]), 'told'],
    ['concluded the day after', contract([fact('notify', '2020-07-24', '2021-07-23')]), 'not_begun'],
    [
      'terminated before',
      contract([fact('notify', '2020-01-06', '2020-12-19'), fact('terminate', '2020-03-11')]),
      'ended',
    ],
    [
      'terminated within',
      contract([fact('notify', '2020-01-06', '2020-12-19'), fact('terminate', '2020-04-14')]),
      'told',
    ],
  ])('%s', (_, one, expected) => {
    expect(told(one, 'scope', whole, after)).toBe(expected);
  });

  it('opens no article at all to a contract that it does not speak of', () => {
    for (const one of [known.over, known.terminated, known.unknown, known.unsuccessful]) {
      const verdicts = measuresFor(one, whole, today);
      expect(verdicts.filter(({ may }) => may)).toEqual([]);
      expect(plannedFor(verdicts, crisisMeasures, [])).toEqual([]);
    }
  });
});

describe('articles 2 and 3: the tenders under way', () => {
  it.each(['bid_delay', 'competition'] as const)(
    '%s is for bids that are awaited, whatever the contract',
    (measure) => {
      const out = [fact('plan', '2019-11-04'), fact('study', '2019-12-02'), fact('tender', '2020-03-02')];
      expect(told(contract(out), measure, whole, today)).toBe('told');
      expect(told(contract(out, { kind: 'concession' }), measure, whole, today)).toBe('told');
      expect(told(contract(out.slice(0, 2)), measure, whole, today)).toBe('not_begun');
      expect(told(contract([...out, fact('award', '2020-03-09')]), measure, whole, today)).toBe('not_in_award');
    },
  );
});

describe('article 4: a contract that ends in the days of the text', () => {
  it.each([
    // 134 days of the text (20 of March, 30, 31, 30, and 23 of July): 12 March + 134 is 24 July, and so on.
    ['2020-03-12', 0, '2020-07-24'],
    ['2020-05-31', 0, '2020-10-12'],
    ['2020-07-23', 0, '2020-12-04'],
    // And the days of a new tender: 30 more.
    ['2020-05-31', 30, '2020-11-11'],
    ['2020-07-23', 90, '2021-03-04'],
  ])('that ends on %s, a new tender taking %i days, goes to %s at most', (endsOn, retenderDays, latest) => {
    const crisis = { ...whole, retenderDays };
    expect(told(running(endsOn), 'extend_term', crisis, after)).toBe(`extend on ${endsOn} to ${latest}`);
    const verdict = measuresFor(running(endsOn), crisis, after).find(({ measure }) => measure === 'extend_term');
    expect(verdict).toMatchObject({ check: 'no_new_tender', effect: { after: endsOn, latest } });
  });

  it('is not for one that ends later, nor for one whose end nobody knows', () => {
    expect(told(running('2020-07-24'), 'extend_term', whole, after)).toBe('ends_elsewhere');
    expect(told(known.endless, 'extend_term', whole, after)).toBe('no_end_known');
  });
});

describe('article 6, 1°: the time for performance', () => {
  it.each([
    // 134 days from the end that is known, whenever it is.
    ['2020-03-12', '2020-07-24'],
    ['2020-06-30', '2020-11-11'],
    ['2020-12-31', '2021-05-14'],
    // Over the 29 February of 2024: 31, 29, 31, 30 and 13.
    ['2023-12-31', '2024-05-13'],
  ])('of a contract that ends on %s goes to %s at least, at the request of its holder', (endsOn, least) => {
    const verdict = measuresFor(running(endsOn), whole, after).find(({ measure }) => measure === 'extend_delay');
    expect(verdict).toMatchObject({ may: true, check: 'holder_asked', effect: { endsOn: least, latest: null } });
  });
});

describe('article 6, 2° and after: penalties, halts and ends', () => {
  it('exempts of penalties for the declared days, and only from the day on which the contract is concluded', () => {
    const may = contract([fact('notify', '2020-05-04', '2021-05-03')]);
    expect(told(running('2020-12-19'), 'no_penalty', whole, after)).toBe('no penalty from 2020-03-12 to 2020-07-23');
    expect(told(may, 'no_penalty', whole, after)).toBe('no penalty from 2020-05-04 to 2020-07-23');
    expect(told(running('2020-12-19', { hasPenalty: false }), 'no_penalty', whole, after)).toBe('no_penalty_written');
  });

  it.each<[CrisisMeasure, string, string]>([
    ['advance', 'told', 'contract_only'],
    ['third_party', 'told', 'told'],
    ['suspend', 'suspend on 2020-03-12 to null', 'contract_only'],
    ['suspend_concession', 'concession_only', 'suspend on 2020-03-12 to null'],
    ['terminate', 'terminate on 2020-03-12 to null', 'terminate on 2020-03-12 to null'],
  ])('%s is for the kind of contract that its article names', (measure, ofContract, ofConcession) => {
    expect(told(running('2020-12-19'), measure, whole, after)).toBe(ofContract);
    expect(told(running('2020-12-19', { kind: 'concession' }), measure, whole, after)).toBe(ofConcession);
  });

  it.each<[CrisisMeasure, string | null]>([
    ['scope', 'Ordonnance 2020-319, art. 1'],
    ['bid_delay', 'Ordonnance 2020-319, art. 2'],
    ['competition', 'Ordonnance 2020-319, art. 3'],
    ['extend_term', 'Ordonnance 2020-319, art. 4'],
    ['advance', 'Ordonnance 2020-319, art. 5'],
    ['extend_delay', 'Ordonnance 2020-319, art. 6, 1°'],
    ['no_penalty', 'Ordonnance 2020-319, art. 6, 2° a'],
    ['third_party', 'Ordonnance 2020-319, art. 6, 2° b'],
    ['terminate', 'Ordonnance 2020-319, art. 6, 3°'],
    ['suspend', 'Ordonnance 2020-319, art. 6, 4°'],
    ['suspend_concession', 'Ordonnance 2020-319, art. 6, 5°'],
    ['stop', null],
  ])('%s is written down with its article', (measure, basis) => {
    const text = { regime: 'ordonnance_2020_319', legalTitle: 'Ordonnance 2020-319' } as const;
    expect(legalBasisOf(text, measure)).toBe(basis);
  });
});
