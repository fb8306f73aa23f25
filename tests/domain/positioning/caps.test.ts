import { capsInput, capsSetting, checkCaps, defaultCaps } from '@jonction/domain/positioning/caps';
import { mostCvsPerPush } from '@jonction/domain/positioning/push';
import { positioningWords } from '@jonction/domain/positioning/words';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const employer = 'Propreté des Tilleuls';
const some = fc.nat({ max: 60 });
const anyCaps = fc.record({ offer: fc.integer({ min: 1, max: 60 }), company: fc.integer({ min: 1, max: 60 }) });

describe('the caps of open positionings', () => {
  it('let a whole sending leave where nothing waits, by default', () => {
    expect(checkCaps(defaultCaps, { openOnOffer: 0, openAtCompany: 0, employer }, mostCvsPerPush).ok).toBe(true);
  });

  it('never let more wait than they say, on an offer or at a company', () => {
    fc.assert(
      fc.property(anyCaps, some, some, fc.integer({ min: 1, max: 12 }), (caps, onOffer, atCompany, more) => {
        const decision = checkCaps(caps, { openOnOffer: onOffer, openAtCompany: atCompany, employer }, more);
        expect(decision.ok).toBe(onOffer + more <= caps.offer && atCompany + more <= caps.company);
      }),
      { numRuns: 300 },
    );
  });

  it('ask nothing of an offer when there is none', () => {
    fc.assert(
      fc.property(anyCaps, some, fc.integer({ min: 1, max: 12 }), (caps, atCompany, more) => {
        const decision = checkCaps(caps, { openOnOffer: null, openAtCompany: atCompany, employer }, more);
        expect(decision.ok).toBe(atCompany + more <= caps.company);
        if (!decision.ok) expect(decision.refusal.code).toBe('positioning.company_cap');
      }),
    );
  });

  it.each(['fr', 'en'] as const)('say in %s how many wait, how many may, why, and what to do', (locale) => {
    for (const code of ['positioning.offer_cap', 'positioning.company_cap']) {
      const said = sentence(positioningWords, locale, code, { open: 19, cap: 20, employer: 'Propreté du Val' });
      expect(said).toContain('19');
      expect(said).toContain('20');
      expect(said).toMatch(locale === 'fr' ? /ne lit plus.*Relancez/ : /stops reading.*Remind/);
    }
  });

  it('are the defaults for a structure that set none, or whose settings cannot be read', () => {
    expect(capsSetting.parse({})).toEqual(defaultCaps);
    expect(capsSetting.parse({ positioningCaps: { offer: 0, company: 3 } })).toEqual(defaultCaps);
    expect(capsSetting.parse({ positioningCaps: 'many' })).toEqual(defaultCaps);
    expect(capsSetting.parse({ weights: {}, positioningCaps: { offer: 3, company: 4 } })).toEqual({
      offer: 3,
      company: 4,
    });
  });

  it.each([0, -1, 501, 2.5, Number.NaN])('cannot be %s', (wrong) => {
    const parsed = capsInput.safeParse({ offer: wrong, company: 10 });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['positioning.cap_wrong']);
  });
});
