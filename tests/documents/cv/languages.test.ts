import { languageCode } from '@jonction/documents/cv/languages';
import { readCv } from '@jonction/documents/cv/read';
import { buildCvReference } from '@jonction/documents/cv/reference';
import { languages as named } from '@jonction/domain/reference/language';
import { describe, expect, it } from 'vitest';
import { smallTables } from '../../support/cv-reference.ts';

const reference = buildCvReference(smallTables);
const spoken = (text: string) => readCv({ text }, reference, { today: '2026-04-01' }).languages;

describe('every language of the reference', () => {
  const all = Object.entries(named);

  it('is known by its French and its English name, in any case, with or without accents', () => {
    for (const [code, { fr, en }] of all) {
      for (const name of [fr, en, fr.toUpperCase(), fr.normalize('NFD').replace(/\p{M}/gu, '')])
        expect([name, languageCode(name)]).toEqual([name, code]);
    }
  });

  it('is read from a section with its level', () => {
    for (const [code, { fr }] of all) {
      expect([fr, spoken(`Langues\n${fr} : B2`)]).toEqual([fr, [{ code, level: 'B2' }]]);
    }
  });

  it('is known by its code, and nothing is guessed of a word that is no language', () => {
    expect(languageCode('bm')).toBe('bm');
    for (const word of ['', 'zz', 'maçon', 'constructor', '__proto__', 'langue']) expect(languageCode(word)).toBeNull();
  });
});

describe('a level', () => {
  it.each(['A1', 'A2', 'B1', 'B2', 'C1', 'C2'])('%s is read wherever it stands', (level) => {
    for (const line of [
      `Anglais : ${level}`,
      `Anglais (${level})`,
      `Anglais niveau ${level}`,
      `Anglais – ${level.toLowerCase()}`,
      `Anglais ${level}+`,
    ])
      expect([line, spoken(`Langues\n${line}`)]).toEqual([line, [{ code: 'en', level }]]);
  });

  it.each(['courant', 'notions', 'langue maternelle', 'bilingue', 'lu, écrit, parlé', 'scolaire', 'débutant'])(
    'in words stays in the words of the person: %s',
    (words) => {
      expect(spoken(`Langues\nAnglais : ${words}`)).toEqual([{ code: 'en', level: null, levelText: words }]);
    },
  );

  it('on the line below its language goes with it', () => {
    expect(spoken('Langues\nAnglais\nB1\nWolof\nlangue maternelle')).toEqual([
      { code: 'en', level: 'B1' },
      { code: 'wo', level: null, levelText: 'langue maternelle' },
    ]);
  });

  it('of a diploma is that of French only once it is passed', () => {
    expect(spoken('Formation\n2023 : DELF B1')).toEqual([{ code: 'fr', level: 'B1' }]);
    expect(spoken('Formation\nTCF B2 obtenu en 2022')).toEqual([{ code: 'fr', level: 'B2' }]);
    expect(spoken('Formation\nDELF B1 en cours')).toEqual([]);
    expect(spoken('Formation\nInscrite au DELF B1')).toEqual([]);
  });

  it('is not taken from the lift of a building or the size of paper', () => {
    expect(spoken('Divers\nImmeuble B2, bâtiment A1')).toEqual([]);
    expect(spoken('Langues\nAnglais')).toEqual([{ code: 'en', level: null }]);
  });
});

describe('a language', () => {
  it('is said once, with the better told of its levels', () => {
    expect(spoken('Langues\nAnglais\nDivers\nAnglais : B1')).toEqual([{ code: 'en', level: 'B1' }]);
  });

  it('is found with one slip of the keyboard in its own section only', () => {
    expect(spoken('Langues\nPurtugiaz : B1')).toEqual([]);
    expect(spoken('Langues\nPortugai : B1')).toEqual([{ code: 'pt', level: 'B1' }]);
    expect(spoken('Loisirs\nPortugai : voyages')).toEqual([]);
  });

  it.each([
    ['Langues : français, anglais', ['fr', 'en']],
    ['Je parle bambara et français', ['bm', 'fr']],
    ['Langues parlées\n• Arabe\n• Tamazight\n• Créole', ['ar', 'ber', 'cpf']],
    ['Languages: English, Portuguese', ['en', 'pt']],
  ])('is found in %j', (text, codes) => {
    expect(spoken(text).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    'Expérience\n2019 - 2021 : cuisinier, restaurant chinois',
    'Expérience\n2018 - 2020 : professeur d’anglais',
    'Formation\nCours de français (200 h)',
    'Loisirs\nCinéma italien, cuisine japonaise',
    'Nationalité portugaise',
    'Adresse : 12 rue des Anglais',
  ])('is not read from %j', (text) => {
    expect(spoken(text)).toEqual([]);
  });
});
