import { describe, expect, it } from 'vitest';
import Regimes from '../../../../apps/web/src/lib/eligibility/Regimes.svelte';
import { all, attribute, draw, one, type Tag, words as typeset } from '../../../support/drawn.ts';

const words = (tag: Tag) => typeset(tag).replaceAll(/[\u00a0\u202f]/g, ' ');
const pass = {
  id: 'r1',
  regime: 'iae',
  from: '2026-01-01',
  to: '2027-12-31',
  reference: '99999',
  state: 'running',
} as const;
const plan = { id: 'r2', regime: 'plie', from: '2025-01-06', to: null, reference: null, state: 'running' } as const;
const hire = { id: 'h1', number: 42, object: 'Nettoyage des écoles', from: '2026-03-01', to: '2026-05-31' };
const drawn = (given: Partial<Parameters<typeof draw<typeof Regimes>>[1]> = {}) =>
  draw(Regimes, { followed: [], hires: [], withoutPaper: [], eligible: null, today: '2026-03-16', ...given });
const formsTo = (tag: Tag, action: string) => all(tag, 'form').filter((form) => attribute(form, 'action') === action);

describe('what a person is followed under', () => {
  it('stands together: her hires on clauses, then what the team noted', () => {
    const rows = all(drawn({ followed: [pass, plan], hires: [hire] }), 'tr')
      .slice(1)
      .map(words);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain('Embauche n° 42 : Nettoyage des écoles');
    expect(rows[0]).toContain('du 1er mars 2026 au 31 mai 2026');
    expect(rows[1]).toContain('IAE (PASS IAE)');
    expect(rows[1]).toContain('99999');
    expect(rows[2]).toContain('depuis le 6 janv. 2025');
  });

  it('says that the clause is open to her where no hire runs', () => {
    expect(words(drawn({ eligible: { to: '2026-06-30' } }))).toContain('Éligible, sans embauche en cours');
    expect(words(drawn({ eligible: { to: null }, hires: [hire] }))).not.toContain('sans embauche');
    expect(words(drawn({ eligible: { to: null }, hires: [{ ...hire, to: '2026-03-15' }] }))).toContain('sans embauche');
  });

  it('lets the noted ones be ended or taken out, never a hire', () => {
    const page = drawn({ followed: [pass], hires: [hire] });
    expect(
      formsTo(page, '?/finir').map((form) => attribute(one(form, 'input', { name: 'regimeId' }), 'value')),
    ).toEqual(['r1']);
    expect(formsTo(page, '?/oter')).toHaveLength(1);
  });

  it('says which one would make her eligible but for a paper', () => {
    expect(words(drawn({ followed: [plan], withoutPaper: ['plie'] }))).toContain('enregistrez son attestation');
    expect(words(drawn({ followed: [plan, pass], withoutPaper: ['iae', 'plie'] }))).toContain('IAE (PASS IAE), PLIE');
    expect(words(drawn({ followed: [plan] }))).not.toContain('attestation');
  });

  it('says so where there is none, and what a PASS without an end becomes', () => {
    const page = drawn();
    expect(words(page)).toContain('Aucun dispositif noté');
    expect(words(one(page, 'form'))).toContain('Vide pour un PASS IAE : deux ans.');
    expect(attribute(one(page, 'form'), 'action')).toBe('?/suivre');
  });

  it('comes back as typed, open, the error at its field', () => {
    const refused = {
      sentence: 'Ce dispositif est déjà noté pour une partie de ces jours.',
      fields: { from: 'Ce dispositif est déjà noté pour une partie de ces jours.' },
      values: { regime: 'plie', from: '2026-02-01', to: '', reference: 'X' },
    };
    const page = drawn({ followed: [plan], refused });
    const [form] = formsTo(page, '?/suivre');
    expect(form && attribute(one(form, 'input', { name: 'from' }), 'value')).toBe('2026-02-01');
    expect(form && words(form)).toContain('déjà noté pour une partie de ces jours');
    const ending = {
      sentence: 'x',
      fields: { to: 'La fin est avant le début.' },
      values: { regimeId: 'r2', to: '2020-01-01' },
    };
    const [end] = formsTo(drawn({ followed: [plan], refused: ending }), '?/finir');
    expect(end && words(end)).toContain('La fin est avant le début.');
  });
});
