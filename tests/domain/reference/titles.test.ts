import { everydayTitles } from '@jonction/domain/reference/everyday-titles';
import { editDistance, nearStems } from '@jonction/domain/reference/near-stems';
import { buildOccupationIndex, keyOfStems, trigramsOf } from '@jonction/domain/reference/occupation-index';
import { searchOccupations } from '@jonction/domain/reference/occupation-search';
import { occupations, ownProximity } from '@jonction/domain/reference/occupations';
import { titleAbbreviations } from '@jonction/domain/reference/title-abbreviations';
import { foldText, stemOf, titleStems } from '@jonction/domain/reference/title-words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const index = buildOccupationIndex(occupations);
const everyday = Object.entries(everydayTitles).flatMap(([code, titles]) =>
  titles.split('; ').map((title) => ({ code, title })),
);
const topOf = (title: string) => searchOccupations(index, title, 1)[0]?.code;

describe('our own titles', () => {
  it('lead each to its occupation, before any other', () => {
    const lost = occupations.flatMap(({ code, titles }) => titles.filter((title) => topOf(title) !== code));
    expect(lost).toEqual([]);
  });

  it('lead there whatever their case, accents and plural', () => {
    const lost = occupations.flatMap(({ code, label }) =>
      [label.toUpperCase(), foldText(label), `  ${label}  `, `${label}s`].filter((typed) => topOf(typed) !== code),
    );
    expect(lost).toEqual([]);
  });

  it('are plain: no code, no bracket, no slash, no sign of a form', () => {
    const titles = occupations.flatMap(({ titles: own }) => own);
    expect(titles.filter((title) => /[()[\]{}_*]|\s{2}|[A-N]\d{4}|H\/F/.test(title))).toEqual([]);
  });
});

describe('what may be taken up from an occupation', () => {
  it('names another occupation once, close or next', () => {
    for (const [code, { close, next }] of Object.entries(ownProximity)) {
      expect(new Set([...close, ...next]).size, code).toBe(close.length + next.length);
    }
  });

  it('is something for nearly all: who holds one is seldom in a dead end', () => {
    const ends = Object.entries(ownProximity).filter(([, { close, next }]) => close.length + next.length === 0);
    expect(ends.length).toBeLessThanOrEqual(2);
  });
});

describe('the everyday titles', () => {
  it('hang on codes of the shape of ROME', () => {
    expect(Object.keys(everydayTitles).filter((code) => !/^[A-N]\d{4}$/.test(code))).toEqual([]);
  });

  it('are plain words, each with its capital, and none empty', () => {
    const odd = everyday.filter(({ title }) => !/^\p{Lu}[\p{L}\d'’ /+-]{1,60}$/u.test(title) || title !== title.trim());
    expect(odd).toEqual([]);
  });

  it('never lead to two occupations: the same words, whatever their order and gender, have one code', () => {
    const codesOf = new Map<string, Set<string>>();
    for (const { code, title } of everyday) {
      const key = keyOfStems(titleStems(title));
      codesOf.set(key, (codesOf.get(key) ?? new Set()).add(code));
    }
    expect([...codesOf].filter(([, codes]) => codes.size > 1)).toEqual([]);
  });

  it('hold words enough to be found by', () => {
    expect(everyday.filter(({ title }) => titleStems(title).length === 0)).toEqual([]);
  });
});

describe('the abbreviations', () => {
  it('are read folded, and spelt out in folded words', () => {
    for (const [short, words] of titleAbbreviations) {
      expect(foldText(short), short).toBe(short);
      expect(foldText(words), short).toBe(words);
      expect(words.trim(), short).not.toBe('');
    }
  });

  it('are spelt out once: no word of theirs is another abbreviation', () => {
    const chained = [...titleAbbreviations].filter(([short, words]) =>
      words.split(' ').some((word) => word !== short && titleAbbreviations.has(word)),
    );
    expect(chained).toEqual([]);
  });

  it('meet the words that they stand for', () => {
    for (const [short, words] of titleAbbreviations) expect(titleStems(short), short).toEqual(titleStems(words));
  });
});

describe('the stems of any title', () => {
  const word = fc.stringMatching(/^[a-zéèêàçôûî]{1,12}$/);
  const title = fc.array(word, { minLength: 1, maxLength: 5 });

  it('do not depend on case, on accents, nor on the signs between words', () => {
    fc.assert(
      fc.property(title, fc.constantFrom(' ', ' - ', ', ', ' / '), (words, sign) => {
        const plain = titleStems(words.join(' '));
        expect(titleStems(words.join(' ').toUpperCase())).toEqual(plain);
        expect(titleStems(foldText(words.join(' ')))).toEqual(plain);
        // A single letter beside a slash is the "H/F" of an advertisement.
        if (words.every((one) => one.length > 1)) expect(titleStems(words.join(sign))).toEqual(plain);
      }),
    );
  });

  it('are each once', () => {
    fc.assert(
      fc.property(title, (words) => {
        const stems = titleStems([...words, ...words].join(' '));
        expect(new Set(stems).size).toBe(stems.length);
        expect([...stems].sort()).toEqual([...titleStems([...words].reverse().join(' '))].sort());
      }),
    );
  });

  it.each([
    ['ouvrieres', 'ouvrier'],
    ['animatrices', 'animateur'],
    ['vendeuses', 'vendeur'],
    ['sportives', 'sportif'],
    ['chevaux', 'cheval'],
    ['eaux', 'eau'],
    ['gaz', 'gaz'],
    ['bus', 'bus'],
  ])('bring "%s" back to "%s"', (form, stem) => {
    expect(stemOf(form)).toBe(stemOf(stem));
  });
});

describe('a word a few letters away', () => {
  const letters = fc.stringMatching(/^[a-d]{0,8}$/);

  it('is as far from one as the other is from it, and nothing is nearer than the same', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const distance = editDistance(a, b, 20);
        expect(editDistance(b, a, 20)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('is told apart from too far by the bound alone', () => {
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        const distance = editDistance(a, b, 20);
        expect(editDistance(a, b, most) > most).toBe(distance > most);
        if (distance <= most) expect(editDistance(a, b, most)).toBe(distance);
      }),
    );
  });

  it.each([
    ['netoyage', 'nettoyag'],
    ['masson', 'macon'],
    ['jardinnier', 'jardinier'],
  ])('"%s" brings "%s" to mind', (typed, meant) => {
    expect(nearStems(index, stemOf(typed)).map(({ stem }) => stem)).toContain(meant);
  });

  it('comes first when it is the word itself, and asked again gives the same', () => {
    for (const stem of [...index.titlesOfStem.keys()].filter((one) => one.length >= 4).slice(0, 200)) {
      const near = nearStems(index, stem);
      expect(near[0]).toEqual({ stem, likeness: 1 });
      expect(near.length).toBeLessThanOrEqual(12);
      expect(nearStems(index, stem)).toBe(near);
    }
  });

  it('shares its three letters: a word is cut with its ends', () => {
    expect([...trigramsOf('mur')]).toEqual(['^mu', 'mur', 'ur$']);
    expect([...trigramsOf('a')]).toEqual(['^a$']);
  });
});

describe('a word written as two', () => {
  it.each([
    ['télé conseiller', 'téléconseiller'],
    ['Télé conseillère', 'téléconseillère'],
    ['télé opératrice', 'téléopératrice'],
    ['TELE VENDEUR', 'télévendeur'],
    ['mécanicien auto mobile', 'mécanicien automobile'],
    ['ADS', 'agent de sécurité'],
  ])('%s is %s', (apart, whole) => expect(titleStems(apart)).toEqual(titleStems(whole)));

  it.each(['réparateur télé', 'télé et radio', 'auto école', 'vendeur auto'])('%s stays as it is', (title) => {
    expect(titleStems(title).length).toBeGreaterThan(1);
  });
});
