import type { PenaltyTerms } from '@jonction/domain/contract/clause';
import { calculatePenalty, type PenaltyQuestion } from '@jonction/domain/penalty/calculate';
import { ordonnance2020Window } from '@jonction/domain/penalty/penalty';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const terms: PenaltyTerms = {
  perHour: { basis: 'fixed', cents: 20_000 },
  perDayCents: 7_500,
  capBps: null,
  note: null,
};
const question: PenaltyQuestion = {
  terms,
  dueHours: 420,
  validatedCentihours: 41_900,
  late: null,
  exemptions: [],
  day: '2026-03-02',
  baseCents: 1_000_000,
};

function proposed(given: Partial<PenaltyQuestion>) {
  const answer = calculatePenalty({ ...question, ...given });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

function refusalOf(given: Partial<PenaltyQuestion>): string {
  const answer = calculatePenalty({ ...question, ...given });
  return answer.ok ? 'accepted' : answer.refusal.code;
}

describe('the penalty of a clause', () => {
  it('counts each hour that is not validated, at the price of the contract (EPEC 2021: 200 € an hour)', () => {
    expect(proposed({}).proposal).toMatchObject({ cents: 20_000, hoursCents: 20_000, daysCents: 0, daysCounted: 0 });
    expect(proposed({ validatedCentihours: 0 }).proposal.cents).toBe(8_400_000);
  });

  it('counts a multiple of the SMIC of the day', () => {
    const perHour = { basis: 'smic_multiple', multipleHundredths: 150 } as const;
    const { proposal } = proposed({ terms: { ...terms, perHour } });
    expect(proposal).toMatchObject({ smicCents: 1202, cents: 1803 });
  });

  it('counts days late from the day after the formal notice, less those that no penalty counts', () => {
    const late = { noticeOn: '2026-02-01', untilOn: '2026-02-11' };
    expect(proposed({ late }).proposal).toMatchObject({ daysCounted: 10, daysCents: 75_000, cents: 95_000 });
    const exemptions = [{ reason: 'suspended', from: '2026-02-04', to: '2026-02-08' } as const];
    expect(proposed({ late, exemptions }).proposal).toMatchObject({ daysCounted: 5, cents: 57_500 });
  });

  it('counts no day of the window of the ordonnance 2020-319', () => {
    const late = { noticeOn: '2020-03-01', untilOn: '2020-07-31' };
    const { from = null, to = null } = ordonnance2020Window;
    const exemptions = [{ reason: 'emergency', from: from ?? null, to: to ?? null } as const];
    // 2 to 11 March, then 24 to 31 July.
    expect(proposed({ late, exemptions }).proposal.daysCounted).toBe(18);
  });

  it('stays under the cap, a share of the amount of the lot or of the contract', () => {
    const { proposal } = proposed({ terms: { ...terms, capBps: 100 }, validatedCentihours: 0 });
    expect(proposal).toMatchObject({ capCents: 10_000, cents: 10_000, hoursCents: 8_400_000 });
  });

  it('is refused without terms, without an amount to cap by, with a notice after the delay, with nothing missing', () => {
    expect(refusalOf({ terms: null })).toBe('penalty.no_terms');
    expect(refusalOf({ terms: { ...terms, perHour: null, perDayCents: null } })).toBe('penalty.no_terms');
    expect(refusalOf({ terms: { ...terms, capBps: 100 }, baseCents: null })).toBe('penalty.no_cap_base');
    expect(refusalOf({ baseCents: null })).toBe('accepted');
    expect(refusalOf({ late: { noticeOn: '2026-02-02', untilOn: '2026-02-01' } })).toBe('penalty.notice_reversed');
    expect(refusalOf({ validatedCentihours: 42_000 })).toBe('penalty.nothing_missing');
    expect(refusalOf({ validatedCentihours: 50_000 })).toBe('penalty.nothing_missing');
    const smic = { ...terms, perHour: { basis: 'smic_multiple', multipleHundredths: 150 } as const };
    expect(refusalOf({ terms: smic, day: '2010-01-01' })).toBe('penalty.no_smic');
  });

  it('says hours missing even where the price is by the day alone', () => {
    const late = { noticeOn: '2026-02-01', untilOn: '2026-02-03' };
    const { input, proposal } = proposed({ terms: { ...terms, perHour: null }, late });
    expect(input.missingCentihours).toBe(100);
    expect(proposal).toMatchObject({ hoursCents: 0, cents: 15_000 });
  });

  it('never grows when hours are validated, and is never negative', () => {
    const hours = fc.integer({ min: 0, max: 60_000 });
    const cap = fc.option(fc.integer({ min: 0, max: 10_000 }));
    fc.assert(
      fc.property(hours, hours, cap, (a, b, capBps) => {
        const centsFor = (validatedCentihours: number) => {
          const answer = calculatePenalty({ ...question, validatedCentihours, terms: { ...terms, capBps } });
          return answer.ok ? answer.value.proposal.cents : 0;
        };
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(centsFor(more)).toBeLessThanOrEqual(centsFor(less));
        expect(centsFor(more)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('keeps in its input all that it is counted from again', () => {
    const late = { noticeOn: '2026-02-01', untilOn: '2026-02-11' };
    const { input } = proposed({ late, terms: { ...terms, capBps: 500 } });
    expect(input).toMatchObject({
      missingCentihours: 100,
      perDay: { cents: 7_500, ...late },
      cap: { bps: 500, baseCents: 1_000_000 },
      day: '2026-03-02',
    });
  });
});
