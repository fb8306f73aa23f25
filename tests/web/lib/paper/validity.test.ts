import { describe, expect, it } from 'vitest';
import AskForm from '../../../../apps/web/src/lib/paper/AskForm.svelte';
import ValidityList from '../../../../apps/web/src/lib/paper/ValidityList.svelte';
import type { PaperValidity } from '../../../../apps/web/src/lib/paper/validity.ts';
import { all, attribute, draw, labelOf, one, words } from '../../../support/drawn.ts';

const validity: PaperValidity = {
  rows: [
    { kind: 'vigilance', months: 6, usual: 6, basis: 'text', source: 'Code du travail, art. D. 8222-5, 1°' },
    { kind: 'registration', months: 1, usual: 3, basis: 'usage', source: 'aucun âge' },
  ],
  changes: [
    { kind: 'registration', from: 2, months: 1, byName: 'Inès Marchand', at: '2026-03-04T23:30:00Z' },
    { kind: 'registration', from: 3, months: 2, byName: 'Paul Roy', at: '2026-02-01T09:00:00Z' },
  ],
};
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const said = (drawn: Parameters<typeof words>[0]) => plain(words(drawn));
const list = (given: Partial<Parameters<typeof draw<typeof ValidityList>>[1]> = {}) =>
  draw(ValidityList, { validity, editable: true, refused: null, ...given });

describe('how long papers count, on the screen', () => {
  it('says for each what holds, what is usual, and whether a text, usage or we say so', () => {
    const text = said(list());
    expect(text).toMatch(/Attestation de vigilance \(Urssaf\).*compte 6 mois/);
    expect(text).toContain('D’ordinaire 6 mois, fixé par un texte. Code du travail, art. D. 8222-5, 1°.');
    expect(text).toMatch(/Extrait Kbis ou équivalent.*compte 1 mois.*D’ordinaire 3 mois, usage/);
  });

  it('tells who changed it, when, from and to, the last first, and that one was never changed', () => {
    const text = said(list());
    expect(text).toMatch(/2 → 1 mois, par Inès Marchand le 5 mars 2026.*3 → 2 mois, par Paul Roy le 1er févr\. 2026/);
    expect(text).toContain('Changements (2)');
    expect(text.match(/Jamais changée/g)).toHaveLength(1);
  });

  it('gives the lead a form for each, named by its paper, filled with what holds', () => {
    const drawn = list();
    expect(all(drawn, 'form').map((form) => attribute(form, 'action'))).toEqual(['?/duree', '?/duree']);
    expect(all(drawn, 'input', { name: 'from' }).map((input) => attribute(input, 'value'))).toEqual(['6', '1']);
    const [first] = all(drawn, 'input', { name: 'months' });
    expect(plain(first ? labelOf(drawn, first) : '')).toContain('Mois de validité : Attestation de vigilance (Urssaf)');
    expect(said(drawn)).toContain('Au plus 6 mois.');
    const ids = all(drawn, 'input', { name: 'months' }).map((input) => attribute(input, 'id'));
    expect(new Set(ids).size).toBe(2);
  });

  it('gives others no form', () => {
    expect(all(list({ editable: false }), 'form')).toEqual([]);
  });

  it('says at its paper alone what is refused, and keeps what was typed', () => {
    const values = { kind: 'vigilance', months: '9', from: '6' };
    const drawn = list({ refused: { sentence: 'Le texte', values, fields: { months: 'Pas plus de 6 mois' } } });
    const [vigilance, registration] = all(drawn, 'input', { name: 'months' });
    expect([vigilance, registration].map((input) => input && attribute(input, 'value'))).toEqual(['9', '1']);
    expect(vigilance && attribute(vigilance, 'aria-invalid')).toBe('true');
    expect(registration && attribute(registration, 'aria-invalid')).not.toBe('true');
    expect(said(drawn)).toContain('Pas plus de 6 mois');
  });

  it('is what the form that asks for papers promises', () => {
    const asking = { checklist: ['vigilance', 'insurance'] as const, asked: [], refused: null };
    const drawn = draw(AskForm, { ...asking, months: { vigilance: 5 } });
    expect(said(drawn)).toContain('Attestation de vigilance (Urssaf) - compte 5 mois');
    expect(labelOf(drawn, one(drawn, 'input', { value: 'insurance' }))).not.toContain('compte');
  });
});
