import { describe, expect, it } from 'vitest';
import CpvField from '../../../../apps/web/src/lib/contract/CpvField.svelte';
import { attribute, draw, one, words } from '../../../support/drawn.ts';

describe('the procurement code of a contract', () => {
  it('is a box for a code that needs no script and no vocabulary, and says what may be typed', () => {
    const page = draw(CpvField, { value: '90910000' });
    const box = one(page, 'input', { name: 'cpv' });
    expect(attribute(box, 'value')).toBe('90910000');
    expect(box.attributes.has('required')).toBe(false);
    expect(words(page)).toContain('Huit chiffres, ou quelques mots de ce qui est acheté.');
  });

  it('says what its code is called, and first what is beside it', () => {
    expect(words(draw(CpvField, { value: '90910000', called: 'Services de nettoyage' }))).toContain(
      'Services de nettoyage',
    );
    const beside = draw(CpvField, { value: '', called: 'Services de nettoyage', hint: 'Publié : 45000000' });
    expect(words(beside)).toContain('Publié : 45000000');
    expect(words(beside)).not.toContain('Services de nettoyage');
  });

  it('offers what is found in a list of its own box', () => {
    const page = draw(CpvField, { value: '' });
    const list = attribute(one(page, 'input', { name: 'cpv' }), 'list');
    expect(attribute(one(page, 'datalist'), 'id')).toBe(list);
  });

  it('shows a refusal at its box', () => {
    const page = draw(CpvField, { value: '12', error: 'Un code CPV a huit chiffres.' });
    expect(attribute(one(page, 'input', { name: 'cpv' }), 'aria-invalid')).toBe('true');
    expect(words(page)).toContain('Un code CPV a huit chiffres.');
  });
});
