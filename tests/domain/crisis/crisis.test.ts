import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { crisisCadences, crisisReceivers } from '@jonction/domain/crisis/cadence';
import {
  allowedCrisisActs,
  type CrisisTerms,
  crisisStates,
  crisisTermsSchema,
  settleTerms,
} from '@jonction/domain/crisis/crisis';
import { crisisChecks, crisisObstacles, measuresFor } from '@jonction/domain/crisis/measure-rule';
import { crisisPermissions } from '@jonction/domain/crisis/permissions';
import { crisisMeasures, crisisRegimes, legalBasisOf, measuresOf, regimes } from '@jonction/domain/crisis/regime';
import { crisisWords } from '@jonction/domain/crisis/words';
import { describe, expect, it } from 'vitest';
import { known, today } from './contracts.ts';

const terms = (changes: Partial<CrisisTerms> = {}): CrisisTerms => ({
  title: 'Crise sanitaire',
  regime: 'ordonnance_2020_319',
  legalTitle: 'Ordonnance 2020-319',
  legalUrl: null,
  justification: 'Les chantiers sont fermés.',
  from: '2020-03-17',
  to: '2020-07-23',
  departments: [],
  communes: [],
  withUnknownPlace: true,
  buyerIds: [],
  cpv: [],
  statuses: [],
  measures: ['no_penalty'],
  retenderDays: 90,
  policies: [],
  cadences: [],
  receivers: [],
  letter: '',
  ...changes,
});

describe('the terms of an emergency', () => {
  const refusal = (changes: Partial<CrisisTerms>) => {
    const settled = settleTerms(terms(changes), today);
    return settled.ok ? 'settled' : settled.refusal.code;
  };

  it('hold together within the days of their text', () => {
    expect(refusal({})).toBe('settled');
    expect(refusal({ from: '2020-03-12' })).toBe('settled');
    expect(refusal({ from: '2020-03-11' })).toBe('crisis.outside_text');
    expect(refusal({ to: '2020-07-24' })).toBe('crisis.outside_text');
    expect(refusal({ to: null })).toBe('crisis.outside_text');
  });

  it('may be of any days, and without an end, where the text gives none', () => {
    for (const regime of ['exceptional', 'other'] as const) {
      expect(refusal({ regime, from: '2019-06-24', to: '2019-07-05' })).toBe('settled');
      expect(refusal({ regime, from: '2020-04-01', to: null })).toBe('settled');
    }
  });

  it('are of today or of a past day, the end after the beginning', () => {
    const other = { regime: 'other', to: null } as const;
    expect(refusal({ ...other, from: today })).toBe('settled');
    expect(refusal({ ...other, from: '2020-04-21' })).toBe('crisis.too_far');
    expect(refusal({ from: '2020-04-01', to: '2020-03-31' })).toBe('crisis.days_reversed');
    expect(refusal({ from: '2020-04-01', to: '2020-04-01' })).toBe('settled');
  });

  it('hold no measure that the text does not have', () => {
    expect(refusal({ regime: 'other', measures: ['extend_term'] })).toBe('crisis.measure_not_in_text');
    expect(refusal({ regime: 'exceptional', measures: ['advance'] })).toBe('crisis.measure_not_in_text');
    expect(refusal({ measures: ['advance'] })).toBe('settled');
  });

  it('say something to whoever gets a letter', () => {
    expect(refusal({ receivers: ['buyer'] })).toBe('crisis.letter_missing');
    expect(refusal({ receivers: ['company'], letter: 'Voici.' })).toBe('settled');
  });

  it('put the measures in the order of the text, the scope among them', () => {
    const settled = settleTerms(terms({ measures: ['stop', 'no_penalty', 'bid_delay'] }), today);
    expect(settled).toMatchObject({ ok: true, value: { measures: ['scope', 'bid_delay', 'no_penalty', 'stop'] } });
  });

  it('come in one shape, with a name, a text and a reason', () => {
    const issues = (changes: Record<string, unknown>) => {
      const parsed = crisisTermsSchema.safeParse({ ...terms(), ...changes });
      return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message]);
    };
    expect(issues({})).toEqual([]);
    expect(issues({ title: ' ' })).toEqual([['title', 'crisis.title_missing']]);
    expect(issues({ legalTitle: '' })).toEqual([['legalTitle', 'crisis.text_missing']]);
    expect(issues({ justification: '' })).toEqual([['justification', 'crisis.justification_missing']]);
    expect(issues({ legalUrl: 'javascript:alert(1)' })).toEqual([['legalUrl', 'crisis.link_malformed']]);
    expect(issues({ from: '2020-02-30' })).toEqual([['from', 'shared.not_a_day']]);
    for (const wrong of [{ departments: ['7'] }, { communes: ['Paris'] }, { cpv: ['4'] }, { retenderDays: -1 }]) {
      expect(issues(wrong)).toHaveLength(1);
    }
    expect(issues({ departments: ['75', '2a', '974'], communes: ['75113', '2A004'], cpv: ['45', '90910000'] })).toEqual(
      [],
    );
  });
});

describe('the life of an emergency', () => {
  it('goes forward: written, in force, ended, and taken back from either', () => {
    expect(Object.fromEntries(crisisStates.map((state) => [state, allowedCrisisActs(state)]))).toEqual({
      draft: ['enforce', 'write'],
      in_force: ['end', 'undo'],
      ended: ['undo'],
      undone: [],
    });
  });

  it('is moved by the lead alone, and read by the team', () => {
    const moved = ['write', 'discard', 'choose', 'enforce', 'previewEnd', 'end', 'undo'];
    for (const [name, { who }] of Object.entries(crisisPermissions)) {
      expect([...who]).toEqual(moved.includes(name.slice('crisis.'.length)) ? ['lead'] : ['facilitator', 'lead']);
    }
  });
});

describe('the texts', () => {
  it('name their articles, and a stop that somebody saw rests on none', () => {
    const basis = (measure: (typeof crisisMeasures)[number], changes: Partial<CrisisTerms> = {}) =>
      legalBasisOf(terms(changes), measure);
    expect(basis('scope')).toBe('Ordonnance 2020-319, art. 1');
    expect(basis('extend_term')).toBe('Ordonnance 2020-319, art. 4');
    expect(basis('no_penalty')).toBe('Ordonnance 2020-319, art. 6, 2° a');
    expect(basis('stop')).toBeNull();
    const decree = { regime: 'exceptional', legalTitle: 'Décret 2021-1' } as const;
    expect(basis('extend_term', decree)).toBe('Décret 2021-1, art. L2711-5');
    expect(basis('no_penalty', decree)).toBe('Décret 2021-1');
    expect(basis('no_penalty', { regime: 'other', legalTitle: 'Arrêté canicule' })).toBe('Arrêté canicule');
  });

  it('have each at least the scope, a stop and days without penalty, in one order', () => {
    for (const regime of crisisRegimes) {
      const measures = measuresOf(regime);
      expect(measures).toEqual(expect.arrayContaining(['scope', 'no_penalty', 'stop']));
      expect(measures).toEqual(crisisMeasures.filter((measure) => measures.includes(measure)));
    }
    expect(measuresOf('ordonnance_2020_319')).toEqual([...crisisMeasures]);
  });

  it('last 134 days for the ordonnance, both ends included', () => {
    expect(regimes.ordonnance_2020_319.window).toEqual({ from: '2020-03-12', to: '2020-07-23' });
    expect(regimes.exceptional.window).toBeNull();
  });

  it('are in words, each measure, obstacle, check, cadence and receiver in both languages', () => {
    const keys = [
      ...crisisRegimes.map((one) => `crisis.regime.${one}` as const),
      ...crisisMeasures.map((one) => `crisis.measure.${one}` as const),
      ...crisisObstacles.map((one) => `crisis.obstacle.${one}` as const),
      ...crisisChecks.map((one) => `crisis.check.${one}` as const),
      ...crisisCadences.map((one) => `crisis.cadence.${one}` as const),
      ...crisisReceivers.map((one) => `crisis.receiver.${one}` as const),
      ...crisisStates.map((one) => `crisis.state.${one}` as const),
    ];
    for (const key of keys) {
      expect(crisisWords.fr[key]).not.toBe('');
      expect(crisisWords.en[key]).not.toBe(crisisWords.fr[key]);
    }
  });
});

describe('an emergency under another text', () => {
  const other = { regime: 'other', from: '2020-04-01', retenderDays: 0 } as const;
  const verdict = (to: string | null, measure: string) =>
    measuresFor(known.site, { ...other, to }, today).find((one) => one.measure === measure);

  it('extends a delay by its own days, once they are known', () => {
    expect(verdict('2020-04-10', 'extend_delay')).toMatchObject({ may: true, effect: { endsOn: '2020-12-29' } });
    expect(verdict(null, 'extend_delay')).toMatchObject({ may: false, why: 'length_unknown' });
  });

  it('takes days out of penalties to its end, or for as long as it lasts', () => {
    expect(verdict('2020-04-10', 'no_penalty')).toMatchObject({ effect: { from: '2020-04-01', to: '2020-04-10' } });
    expect(verdict(null, 'no_penalty')).toMatchObject({ effect: { from: '2020-04-01', to: null } });
  });

  it('looks at what a contract became within its days: begun since, it is concerned', () => {
    const late = { ...other, from: '2020-03-25', to: null } as const;
    const [scope] = measuresFor(known.concluded, late, today);
    expect(scope).toMatchObject({ measure: 'scope', may: true });
    const [before] = measuresFor(known.concluded, late, '2020-04-01');
    expect(before).toMatchObject({ measure: 'scope', may: false, why: 'not_begun' });
  });

  it('leaves the measures that are only told without any day', () => {
    const effects = measuresFor(known.site, { ...other, to: null }, today).map((one) => one.may && one.effect.kind);
    expect(effects).toEqual(['told', false, 'exempt', 'event', 'event', 'event']);
    expect(contractStatuses).toContain('suspended');
  });
});
