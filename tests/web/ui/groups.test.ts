import Fieldset from '@jonction/ui/Fieldset.svelte';
import FormErrors from '@jonction/ui/FormErrors.svelte';
import RadioGroup from '@jonction/ui/RadioGroup.svelte';
import TextInput from '@jonction/ui/TextInput.svelte';
import { describe, expect, it } from 'vitest';
import { all, attribute, describedBy, draw, heard, inside, labelOf, one, words } from '../../support/drawn.ts';

const hostile = '<script>alert(1)</script>';
const ways = [
  { value: 'spoken', label: 'de vive voix', hint: 'au téléphone ou en face' },
  { value: 'written', label: 'par écrit' },
  { value: 'online', label: 'en ligne', disabled: true },
];

describe('Fieldset', () => {
  it('says its question first, and is described by its hint and error', () => {
    const page = draw(Fieldset, {
      legend: 'Adresse',
      hint: 'Celle où la personne dort',
      error: 'Écrivez la ville.',
      children: inside('<i>champs</i>'),
    });
    const group = one(page, 'fieldset');
    expect(all(group, '*')[0]?.name).toBe('legend');
    expect(words(one(group, 'legend'))).toBe('Adresse');
    expect(describedBy(page, group)).toEqual(['Celle où la personne dort', 'Écrivez la ville.']);
    expect(words(one(group, 'i'))).toBe('champs');
  });

  it('is described by words of its own, whether or not it was given an id', () => {
    const named = (id?: string) => draw(Fieldset, { legend: 'A', id, hint: 'h', children: inside('<i></i>') });
    expect(attribute(one(named('adresse'), 'fieldset'), 'aria-describedby')).toBe('adresse-hint');
    expect(describedBy(named(), one(named(), 'fieldset'))).toEqual(['h']);
  });
});

describe('RadioGroup', () => {
  const group = draw(RadioGroup, { legend: 'Comment', name: 'way', options: ways, value: 'written', required: true });
  const radios = all(group, 'input', { type: 'radio' });

  it('is one question with all of its answers in sight, each with its own label', () => {
    expect(words(one(group, 'legend'))).toBe('Comment');
    expect(radios.map((radio) => labelOf(group, radio))).toEqual(['de vive voix', 'par écrit', 'en ligne']);
    expect(radios.map((radio) => attribute(radio, 'value'))).toEqual(['spoken', 'written', 'online']);
    expect(new Set(radios.map((radio) => attribute(radio, 'name')))).toEqual(new Set(['way']));
  });

  it('has the answer that was given, and no other', () => {
    expect(radios.map((radio) => attribute(radio, 'checked') !== undefined)).toEqual([false, true, false]);
    const fresh = draw(RadioGroup, { legend: 'Comment', name: 'way', options: ways });
    expect(all(fresh, 'input', { checked: true })).toEqual([]);
  });

  it('ties the hint of an answer to it alone', () => {
    expect(radios.map((radio) => describedBy(group, radio))).toEqual([['au téléphone ou en face'], [], []]);
  });

  it('refuses what cannot be answered, and must be answered when it is required', () => {
    expect(all(group, 'input', { disabled: true }).map((radio) => attribute(radio, 'value'))).toEqual(['online']);
    expect(all(group, 'input', { required: true })).toHaveLength(3);
  });

  it('is where the list of errors leads: its first answer has the id of the field', () => {
    expect(attribute(one(group, '*', { id: 'champ-way' }), 'value')).toBe('spoken');
  });
});

describe('FormErrors', () => {
  it('draws nothing while nothing is wrong', () => {
    expect(all(draw(FormErrors, {}), '*')).toEqual([]);
    expect(all(draw(FormErrors, { fields: {} }), '*')).toEqual([]);
  });

  it('is said at once, its sentence first, each error a link to its field', () => {
    const page = draw(FormErrors, {
      sentence: 'Rien n’est enregistré.',
      fields: { nom: 'Écrivez un nom.', ville: 'Choisissez une ville.' },
    });
    const box = one(page, '*', { role: 'alert' });
    expect(heard(one(box, 'p'))).toBe('Rien n’est enregistré.');
    expect(all(box, 'a').map((link) => [attribute(link, 'href'), words(link)])).toEqual([
      ['#champ-nom', 'Écrivez un nom.'],
      ['#champ-ville', 'Choisissez une ville.'],
    ]);
  });

  it('leads to the very id that the field has', () => {
    const [link] = all(draw(FormErrors, { fields: { 'offer.title': 'Écrivez un titre.' } }), 'a');
    const field = one(draw(TextInput, { label: 'Titre', name: 'offer.title' }), 'input');
    expect(link && attribute(link, 'href')).toBe(`#${attribute(field, 'id')}`);
  });

  it.each([
    ['fr', '1 point à corriger', '2 points à corriger'],
    ['en', '1 thing to correct', '2 things to correct'],
  ] as const)('counts what is to be corrected in %s when it has no sentence', (locale, single, several) => {
    const title = (fields: Record<string, string>) => heard(one(draw(FormErrors, { fields }, locale), 'p'));
    expect(title({ a: 'x' })).toBe(single);
    expect(title({ a: 'x', b: 'y' })).toBe(several);
  });

  it('says a refusal that no field explains, without an empty list', () => {
    const page = draw(FormErrors, { sentence: 'Ce mois est clos.' });
    expect(heard(page)).toBe('Ce mois est clos.');
    expect(all(page, 'ul')).toEqual([]);
  });

  it('takes sentences as text', () => {
    const page = draw(FormErrors, { sentence: hostile, fields: { a: hostile } });
    expect(all(page, 'script')).toEqual([]);
    expect(words(one(page, 'a'))).toBe(hostile);
  });
});
