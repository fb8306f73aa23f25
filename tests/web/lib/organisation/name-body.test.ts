import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import NameBody from '../../../../apps/web/src/lib/organisation/NameBody.svelte';
import { all, attribute, draw, one, words } from '../../../support/drawn.ts';

type Given = ComponentProps<typeof NameBody>;
const body: Given['body'] = {
  ...{ kind: 'buyer', name: '21990001600011', identifierKind: 'SIRET', identifier: '21990001600011' },
  ...{ city: null, named: false },
};
const drawn = (given: Partial<Given> = {}, of: Partial<Given['body']> = {}) =>
  draw(NameBody, { body: { ...body, ...of }, back: null, done: false, form: null, trail: [], ...given });
const nameIn = (page: ReturnType<typeof drawn>) => attribute(one(page, 'input', { name: 'name' }), 'value');

describe('the name that open data leaves out', () => {
  it('is asked empty, never filled with a number, which is said beside', () => {
    expect(nameIn(drawn())).toBe('');
    expect(words(drawn())).toContain('SIRET 21990001600011');
  });

  it('is changed from the one that is known', () => {
    const known = drawn({}, { named: true, name: 'Ville de Val' });
    expect(nameIn(known)).toBe('Ville de Val');
    expect(words(one(known, 'h1'))).toBe('Ville de Val');
  });

  it('comes back as it was typed, with what is wrong at its field', () => {
    const form = { sentence: 'Corrigez', values: { name: 'V' }, fields: { name: 'Trop court' } };
    const back = drawn({ form }, { named: true, name: 'Ville de Val' });
    expect(nameIn(back)).toBe('V');
    expect(attribute(one(back, 'input', { name: 'name' }), 'aria-invalid')).toBe('true');
  });

  it('leads back where one came from, goes where its page says, and says when it is kept', () => {
    const page = drawn({ back: '/facilitateur/marches', action: '?/nommer', done: true });
    expect(all(page, 'a').map((link) => attribute(link, 'href'))).toContain('/facilitateur/marches');
    expect(attribute(one(page, 'form'), 'action')).toBe('?/nommer');
    expect(words(page).length).toBeGreaterThan(words(drawn()).length);
  });
});
