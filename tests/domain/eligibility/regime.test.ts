import { categoryOf } from '@jonction/domain/eligibility/categories';
import {
  endRegime,
  passMonths,
  recordRegime,
  regimeState,
  regimes,
  type SealedRegime,
  usualEnd,
  warnDays,
  withoutPaper,
} from '@jonction/domain/eligibility/regime';
import {
  endRegimeSchema,
  recordRegimeSchema,
  removeRegimeSchema,
  sealedRegimeSchema,
} from '@jonction/domain/eligibility/regime-schema';
import { addDays, dayFromNumber, dayNumber } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const id = '0190a000-0000-7000-8000-000000000001';
const followed = (regime: SealedRegime['regime'], from: string, to: string | null = null): SealedRegime => ({
  ...{ regime, from, to, reference: null },
});
const day = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2028-12-31') }).map(dayFromNumber);
const stretch = fc
  .tuple(day, fc.option(fc.integer({ min: 0, max: 900 })))
  .map(([from, days]) => ({ from, to: days === null ? null : addDays(from, days) }));
const some = fc.tuple(fc.constantFrom(...regimes), stretch).map(([regime, { from, to }]) => followed(regime, from, to));

describe('a regime that is noted', () => {
  it('runs beside the others: three at once', () => {
    const known = [followed('plie', '2026-01-01'), followed('fse', '2026-01-01', '2026-12-31')];
    expect(recordRegime(followed('iae', '2026-03-01', '2026-09-01'), known)).toEqual({
      ok: true,
      value: followed('iae', '2026-03-01', '2026-09-01'),
    });
  });

  it('of insertion through economic activity lasts two years by itself, the others until somebody says', () => {
    expect(usualEnd(followed('iae', '2026-03-01'))).toBe('2028-02-29');
    expect(recordRegime(followed('iae', '2026-03-16'), [])).toMatchObject({ value: { to: '2028-03-15' } });
    for (const regime of ['plie', 'fse'] as const) {
      expect(recordRegime(followed(regime, '2026-03-16'), [])).toMatchObject({ value: { to: null } });
    }
    expect(recordRegime(followed('iae', '2026-03-16', '2026-06-30'), [])).toMatchObject({
      value: { to: '2026-06-30' },
    });
  });

  it('does not end before it begins, and may last one day', () => {
    expect(recordRegime(followed('plie', '2026-03-02', '2026-03-01'), [])).toMatchObject({
      refusal: { code: 'eligibility.regime_ends_before' },
    });
    expect(recordRegime(followed('plie', '2026-03-02', '2026-03-02'), []).ok).toBe(true);
  });

  it.each([
    ['the day another ends', '2026-06-30', null, false],
    ['the day after another ends', '2026-07-01', null, true],
    ['within another', '2026-02-01', '2026-03-01', false],
    ['around another', '2025-01-01', '2027-01-01', false],
    ['until the day before another', '2025-01-01', '2025-12-31', true],
    ['until the first day of another', '2025-01-01', '2026-01-01', false],
    ['without an end, from before another', '2025-01-01', null, false],
  ])('is not the same twice: %s', (_, from, to, ok) => {
    const known = [followed('plie', '2026-01-01', '2026-06-30')];
    const noted = recordRegime(followed('plie', from, to), known);
    expect(noted.ok).toBe(ok);
    if (!noted.ok) expect(noted.refusal.code).toBe('eligibility.regime_twice');
    expect(recordRegime(followed('fse', from, to), known).ok).toBe(true);
  });

  it('a PASS without an end meets another one through its two years', () => {
    const known = [followed('iae', '2027-01-01', '2028-01-01')];
    expect(recordRegime(followed('iae', '2025-06-01'), known)).toMatchObject({
      refusal: { code: 'eligibility.regime_twice' },
    });
    expect(recordRegime(followed('iae', '2025-01-01'), known)).toMatchObject({ value: { to: '2026-12-31' } });
  });

  it('never makes one regime run twice on a day, whatever is noted in whatever order', () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), day, (list, on) => {
        const known: SealedRegime[] = [];
        for (const one of list) {
          const noted = recordRegime(one, known);
          if (noted.ok) known.push(noted.value);
        }
        for (const regime of regimes) {
          const running = known.filter(
            (one) => one.regime === regime && ['running', 'ending'].includes(regimeState(one, on)),
          );
          expect(running.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('the last day of a regime', () => {
  const pass = followed('iae', '2026-03-01', '2028-02-29');

  it('is moved both ways: she left, or was prolonged', () => {
    expect(endRegime(pass, '2026-08-31', [])).toMatchObject({ value: { ...pass, to: '2026-08-31' } });
    expect(endRegime(pass, '2029-02-28', [])).toMatchObject({ value: { to: '2029-02-28' } });
  });

  it('is neither before its first day nor within the next one', () => {
    expect(endRegime(pass, '2026-02-28', [])).toMatchObject({ refusal: { code: 'eligibility.regime_ends_before' } });
    expect(endRegime(pass, pass.from, []).ok).toBe(true);
    const next = [followed('iae', '2028-03-01', '2030-02-28')];
    expect(endRegime(pass, '2028-03-01', next)).toMatchObject({ refusal: { code: 'eligibility.regime_twice' } });
    expect(endRegime(pass, '2028-02-29', next).ok).toBe(true);
  });
});

describe('where a regime stands', () => {
  const on = '2026-03-16';

  it.each([
    ['the day before it begins', followed('plie', '2026-03-17'), 'coming'],
    ['its first day', followed('plie', '2026-03-16'), 'running'],
    ['without an end', followed('plie', '2020-01-01'), 'running'],
    ['its last day', followed('plie', '2026-01-01', '2026-03-16'), 'ending'],
    ['the day after its last', followed('plie', '2026-01-01', '2026-03-15'), 'over'],
    ['ninety days before its end', followed('plie', '2026-01-01', addDays('2026-03-16', warnDays)), 'ending'],
    ['ninety-one days before its end', followed('plie', '2026-01-01', addDays('2026-03-16', warnDays + 1)), 'running'],
  ] as const)('%s', (_, regime, state) => {
    expect(regimeState(regime, on)).toBe(state);
  });

  it('only goes forward as the days go', () => {
    const order = ['coming', 'running', 'ending', 'over'];
    fc.assert(
      fc.property(stretch, day, fc.integer({ min: 1, max: 400 }), (days, from, later) => {
        const before = order.indexOf(regimeState(days, from));
        expect(order.indexOf(regimeState(days, addDays(from, later)))).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe('a regime that would make her eligible', () => {
  const on = '2026-03-16';

  it('is said while it runs and no paper of it holds', () => {
    const running = [followed('plie', '2026-01-01'), followed('iae', '2026-01-01', '2027-12-31')];
    expect(withoutPaper(running, [], on)).toEqual(['iae', 'plie']);
    expect(withoutPaper(running, ['PLIE'], on)).toEqual(['iae']);
    expect(withoutPaper(running, ['PLIE', 'IAE_ACI'], on)).toEqual([]);
    expect(withoutPaper(running, ['RSA'], on)).toEqual(['iae', 'plie']);
  });

  it('is not said of one that is over or to come, nor of the social fund, which proves no category', () => {
    expect(withoutPaper([followed('plie', '2025-01-01', '2026-03-15')], [], on)).toEqual([]);
    expect(withoutPaper([followed('plie', '2026-03-17')], [], on)).toEqual([]);
    expect(withoutPaper([followed('fse', '2026-01-01')], [], on)).toEqual([]);
  });

  it('is said until its last day', () => {
    expect(withoutPaper([followed('plie', '2025-01-01', on)], [], on)).toEqual(['plie']);
  });

  it('speaks of categories that clauses know', () => {
    for (const code of ['PLIE', 'IAE_AI', 'IAE_ETTI', 'IAE_EI', 'IAE_ACI', 'IAE_RQ']) {
      expect(categoryOf(code)).not.toBeNull();
      const regime = code === 'PLIE' ? 'plie' : 'iae';
      expect(withoutPaper([followed(regime, '2026-01-01')], [code], on)).toEqual([]);
    }
  });
});

describe('the forms', () => {
  it('need a regime and its first day', () => {
    const noted = { participantId: id, regime: 'plie', from: '2026-03-01' };
    expect(recordRegimeSchema.safeParse(noted).success).toBe(true);
    expect(recordRegimeSchema.safeParse({ ...noted, regime: '' }).error?.issues[0]?.message).toBe(
      'eligibility.regime_missing',
    );
    expect(recordRegimeSchema.safeParse({ ...noted, from: '2026-02-30' }).success).toBe(false);
    expect(recordRegimeSchema.safeParse({ ...noted, reference: 'x'.repeat(61) }).error?.issues[0]?.message).toBe(
      'eligibility.regime_reference_long',
    );
    expect(endRegimeSchema.safeParse({ participantId: id, regimeId: id, to: '' }).success).toBe(false);
    expect(removeRegimeSchema.safeParse({ participantId: id, regimeId: 'x' }).success).toBe(false);
  });

  it('keep sealed all that says which regime, and read it back', () => {
    fc.assert(
      fc.property(some, (one) => {
        expect(sealedRegimeSchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
      }),
    );
    expect(passMonths).toBe(24);
  });
});
