import {
  compactIdentifier,
  frenchVatOf,
  hasLuhnKey,
  identifierKinds,
  isIdentifier,
  isSiren,
  isSiret,
  sirenOf,
  siretSchema,
} from '@jonction/domain/reference/siret';
import { referenceWords } from '@jonction/domain/reference/words';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Luhn as a person does it on paper, to compare. */
function luhnOnPaper(digits: string): boolean {
  let sum = 0;
  for (let position = 1; position <= digits.length; position++) {
    const digit = Number(digits[digits.length - position]);
    const doubled = position % 2 === 0 ? 2 * digit : digit;
    sum += Math.floor(doubled / 10) + (doubled % 10);
  }
  return sum % 10 === 0;
}

/** Completes digits with the one key that fits. */
function keyed(digits: string): string {
  for (let key = 0; key < 10; key++) if (luhnOnPaper(`${digits}${key}`)) return `${digits}${key}`;
  throw new Error('no key');
}

const digitsOf = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((digits) => digits.join(''));

describe('a SIRET', () => {
  // Fictitious numbers with a right key.
  it.each(['12345678900005', '99999999900015'].map((number) => keyed(number.slice(0, 13))))('%s is one', (number) => {
    expect(isSiret(number)).toBe(true);
  });

  it.each([
    '',
    '1234567890000',
    '123456789000055',
    '1234567890000A',
    '12345 67890000',
    ' 12345678900005',
    '٣٢٣٤٥٦٧٨٩٠٠٠٠٥',
    '00000000000000',
    '-1234567890005',
  ])('"%s" is none', (text) => {
    expect(isSiret(text)).toBe(false);
  });

  it('has one right key among ten', () => {
    fc.assert(
      fc.property(digitsOf(13), (digits) => {
        fc.pre(!digits.startsWith('000000000') && !digits.startsWith('356000000'));
        const right = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((key) => isSiret(`${digits}${key}`));
        expect(right).toEqual([Number(keyed(digits).at(-1))]);
      }),
    );
  });

  it('is found out when one digit is mistyped', () => {
    fc.assert(
      fc.property(digitsOf(13), fc.nat(13), fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
        const number = keyed(digits);
        fc.pre(!number.startsWith('000000000'));
        const typo = (Number(number[at]) + shift) % 10;
        const mistyped = `${number.slice(0, at)}${typo}${number.slice(at + 1)}`;
        fc.pre(!mistyped.startsWith('356000000'));
        expect(isSiret(mistyped)).toBe(false);
      }),
    );
  });

  it('is right by the sum on paper', () => {
    fc.assert(
      fc.property(digitsOf(14), (digits) => {
        expect(hasLuhnKey(digits)).toBe(luhnOnPaper(digits));
      }),
    );
  });
});

describe('the numbers of La Poste', () => {
  it('keep the key of the head office', () => {
    expect(isSiret('35600000000048')).toBe(true);
  });

  it('are right elsewhere when their digits add up to a multiple of five', () => {
    // 3+5+6 = 14: the digits of the establishment must bring 1, 6, 11...
    expect(isSiret('35600000000001')).toBe(true);
    expect(isSiret('35600000012345')).toBe(hasLuhnKey('35600000012345'));
    expect(isSiret('35600000000006')).toBe(true);
    expect(isSiret('35600000049831')).toBe(hasLuhnKey('35600000049831') || (14 + 4 + 9 + 8 + 3 + 1) % 5 === 0);
  });

  it('are wrong when neither sum fits', () => {
    expect(hasLuhnKey('35600000000002')).toBe(false);
    expect(isSiret('35600000000002')).toBe(false);
  });

  it('lend their exception to nobody else', () => {
    const other = '12345678900000';
    expect([...other].reduce((sum, digit) => sum + Number(digit), 0) % 5).toBe(0);
    expect(isSiret(other)).toBe(hasLuhnKey(other));
    expect(hasLuhnKey(other)).toBe(false);
  });
});

describe('a SIREN', () => {
  it('is nine digits with a key', () => {
    const siren = keyed('12345678');
    expect(isSiren(siren)).toBe(true);
    expect(isSiren(siren.slice(0, 8))).toBe(false);
    expect(isSiren(`${siren}0`)).toBe(false);
    expect(isSiren('000000000')).toBe(false);
    expect(isSiren('356000000')).toBe(true);
  });

  it('begins every SIRET of the firm', () => {
    expect(sirenOf('12345678200010')).toBe('123456782');
  });
});

describe('a French VAT number', () => {
  it.each([
    { siren: '356000000', vat: 'FR39356000000' },
    { siren: '000000000', vat: 'FR12000000000' },
    { siren: '000000001', vat: 'FR15000000001' },
    { siren: '000000097', vat: 'FR12000000097' },
  ])('of $siren is $vat', ({ siren, vat }) => {
    expect(frenchVatOf(siren)).toBe(vat);
  });

  it('is accepted with its key alone', () => {
    fc.assert(
      fc.property(digitsOf(9), fc.nat(96), (siren, key) => {
        const vat = `FR${String(key).padStart(2, '0')}${siren}`;
        expect(isIdentifier('TVA', vat)).toBe(vat === frenchVatOf(siren));
      }),
    );
  });
});

describe('the identifier of a contract holder', () => {
  it.each([
    { kind: 'SIRET', text: '35600000000048', ok: true },
    { kind: 'SIRET', text: '35600000000049', ok: false },
    { kind: 'TVA', text: 'BE0123456789', ok: true },
    { kind: 'TVA', text: 'DE123456789', ok: true },
    { kind: 'TVA', text: 'ESX1234567X', ok: true },
    { kind: 'TVA', text: 'FRAB123456789', ok: true },
    { kind: 'TVA', text: 'FR00356000000', ok: false },
    { kind: 'TVA', text: '123456789', ok: false },
    { kind: 'TAHITI', text: '123456', ok: true },
    { kind: 'TAHITI', text: 'A12345001', ok: true },
    { kind: 'TAHITI', text: '12', ok: false },
    { kind: 'RIDET', text: '0123456001', ok: true },
    { kind: 'RIDET', text: '123456', ok: true },
    { kind: 'RIDET', text: 'AB3456', ok: false },
    { kind: 'FRWF', text: 'FRWF012345', ok: true },
    { kind: 'FRWF', text: '', ok: false },
    { kind: 'IREP', text: '12A', ok: true },
    { kind: 'HORS-UE', text: 'CH SOCIETE EXEMPLE', ok: true },
    { kind: 'HORS-UE', text: '', ok: false },
  ] as const)('$kind "$text": $ok', ({ kind, text, ok }) => {
    expect(isIdentifier(kind, text)).toBe(ok);
  });

  it('has the kinds of the essential data, in their order', () => {
    expect(identifierKinds).toEqual(['SIRET', 'TVA', 'TAHITI', 'RIDET', 'FRWF', 'IREP', 'HORS-UE']);
  });

  it('is never a crash, whatever is written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...identifierKinds), fc.string(), (kind, text) => {
        expect(typeof isIdentifier(kind, compactIdentifier(text))).toBe('boolean');
      }),
    );
  });
});

describe('a number as people type it', () => {
  it.each([
    '356 000 000 00048',
    '356.000.000.00048',
    '356-000-000-00048',
    '\u00a0356000000\u202f00048 ',
    "'35600000000048",
  ])('"%s" is read', (text) => {
    expect(compactIdentifier(text)).toBe('35600000000048');
    expect(siretSchema.parse(text)).toBe('35600000000048');
  });

  it('is refused with a code that has a sentence', () => {
    const { error } = siretSchema.safeParse('35600000000049');
    expect(error?.issues[0]?.message).toBe('reference.siret_invalid');
    expect(hasSentence(referenceWords, 'reference.siret_invalid')).toBe(true);
  });

  it('is written in capitals', () => {
    expect(compactIdentifier('fr 39 356000000')).toBe('FR39356000000');
  });
});
