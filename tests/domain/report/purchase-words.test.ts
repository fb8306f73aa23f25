import { purchaseFigures, unknowable } from '@jonction/domain/report/purchase';
import { purchaseWords } from '@jonction/domain/report/purchase-words';
import { hasSentence, sentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';

describe('the words of purchases', () => {
  it('name every figure and say how it is counted, each in its own words', () => {
    for (const locale of ['fr', 'en'] as const) {
      const names = purchaseFigures.map((figure) => sentence(purchaseWords, locale, `report.purchase.name.${figure}`));
      const hows = purchaseFigures.map((figure) => sentence(purchaseWords, locale, `report.purchase.how.${figure}`));
      expect(new Set(names).size).toBe(purchaseFigures.length);
      expect(new Set(hows).size).toBe(purchaseFigures.length);
    }
  });

  it('say what no register knows', () => {
    for (const what of unknowable) expect(hasSentence(purchaseWords, `report.purchase.unknowable.${what}`)).toBe(true);
  });

  it('write the floors as euros', () => {
    const said = sentence(purchaseWords, 'fr', 'report.purchase.scheme.reapLaw', { floorCents: 4_000_000 });
    expect(said).toMatch(/À partir de 40.000.€ HT/);
  });
});
