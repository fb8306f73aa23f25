import { ibanShapes } from '@jonction/domain/reference/iban-shapes';
import { optionalSafeText, refuseSecrets, safeText } from '@jonction/domain/reference/safe-text';
import { ibanHolds, nirKeyHolds, secretNumbersIn } from '@jonction/domain/reference/secret-number';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  contractNumbers,
  ibanOf,
  nirKey,
  nirs,
  phones,
  ribs,
  sirets,
  spacings,
} from '../../support/fictitious-numbers.ts';

const kinds = (text: string) => secretNumbersIn(text).map(({ kind }) => kind);
const words = fc.constantFrom('', 'Madame X, ', 'N° : ', 'salariée (', 'réf. 2024-118, ');
const after = fc.constantFrom('', ' merci', ', payée le 5', ')', '\nNet à payer 1 250,33', ' 35 h');

describe('a social security number', () => {
  it('is found however it is written, whatever stands around it', () => {
    fc.assert(
      fc.property(nirs, words, after, (nir, before, behind) => {
        for (const written of spacings(nir)) {
          const text = before + written + behind;
          expect(secretNumbersIn(text), text).toMatchObject([{ kind: 'nir' }]);
          const [{ from, to } = { from: 0, to: 0 }] = secretNumbersIn(text);
          expect(text.slice(from, to)).toBe(written);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('passes with a wrong key: it is another number', () => {
    fc.assert(
      fc.property(nirs, fc.integer({ min: 1, max: 96 }), (nir, shift) => {
        const wrong = String(((Number(nir.key) + shift - 1) % 97) + 1).padStart(2, '0');
        expect(nirKeyHolds(nir.body + wrong)).toBe(false);
        expect(kinds(`${nir.body} ${wrong}`)).toEqual([]);
      }),
    );
  });

  it('has the key of Corsica for 2A and 2B, in capitals or not', () => {
    for (const body of ['180052A004001', '180052B004001']) {
      const written = `${body}${nirKey(body)}`;
      expect(nirKeyHolds(written)).toBe(true);
      expect(kinds(written.toLowerCase())).toEqual(['nir']);
    }
  });

  it('without its key is found after the words that name it, and only there', () => {
    expect(kinds('N° de sécurité sociale : 1 85 05 78 006 084')).toEqual(['nir']);
    expect(kinds('NIR 1850578006084')).toEqual(['nir']);
    expect(kinds('Référence 1850578006084')).toEqual([]);
  });

  it('within a longer number is none', () => {
    fc.assert(
      fc.property(nirs, ({ body, key }) => {
        expect(kinds(`9${body}${key}`)).toEqual([]);
        expect(kinds(`${body}${key}4`)).toEqual([]);
        expect(kinds(`REF${body}${key}`)).toEqual([]);
      }),
    );
  });
});

describe('bank details', () => {
  const digits = (length: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

  it('are found as an IBAN of France, glued, in fours, or in small letters', () => {
    fc.assert(
      fc.property(ribs, words, after, ({ bank, desk, account, key }, before, behind) => {
        const iban = ibanOf('FR', bank + desk + account + key);
        for (const written of [iban, iban.match(/.{1,4}/g)?.join(' ') ?? '', iban.toLowerCase()]) {
          const text = before + written + behind;
          const found = secretNumbersIn(text);
          expect(found, text).toMatchObject([{ kind: 'bank' }]);
          expect(text.slice(found[0]?.from, found[0]?.to)).toBe(written);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are found as an IBAN of other countries', () => {
    fc.assert(
      fc.property(digits(18), digits(20), digits(12), digits(21), (de, es, be, pt) => {
        for (const iban of [ibanOf('DE', de), ibanOf('ES', es), ibanOf('BE', be), ibanOf('PT', pt)]) {
          expect(ibanHolds(iban)).toBe(true);
          expect(kinds(`Compte ${iban}.`)).toEqual(['bank']);
        }
      }),
      { numRuns: 50 },
    );
    expect(kinds(ibanOf('NL', 'ABNA0417164300'))).toEqual(['bank']);
    expect(kinds(ibanOf('GB', 'NWBK60161331926819'))).toEqual(['bank']);
  });

  it('are found as a RIB, its parts apart or glued', () => {
    fc.assert(
      fc.property(ribs, ({ bank, desk, account, key }) => {
        for (const gap of ['', ' ', '-', '\u00a0']) {
          expect(kinds(`RIB : ${[bank, desk, account, key].join(gap)}`)).toEqual(['bank']);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('pass with a wrong check digit, and in a country that has other accounts', () => {
    fc.assert(
      fc.property(ribs, fc.integer({ min: 1, max: 96 }), ({ bank, desk, account }, shift) => {
        const iban = ibanOf('FR', `${bank}${desk}${account}01`);
        const check = String(((Number(iban.slice(2, 4)) + shift - 2) % 97) + 2).padStart(2, '0');
        if (check === iban.slice(2, 4)) return;
        expect(kinds(`FR${check} ${iban.slice(4, 20)} fin`)).toEqual([]);
      }),
    );
    expect(kinds(ibanOf('XK', '1234123456789012'))).toEqual([]);
  });

  it('know a length and a shape for each country, that a made account keeps', () => {
    for (const [country, { length, account }] of Object.entries(ibanShapes)) {
      expect(country).toMatch(/^[A-Z]{2}$/);
      expect(length).toBeGreaterThanOrEqual(15);
      expect(length).toBeLessThanOrEqual(34);
      expect(account.test('x')).toBe(false);
    }
  });
});

describe('what people write in a declaration', () => {
  it('passes: SIRET, telephones, numbers of contracts, hours, days, amounts', () => {
    const spaced = (siret: string) =>
      `${siret.slice(0, 3)} ${siret.slice(3, 6)} ${siret.slice(6, 9)} ${siret.slice(9)}`;
    fc.assert(
      fc.property(sirets, phones, contractNumbers, (siret, phone, contract) => {
        for (const text of [siret, spaced(siret), `${siret} ${phone}`, phone, contract, `${contract} ${siret}`]) {
          expect(kinds(`Marché ${text}, 151,67 h du 01/03/2026 au 31/03/2026, 1 250 000,00 €`), text).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('passes where a sentence begins as an account would', () => {
    for (const text of [
      'de 35 heures par semaine pour le chantier de la rue des Lilas',
      'Se 20 12 2026 présenter au chantier, il est prévu 140 heures sur deux mois',
      'fr 76 : le département de la Seine-Maritime compte 12 marchés',
      'Lot 1 75 08 2024 : 12 345 678',
    ]) {
      expect(kinds(text), text).toEqual([]);
    }
  });

  it('is mistaken less than once in a hundred for fifteen digits drawn by chance, never for fourteen or sixteen', () => {
    const draw = (seed: number) => {
      let state = seed;
      return (length: number) =>
        Array.from({ length }, () => {
          state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
          return String((state >> 16) % 10);
        }).join('');
    };
    const number = draw(42);
    const tries = 20_000;
    const mistaken = (length: number) =>
      Array.from({ length: tries }, () => number(length)).filter((text) => kinds(text).length > 0).length / tries;
    expect(mistaken(15)).toBeLessThan(0.01);
    expect(mistaken(14)).toBe(0);
    expect(mistaken(16)).toBe(0);
    expect(mistaken(23)).toBeLessThan(0.015);
  });
});

describe('several numbers in a text', () => {
  it('come in the order of the text, none over another', () => {
    fc.assert(
      fc.property(nirs, ribs, ({ body, key }, rib) => {
        const iban = ibanOf('FR', rib.bank + rib.desk + rib.account + rib.key);
        const text = `${iban} pour ${body}${key}, ou ${rib.bank} ${rib.desk} ${rib.account} ${rib.key}`;
        const found = secretNumbersIn(text);
        expect(found.map(({ kind }) => kind)).toEqual(['bank', 'nir', 'bank']);
        expect(found.every(({ from, to }, at) => from < to && (found[at + 1]?.from ?? to) >= to)).toBe(true);
      }),
    );
  });
});

describe('typed words', () => {
  const schema = safeText('hours.contest_empty', { most: 100 });
  const said = (text: string) => schema.safeParse(text).error?.issues.map(({ message }) => message) ?? [];

  it('are refused at their field, by what they hold', () => {
    expect(said(`Madame X, ${'180052A004001'}${nirKey('180052A004001')}`)).toEqual(['shared.holds_nir']);
    expect(said(ibanOf('DE', '370400440532013000'))).toEqual(['shared.holds_bank']);
    expect(said('   ')).toEqual(['hours.contest_empty']);
    expect(said('Ces heures ont été faites le 12 mars.')).toEqual([]);
    expect(schema.parse('  vu  ')).toBe('vu');
  });

  it('say of a text that is too long what the field says', () => {
    const short = safeText('hours.contest_empty', { most: 5, tooLong: 'hours.reason_too_long' });
    expect(short.safeParse('six mots').error?.issues.map(({ message }) => message)).toEqual(['hours.reason_too_long']);
    expect(short.safeParse('cinq ').success).toBe(true);
  });

  it('may stay empty where nothing is asked, and are refused all the same', () => {
    const free = optionalSafeText(50);
    for (const empty of ['', '   ', null, undefined]) expect(free.parse(empty)).toBeNull();
    expect(free.parse(' Vu. ')).toBe('Vu.');
    expect(free.safeParse(ibanOf('DE', '370400440532013000')).error?.issues[0]?.message).toBe('shared.holds_bank');
    expect(free.safeParse('x'.repeat(51)).success).toBe(false);
  });

  it('are looked through beside other rules', () => {
    const named = z.string().max(80).superRefine(refuseSecrets).nullable();
    expect(named.parse(null)).toBeNull();
    expect(named.safeParse(`IBAN ${ibanOf('FR', '20041010050500013M02606')}`).error?.issues[0]?.message).toBe(
      'shared.holds_bank',
    );
  });
});
