import {
  defaultWindowSettings,
  eligibilityWindows,
  type Hire,
  hireSchema,
  ownWindowKinds,
  windowSettingsSchema,
} from '@jonction/domain/eligibility/window';
import { eligibilitySentence, eligibilityWords } from '@jonction/domain/eligibility/words';
import { addDays, addMonths } from '@jonction/domain/shared/day';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const hire = (facts: Partial<Hire> = {}): Hire => ({ id: 'p1', kind: 'fixed_term', from: '2024-05-31', ...facts });

describe('the window of fixed-term hires', () => {
  it.each([
    { from: '2024-02-29', to: '2026-02-27' },
    { from: '2024-05-31', to: '2026-05-30' },
    { from: '2024-01-01', to: '2025-12-31' },
    { from: '2022-02-28', to: '2024-02-27' },
    { from: '2022-03-01', to: '2024-02-29' },
  ])('from $from ends on $to: 24 months, less a day', ({ from, to }) => {
    expect(eligibilityWindows([hire({ from })])).toEqual([{ id: 'p1', from, to }]);
  });

  it('is one for all of them, from the earliest, whatever the order', () => {
    const hires = [hire({ id: 'b', from: '2025-06-02' }), hire({ id: 'a', from: '2024-02-29' })];
    expect(eligibilityWindows(hires)).toEqual([
      { id: 'b', from: '2024-02-29', to: '2026-02-27' },
      { id: 'a', from: '2024-02-29', to: '2026-02-27' },
    ]);
  });

  it('holds for every kind that has none of its own', () => {
    const kinds = ['fixed_term', 'temporary', 'interim', 'fixed_term_usage', 'business_creation', ''];
    const hires = kinds.map((kind, index) => hire({ id: `p${index}`, kind, from: addDays('2024-01-01', index) }));
    for (const window of eligibilityWindows(hires))
      expect(window).toMatchObject({ from: '2024-01-01', to: '2025-12-31' });
  });

  it('does not begin with a hire of another kind', () => {
    const hires = [
      hire({ id: 'cdi', kind: 'permanent', from: '2020-01-01' }),
      hire({ id: 'iae', kind: 'iae', from: '2021-01-01' }),
      hire({ id: 'cdd', from: '2024-01-01' }),
    ];
    expect(eligibilityWindows(hires)[2]).toEqual({ id: 'cdd', from: '2024-01-01', to: '2025-12-31' });
  });

  it('does not end with the hire: its own end plays no part', () => {
    expect(eligibilityWindows([hire({ from: '2024-01-01', to: '2024-03-31' })])[0]?.to).toBe('2025-12-31');
  });

  it('follows the months of the structure', () => {
    expect(eligibilityWindows([hire()], { fixedTermMonths: 12 })[0]?.to).toBe('2025-05-30');
    expect(eligibilityWindows([hire()], { fixedTermMonths: 1 })[0]?.to).toBe('2024-06-29');
    expect(eligibilityWindows([hire()], { fixedTermMonths: null })[0]?.to).toBe('2026-05-30');
  });
});

describe('the window of a permanent hire', () => {
  const permanent = (facts: Partial<Hire> = {}) => hire({ kind: 'permanent', from: '2021-09-01', ...facts });

  it.each([
    { contractEndsOn: '2026-12-31', to: '2025-08-31' },
    { contractEndsOn: '2025-09-01', to: '2025-08-31' },
    { contractEndsOn: '2025-08-31', to: '2025-08-31' },
    { contractEndsOn: '2025-08-30', to: '2025-08-30' },
    { contractEndsOn: '2023-12-31', to: '2023-12-31' },
    { contractEndsOn: null, to: '2025-08-31' },
    { contractEndsOn: undefined, to: '2025-08-31' },
  ])('on a contract that ends on $contractEndsOn ends on $to', ({ contractEndsOn, to }) => {
    expect(eligibilityWindows([permanent({ contractEndsOn })])).toEqual([{ id: 'p1', from: '2021-09-01', to }]);
  });

  it('is its own: two hires have two', () => {
    const windows = eligibilityWindows([permanent(), permanent({ id: 'p2', from: '2022-09-01' })]);
    expect(windows.map(({ to }) => to)).toEqual(['2025-08-31', '2026-08-31']);
  });

  it('follows the cap of the structure', () => {
    expect(eligibilityWindows([permanent()], { permanentCapMonths: 24 })[0]?.to).toBe('2023-08-31');
    expect(eligibilityWindows([permanent()], { fixedTermMonths: 1 })[0]?.to).toBe('2025-08-31');
  });
});

describe('the windows of apprentices and of the staff of insertion structures', () => {
  it.each(['apprenticeship', 'professionalisation'])('%s: the whole contract', (kind) => {
    const from = '2024-09-02';
    expect(eligibilityWindows([hire({ kind, from, to: '2026-08-31' })])).toEqual([
      { id: 'p1', from, to: '2026-08-31' },
    ]);
    expect(eligibilityWindows([hire({ kind, from })])).toEqual([{ id: 'p1', from, to: null }]);
  });

  it('iae: to the end of the PASS, not of the hire', () => {
    const facts = { kind: 'iae', from: '2024-03-01', to: '2024-12-31' };
    expect(eligibilityWindows([hire({ ...facts, passValidTo: '2025-11-14' })])[0]?.to).toBe('2025-11-14');
    expect(eligibilityWindows([hire(facts)])[0]?.to).toBeNull();
  });
});

describe('the windows of a person', () => {
  const day = fc.nat(3000).map((offset) => addDays('2020-01-01', offset));
  const kind = fc.constantFrom('fixed_term', 'interim', 'permanent', 'apprenticeship', 'professionalisation', 'iae');
  const hires = fc.array(
    fc.record({
      id: fc.uuid(),
      kind,
      from: day,
      to: fc.option(day),
      contractEndsOn: fc.option(day),
      passValidTo: fc.option(day),
    }),
    { maxLength: 8 },
  );

  it('are one a hire, in the order given, and the same hire by hire whatever the order', () => {
    fc.assert(
      fc.property(hires, (given) => {
        const windows = eligibilityWindows(given);
        expect(windows.map(({ id }) => id)).toEqual(given.map(({ id }) => id));
        expect(eligibilityWindows([...given].reverse()).reverse()).toEqual(windows);
      }),
    );
  });

  it('share one range among fixed-term hires, of 24 months from the first', () => {
    fc.assert(
      fc.property(hires, (given) => {
        const windows = eligibilityWindows(given);
        const shared = windows.filter((_, index) => ['fixed_term', 'interim'].includes(given[index]?.kind ?? ''));
        const first = given
          .filter((one) => ['fixed_term', 'interim'].includes(one.kind))
          .map(({ from }) => from)
          .sort()[0];
        for (const window of shared) {
          expect(window.from).toBe(first);
          expect(window.to).toBe(addDays(addMonths(first ?? '', 24), -1));
        }
      }),
    );
  });

  it('never go beyond the cap for a permanent hire, nor beyond its contract', () => {
    fc.assert(
      fc.property(hires, (given) => {
        for (const [index, window] of eligibilityWindows(given).entries()) {
          const one = given[index];
          if (one?.kind !== 'permanent') continue;
          expect(window.from).toBe(one.from);
          expect((window.to ?? '9') < addMonths(one.from, 48)).toBe(true);
          if (one.contractEndsOn) expect((window.to ?? '9') <= one.contractEndsOn).toBe(true);
        }
      }),
    );
  });

  it('are none for nobody', () => {
    expect(eligibilityWindows([])).toEqual([]);
  });
});

describe('the settings of a structure', () => {
  it('have the defaults of the house', () => {
    expect(defaultWindowSettings).toEqual({ fixedTermMonths: 24, permanentCapMonths: 48 });
    expect(eligibilityWindows([hire()], windowSettingsSchema.parse({}))).toEqual(eligibilityWindows([hire()]));
  });

  it.each([{ fixedTermMonths: 0 }, { permanentCapMonths: -1 }, { fixedTermMonths: 1.5 }])('refuse %j', (settings) => {
    expect(windowSettingsSchema.safeParse(settings).success).toBe(false);
  });

  it('a hire needs an id, a kind and a start', () => {
    expect(hireSchema.safeParse(hire()).success).toBe(true);
    for (const name of ['id', 'kind', 'from']) {
      expect(hireSchema.safeParse({ ...hire(), [name]: undefined }).success).toBe(false);
    }
  });
});

describe('what an employer is told', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

  it('is a yes until a day, a yes, or that it is not established', () => {
    expect(plain(eligibilitySentence({ to: '2026-02-27' }))).toBe('Éligible jusqu’au 27 févr. 2026');
    expect(eligibilitySentence({ to: null })).toBe('Éligible');
    expect(eligibilitySentence(null)).toBe('Éligibilité non établie');
    expect(plain(eligibilitySentence({ to: '2026-02-27' }, 'en'))).toBe('Eligible until 27 Feb 2026');
    expect(eligibilitySentence(null, 'en')).toBe('Eligibility not established');
  });

  it('has words for every kind of hire with a window of its own', () => {
    for (const kind of [...ownWindowKinds, 'fixed_term']) {
      expect(hasSentence(eligibilityWords, `eligibility.kind_${kind}`)).toBe(true);
    }
  });
});
