import { categories } from '@jonction/domain/eligibility/categories';
import { parisDayOf } from '@jonction/domain/shared/day';
import { describe, expect, it } from 'vitest';
import CvCard from '../../../../apps/web/src/lib/positioning/CvCard.svelte';
import { receivedWords } from '../../../../apps/web/src/lib/positioning/received-words.ts';
import { all, attribute, draw, heard, one, type Tag, words } from '../../../support/drawn.ts';
import { card, received } from './received.ts';

const facts = (page: Tag) => all(one(page, 'ul', { class: true }), 'li').map(words);
const terms = (page: Tag) =>
  all(one(page, 'dl'), 'div').map((pair) => [words(one(pair, 'dt')), words(one(pair, 'dd'))]);
const lists = (page: Tag) =>
  all(page, 'section').map((part) => [words(one(part, 'h3')), ...all(part, 'li').map(words)]);
const said = (changed: Partial<typeof card>, locale: 'fr' | 'en' = 'fr') =>
  draw(CvCard, { received: { ...received, card: { ...card, ...changed } } }, locale);

/** Words by which one could guess why a person is eligible: the codes and labels of every category, and what they name. */
const why = new RegExp(
  [
    ...categories.flatMap(({ label }) => [label.fr, label.en]),
    ...[
      'RSA',
      'ASS',
      'DELD',
      'DETLD',
      'AAH',
      'RQTH',
      'QPV',
      'BOETH',
      'handicap',
      'disab',
      'minima',
      'réfugié',
      'refugee',
    ],
    ...[
      'sortant',
      'détenu',
      'chômage',
      'unemploy',
      'longue durée',
      'allocat',
      'allowance',
      'public accepté',
      'catégorie',
    ],
  ]
    .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .map((text) => `(?<!\\p{L})${text}`)
    .join('|'),
  'iu',
);

describe('a CV as a company reads it', () => {
  it('never says why the person is eligible, even when more was sent than should have been', () => {
    const [category] = categories;
    const secrets = {
      category: 'RSA',
      categoryLabel: category?.label.fr,
      birthDate: '1968-03-12',
      street: '7 rue Longue',
    };
    const told = { ...received, ...secrets, card: { ...card, ...secrets } };
    for (const locale of ['fr', 'en'] as const) {
      const { html } = draw(CvCard, { received: told }, locale);
      expect(html).not.toMatch(why);
      expect(html).not.toMatch(/1968|rue Longue/);
    }
  });

  it('has no words of its own that could say it', () => {
    const texts = Object.values({ ...receivedWords.fr, ...receivedWords.en }).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : Object.values(entry),
    );
    expect(
      [...texts, ...Object.values(receivedWords.fr).flatMap((entry) => Object.values(entry))].filter((text) =>
        why.test(String(text)),
      ),
    ).toEqual([]);
    expect('bénéficiaire du RSA').toMatch(why);
  });

  it('says until when the hours of the person count, and nothing where that is not known', () => {
    const until = (given: Partial<typeof received>, locale: 'fr' | 'en' = 'fr') =>
      words(one(draw(CvCard, { received: { ...received, ...given } }, locale), 'header'));
    expect(until({})).toContain('Éligible à la clause jusqu’au 30\u00a0sept.\u00a02021');
    expect(until({}, 'en')).toContain('Eligible for the clause until 30\u00a0Sep\u00a02021');
    expect(until({ eligibleUntil: null, eligibleForGood: true })).toContain('sans limite de date');
    expect(until({ eligibleUntil: null })).not.toMatch(/ligible/);
  });

  it('begins with the name, at the level of its page', () => {
    const page = draw(CvCard, { received });
    expect(words(one(page, 'h2'))).toBe('Awa Diarra');
    expect(attribute(one(page, 'article'), 'aria-label')).toBe('Awa Diarra');
    const below = draw(CvCard, { received, level: 3 });
    expect(words(one(below, 'h3'))).toBe('Awa Diarra');
    expect(all(below, 'h4').map(words)).toEqual(['Métiers', 'Expérience']);
  });

  it('says when the person is free, how many hours, and where', () => {
    expect(facts(said({}))).toEqual(['Disponible maintenant', '24 à 35\u00a0h par semaine', 'Habite Pantin']);
    expect(facts(said({ weeklyHoursMax: 24, city: null }))).toEqual(['Disponible maintenant', '24\u00a0h par semaine']);
    expect(facts(said({ availableFrom: '2999-05-01' }))[0]).toBe('Disponible le 1er\u00a0mai\u00a02999');
    expect(facts(said({ availableFrom: null, weeklyHoursMin: null }, 'en'))).toEqual([
      'Availability to be asked',
      'Lives in Pantin',
    ]);
  });

  it('calls free whoever is free today', () => {
    expect(facts(said({ availableFrom: parisDayOf(new Date()) }))[0]).toBe('Disponible maintenant');
  });

  it('says months as they are known: never rounded up, a year alone stays a year', () => {
    expect(lists(said({}))).toEqual([
      ['Métiers', 'Nettoyage de locaux 4 ans', 'Nettoyage des espaces urbains recherché', 'Espaces verts 1 mois'],
      [
        'Expérience',
        'Agente, Net & Clair mars\u00a02016 - novembre\u00a02019',
        'Plongeuse 2014',
        'Aide à domicile depuis janvier\u00a02020',
      ],
    ]);
    expect(lists(said({ occupations: [], experience: [] }))).toEqual([]);
  });

  it('says skills, licences and languages in words, and no empty line', () => {
    const [skills, licences, languages] = terms(said({}));
    expect(skills).toEqual(['Compétences', 'vitres, <script>alert(1)</script>']);
    expect(licences?.[1]).toMatch(/permis B/i);
    expect(languages).toEqual(['Langues', 'arabe C1, français']);
    expect(terms(said({ skills: [], licences: [], languages: [] }))).toEqual([]);
  });

  it('gives a number to press and an address to write to, and neither where there is none', () => {
    const links = (page: Tag) => all(page, 'a').map((link) => [attribute(link, 'href'), heard(link)]);
    expect(links(said({}))).toEqual([
      ['tel:+33612345678', expect.stringMatching(/^Appeler Awa Diarra 06/)],
      ['mailto:awa.diarra@exemple.test', 'Écrire à Awa'],
    ]);
    expect(links(said({ phone: null, email: null }))).toEqual([]);
  });

  it('takes what a CV says as text', () => {
    const page = said({ firstName: '<script>', title: '<img src=x onerror=alert(1)>', city: '<b>Pantin</b>' });
    expect([...all(page, 'script'), ...all(page, 'img'), ...all(page, 'b')]).toEqual([]);
    expect(words(one(page, 'h2'))).toBe('<script> Diarra');
  });

  it('is gone whole once withdrawn: neither the name, nor the reason', () => {
    const page = draw(CvCard, { received: { ...received, status: 'withdrawn', card: null } });
    expect(words(page)).toBe('Ce profil a été retiré.');
    expect(page.html).not.toMatch(/Awa|Diarra|ligible/);
  });
});
