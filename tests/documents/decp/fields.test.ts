import { canonicalJson, sameContent } from '@jonction/documents/decp/canonical';
import {
  centsField,
  cpvField,
  dayField,
  isAbsent,
  monthsField,
  structured,
  textField,
  unwrapTexts,
} from '@jonction/documents/decp/fields';
import { HeldBytes } from '@jonction/documents/decp/held-bytes';
import { officialSpelling } from '@jonction/documents/decp/nomenclature';
import { plainText } from '@jonction/documents/decp/plain-text';
import type { Doubt } from '@jonction/documents/decp/record';
import { decpWords } from '@jonction/documents/decp/words';
import { addDays } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function read<Value>(reader: (field: { name: string; value: unknown; doubts: Doubt[] }) => Value, value: unknown) {
  const doubts: Doubt[] = [];
  return { value: reader({ name: 'champ', value, doubts }), codes: doubts.map((doubt) => doubt.code), doubts };
}

describe('a day', () => {
  it.each([
    ['2018-12-19', '2018-12-19'],
    ['2018-12-19+01:00', '2018-12-19'],
    ['2018-12-19Z', '2018-12-19'],
    ['2019-1-1', '2019-01-01'],
    ['19/12/2018', '2018-12-19'],
    ['19/12/2018 00:00', '2018-12-19'],
    ['2018-12-19T10:00:00', '2018-12-19'],
    // Late in the evening in London, it is already the next day in Paris.
    ['2018-12-18T23:30:00Z', '2018-12-19'],
    ['2018-12-19T00:30:00+02:00', '2018-12-18'],
    ['2018-07-18T22:30:00Z', '2018-07-19'],
  ])('%s', (text, day) => {
    expect(read(dayField, text)).toMatchObject({ value: day, codes: [] });
  });

  it.each(['0218-10-29', '2018-02-30', '31/13/2018', '1979-12-31', '2101-01-01', 'mars 2018', '20181219', {}, true])(
    'that is impossible is none, and is told: %s',
    (value) => {
      const { value: day, doubts } = read(dayField, value);
      expect(day).toBeNull();
      expect(doubts).toMatchObject([{ field: 'champ', code: 'decp.date_impossible' }]);
      expect(sentence(decpWords, 'fr', doubts[0]?.code ?? '', doubts[0]?.facts)).toMatch(
        /n’est pas une date possible\.$/,
      );
    },
  );

  it.each(['0218-10-29', '2018-02-30', '31/13/2018', '1979-12-31', '2101-01-01', '9999-12-31', 'mars 2018'])(
    'that is impossible is quoted as the file said it, in both languages: %s',
    (text) => {
      const { doubts } = read(dayField, text);
      for (const locale of ['fr', 'en'] as const) {
        const said = sentence(decpWords, locale, doubts[0]?.code ?? '', doubts[0]?.facts);
        expect(said).toContain(text);
      }
    },
  );

  it('is a day that exists, or none, whatever was published', () => {
    const published = fc.oneof(
      fc.string(),
      fc.stringMatching(/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.{0,10}$/),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(published, (value) => {
        const { value: day, codes } = read(dayField, value);
        if (day !== null) expect(addDays(day, 0)).toBe(day);
        else expect(isAbsent(value) || codes.length === 1).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('an amount', () => {
  it.each<[unknown, number]>([
    [21982.68, 2_198_268],
    ['21982.68', 2_198_268],
    ['14 700,05', 1_470_005],
    ['14\u202f700,05 €', 1_470_005],
    ['1e6', 100_000_000],
    [0.1 + 0.2, 30],
    ['120000', 12_000_000],
  ])('%s', (value, cents) => {
    expect(read(centsField, value).value).toBe(cents);
  });

  it('of one euro or less is kept and doubted: it stands for "not filled in"', () => {
    for (const value of [0, 1, '1,00']) expect(read(centsField, value).codes).toEqual(['decp.amount_suspicious']);
    expect(read(centsField, 1.01)).toMatchObject({ value: 101, codes: [] });
  });

  it.each(['sur devis', '-5', -5, '12.500.000', '1,5,2', {}, [], true, 1e300])('that is none: %s', (value) => {
    expect(read(centsField, value)).toMatchObject({ value: null, codes: ['decp.amount_unreadable'] });
  });
});

describe('a duration', () => {
  it.each<[unknown, number]>([
    [12, 12],
    ['48.0', 48],
    ['1,5', 2],
    [0.2, 1],
    ['1199', 1199],
  ])('%s', (value, months) => {
    expect(read(monthsField, value)).toMatchObject({ value: months, codes: [] });
  });

  it.each([0, -3, 1200, 'un an', {}, '12 mois'])('that is none: %s', (value) => {
    expect(read(monthsField, value)).toMatchObject({ value: null, codes: ['decp.duration_unreadable'] });
  });
});

describe('a CPV code', () => {
  it.each<[unknown, string]>([
    ['45000000', '45000000'],
    ['45000000-7', '45000000'],
    ['45000000 - 7', '45000000'],
    [45000000, '45000000'],
    ['3111000', '03111000'],
    [9310000, '09310000'],
    ['9310000-5', '09310000'],
  ])('%s', (value, code) => {
    expect(read(cpvField, value)).toMatchObject({ value: code, codes: [] });
  });

  it.each(['4543100', '450000', 'travaux', '45000000;44000000', {}])('that is none: %s', (value) => {
    expect(read(cpvField, value)).toMatchObject({ value: null, codes: ['decp.cpv_unreadable'] });
  });
});

it('what is absent is null and never doubted', () => {
  for (const value of [null, undefined, '', '  ', 'nan', 'NaN', 'None', 'null', 'n/a', ' N/A ']) {
    expect(isAbsent(value)).toBe(true);
    const reads = [read(dayField, value), read(centsField, value), read(monthsField, value), read(cpvField, value)];
    for (const one of reads) expect(one).toMatchObject({ value: null, codes: [] });
  }
  for (const value of [0, false, 'nancy', [], {}]) expect(isAbsent(value)).toBe(false);
});

describe('texts and lists', () => {
  it('a text is on one line; a number is its digits; anything else is none', () => {
    expect(textField('  deux\n lignes ')).toBe('deux lignes');
    expect(textField(2024)).toBe('2024');
    for (const value of [true, {}, ['a'], 'nan']) expect(textField(value)).toBeNull();
  });

  it.each<[unknown, string[] | null]>([
    [null, null],
    ['nan', null],
    [{ technique: ['A', 'B'] }, ['A', 'B']],
    [
      ['A', 'B'],
      ['A', 'B'],
    ],
    [
      [{ technique: 'A' }, { technique: 'B' }],
      ['A', 'B'],
    ],
    ['A, B ; C | D', ['A', 'B', 'C', 'D']],
    ["['A', 'B']", ['A', 'B']],
    ['{"technique": ["A"]}', ['A']],
    [[], []],
    [{}, []],
  ])('the texts of %j', (value, texts) => {
    expect(unwrapTexts(value)).toEqual(texts);
  });

  it('a text that only looks like a list stays a text', () => {
    expect(structured('[Lot 1] Peinture')).toBe('[Lot 1] Peinture');
    expect(structured('{voir annexe}')).toBe('{voir annexe}');
  });
});

describe('what is pasted into an object', () => {
  it.each([
    ['R&#233;novation de l&#8217;&eacute;cole', 'Rénovation de l’école'],
    ['R&amp;eacute;novation', 'Rénovation'],
    ['A<br />B<p class="x">C</p>', 'A B C'],
    ['V&#233;hicules < 3,5 t', 'Véhicules < 3,5 t'],
    ['Prix > 10 & < 20', 'Prix > 10 & < 20'],
    ['l&#146;&#x9c;uvre', 'l’œuvre'],
    ['deux\n\t lignes\u00a0\ufeff', 'deux lignes'],
    ['&inconnue; &#0; &#9999999;', '&inconnue; &#0; &#9999999;'],
    ['5 &euro; &ndash; HT', '5 € – HT'],
  ])('%s', (pasted, text) => {
    expect(plainText(pasted)).toBe(text);
  });

  it('is one line, and clean text is left as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plainText(text)).not.toMatch(/[\n\r\t]| {2}|^ | $/);
      }),
    );
    expect(plainText('Travaux : lot n° 3 (« école »)')).toBe('Travaux : lot n° 3 (« école »)');
  });
});

describe('the nomenclature', () => {
  it.each([
    ['CODE COMMUNE', 'Code commune'],
    ['marche', 'Marché'],
    ['Délégation de service public', 'Délégation de service public'],
    ['Appel d’offres ouvert', "Appel d'offres ouvert"],
    ["MAITRISE D'ŒUVRE", "Maitrise d'œuvre"],
    ['Procédure adaptée (MAPA)', 'Procédure adaptée (MAPA)'],
  ])('%s is %s', (written, official) => {
    expect(officialSpelling(written)).toBe(official);
  });
});

describe('canonical JSON', () => {
  it('is the same text whatever the order of the keys, and keeps that of lists', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(object));
        expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)));
      }),
    );
    expect(canonicalJson({ b: [2, 1], a: { d: 1, c: null } })).toBe('{"a":{"c":null,"d":1},"b":[2,1]}');
  });

  it('is compared without being written, with the same answer', () => {
    // Few words, so that equal values come.
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, undefined, 0, 1, '', 'a', true),
        fc.array(tie('any'), { maxLength: 2 }).map((list) => list.map((item) => item ?? null)),
        fc.dictionary(fc.constantFrom('a', 'b'), tie('any')),
      ),
    })).any;
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(sameContent(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
        expect(sameContent(a, structuredClone(a))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('held bytes', () => {
  it('come back together and once, and are let go past their limit', () => {
    const held = new HeldBytes(5);
    expect(held.add(Buffer.from('ab'))).toBe(true);
    expect(held.add(Buffer.from(''))).toBe(true);
    expect(held.add(Buffer.from('cde'))).toBe(true);
    expect(held.take().toString()).toBe('abcde');
    expect(held.take().byteLength).toBe(0);
    expect(held.add(Buffer.from('abcdef'))).toBe(false);
    expect(held.take().byteLength).toBe(0);
    expect(held.add(Buffer.from('abcde'))).toBe(true);
  });
});
