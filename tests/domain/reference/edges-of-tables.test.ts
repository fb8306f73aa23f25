import { cefrOfFrench, frenchLevelOf, frenchScale } from '@jonction/domain/reference/language';
import { cacesFamilies, isLicenceCode, licenceLabel } from '@jonction/domain/reference/licence';
import { knownPlaces, placeOfPostalCode } from '@jonction/domain/reference/place';
import { frenchVatOf, hasLuhnKey, isIdentifier, isSiren } from '@jonction/domain/reference/siret';
import { smicOn } from '@jonction/domain/reference/smic';
import {
  owesSocialConditions,
  type ThresholdKind,
  thresholdKinds,
  thresholdsOn,
} from '@jonction/domain/reference/thresholds';
import { addDays } from '@jonction/domain/shared/day';
import { greatCircleMetres } from '@jonction/domain/shared/great-circle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const digit = fc.nat(9);

describe('a key of Luhn', () => {
  it('finds out two neighbours that were swapped, 0 and 9 apart, which it cannot see', () => {
    fc.assert(
      fc.property(fc.array(digit, { minLength: 14, maxLength: 14 }), fc.nat(12), (digits, at) => {
        const [left = 0, right = 0] = digits.slice(at, at + 2);
        fc.pre(left !== right);
        const swapped = [...digits.slice(0, at), right, left, ...digits.slice(at + 2)];
        fc.pre(hasLuhnKey(digits.join('')));
        expect(hasLuhnKey(swapped.join(''))).toBe(left + right === 9 && left * right === 0);
      }),
      { numRuns: 200 },
    );
  });

  // Worked on paper: from the right, every second digit doubled, the digits of the products added.
  it.each([
    ['000000018', true],
    ['100000009', true],
    ['123456782', true],
    ['123456789', false],
    ['000000000', false],
    ['12345678', false],
    ['1234567820', false],
    ['12345678a', false],
  ])('makes %s a SIREN: %s', (text, expected) => {
    expect(isSiren(text)).toBe(expected);
  });
});

describe('a French VAT number', () => {
  it('is found out when one digit is mistyped, in the key or in the SIREN', () => {
    const siren = fc.array(digit, { minLength: 9, maxLength: 9 }).map((digits) => digits.join(''));
    fc.assert(
      fc.property(siren, fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 9 }), (firm, at, shift) => {
        const vat = frenchVatOf(firm);
        const wrong = vat.slice(0, at) + ((Number(vat[at]) + shift) % 10) + vat.slice(at + 1);
        expect(isIdentifier('TVA', vat)).toBe(true);
        expect(isIdentifier('TVA', wrong)).toBe(false);
      }),
    );
  });
});

describe('the SMIC in force', () => {
  const rates = fc.uniqueArray(
    fc.record({ from: fc.nat(900).map((n) => addDays('2024-01-01', n)), cents: fc.integer({ min: 1, max: 5000 }) }),
    { selector: ({ from }) => from, maxLength: 8 },
  );

  it('changes on the very day of a rate, and on no other', () => {
    fc.assert(
      fc.property(rates, fc.nat(1000), (some, offset) => {
        const day = addDays('2023-12-01', offset);
        const [before, on] = [smicOn(some, addDays(day, -1)), smicOn(some, day)];
        const starting = some.find(({ from }) => from === day);
        expect(on).toEqual(starting ?? before);
      }),
    );
  });

  it('is nothing before the first rate', () => {
    fc.assert(
      fc.property(rates, (some) => {
        const first = some.map(({ from }) => from).toSorted()[0] ?? '2024-01-01';
        expect(smicOn(some, addDays(first, -1))).toBeNull();
      }),
    );
  });
});

describe('a threshold', () => {
  const in2026: Readonly<Record<ThresholdKind, number>> = {
    works_and_concessions: 540_400_000,
    supplies_services_state: 14_000_000,
    supplies_services_others: 21_600_000,
    supplies_services_networks: 43_200_000,
  };

  it.each(thresholdKinds)('of %s is reached to the cent, from the day of the obligation', (kind) => {
    const cents = in2026[kind];
    expect(owesSocialConditions(kind, cents - 1, '2026-08-22')).toBe(false);
    expect(owesSocialConditions(kind, cents, '2026-08-22')).toBe(true);
    expect(owesSocialConditions(kind, cents, '2026-08-21')).toBe(false);
    expect(owesSocialConditions(kind, cents, '2027-12-31')).toBe(true);
    expect(owesSocialConditions(kind, cents, '2028-01-01')).toBeNull();
  });

  it('is not asked before the obligation: a day of no known threshold owes nothing all the same', () => {
    expect(thresholdsOn('2020-01-01')).toBeNull();
    expect(owesSocialConditions('works_and_concessions', 10_000_000_000, '2020-01-01')).toBe(false);
    expect(owesSocialConditions('works_and_concessions', 10_000_000_000, '2020-01-01', '2019-01-01')).toBeNull();
  });

  it('once reached stays so for any larger contract of that day', () => {
    const day = fc.nat(480).map((offset) => addDays('2026-08-22', offset));
    fc.assert(
      fc.property(
        fc.constantFrom(...thresholdKinds),
        fc.nat(700_000_000),
        fc.nat(9_000_000),
        day,
        (kind, a, more, on) => {
          if (owesSocialConditions(kind, a, on)) expect(owesSocialConditions(kind, a + more, on)).toBe(true);
        },
      ),
    );
  });
});

describe('the words of a licence with a category', () => {
  it.each([
    ['caces_r489_3', 'CACES R489 catégorie 3 (chariots élévateurs)', 'CACES R489 category 3 (forklift trucks)'],
    ['caces_r482_a', 'CACES R482 catégorie A (engins de chantier)', 'CACES R482 category A (site machinery)'],
    ['caces_r389', 'CACES R389 (chariots élévateurs, ancien)', 'CACES R389 (forklift trucks, former)'],
    ['hab_elec_b1v', 'habilitation électrique B1V', 'electrical qualification B1V'],
  ])('%s are whole in both languages', (code, fr, en) => {
    expect(licenceLabel(code)).toBe(fr);
    expect(licenceLabel(code, 'en')).toBe(en);
  });

  it.each([
    'caces_r999',
    'caces_r999_1',
    'caces_r489_',
    'caces_r489_3_b',
    'caces_R489',
    'hab_elec_',
    'hab_elec_B1V',
    ' B',
    'toString',
  ])('"%s" is none of ours, and is shown as it is written', (code) => {
    expect(isLicenceCode(code)).toBe(false);
    expect(licenceLabel(code)).toBe(code);
  });

  it('never take one category of a family for another', () => {
    const category = fc.stringMatching(/^[0-9a-z]{1,3}$/);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(cacesFamilies)), category, category, (family, a, b) => {
        expect(isLicenceCode(`caces_${family}_${a}`)).toBe(true);
        expect(licenceLabel(`caces_${family}_${a}`) === licenceLabel(`caces_${family}_${b}`)).toBe(a === b);
      }),
    );
  });
});

describe('a level of French', () => {
  it('is one step above the one before it, with nothing below A0 nor above C2', () => {
    for (const [value, level] of frenchScale.entries()) {
      expect(frenchLevelOf(level)).toBe(value);
      expect(cefrOfFrench(value - 1)).toBe(frenchScale[value - 1] ?? null);
    }
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY, -0.5, 6.5]) expect(cefrOfFrench(none)).toBeNull();
  });
});

describe('a known place', () => {
  it('is nearer to itself than any other: no two of them share a point', () => {
    for (const place of knownPlaces) {
      expect(placeOfPostalCode(place.postalCode)).toBe(place);
      for (const other of knownPlaces) {
        if (other === place) continue;
        const metres = greatCircleMetres(place.latitude, place.longitude, other.latitude, other.longitude);
        expect(metres, `${place.postalCode} ${other.postalCode}`).toBeGreaterThan(300);
      }
    }
  });
});
