import { buildOccupationIndex } from '@jonction/domain/reference/occupation-index';
import { searchOccupations } from '@jonction/domain/reference/occupation-search';
import { stemOf, titleStems } from '@jonction/domain/reference/title-words';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasRome, officialTables, smallTables } from '../../support/cv-reference.ts';

const small = buildOccupationIndex(smallTables.occupations);

function topOf(index: typeof small, title: string): string | undefined {
  return searchOccupations(index, title, 1)[0]?.code;
}

describe('the stems of a title', () => {
  test.each([
    ['ouvrière', 'ouvrier'],
    ['agentes', 'agent'],
    ['animatrice', 'animateur'],
    ['maçonne', 'maçon'],
    ['cheffe', 'chef'],
    ['technicienne', 'technicien'],
    ['vendeuses', 'vendeur'],
    ['employée', 'employé'],
  ])('%s and %s meet', (feminine, masculine) => {
    expect(titleStems(feminine)).toEqual(titleStems(masculine));
  });

  test('spells abbreviations out and drops the other gender and "H/F"', () => {
    expect(titleStems('Agent(e) TP (H/F)')).toEqual(titleStems('agent des travaux publics'));
    expect(titleStems('Employé·e polyvalent·e')).toEqual(titleStems('employé polyvalent'));
    expect(stemOf('gaz')).toBe('gaz');
  });
});

describe('the search in a small table', () => {
  test.each([
    ['AGENTE DENTRETIEN', 'K2204'],
    ['agent de netoyage', 'K2204'],
    ['entretien locaux agent', 'K2204'],
    ['maçonne', 'F1703'],
    ['masson', 'F1703'],
    ['cuisinniere', 'G1602'],
    ['Carriste', 'N1101'],
    ['vigile', 'K2503'],
    ['stage auxilliaire de vie', 'K1302'],
  ])('%s is %s', (title, code) => {
    expect(topOf(small, title)).toBe(code);
  });

  test('answers each code once, the likeliest first, no more than asked', () => {
    const found = searchOccupations(small, 'agent', 3);
    expect(found).toHaveLength(3);
    expect(new Set(found.map(({ code }) => code)).size).toBe(3);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
  });

  test('answers nothing to nothing, and to words no title holds', () => {
    expect(searchOccupations(small, '', 5)).toEqual([]);
    expect(searchOccupations(small, ' - / ', 5)).toEqual([]);
    expect(searchOccupations(small, 'xyzzy', 5)).toEqual([]);
  });

  test('gives score 1 to the same words only', () => {
    expect(searchOccupations(small, 'locaux entretien agente', 1)[0]?.score).toBe(1);
    expect(searchOccupations(small, 'agent du tri manuel', 1)[0]?.score).toBeLessThan(1);
  });
});

describe.skipIf(!hasRome)('the search in the official tables (JONCTION_DATA_DIR)', () => {
  let official: typeof small;
  beforeAll(async () => {
    official = buildOccupationIndex((await officialTables()).occupations);
  });

  test('finds every official title under one of its codes', () => {
    const step = 7;
    const titles = official.titles.filter((title, at) => at % step === 0 && !title.everyday);
    const missed = titles.filter((title) => {
      const code = official.occupations[title.occupation]?.code;
      return !searchOccupations(official, title.text, 5).some((found) => found.code === code);
    });
    expect(missed.length / titles.length).toBeLessThan(0.002);
  });

  test('keeps the code of an official title typed in the feminine or with one slip', () => {
    const heads = official.titles.filter((title, at) => at % 41 === 0 && !title.everyday && title.text.includes(' / '));
    const typed = heads.map((title) => ({
      title,
      text: (title.text.split(' / ')[1] ?? '').replace(/([a-z])([a-z])(?=[a-z]{3}\b)/, '$2$1'),
    }));
    const right = typed.filter(({ title, text }) => {
      const code = official.occupations[title.occupation]?.code;
      return text.length < 8 || searchOccupations(official, text, 5).some((found) => found.code === code);
    });
    console.info(`titles in the feminine with a slip: ${right.length}/${typed.length} in the first five`);
    expect(right.length / typed.length).toBeGreaterThan(0.9);
  });

  test.each([
    ["agent d'entretien", 'K2204'],
    ['maçon VRD', 'F1702'],
    ['nounou', 'K1303'],
    ['plonjeur', 'G1605'],
    ['chauffeur SPL', 'N4101'],
    ['aide soignante', 'J1501'],
    ['ASH', 'J1301'],
    ['elec bat', 'F1602'],
    ['agent esp. verts', 'A1203'],
    ['vendeuse', 'D1214'],
    ['femme de ménage', 'K1304'],
    ['ripeur', 'K2303'],
    ['AESH', 'K2104'],
    ['technicien fibre', 'F1605'],
    ['conductrice de bus', 'N4103'],
  ])('%s is %s', (title, code) => {
    expect(topOf(official, title)).toBe(code);
  });
});
