import { actionWords } from '@jonction/domain/audit/action';
import { type PaperKind, paperKindNames, validityBases } from '@jonction/domain/paper/categories';
import { proposedMonths, validityOf } from '@jonction/domain/paper/checklist';
import { paperPermissions } from '@jonction/domain/paper/permissions';
import { monthsInForce, type TimedKind, timedKinds, usualOf } from '@jonction/domain/paper/timed';
import { checkValidity, monthsOfLine, setValiditySchema } from '@jonction/domain/paper/validity';
import { askedPaperWords } from '@jonction/domain/paper/words';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const codeOf = (decision: { ok: true } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? 'accepted' : decision.refusal.code;

describe('where the months of a paper come from', () => {
  it('is said for each paper that counts in months, and for no other', () => {
    expect(timedKinds).toEqual(['vigilance', 'registration', 'tax_certificate', 'foreign_workers']);
    for (const kind of paperKindNames)
      expect([kind, timedKinds.some((timed) => timed === kind)]).toEqual([kind, typeof validityOf(kind) === 'object']);
  });

  it.each<[TimedKind, number, string, RegExp]>([
    ['vigilance', 6, 'text', /L\. 8222-1 et D\. 8222-5, 1°/],
    ['foreign_workers', 6, 'text', /D\. 8254-4/],
    ['registration', 3, 'usage', /D\. 8222-5, 2° : aucun âge/],
    ['tax_certificate', 12, 'house', /R\. 2143-7 : aucun âge/],
  ])('of %s: %s months, by %s', (kind, months, basis, source) => {
    expect(usualOf(kind)).toMatchObject({ months, basis });
    expect(usualOf(kind).source).toMatch(source);
  });

  it('is called by its name in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      const names = validityBases.map((basis) => sentence(askedPaperWords, locale, `paper.basis.${basis}`));
      expect(new Set(names).size).toBe(validityBases.length);
    }
  });
});

describe('the months that the lead sets', () => {
  it.each([
    { months: 0 },
    { months: 25 },
    { months: 2.5 },
    { months: Number.NaN },
    { months: '3' },
    { kind: 'insurance' },
    { kind: 'other' },
    { from: undefined },
  ])('are refused with %o', (changes) => {
    expect(setValiditySchema.safeParse({ kind: 'registration', months: 4, from: 3, ...changes }).success).toBe(false);
  });

  it('may be anything from one month to two years, where no text says less', () => {
    for (const kind of ['registration', 'tax_certificate'] as const)
      for (const months of [1, 2, 24])
        expect(codeOf(checkValidity({ kind, months, from: usualOf(kind).months }, usualOf(kind).months))).toBe(
          'accepted',
        );
  });

  it('are never more than a text says, which the refusal quotes', () => {
    for (const kind of ['vigilance', 'foreign_workers'] as const) {
      expect(codeOf(checkValidity({ kind, months: 5, from: 6 }, 6))).toBe('accepted');
      expect(checkValidity({ kind, months: 7, from: 6 }, 6)).toMatchObject({
        refusal: { code: 'paper.validity_over_text', facts: { count: 6, source: usualOf(kind).source } },
      });
    }
    const facts = { count: 6, source: 'Code du travail' };
    for (const locale of ['fr', 'en'] as const)
      expect(sentence(askedPaperWords, locale, 'paper.validity_over_text', facts)).toMatch(/Code du travail.*6/);
  });

  it('may go back up to what the text says', () => {
    expect(codeOf(checkValidity({ kind: 'vigilance', months: 6, from: 3 }, 3))).toBe('accepted');
  });

  it('are not what holds already, nor set from a screen that is out of date', () => {
    expect(codeOf(checkValidity({ kind: 'registration', months: 3, from: 3 }, 3))).toBe('paper.validity_same');
    expect(codeOf(checkValidity({ kind: 'registration', months: 3, from: 3 }, 2))).toBe('paper.validity_changed');
  });

  it('hold for their kind, the others being what is usual', () => {
    expect(monthsInForce(new Map())).toEqual({
      ...{ vigilance: 6, registration: 3, tax_certificate: 12, foreign_workers: 6 },
    });
    expect(monthsInForce(new Map([['registration', 1]]))).toMatchObject({ registration: 1, vigilance: 6 });
  });

  it('are the lead’s alone to set, and the team’s to read', () => {
    expect(paperPermissions['paper.setValidity'].who).toEqual(['lead']);
    expect(paperPermissions['paper.showValidity'].who).toEqual(['facilitator', 'lead']);
    for (const locale of ['fr', 'en'] as const)
      expect(actionWords('paper.setValidity', locale)).not.toBe(actionWords('paper.unknown', locale));
  });
});

describe('the months of a paper that comes now', () => {
  const line = (validMonths: number | null, monthsThen: number | null, monthsNow: number | null) =>
    monthsOfLine({ kind: 'registration', validMonths, monthsThen, monthsNow });

  it('are those of the line where nobody set anything', () => {
    expect(line(3, null, null)).toBe(3);
  });

  it('follow what was set after the line was asked', () => {
    expect(line(3, null, 2)).toBe(2);
    expect(line(2, 2, 1)).toBe(1);
    expect(line(2, 2, 2)).toBe(2);
  });

  it('stay those of a line that was asked with months of its own', () => {
    expect(line(8, null, 2)).toBe(8);
    expect(line(3, 2, 1)).toBe(3);
  });

  it('are none where the line has none, nor where the paper bears its end', () => {
    expect(line(null, null, 2)).toBeNull();
    expect(monthsOfLine({ kind: 'insurance', validMonths: null, monthsThen: null, monthsNow: null })).toBeNull();
    expect(monthsOfLine({ kind: 'insurance', validMonths: 12, monthsThen: null, monthsNow: null })).toBe(12);
  });

  it('are for any paper either what is set now or what the line kept', () => {
    const months = fc.integer({ min: 1, max: 24 });
    const kinds = fc.constantFrom<PaperKind>(...paperKindNames);
    fc.assert(
      fc.property(kinds, fc.option(months), fc.option(months), fc.option(months), (kind, own, then, now) => {
        const counted = monthsOfLine({ kind, validMonths: own, monthsThen: then, monthsNow: now });
        expect([own, now, proposedMonths(kind)]).toContain(counted);
        if (own === null) expect(counted).toBeNull();
      }),
    );
  });
});
