import { isFirstName } from '@jonction/domain/bank/first-names';
import {
  goesOn,
  holdsNumberOrAddress,
  listQueriesSchema,
  queryKeptMonths,
  sameQueryMs,
  stillTypingMs,
} from '@jonction/domain/bank/query';
import { addWordSchema } from '@jonction/domain/bank/word';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ago = (words: string | null, agoMs: number) => ({ words, agoMs });

describe('a query that goes on', () => {
  it('is the one that somebody is still typing, whatever she corrects', () => {
    expect(goesOn(ago('netoya', 1_000), 'nettoyage')).toBe(true);
    expect(goesOn(ago('netoya', stillTypingMs + 1), 'nettoyage')).toBe(false);
  });

  it('is the same words made longer or shorter, within two minutes', () => {
    expect(goesOn(ago('maç', 60_000), 'Maçon Paris')).toBe(true);
    expect(goesOn(ago('maçon paris', 60_000), 'MAÇON')).toBe(true);
    expect(goesOn(ago('maçon', sameQueryMs), 'maçon')).toBe(true);
    expect(goesOn(ago('maçon', sameQueryMs + 1), 'maçon')).toBe(false);
  });

  it('never makes one of words and of filters alone', () => {
    expect(goesOn(ago(null, 100), 'maçon')).toBe(false);
    expect(goesOn(ago('maçon', 100), null)).toBe(false);
    expect(goesOn(ago(null, 100), null)).toBe(true);
  });

  it('is the same question both ways round, and no query goes on for ever', () => {
    const words = fc.option(fc.string({ minLength: 1, maxLength: 12 }), { nil: null });
    fc.assert(
      fc.property(words, words, fc.nat(sameQueryMs * 2), (one, other, agoMs) => {
        expect(goesOn(ago(one, agoMs), other)).toBe(goesOn(ago(other, agoMs), one));
        if (agoMs > sameQueryMs) expect(goesOn(ago(one, agoMs), other)).toBe(false);
      }),
    );
  });
});

describe('what is of nobody else’s business', () => {
  it.each([
    'a.dupont@mail.test',
    '06 12 34 56 78',
    '1042',
    ' 7 ',
    '2 85 03 75 116 001 22',
    'dossier n°318',
    '12/03/1985 né 1985',
  ])('is %s', (words) => {
    expect(holdsNumberOrAddress(words)).toBe(true);
  });

  it.each(['permis b', 'caces 3', '2 agents', 'cariste r 48', 'bac +2'])('is not %s', (words) => {
    expect(holdsNumberOrAddress(words)).toBe(false);
  });

  it('holds first names of every origin, folded, and how one speaks of somebody', () => {
    for (const name of ['fatoumata', 'jean', 'cecile', 'mohamed', 'ines', 'mme', 'madame']) {
      expect(isFirstName(name), name).toBe(true);
    }
    for (const word of ['macon', 'agent', 'nettoyage', 'chauffeur', 'soudeur', 'mecheuse', 'cuisine', 'jardin']) {
      expect(isFirstName(word), word).toBe(false);
    }
  });
});

describe('a list of queries', () => {
  it('goes back no further than a query is kept', () => {
    expect(listQueriesSchema.parse({})).toEqual({ view: 'nothing', months: 3, page: 1 });
    expect(listQueriesSchema.safeParse({ months: queryKeptMonths }).success).toBe(true);
    expect(listQueriesSchema.safeParse({ months: queryKeptMonths + 1 }).success).toBe(false);
    expect(listQueriesSchema.safeParse({ view: 'everything' }).success).toBe(false);
  });
});

describe('a word of the structure’s own', () => {
  const refusalOf = (words: string, code = 'K2204') =>
    addWordSchema.safeParse({ words, code }).error?.issues[0]?.message;

  it('is a word of a trade', () => {
    expect(addWordSchema.parse({ words: '  Agent de salubrité ', code: 'K2303' })).toEqual({
      words: 'Agent de salubrité',
      code: 'K2303',
    });
  });

  it.each([
    ['', 'bank.word_missing'],
    ['de la', 'bank.word_missing'],
    ['é', 'bank.word_missing'],
    ['...', 'bank.word_missing'],
    ['x'.repeat(61), 'bank.word_too_long'],
    ['0612345678', 'bank.word_not_a_word'],
    ['a@b.test', 'bank.word_not_a_word'],
  ])('is not « %s »', (words, code) => {
    expect(refusalOf(words)).toBe(code);
  });

  it('means a code of the repertory', () => {
    for (const code of ['', 'k2204', 'K220', 'Z9999', 'K22040']) {
      expect(refusalOf('mécheuse', code), code).toBe('participant.occupation_unknown');
    }
  });
});
