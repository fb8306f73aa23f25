import { occupations } from '@jonction/domain/reference/occupations';
import { searchSkills } from '@jonction/domain/reference/skill-search';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const table = [
  { code: '1', label: 'Laver des vitres' },
  { code: '2', label: 'Nettoyage de vitres à la perche' },
  { code: '3', label: 'Entretenir des espaces verts' },
  { code: '4', label: 'Éplucher des légumes' },
  { code: '5', label: 'Vitrerie' },
  { code: '6', label: 'Règles d’hygiène' },
] as const;
const codes = (typed: string, most = 8) => searchSkills(table, typed, most).map(({ code }) => code);

describe('skills in the words of whoever types', () => {
  it.each([
    ['the words themselves', 'laver des vitres', ['1']],
    ['another order', 'vitres laver', ['1']],
    ['no accents', 'eplucher legumes', ['4']],
    ['one leg of a plural', 'vitre', ['5', '1', '2']],
    ['capitals', 'VITRERIE', ['5']],
    ['the beginning of a word', 'épl', ['4']],
    ['an apostrophe of the keyboard', "d'hygiène", ['6']],
    ['small words that say nothing', 'laver les vitres', ['1']],
    ['more than one word, all of them there', 'vitres perche', ['2']],
    ['a word that is nowhere', 'vitres soudure', []],
    ['nothing', '  ', []],
    ['signs alone', '— ? !', []],
  ])('are found by %s', (_, typed, found) => {
    expect(codes(typed)).toEqual(found);
  });

  it('put first what begins as it is typed, then what is said in fewer words', () => {
    expect(codes('vitres')).toEqual(['5', '1', '2']);
  });

  it('are as many as are asked for', () => {
    expect(codes('vitres', 2)).toEqual(['5', '1']);
    expect(codes('vitres', 1)).toEqual(['5']);
  });

  it('are found by a small word where nothing else was typed', () => {
    expect(codes('des')).toEqual(['1', '4', '3']);
  });

  it('are found by their own label, whatever the skill of our own table', () => {
    const skills = [...new Set(occupations.flatMap((one) => one.skills))].map((label) => ({ code: label, label }));
    fc.assert(
      fc.property(fc.constantFrom(...skills), ({ label }) => {
        expect(searchSkills(skills, label, skills.length).map((one) => one.label)).toContain(label);
        expect(searchSkills(skills, label.toUpperCase(), skills.length).map((one) => one.label)).toContain(label);
      }),
    );
  });

  it('are the same whatever is asked between, and never more than the table', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.integer({ min: 1, max: 8 }), (typed, most) => {
        const found = codes(typed, most);
        expect(found.length).toBeLessThanOrEqual(most);
        expect(new Set(found).size).toBe(found.length);
        codes('laver');
        expect(codes(typed, most)).toEqual(found);
      }),
    );
  });
});
