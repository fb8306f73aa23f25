import { calculatePenalty, type PenaltyQuestion } from '@jonction/domain/penalty/calculate';
import { calculationLines } from '@jonction/domain/penalty/calculation-lines';
import { decidedCents, heardDecisionShape, penaltyDecisionShape } from '@jonction/domain/penalty/decide';
import {
  allowedPenaltyActs,
  movePenalty,
  penaltyActors,
  penaltyActs,
  penaltyStates,
} from '@jonction/domain/penalty/lifecycle';
import { daysLate, proposePenalty } from '@jonction/domain/penalty/penalty';
import { type PenaltyFacts, pseudonymise } from '@jonction/domain/penalty/penalty-facts';
import { penaltyPermissions } from '@jonction/domain/penalty/permissions';
import { penaltyWords } from '@jonction/domain/penalty/words';
import { addDays, daysBetween } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { seen } from '../../support/spaces.ts';
import { refusalsOf } from '../shared/refusals-of.ts';

const question: PenaltyQuestion = {
  terms: { perHour: { basis: 'fixed', cents: 4500 }, perDayCents: 10_000, capBps: null, note: null },
  dueHours: 100,
  validatedCentihours: 7550,
  late: null,
  exemptions: [],
  day: '2026-03-31',
  baseCents: null,
};
const smic = [
  { from: '2024-11-01', cents: 1188 },
  { from: '2026-01-01', cents: 1202 },
];
const terms = (given: Partial<NonNullable<PenaltyQuestion['terms']>>) => ({
  perHour: null,
  perDayCents: null,
  capBps: null,
  note: null,
  ...given,
});

/** The lines of a penalty as read on the screen: what is multiplied, and what it comes to, in cents. */
function linesOf(given: Partial<PenaltyQuestion>, locale: 'fr' | 'en' = 'fr'): (string | number)[][] {
  const calculated = calculatePenalty({ ...question, ...given }, smic);
  if (!calculated.ok) return [[calculated.refusal.code]];
  const { input, proposal } = calculated.value;
  return calculationLines({ input, proposal } as PenaltyFacts, locale).map(([text, { cents }]) => [seen(text), cents]);
}

describe('the lines of a calculation', () => {
  it('count the hours missing at the price of the clause', () => {
    // 100 h - 75.50 h = 24.50 h; x 45 € = 1,102.50 €.
    expect(linesOf({})).toEqual([['24,5~h manquantes × 45~€ par heure', 110_250]]);
    expect(linesOf({}, 'en')).toEqual([['24.5~h missing × €45 an hour', 110_250]]);
  });

  it('name the multiple of the SMIC, its rate and its day', () => {
    const perHour = { basis: 'smic_multiple', multipleHundredths: 150 } as const;
    // 24.50 x 1.5 x 12.02 € = 441.735 €: half up.
    expect(linesOf({ terms: terms({ perHour }) })).toEqual([
      ['24,5~h manquantes × 1,5 × SMIC horaire brut de 12,02~€ au 31~mars~2026', 44_174],
    ]);
    expect(linesOf({ terms: terms({ perHour }), day: '2025-12-31' })[0]?.[0]).toContain('11,88~€ au 31~déc.~2025');
    expect(linesOf({ terms: terms({ perHour }), day: '2024-10-31' })).toEqual([['penalty.no_smic']]);
  });

  it.each([
    ['2026-03-02', '1~jour de retard', '1~day late', 10_000],
    ['2026-03-03', '2~jours de retard', '2~days late', 20_000],
  ])('say one day as one, up to %s', (untilOn, french, english, cents) => {
    const late = { late: { noticeOn: '2026-03-01', untilOn }, validatedCentihours: 10_000 };
    const [, days] = linesOf(late);
    expect(days).toEqual([expect.stringContaining(french.replace('~', ' ')), cents]);
    expect(linesOf(late, 'en')[1]?.[0]).toContain(english.replace('~', ' '));
  });

  it('show the cap last, what it is a share of, and hold the sum under it', () => {
    const capped = { terms: terms({ perHour: { basis: 'fixed', cents: 4500 }, capBps: 725 }), baseCents: 1_000_000 };
    expect(linesOf(capped).at(-1)).toEqual(['Plafond_: 7,25~% de 10_000~€', 72_500]);
    const calculated = calculatePenalty({ ...question, ...capped }, smic);
    expect(calculated).toMatchObject({ ok: true, value: { proposal: { hoursCents: 110_250, cents: 72_500 } } });
  });

  it('leave out what the clause does not count', () => {
    expect(
      linesOf({ terms: terms({ perDayCents: 500 }), late: { noticeOn: '2026-01-01', untilOn: '2026-01-11' } }),
    ).toEqual([[expect.stringContaining('10 jours de retard'), 5000]]);
  });
});

describe('a penalty is not proposed', () => {
  it.each([
    ['without terms', { terms: null }, 'penalty.no_terms'],
    ['where the terms price nothing', { terms: terms({ capBps: 500 }) }, 'penalty.no_terms'],
    ['where a cap has no base', { terms: terms({ perDayCents: 1, capBps: 500 }) }, 'penalty.no_cap_base'],
    [
      'where the delay ends before the notice',
      { late: { noticeOn: '2026-03-02', untilOn: '2026-03-01' } },
      'penalty.notice_reversed',
    ],
    ['once every hour is validated', { validatedCentihours: 10_000 }, 'penalty.nothing_missing'],
    ['once more is validated than was due', { validatedCentihours: 12_345 }, 'penalty.nothing_missing'],
    [
      'for a delay of no day',
      { validatedCentihours: 10_000, late: { noticeOn: '2026-03-01', untilOn: '2026-03-01' } },
      'penalty.nothing_missing',
    ],
    [
      'for days that are all exempt',
      {
        validatedCentihours: 10_000,
        late: { noticeOn: '2026-03-01', untilOn: '2026-03-10' },
        exemptions: [{ reason: 'stopped' as const, from: '2026-02-01', to: null }],
      },
      'penalty.nothing_missing',
    ],
  ])('%s', (_, given, code) => {
    expect(calculatePenalty({ ...question, ...given }, smic)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('and a delay is read with its two days', () => {
    const late = { noticeOn: '2026-03-02', untilOn: '2026-03-01' };
    const refusal = calculatePenalty({ ...question, late }, smic);
    if (refusal.ok) expect.unreachable();
    else {
      expect(seen(sentence(penaltyWords, 'fr', refusal.refusal.code, refusal.refusal.facts))).toBe(
        'La mise en demeure (2~mars~2026) vient après la fin du retard (1er~mars~2026).',
      );
    }
  });
});

describe('days late', () => {
  const late = { noticeOn: '2026-03-01', untilOn: '2026-03-11' };

  it.each([
    ['no exempt day', [], 10],
    ['the day of the notice, which never counts', [{ from: '2026-03-01', to: '2026-03-01' }], 10],
    ['the first day that counts', [{ from: '2026-03-02', to: '2026-03-02' }], 9],
    ['the last', [{ from: '2026-03-11', to: '2026-03-11' }], 9],
    [
      'days before and after',
      [
        { from: '2026-01-01', to: '2026-03-01' },
        { from: '2026-03-12', to: null },
      ],
      10,
    ],
    [
      'two ranges that overlap',
      [
        { from: '2026-03-04', to: '2026-03-06' },
        { from: '2026-03-05', to: '2026-03-08' },
      ],
      5,
    ],
    [
      'one range within another',
      [
        { from: '2026-03-04', to: '2026-03-08' },
        { from: '2026-03-05', to: '2026-03-06' },
      ],
      5,
    ],
    ['a range open at its start', [{ from: null, to: '2026-03-05' }], 6],
    ['a range open at both ends', [{ from: null, to: null }], 0],
    ['a range reversed, which is none', [{ from: '2026-03-08', to: '2026-03-04' }], 10],
  ])('with %s', (_, exempt, expected) => {
    expect(daysLate(late, exempt)).toBe(expected);
  });

  it('are those that a calendar leaves when each exempt day is crossed out', () => {
    const day = fc.nat(60).map((offset) => addDays('2026-02-01', offset));
    const range = fc.record({ from: fc.option(day), to: fc.option(day) });
    fc.assert(
      fc.property(day, day, fc.array(range, { maxLength: 5 }), (noticeOn, untilOn, exempt) => {
        const length = Math.max(0, daysBetween(noticeOn, untilOn));
        const counted = Array.from({ length }, (_, index) => addDays(noticeOn, index + 1)).filter(
          (one) => !exempt.some(({ from, to }) => (from === null || from <= one) && (to === null || one <= to)),
        );
        expect(daysLate({ noticeOn, untilOn }, exempt)).toBe(counted.length);
        expect(daysLate({ noticeOn, untilOn }, [...exempt].reverse())).toBe(counted.length);
      }),
    );
  });
});

it('never proposes more than the cap, nor more than what was counted', () => {
  fc.assert(
    fc.property(
      fc.nat(5_000_000),
      fc.nat(100_000),
      fc.nat(10_000),
      fc.nat(1_000_000_000),
      (missing, cents, bps, baseCents) => {
        const proposed = proposePenalty({
          missingCentihours: missing,
          perHour: { basis: 'fixed', cents },
          day: '2026-01-01',
          cap: { bps, baseCents },
        });
        if (!proposed.ok) expect.unreachable();
        else {
          const { value } = proposed;
          expect(value.cents).toBe(
            Math.min(value.hoursCents + value.daysCents, value.capCents ?? Number.POSITIVE_INFINITY),
          );
          expect((value.capCents ?? 0) * 10_000).toBeLessThanOrEqual(bps * baseCents);
        }
      },
    ),
  );
});

describe('who moves a penalty', () => {
  it.each([
    ['draft', 'team', ['submit', 'withdraw']],
    ['draft', 'buyer', []],
    ['submitted', 'team', ['decide', 'withdraw']],
    ['submitted', 'buyer', ['decide']],
    ['decided', 'team', []],
    ['decided', 'buyer', []],
    ['withdrawn', 'team', []],
    ['withdrawn', 'buyer', []],
  ] as const)('%s, by the %s: %j', (state, actor, acts) => {
    expect(allowedPenaltyActs(state, actor)).toEqual(acts);
  });

  it('is refused whatever is not allowed, and what is decided stays so', () => {
    for (const state of penaltyStates) {
      for (const actor of penaltyActors) {
        for (const act of penaltyActs) {
          if (act === 'propose') continue;
          const moved = movePenalty(state, act, actor);
          expect(moved.ok).toBe(allowedPenaltyActs(state, actor).includes(act));
          if (!moved.ok) expect(moved.refusal).toEqual({ code: 'penalty.act_not_allowed', facts: { state } });
        }
      }
    }
  });

  it('is the buyer or the team for it, and never the company that owes', () => {
    for (const { who } of Object.values(penaltyPermissions)) {
      for (const outsider of ['partner', 'participant', 'link', 'anybody']) expect(who).not.toContain(outsider);
    }
  });
});

describe('a decision', () => {
  const shape = z.object(penaltyDecisionShape);
  const heard = z.object(heardDecisionShape);

  it.each([
    ['apply', null, 5000, 5000],
    ['apply', 10, 5000, 5000],
    ['waive', 10, 5000, 0],
    ['reduce', 1, 5000, 1],
    ['reduce', 4999, 5000, 4999],
  ] as const)('to %s (%s) of 50 € owes what it says', (outcome, reducedCents, proposed, owed) => {
    expect(decidedCents(proposed, { outcome, reducedCents })).toEqual({ ok: true, value: owed });
  });

  it.each([
    [undefined, 'penalty.reduction_missing'],
    [null, 'penalty.reduction_missing'],
    [0, 'penalty.reduction_out_of_range'],
    [5000, 'penalty.reduction_out_of_range'],
    [5001, 'penalty.reduction_out_of_range'],
  ])('to reduce to %s is refused', (reducedCents, code) => {
    expect(decidedCents(5000, { outcome: 'reduce', reducedCents })).toMatchObject({ refusal: { code } });
  });

  it.each([
    [{ outcome: 'apply', reason: '  ' }, ['reason: penalty.reason_missing']],
    [{ outcome: 'forget', reason: 'x' }, ['outcome: penalty.outcome_missing']],
    [{ outcome: 'waive', reason: 'x'.repeat(2001) }, ['reason: penalty.reason_too_long']],
    [{ outcome: 'waive', reason: 'x'.repeat(2000) }, []],
  ])('is read with its reason: %#', (input, refusals) => {
    expect(refusalsOf(shape, input)).toEqual(refusals);
  });

  it('heard by the team says from whom, how and when', () => {
    expect(
      refusalsOf(heard, { outcome: 'apply', reason: 'x', source: 'rumour', saidBy: ' ', saidOn: '2026-02-30' }),
    ).toEqual(['source: penalty.source_missing', 'saidBy: penalty.said_by_missing', 'saidOn: shared.not_a_day']);
  });
});

describe('people in a file of evidence', () => {
  it('keep one pseudonym over their months, and lose their key', () => {
    const rows = pseudonymise([
      { personKey: 'ida', month: '2026-01' },
      { personKey: 'ben', month: '2026-01' },
      { personKey: 'ida', month: '2026-02' },
    ]);
    expect(rows).toEqual([
      { pseudonym: 'P-01', month: '2026-01' },
      { pseudonym: 'P-02', month: '2026-01' },
      { pseudonym: 'P-01', month: '2026-02' },
    ]);
  });

  it('are told apart however many they are', () => {
    const rows = pseudonymise(Array.from({ length: 150 }, (_, index) => ({ personKey: String(index) })));
    expect(new Set(rows.map(({ pseudonym }) => pseudonym)).size).toBe(150);
    expect(rows.at(-1)).toEqual({ pseudonym: 'P-150' });
  });
});
