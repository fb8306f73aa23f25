import { everydaySayings } from '@jonction/domain/reference/everyday-sayings';
import { everydayTitles } from '@jonction/domain/reference/everyday-titles';
import { buildLetterProfile, letterLikeness } from '@jonction/domain/reference/letter-profile';
import { nearStems } from '@jonction/domain/reference/near-stems';
import { gatherEvidence } from '@jonction/domain/reference/occupation-evidence';
import { buildOccupationIndex, keyOfStems } from '@jonction/domain/reference/occupation-index';
import { searchOccupations } from '@jonction/domain/reference/occupation-search';
import { occupations } from '@jonction/domain/reference/occupations';
import { phoneticKey } from '@jonction/domain/reference/phonetic-key';
import { meaningfulStems, soughtWords } from '@jonction/domain/reference/sought-words';
import { spokenWords } from '@jonction/domain/reference/spoken-words';
import { titleAbbreviations } from '@jonction/domain/reference/title-abbreviations';
import { foldText, stemOf, titleStems } from '@jonction/domain/reference/title-words';
import { countWordUses } from '@jonction/domain/reference/word-uses';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const own = buildOccupationIndex(occupations);
const word = fc.stringMatching(/^[a-z]{1,12}$/);
const texts = fc.array(fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
});

describe('the sound of a word', () => {
  it.each([
    ['magazinier', 'magasinier'],
    ['chofeur', 'chauffeur'],
    ['kuisinier', 'cuisinier'],
    ['elektrisien', 'electricien'],
    ['fotographe', 'photographe'],
    ['netoyage', 'nettoyage'],
    ['menuizier', 'menuisier'],
    ['conducteure', 'conducteur'],
    ['mecanissien', 'mecanicien'],
    ['menaje', 'menage'],
    ['patissie', 'patissier'],
  ])('is the same for "%s" and "%s"', (typed, meant) => {
    expect(phoneticKey(typed)).toBe(phoneticKey(meant));
  });

  it.each([
    ['macon', 'marin'],
    ['boucher', 'boulanger'],
    ['plombier', 'pompier'],
    ['coiffeur', 'chauffeur'],
    ['carreleur', 'carrier'],
    ['soudeur', 'sondeur'],
  ])('keeps "%s" and "%s" apart', (one, other) => {
    expect(phoneticKey(one)).not.toBe(phoneticKey(other));
  });

  it('never grows a word beyond one sign a letter more, and is never lost', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,14}$/), (typed) => {
        const key = phoneticKey(typed);
        expect(key.length).toBeLessThanOrEqual(2 * typed.length);
        if (/[^h]/.test(typed)) expect(key).not.toBe('');
      }),
    );
  });

  it('does not hear a letter said twice', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[bdflmnprt][aiou][bdflmnprt][aiou][bflmnr]$/), (typed) => {
        const doubled = `${typed.slice(0, 3)}${typed.slice(2)}`;
        expect(phoneticKey(doubled)).toBe(phoneticKey(typed));
      }),
    );
  });
});

describe('how much a word is used', () => {
  it('is between nothing and all, for those who use it and nobody else', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const { usersOfStem } = countWordUses(all);
        for (const [stem, { occupations: users, uses }] of usersOfStem) {
          expect(users).toEqual([...new Set(users)]);
          expect(users).toEqual(all.flatMap((of, position) => (of.flat().includes(stem) ? [position] : [])));
          expect(uses).toHaveLength(users.length);
          for (const use of uses) expect(use > 0 && use < 1).toBe(true);
        }
        expect(new Set(usersOfStem.keys())).toEqual(new Set(all.flat(2)));
      }),
    );
  });

  it('grows with each mention, by less and less', () => {
    const useOf = (times: number): number => {
      const mentions = Array.from({ length: times }, () => ['pelle']);
      const others = Array.from({ length: 10 - times }, () => ['autre']);
      return countWordUses([[...mentions, ...others], [['rien']]]).usersOfStem.get('pelle')?.uses[0] ?? 0;
    };
    const uses = [1, 2, 3, 4].map(useOf);
    const steps = uses.slice(1).map((use, at) => use - (uses[at] ?? 0));
    for (const step of steps) expect(step).toBeGreaterThan(0);
    expect([...steps].sort((a, b) => b - a)).toEqual(steps);
  });

  it('says more in a short material than in a long one', () => {
    const long = [['pelle'], ...Array.from({ length: 30 }, (_, at) => [`mot${at}`])];
    const uses = countWordUses([[['pelle']], long]).usersOfStem.get('pelle')?.uses ?? [];
    expect(uses[0]).toBeGreaterThan(uses[1] ?? 1);
  });

  it('is nothing where there is no material', () => {
    expect(countWordUses([]).usersOfStem.size).toBe(0);
    expect(countWordUses([[], []]).usersOfStem.size).toBe(0);
  });
});

describe('the likeness of letters', () => {
  it('is a cosine: never under 0, never over 1, and 0 where no four letters meet', () => {
    fc.assert(
      fc.property(texts, fc.array(word, { minLength: 1, maxLength: 3 }), (all, sought) => {
        const likeness = letterLikeness(buildLetterProfile(all), sought);
        expect(likeness).toHaveLength(all.length);
        for (const one of likeness) {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
    const profile = buildLetterProfile([[['jardinier']], [['soudeur']]]);
    expect([...letterLikeness(profile, ['xyz'])]).toEqual([0, 0]);
  });

  it('is 1 for the only words of an occupation, whatever their order', () => {
    const profile = buildLetterProfile([[['monteur', 'cableur']], [['soudeur']]]);
    expect(letterLikeness(profile, ['cableur', 'monteur'])[0]).toBeCloseTo(1, 9);
  });

  it('hears a compound and a word glued to another', () => {
    const profile = buildLetterProfile([[['cureur'], ['egoutier']], [['maçon']], [['jardinier']]]);
    const likeness = letterLikeness(profile, ['hydrocureur']);
    expect(likeness[0]).toBeGreaterThan(0.1);
    expect(likeness[1]).toBe(0);
  });
});

describe('the words that a typed word stands for', () => {
  const brought = (typed: string) => nearStems(own, stemOf(typed)).map(({ stem }) => stem);

  it.each([
    ['dentretien', 'entretien'],
    ['magazinier', 'magasinier'],
    ['masson', 'macon'],
    ['chofeur', 'chauffeur'],
  ])('"%s" stands for "%s"', (typed, meant) => {
    expect(brought(typed)).toContain(meant);
  });

  it('leaves aside what is clearly less like it than the likest', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,10}$/), (typed) => {
        const near = nearStems(own, typed);
        const [first, last] = [near[0], near.at(-1)];
        if (!first || !last || own.titlesOfStem.has(typed)) return;
        expect(first.likeness - last.likeness).toBeLessThanOrEqual(0.2 + 1e-9);
        expect(near.map(({ likeness }) => likeness)).toEqual(
          near.map(({ likeness }) => likeness).sort((a, b) => b - a),
        );
      }),
    );
  });

  it('takes the beginning of a long word for the whole', () => {
    const index = buildOccupationIndex([
      { code: 'J1404', label: 'Kinésithérapie', titles: ['Masseur-kinésithérapeute'] },
      { code: 'G1602', label: 'Cuisine', titles: ['Cuisinier'] },
    ]);
    expect(nearStems(index, 'kinesi')[0]?.stem).toMatch(/^kinesi/);
  });

  it('leaves out what says how one works, while another word remains', () => {
    expect(meaningfulStems('je fais du ménage')).toEqual(titleStems('ménage'));
    expect(meaningfulStems('stage cariste caces 3')).toEqual(titleStems('cariste caces'));
    expect(meaningfulStems('stagiaire')).toEqual(titleStems('stagiaire'));
    expect(meaningfulStems(' -- ')).toEqual([]);
  });
});

describe('the material of an index', () => {
  const base = { code: 'F1703', label: 'Maçonnerie', titles: ['Maçon / Maçonne'] };
  const other = { code: 'G1602', label: 'Cuisine', titles: ['Cuisinier / Cuisinière'] };
  const topOf = (index: typeof own, title: string) => searchOccupations(index, title, 1)[0];

  it('gives skills a voice where no title speaks, and never a sure one', () => {
    const index = buildOccupationIndex([{ ...base, skills: ['Monter un mur en parpaings'] }, other]);
    const found = topOf(index, 'mur');
    expect(found?.code).toBe('F1703');
    expect(found?.score).toBeLessThan(0.58);
    expect(topOf(buildOccupationIndex([base, other]), 'mur')).toBeUndefined();
  });

  it('takes the titles of a later version as its own', () => {
    const index = buildOccupationIndex([{ ...base, newTitles: ['Bâtisseur / Bâtisseuse en terre crue'] }, other]);
    expect(topOf(index, 'bâtisseuse en terre crue')).toMatchObject({ code: 'F1703', score: 1 });
  });

  it('lets the version in use place a title that a later one places elsewhere', () => {
    const index = buildOccupationIndex([base, { ...other, newTitles: ['Maçonne'] }]);
    expect(searchOccupations(index, 'maçon', 5).filter(({ score }) => score === 1)).toHaveLength(1);
    expect(topOf(index, 'maçon')?.code).toBe('F1703');
  });

  it('lets a later title go before an everyday word', () => {
    const index = buildOccupationIndex([base, { ...other, newTitles: ['Ouvrier maçon'] }]);
    expect(topOf(index, 'ouvrier maçon')?.code).toBe('G1602');
  });

  it('reads the letters that end a title as a title, where they name one occupation only', () => {
    const agent = { ...base, titles: ['Agent spécialisé des quais -ASQU-', 'Technicien des bancs -SAVE-'] };
    const index = buildOccupationIndex([agent, { ...other, titles: ['Vendeur en magasin -SAVE-'] }]);
    expect(topOf(index, 'ASQU')).toMatchObject({ code: 'F1703', score: 1 });
    expect(topOf(index, 'agent spécialisé des quais')?.score).toBe(1);
    expect(topOf(index, 'save')?.score ?? 0).toBeLessThan(1);
  });

  it('puts together the occupations of a domain, each with itself', () => {
    for (const [position, domain] of own.domainOf.entries()) {
      expect(domain).toContain(position);
      const codes = domain.map((at) => own.occupations[at]?.code.slice(0, 3));
      expect(new Set(codes).size).toBe(1);
    }
  });
});

describe('what speaks for an occupation', () => {
  const title = fc.array(fc.constantFrom(...own.titlesOfStem.keys(), 'zzyx', 'netoyage'), {
    minLength: 1,
    maxLength: 4,
  });

  it('is measured for each, between 0 and 1, but the number of its titles', () => {
    fc.assert(
      fc.property(title, (stems) => {
        const evidence = gatherEvidence(own, stems, soughtWords(own, stems));
        for (const sign of ['best', 'votes', 'titles', 'skills', 'domain', 'head', 'letters'] as const) {
          expect(evidence[sign]).toHaveLength(occupations.length);
          for (const figure of evidence[sign]) {
            expect(figure).toBeGreaterThanOrEqual(0);
            expect(figure).toBeLessThanOrEqual(1 + 1e-9);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is sorted, sure of the first at least as of the next, each code once, no more than asked', () => {
    fc.assert(
      fc.property(title, fc.integer({ min: 1, max: 9 }), (stems, limit) => {
        const found = searchOccupations(own, stems.join(' '), limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
        const scores = found.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
        expect(searchOccupations(own, stems.join(' '), limit)).toEqual(found);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the first ones whatever the number asked', () => {
    for (const typed of ['agent', 'chauffeur camion', 'aide cuisine', 'netoyage bureau']) {
      const nine = searchOccupations(own, typed, 9).map(({ code }) => code);
      expect(searchOccupations(own, typed, 3).map(({ code }) => code)).toEqual(nine.slice(0, 3));
    }
  });
});

describe('the sayings', () => {
  const split = (record: Readonly<Record<string, string>>) =>
    Object.entries(record).flatMap(([code, said]) => said.split('; ').map((saying) => ({ code, saying })));
  const sayings = split(everydaySayings);

  it('are plain words under codes of the shape of ROME', () => {
    expect(Object.keys(everydaySayings).filter((code) => !/^[A-N]\d{4}$/.test(code))).toEqual([]);
    expect(sayings.filter(({ saying }) => !/^\p{Lu}[\p{L}\d'’ -]{1,60}$/u.test(saying))).toEqual([]);
    expect(sayings.filter(({ saying }) => titleStems(saying).length === 0)).toEqual([]);
  });

  it('never lead to two occupations, nor elsewhere than the everyday titles', () => {
    const codesOf = new Map<string, Set<string>>();
    for (const { code, saying } of [...split(everydayTitles), ...sayings]) {
      const key = keyOfStems(titleStems(saying));
      codesOf.set(key, (codesOf.get(key) ?? new Set()).add(code));
    }
    expect([...codesOf].filter(([, codes]) => codes.size > 1)).toEqual([]);
  });

  it('lead to their occupation in the table that the product ships', () => {
    const codes = new Set(occupations.map(({ code }) => code));
    const known = new Map(
      occupations.flatMap(({ code, titles, label }) =>
        [...titles, label].map((text): [string, string] => [keyOfStems(titleStems(text)), code]),
      ),
    );
    const lost = sayings.filter(({ code, saying }) => {
      const placed = known.get(keyOfStems(titleStems(saying)));
      return codes.has(code) && (placed ?? code) === code && searchOccupations(own, saying, 1)[0]?.code !== code;
    });
    expect(lost).toEqual([]);
  });

  it('have spoken words folded, spelt out once, and none that is an abbreviation', () => {
    for (const [spoken, meant] of spokenWords) {
      expect(foldText(spoken), spoken).toBe(spoken);
      expect(foldText(meant), spoken).toBe(meant);
      expect(titleAbbreviations.has(spoken), spoken).toBe(false);
      expect(
        meant.split(' ').filter((one) => one !== spoken && (spokenWords.has(one) || titleAbbreviations.has(one))),
      ).toEqual([]);
    }
  });
});

describe('letters that stand for words', () => {
  const occupation = (code: string, ...titles: string[]) => ({ code, label: `Occupation ${code}`, titles });

  it('are not those of the reference where people use them for another trade', () => {
    const index = buildOccupationIndex([
      occupation('K2104', 'Employé / Employée vie scolaire - EVS-'),
      occupation('A1203', 'Agent / Agente espaces verts', 'Ouvrier / Ouvrière espaces verts'),
    ]);
    expect(searchOccupations(index, 'espaces verts', 1)[0]?.code).toBe('A1203');
    expect(searchOccupations(index, 'EVS', 1)[0]?.code).toBe('A1203');
    expect(searchOccupations(index, 'employé de vie scolaire', 1)[0]?.code).toBe('K2104');
  });

  it('are a title where nobody else uses them', () => {
    const index = buildOccupationIndex([
      occupation('K1303', 'Agent spécialisé des écoles maternelles - ASEM-'),
      occupation('K1304', 'Aide ménagère'),
    ]);
    expect(searchOccupations(index, 'ASEM', 1)).toMatchObject([{ code: 'K1303', score: 1 }]);
  });

  it.each([
    ['minibus', 'mini bus'],
    ['minipelle', 'mini pelle'],
  ])('“%s” and “%s” are the same words', (glued, apart) => {
    expect(titleStems(`conducteur de ${glued}`)).toEqual(titleStems(`conducteur de ${apart}`));
  });
});
