import { reasonFor, reasonWords } from '@jonction/domain/positioning/reason-words';
import {
  audiences,
  closeReasons,
  commentReaders,
  endReasons,
  noteReaders,
  readInstead,
  refusalReasons,
  softened,
  typedCloseReasons,
} from '@jonction/domain/positioning/reasons';
import { sentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';

const locales = ['fr', 'en'] as const;
/** Words that would tell somebody what a company thinks of her, or what nobody may say of her (C. trav. L1132-1). */
const judging =
  /compétence|skill|profil|profile|niveau|level|répond pas|unreachable|venue|show|motiv|insuffis|lack|manque|refus|reject|âge|age\b|santé|health|enfant|child|origine|origin|grossesse/i;

describe('why a positioning ended', () => {
  it.each(endReasons)('has a sentence for each audience, in both languages: %s', (reason) => {
    for (const audience of audiences) {
      for (const locale of locales) {
        const said = reasonFor(audience, reason, locale);
        expect(said.length).toBeGreaterThan(8);
        expect(said).not.toMatch(/^positioning\./);
      }
    }
  });

  it.each(endReasons)('is never a judgement to the person: %s', (reason) => {
    for (const locale of locales) expect(reasonFor('participant', reason, locale)).not.toMatch(judging);
  });

  it.each(endReasons)('is never a judgement of the person to her partner: %s', (reason) => {
    for (const locale of locales) {
      expect(reasonFor('partner', reason, locale)).not.toMatch(
        /compétence|skill|profil|profile|niveau|level|venue|show|motiv|insuffis|lack|manque|âge|santé|health/i,
      );
    }
  });

  it.each(endReasons)('is read as it was chosen by the team and by the company: %s', (reason) => {
    for (const locale of locales) {
      const own = sentence(reasonWords, locale, `positioning.reason.${reason}`);
      expect(reasonFor('facilitator', reason, locale)).toBe(own);
      expect(reasonFor('company', reason, locale)).toBe(own);
      expect(reasonFor('partner', reason, locale)).not.toBe(own);
      expect(reasonFor('participant', reason, locale)).not.toBe(own);
    }
  });

  it('gives a company no reason to choose that is about health, origin, family or age (C. trav. L1132-1)', () => {
    for (const reason of refusalReasons) {
      for (const locale of locales) {
        expect(reasonFor('company', reason, locale)).not.toMatch(
          /âge|age\b|santé|health|enfant|child|origine|origin|grossesse/i,
        );
      }
    }
  });

  it('tells a person nothing that would let her guess which of the judging reasons was meant', () => {
    for (const audience of ['partner', 'participant'] as const) {
      const said = new Set(
        (['profile_mismatch', 'lacking_skills', 'other'] as const).map((reason) => readInstead[reason][audience]),
      );
      expect(said.size).toBe(1);
    }
  });

  it('tells an absence in the same words as a call without an answer', () => {
    expect(readInstead.no_show).toEqual(readInstead.unreachable);
  });

  it('uses every softened sentence, and no other', () => {
    const used = new Set(Object.values(readInstead).flatMap((row) => Object.values(row)));
    expect([...used].sort()).toEqual([...softened].sort());
    expect(Object.keys(readInstead).sort()).toEqual([...endReasons].sort());
  });

  it('speaks to the person with "vous", and of nobody in the third person', () => {
    for (const reason of endReasons) {
      expect(reasonFor('participant', reason, 'fr')).not.toMatch(/la personne|\belle\b|\bil\b/i);
      expect(reasonFor('participant', reason, 'en')).not.toMatch(/the person|\bshe\b|\bhe\b/i);
    }
  });

  it('lets nobody but the team choose a consequence: silence and a closed offer come by themselves', () => {
    expect(closeReasons.filter((reason) => !typedCloseReasons.some((typed) => typed === reason))).toEqual([
      'offer_closed',
      'silence',
      'transferred',
    ]);
  });

  it('keeps what a company wrote freely, and what the team says among itself, from partners and people', () => {
    expect(noteReaders).toEqual(['facilitator', 'company']);
    expect(commentReaders).toEqual(['facilitator']);
  });
});
