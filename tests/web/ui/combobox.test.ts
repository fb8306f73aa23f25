import Combobox from '@jonction/ui/Combobox.svelte';
import { describe, expect, it } from 'vitest';
import { all, attribute, draw, one, words } from '../../support/drawn.ts';

const options = [
  { value: 'K2204', label: 'Nettoyage de locaux', hint: 'K2204' },
  { value: 'F1703', label: 'Maçonnerie <b>' },
  { value: 'A1203', label: 'Espaces verts', disabled: true },
];
const drawn = (given: object = {}) => draw(Combobox, { label: 'Métier', name: 'metier', options, ...given });
const list = (given: object = {}) => one(drawn(given), 'select');
const chosen = (given: object = {}) =>
  all(list(given), 'option')
    .filter((option) => option.attributes.has('selected'))
    .map((option) => attribute(option, 'value'));

describe('a choice among many, before any script', () => {
  it('is a list with the same name, and every option in it', () => {
    const select = list();
    expect(attribute(select, 'name')).toBe('metier');
    expect(all(select, 'option').map((option) => attribute(option, 'value'))).toEqual(['', 'K2204', 'F1703', 'A1203']);
    expect(all(drawn(), 'input')).toEqual([]);
  });

  it('has a label that a click reaches', () => {
    const page = drawn();
    expect(attribute(one(page, 'label'), 'for')).toBe(attribute(one(page, 'select'), 'id'));
    expect(words(one(page, 'label'))).toContain('Métier');
  });

  it('says the hint beside the label, and what the empty line is', () => {
    const said = all(list(), 'option').map(words);
    expect(said[1]).toContain('Nettoyage de locaux (K2204)');
    expect(said[2]).toContain('Maçonnerie <b>');
    expect(words(list({ placeholder: 'Tous les métiers' }))).toContain('Tous les métiers');
  });

  it('shows what is chosen, and nothing where nothing is', () => {
    expect(chosen({ value: 'F1703' })).toEqual(['F1703']);
    expect(chosen().filter((value) => value !== '')).toEqual([]);
  });

  it('keeps a choice that is not offered first, so that the form sends it again', () => {
    expect(chosen({ value: 'N4105' })).toEqual(['N4105']);
    expect(chosen({ value: 'N4105', options: [] })).toEqual(['N4105']);
    expect(all(list({ value: 'K2204' }), 'option')).toHaveLength(4);
  });

  it('cannot choose what is closed', () => {
    const closed = all(list(), 'option').filter((option) => option.attributes.has('disabled'));
    expect(closed.map((option) => attribute(option, 'value'))).toEqual(['A1203']);
  });

  it('must be filled in where it must, and is told when it is wrong', () => {
    expect(list({ required: true }).attributes.has('required')).toBe(true);
    expect(list({ required: false }).attributes.has('required')).toBe(false);
    const wrong = drawn({ error: 'Choisissez un métier.' });
    const select = one(wrong, 'select');
    expect(attribute(select, 'aria-invalid')).toBe('true');
    expect(words(wrong)).toContain('Choisissez un métier.');
    expect(attribute(select, 'aria-describedby')).toBeTruthy();
  });

  it('is a plain list where a search is asked of the server: what is offered first can be chosen', () => {
    const page = drawn({ search: () => Promise.resolve([]) });
    expect(all(one(page, 'select'), 'option')).toHaveLength(4);
  });
});
