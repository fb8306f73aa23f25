import { buildOccupationIndex } from '@jonction/domain/reference/occupation-index';
import { searchOccupations, withOwnWords } from '@jonction/domain/reference/occupation-search';
import { occupations } from '@jonction/domain/reference/occupations';
import { meaningsIn } from '@jonction/domain/reference/own-word';
import { plainWords, stemsKey } from '@jonction/domain/reference/plain-words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const own = [
  { words: 'Mécheuse', code: 'A1405' },
  { words: 'agent de salubrité', code: 'K2303' },
  { words: 'agent', code: 'K2503' },
  { words: 'toutes mains', code: 'K2204' },
  { words: 'toutes mains', code: 'I1203' },
];
const codesIn = (text: string) => meaningsIn(text, own).map(({ code }) => code);

describe('the words of a structure in a question', () => {
  it('are found whatever their accents, case, gender and number', () => {
    for (const typed of ['mécheuse', 'MECHEUSE', 'mécheuses', 'mécheur', 'une mécheuse à Paris']) {
      expect(codesIn(typed), typed).toEqual(['A1405']);
    }
  });

  it('are found at the place where they stand', () => {
    expect(meaningsIn('Nadia, mécheuse', own)).toEqual([{ words: 'Mécheuse', code: 'A1405', from: 1, count: 1 }]);
    expect(meaningsIn('bonne agente de la salubrité', own)[0]).toMatchObject({ code: 'K2303', from: 1, count: 2 });
  });

  it('mean all that they were said to mean, those of most words first', () => {
    expect(codesIn('toutes mains')).toEqual(['I1203', 'K2204']);
    expect(codesIn('agent de salubrité')).toEqual(['K2303', 'K2503']);
  });

  it('may be unfinished at the end of what is typed, from three letters on', () => {
    expect(codesIn('méc')).toEqual(['A1405']);
    expect(codesIn('mé')).toEqual([]);
    expect(codesIn('agent de salub')).toEqual(['K2303', 'K2503']);
    expect(codesIn('méch Paris')).toEqual([]);
  });

  it('are not found in parts, nor in another order', () => {
    expect(codesIn('salubrité')).toEqual([]);
    expect(codesIn('mains toutes')).toEqual([]);
    expect(codesIn('')).toEqual([]);
    expect(meaningsIn('mécheuse', [{ words: 'de la', code: 'K2204' }])).toEqual([]);
  });

  it('are always within what was typed', () => {
    const word = fc.constantFrom('agent', 'de', 'salubrité', 'toutes', 'mains', 'mécheuse', 'Paris', 'méch');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (typed) => {
        const text = typed.join(' ');
        const words = plainWords(text);
        for (const { from, count, words: said } of meaningsIn(text, own)) {
          expect(from + count).toBeLessThanOrEqual(words.length);
          expect(count).toBe(plainWords(said).length);
        }
      }),
    );
  });
});

describe('the key of words', () => {
  it('is one for all their spellings', () => {
    expect(stemsKey('Balayeuses')).toBe(stemsKey('balayeur'));
    expect(stemsKey('Agente de la salubrité')).toBe(stemsKey('agents salubrité'));
    expect(stemsKey('balayeur')).not.toBe(stemsKey('laveur'));
    expect(stemsKey(' , de la')).toBe('');
  });
});

describe('a title that a structure has a word for', () => {
  const index = buildOccupationIndex(occupations);
  const ours = withOwnWords(index, [
    { words: 'mécheuse', code: 'A1203' },
    { words: 'maçon', code: 'F1704' },
    { words: 'toutes mains', code: 'K2204' },
    { words: 'toutes mains', code: 'I1203' },
  ]);
  const top = (title: string, limit = 5) => searchOccupations(ours, title, limit);

  it('leads there first, surely, in the structure’s words', () => {
    expect(top('Mécheur')[0]).toEqual({ code: 'A1203', score: 1, title: 'mécheuse' });
    expect(
      top('toutes mains')
        .slice(0, 2)
        .map(({ code }) => code),
    ).toEqual(['K2204', 'I1203']);
  });

  it('leads there before what the reference makes of it, which follows, once, less surely', () => {
    const before = searchOccupations(index, 'maçon', 5);
    expect(before[0]).toMatchObject({ code: 'F1703', score: 1 });
    const found = top('maçon');
    expect(found.map(({ code }) => code).slice(0, 2)).toEqual(['F1704', 'F1703']);
    expect(found[1]?.score).toBeLessThan(1);
    expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
    expect(top('maçon', 1)).toHaveLength(1);
  });

  it('leads nowhere else than before for other titles, and the index of others is left alone', () => {
    for (const title of ['femme de ménage', 'maçon VRD', 'cariste', '']) {
      expect(top(title), title).toEqual(searchOccupations(index, title, 5));
    }
    expect(searchOccupations(index, 'maçon', 5)[0]?.code).toBe('F1703');
    expect(withOwnWords(index, [])).toBe(index);
  });
});
