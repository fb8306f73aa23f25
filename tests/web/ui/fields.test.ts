import Checkbox from '@jonction/ui/Checkbox.svelte';
import Combobox from '@jonction/ui/Combobox.svelte';
import DayInput from '@jonction/ui/DayInput.svelte';
import FileDrop from '@jonction/ui/FileDrop.svelte';
import HoursInput from '@jonction/ui/HoursInput.svelte';
import type { Locale } from '@jonction/ui/locale';
import NumberInput from '@jonction/ui/NumberInput.svelte';
import Select from '@jonction/ui/Select.svelte';
import TextArea from '@jonction/ui/TextArea.svelte';
import TextInput from '@jonction/ui/TextInput.svelte';
import { describe, expect, it } from 'vitest';
import { all, attribute, type Drawn, describedBy, draw, labelOf, one, type Tag, words } from '../../support/drawn.ts';

const hostile = '"><script>alert(1)</script>';
const towns = [
  { value: 'paris', label: 'Paris' },
  { value: 'lyon', label: 'Lyon' },
];

type Given = {
  label: string;
  name: string;
  id?: string;
  hint?: string;
  error?: string;
  required?: boolean;
  labelUnseen?: boolean;
};

/** Each piece that is a label and one control, drawn with what they share. */
const pieces: Record<string, { control: string; draw: (given: Given, locale?: Locale) => Drawn }> = {
  TextInput: { control: 'input', draw: (given, locale) => draw(TextInput, given, locale) },
  TextArea: { control: 'textarea', draw: (given, locale) => draw(TextArea, given, locale) },
  NumberInput: { control: 'input', draw: (given, locale) => draw(NumberInput, given, locale) },
  HoursInput: { control: 'input', draw: (given, locale) => draw(HoursInput, given, locale) },
  DayInput: { control: 'input', draw: (given, locale) => draw(DayInput, given, locale) },
  FileDrop: { control: 'input', draw: (given, locale) => draw(FileDrop, given, locale) },
  Select: { control: 'select', draw: (given, locale) => draw(Select, { ...given, options: towns }, locale) },
  Combobox: { control: 'select', draw: (given, locale) => draw(Combobox, { ...given, options: towns }, locale) },
};

describe.each(Object.entries(pieces))('%s', (_, { control, draw: drawn }) => {
  const only = (page: Tag) => one(page, control);

  it('is one control that a form sends under its name, tied to its label by its id', () => {
    const page = drawn({ label: 'Ville', name: 'ville' });
    expect(attribute(only(page), 'name')).toBe('ville');
    expect(attribute(only(page), 'id')).toBe('champ-ville');
    expect(labelOf(page, only(page))).toBe('Ville');
  });

  it('keeps its label when its id is another, as in a row of a list', () => {
    const page = drawn({ label: 'Ville', name: 'ville', id: 'ligne-3-ville', error: 'Écrivez une ville.' });
    expect(labelOf(page, only(page))).toBe('Ville');
    expect(describedBy(page, only(page))).toEqual(['Écrivez une ville.']);
  });

  it('is described by its hint, then by its error, and only a wrong one is said wrong', () => {
    const right = drawn({ label: 'Ville', name: 'ville', hint: 'Où la personne habite' });
    expect(describedBy(right, only(right))).toEqual(['Où la personne habite']);
    expect(attribute(only(right), 'aria-invalid')).toBeUndefined();

    const wrong = drawn({ label: 'Ville', name: 'ville', hint: 'Où la personne habite', error: 'Écrivez une ville.' });
    expect(describedBy(wrong, only(wrong))).toEqual(['Où la personne habite', 'Écrivez une ville.']);
    expect(attribute(only(wrong), 'aria-invalid')).toBe('true');
  });

  it('is described by nothing when there is neither', () => {
    const page = drawn({ label: 'Ville', name: 'ville', error: '' });
    expect(attribute(only(page), 'aria-describedby')).toBeUndefined();
    expect(attribute(only(page), 'aria-invalid')).toBeUndefined();
  });

  it('asks the browser for what is required, and says in words what is not', () => {
    const required = drawn({ label: 'Ville', name: 'ville', required: true });
    expect(attribute(only(required), 'required')).toBeDefined();
    expect(labelOf(required, only(required))).toBe('Ville');

    const optional = drawn({ label: 'Ville', name: 'ville', required: false });
    expect(attribute(only(optional), 'required')).toBeUndefined();
    expect(labelOf(optional, only(optional))).toBe('Ville facultatif');
    const english = drawn({ label: 'Town', name: 'ville', required: false }, 'en');
    expect(labelOf(english, only(english))).toBe('Town optional');
  });

  it('keeps its label for screen readers when it is not drawn', () => {
    const page = drawn({ label: 'Ville', name: 'ville', labelUnseen: true });
    expect(labelOf(page, only(page))).toBe('Ville');
    expect(attribute(one(page, 'label'), 'class')).toContain('unseen');
  });

  it('takes any label, hint or error as text', () => {
    const page = drawn({ label: hostile, name: 'ville', hint: hostile, error: hostile });
    expect(all(page, 'script')).toEqual([]);
    expect(page.html).not.toContain('<script');
    expect(labelOf(page, only(page))).toBe(hostile);
    expect(describedBy(page, only(page))).toEqual([hostile, hostile]);
  });
});

describe('what was typed', () => {
  it.each([
    ['TextInput', () => one(draw(TextInput, { label: 'Nom', name: 'nom', value: hostile }), 'input')],
    ['NumberInput', () => one(draw(NumberInput, { label: 'Nom', name: 'nom', value: hostile }), 'input')],
    ['HoursInput', () => one(draw(HoursInput, { label: 'Nom', name: 'nom', value: hostile }), 'input')],
  ])('comes back whole in %s, whatever it is', (_, control) => {
    expect(attribute(control(), 'value')).toBe(hostile);
  });

  it('comes back whole in TextArea, lines and tags with it', () => {
    const page = draw(TextArea, { label: 'Note', name: 'note', value: `première\n</textarea>${hostile}` });
    expect(one(page, 'textarea').children.join('')).toBe(`première\n</textarea>${hostile}`);
    expect(all(page, 'script')).toEqual([]);
  });

  it('is the line chosen in a list', () => {
    for (const page of [
      draw(Select, { label: 'Ville', name: 'ville', options: towns, value: 'lyon' }),
      draw(Combobox, { label: 'Ville', name: 'ville', options: towns, value: 'lyon' }),
    ]) {
      expect(all(page, 'option', { selected: true }).map(words)).toEqual(['Lyon']);
    }
  });

  it('is the day of a calendar, within its bounds', () => {
    const page = draw(DayInput, { label: 'Le', name: 'le', value: '2020-04-12', min: '2020-03-17', max: '2020-06-30' });
    const input = one(page, 'input', { type: 'date' });
    expect(['value', 'min', 'max'].map((name) => attribute(input, name))).toEqual([
      '2020-04-12',
      '2020-03-17',
      '2020-06-30',
    ]);
  });
});

describe('a list of choices', () => {
  it.each([
    ['fr', 'Choisir…'],
    ['en', 'Choose…'],
  ] as const)('begins with an empty line in %s, that chooses nothing', (locale, first) => {
    for (const page of [
      draw(Select, { label: 'Ville', name: 'ville', options: towns }, locale),
      draw(Combobox, { label: 'Ville', name: 'ville', options: towns }, locale),
    ]) {
      const options = all(page, 'option');
      expect(options.map(words)).toEqual([first, 'Paris', 'Lyon']);
      expect(options.map((option) => attribute(option, 'value'))).toEqual(['', 'paris', 'lyon']);
    }
  });

  it('has no empty line where there is always a choice', () => {
    const page = draw(Select, { label: 'Ville', name: 'ville', options: towns, placeholder: null });
    expect(all(page, 'option').map(words)).toEqual(['Paris', 'Lyon']);
  });

  it('groups its lines under names, and leaves those that cannot be chosen in sight', () => {
    const page = draw(Select, {
      label: 'Titre',
      name: 'titre',
      options: [
        { value: '', label: 'Tous' },
        { value: 'B', label: 'Permis B', group: 'Conduite' },
        { value: 'r489', label: 'CACES R489', group: 'Engins', disabled: true },
        { value: 'C', label: 'Permis C', group: 'Conduite' },
      ],
      placeholder: null,
    });
    const groups = all(page, 'optgroup').map((group) => [attribute(group, 'label'), all(group, 'option').map(words)]);
    expect(groups).toEqual([
      ['Conduite', ['Permis B', 'Permis C']],
      ['Engins', ['CACES R489']],
    ]);
    expect(all(page, 'option', { disabled: true }).map(words)).toEqual(['CACES R489']);
  });

  it('offers all of its lines without scripts, however many', () => {
    const options = Array.from({ length: 1000 }, (_, index) => ({ value: `${index}`, label: `Commune ${index}` }));
    expect(all(draw(Combobox, { label: 'Commune', name: 'commune', options }), 'option')).toHaveLength(1001);
  });
});

describe('a unit', () => {
  it('stands beside the box and never in what is sent', () => {
    const money = draw(NumberInput, { label: 'Montant', name: 'montant', value: '1250', unit: '€ HT', decimal: true });
    expect(words(money)).toContain('€ HT');
    expect(attribute(one(money, 'input'), 'value')).toBe('1250');
    expect(attribute(one(money, 'input'), 'inputmode')).toBe('decimal');
    expect(attribute(one(draw(NumberInput, { label: 'Postes', name: 'postes' }), 'input'), 'inputmode')).toBe(
      'numeric',
    );
    expect(words(draw(TextInput, { label: 'Rayon', name: 'rayon', suffix: 'km' }))).toBe('Rayon km');
    expect(words(draw(HoursInput, { label: 'Heures', name: 'heures', value: '7,5' }))).toBe('Heures h');
  });

  it('comes with a box that no wheel turns', () => {
    for (const page of [draw(NumberInput, { label: 'a', name: 'a' }), draw(HoursInput, { label: 'a', name: 'a' })]) {
      expect(attribute(one(page, 'input'), 'type')).toBe('text');
    }
  });
});

describe('FileDrop', () => {
  it('is a plain file input that says what it takes', () => {
    const page = draw(FileDrop, {
      label: 'Feuille',
      name: 'file',
      accept: '.pdf,.jpg',
      multiple: true,
      capture: 'environment',
    });
    const input = one(page, 'input', { type: 'file' });
    expect(attribute(input, 'accept')).toBe('.pdf,.jpg');
    expect(attribute(input, 'multiple')).toBeDefined();
    expect(attribute(input, 'capture')).toBe('environment');
  });

  it.each([
    ['fr', 'Déposez le fichier ici, ou choisir un fichier'],
    ['en', 'Drop the file here, or choose a file'],
  ] as const)('says in %s how to give a file', (locale, said) => {
    expect(words(draw(FileDrop, { label: 'CV', name: 'file' }, locale))).toContain(said);
  });
});

describe('Checkbox', () => {
  it('sends "oui" when ticked, and its label ticks it', () => {
    const page = draw(Checkbox, { label: 'Accord donné', name: 'accord', checked: true });
    const input = one(page, 'input', { type: 'checkbox' });
    expect([attribute(input, 'name'), attribute(input, 'value')]).toEqual(['accord', 'oui']);
    expect(attribute(input, 'checked')).toBeDefined();
    expect(labelOf(page, input)).toBe('Accord donné');
  });

  it('is not ticked unless somebody ticked it', () => {
    const input = one(draw(Checkbox, { label: 'Accord donné', name: 'accord' }), 'input');
    expect(attribute(input, 'checked')).toBeUndefined();
  });

  it('is described by its hint, then by its error', () => {
    const page = draw(Checkbox, { label: 'Accord', name: 'accord', hint: 'Dit ou écrit', error: `Cochez ${hostile}` });
    const input = one(page, 'input');
    expect(describedBy(page, input)).toEqual(['Dit ou écrit', `Cochez ${hostile}`]);
    expect(attribute(input, 'aria-invalid')).toBe('true');
    expect(all(page, 'script')).toEqual([]);
  });
});
