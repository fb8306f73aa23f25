import { absenceReasons } from '@jonction/domain/contract/absence-reason';
import { describe, expect, it } from 'vitest';
import ClauseAbsence from '../../../../apps/web/src/lib/contract/ClauseAbsence.svelte';
import { all, attribute, draw, one, type Tag, words as wordsAsIs } from '../../../support/drawn.ts';

const words = (tag: Tag) => wordsAsIs(tag).replaceAll(/[\u00a0\u202f]/g, ' ');
const said = {
  reason: 'too_short' as const,
  note: 'Six <semaines>',
  recordedByName: 'Amina Chaïb',
  recordedAt: '2026-04-02T08:00:00.000Z',
};
const here = '/facilitateur/marches/c1';

describe('a lot without a clause', () => {
  it('says why, who said it and when, and lets the team write a clause or take it back', () => {
    const page = draw(ClauseAbsence, { lotId: 'l1', absence: said, contractHref: here });
    expect(words(page)).toContain('Sans clause : trop court pour embaucher');
    expect(words(page)).toContain('Six <semaines>');
    expect(words(page)).toContain('Dit par Amina Chaïb, le 2 avr. 2026');
    expect(all(page, 'a').map((tag) => attribute(tag, 'href'))).toEqual([`${here}/lots/l1/clause`]);
    const form = one(page, 'form', { action: '?/sansClause' });
    expect(all(form, 'input').map((tag) => attribute(tag, 'value'))).toEqual(['l1']);
    expect(words(one(form, 'button'))).toBe('Revenir sur cette réponse');
  });

  it('tells whoever only reads the reason and the day, and offers nothing', () => {
    const { reason, recordedAt } = said;
    const page = draw(ClauseAbsence, { lotId: 'l1', absence: { reason, recordedAt } });
    expect(words(page)).toContain('Sans clause : trop court pour embaucher');
    expect(words(page)).toContain('Dit le 2 avr. 2026');
    expect(all(page, 'form')).toHaveLength(0);
    expect(all(page, 'a')).toHaveLength(0);
  });

  it('of which nobody said anything is unknown, not without', () => {
    for (const contractHref of [here, undefined]) {
      const page = draw(ClauseAbsence, { lotId: 'l1', absence: null, contractHref });
      expect(words(page)).toContain('Clause inconnue : personne n’a dit s’il y en a une');
      expect(words(page)).not.toContain('Sans clause :');
    }
    expect(words(draw(ClauseAbsence, { lotId: 'l1', absence: null }, 'en'))).toContain('Clause unknown');
  });

  it('asks for a reason of the list, and for a note that may stay empty', () => {
    const page = draw(ClauseAbsence, { lotId: 'l1', absence: null, contractHref: here });
    const options = all(one(page, 'select', { name: 'reason' }), 'option').map((tag) => attribute(tag, 'value'));
    expect(options.slice(1)).toEqual([...absenceReasons]);
    expect(one(page, 'input', { name: 'note' }).attributes.has('required')).toBe(false);
    expect(one(page, 'details').attributes.has('open')).toBe(false);
  });

  it('keeps what was typed and refused for its own lot, and for no other', () => {
    const refused = {
      sentence: 'Certains champs sont à corriger.',
      fields: { note: 'Écrivez quelle est cette autre raison.' },
      values: { lotId: 'l1', reason: 'other', note: '' },
    };
    const page = draw(ClauseAbsence, { lotId: 'l1', absence: null, contractHref: here, refused });
    expect(one(page, 'details').attributes.has('open')).toBe(true);
    expect(all(page, 'option', { value: 'other', selected: true })).toHaveLength(1);
    expect(attribute(one(page, 'input', { name: 'note' }), 'aria-invalid')).toBe('true');
    const another = draw(ClauseAbsence, { lotId: 'l2', absence: null, contractHref: here, refused });
    expect(one(another, 'details').attributes.has('open')).toBe(false);
    expect(words(another)).not.toContain('cette autre raison');
  });
});
