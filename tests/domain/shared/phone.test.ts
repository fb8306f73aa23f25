import { formatPhone, normalisePhone } from '@jonction/domain/shared/phone';
import { describe, expect, it } from 'vitest';

describe('normalisePhone', () => {
  it.each([
    '06 12 34 56 78',
    '06.12.34.56.78',
    '+33 6 12 34 56 78',
    '+33 (0)6 12 34 56 78',
    '0033612345678',
    '0612345678',
  ])('reads %s as one number', (text) => {
    expect(normalisePhone(text)).toBe('+33612345678');
  });

  it('keeps a number of another country, and refuses what cannot be called', () => {
    expect(normalisePhone('+221 77 123 45 67')).toBe('+221771234567');
    for (const text of ['12', '06 12 34', 'demander à Paul', '0000000000', '+0612345678']) {
      expect(normalisePhone(text)).toBeNull();
    }
  });

  it('is read back as people write it', () => {
    expect(formatPhone('+33612345678').replaceAll('\u00a0', ' ')).toBe('06 12 34 56 78');
    expect(formatPhone('+221771234567')).toBe('+221771234567');
  });
});
