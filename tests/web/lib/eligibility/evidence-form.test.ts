import { categories } from '@jonction/domain/eligibility/categories';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import EvidenceForm from '../../../../apps/web/src/lib/eligibility/EvidenceForm.svelte';
import { all, attribute, describedBy, draw, labelOf, one, words } from '../../../support/drawn.ts';

const form = (given: Partial<ComponentProps<typeof EvidenceForm>> = {}, locale: 'fr' | 'en' = 'fr') =>
  draw(EvidenceForm, { today: '2026-05-12', ...given }, locale);

describe('a paper to put under lock', () => {
  it('speaks of one of the categories, each once, by family', () => {
    const select = one(form(), 'select', { name: 'category' });
    const offered = all(select, 'option').flatMap((option) => attribute(option, 'value') || []);
    expect(offered.toSorted()).toEqual(categories.map(({ code }) => code).toSorted());
    expect(all(select, 'optgroup').map((group) => attribute(group, 'label'))).toEqual([
      'Éloignée de l’emploi',
      'Accompagnée par une structure reconnue par l’État',
    ]);
  });

  it('leaves with its file, by the form alone', () => {
    const page = form();
    const sent = one(page, 'form');
    expect([attribute(sent, 'method'), attribute(sent, 'enctype')]).toEqual(['post', 'multipart/form-data']);
    expect(attribute(one(page, 'input', { name: 'file' }), 'accept')).toContain('.pdf');
    expect(attribute(one(page, 'input', { name: 'file' }), 'required')).toBeUndefined();
  });

  it('bears no day to come', () => {
    expect(attribute(one(form(), 'input', { name: 'issuedOn' }), 'max')).toBe('2026-05-12');
    expect(attribute(one(form(), 'input', { name: 'validTo' }), 'max')).toBeUndefined();
  });

  it.each(categories.slice(0, 6).map(({ code, proof }) => [code, proof]))(
    'says which paper is usual for %s, once it is chosen',
    (code, proof) => {
      const page = form({ values: { category: code } });
      const select = one(page, 'select', { name: 'category' });
      expect(all(select, 'option', { selected: true }).map((option) => attribute(option, 'value'))).toEqual([code]);
      expect(describedBy(page, select)).toEqual([proof]);
    },
  );

  it.each(['category', 'issuedOn', 'validTo', 'label', 'file'])('says what is wrong with %s at its field', (name) => {
    const page = form({ errors: { [name]: 'À corriger.' } });
    const control = one(page, name === 'category' ? 'select' : 'input', { name });
    expect(attribute(control, 'aria-invalid')).toBe('true');
    expect(describedBy(page, control).join(' ')).toContain('À corriger.');
  });

  it('keeps what was typed, however long', () => {
    const label = `Attestation ${'très '.repeat(60)}longue`;
    expect(attribute(one(form({ values: { label } }), 'input', { name: 'label' }), 'value')).toBe(label);
  });

  it('reads in English, categories too', () => {
    const page = form({}, 'en');
    expect(labelOf(page, one(page, 'select', { name: 'category' }))).not.toBe('Public');
    expect(words(page)).not.toContain('Éloignée');
  });
});
