import { absenceReasons } from '@jonction/domain/contract/absence-reason';
import { clauseAbsenceSchema, clausePresence, markAbsence } from '@jonction/domain/contract/clause-absence';
import { dueWords } from '@jonction/domain/contract/due-words';
import { hasSentence, sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nirKey } from '../../support/fictitious-numbers.ts';
import { idOf, refusalsOf } from '../shared/refusals-of.ts';

const lot = fc.record({ hasClause: fc.boolean(), standing: fc.option(fc.constantFrom(...absenceReasons)) });
const reason = fc.option(fc.constantFrom(...absenceReasons));
const said = { lotId: idOf(1), reason: 'too_small', note: null };

describe('a lot without a clause', () => {
  it('is said with a reason of the list, a note that may stay empty, and words in both languages', () => {
    expect(clauseAbsenceSchema.parse(said)).toEqual(said);
    expect(clauseAbsenceSchema.parse({ ...said, note: '  ' }).note).toBeNull();
    expect(clauseAbsenceSchema.parse({ ...said, note: ' 40 000 € ' }).note).toBe('40 000 €');
    for (const one of absenceReasons) {
      expect(hasSentence(dueWords, `contract.absence.${one}`), one).toBe(true);
      expect(sentence(dueWords, 'en', `contract.absence.${one}`)).not.toBe(
        sentence(dueWords, 'fr', `contract.absence.${one}`),
      );
    }
  });

  it.each([
    ['a reason that nobody knows', { reason: 'weather' }, 'reason: contract.absence_reason_missing'],
    ['no reason at all', { reason: '' }, 'reason: contract.absence_reason_missing'],
    ['another reason that is not told', { reason: 'other' }, 'note: contract.absence_note_missing'],
    ['another reason of blanks', { reason: 'other', note: '  ' }, 'note: contract.absence_note_missing'],
    ['a number of a person', { note: `180052A004001${nirKey('180052A004001')}` }, 'note: shared.holds_nir'],
  ])('is refused with %s', (_, change, refusal) => {
    expect(refusalsOf(clauseAbsenceSchema, { ...said, ...change })).toEqual([refusal]);
  });

  it('is taken back without a reason, and another reason is told', () => {
    expect(clauseAbsenceSchema.parse({ ...said, reason: null }).reason).toBeNull();
    expect(clauseAbsenceSchema.parse({ ...said, reason: 'other', note: 'Marché de l’État' }).reason).toBe('other');
  });

  it('is never one that has a clause', () => {
    fc.assert(
      fc.property(lot, reason, (given, why) => {
        const decision = markAbsence({ ...given, hasClause: true }, why);
        expect(decision).toMatchObject({ ok: false, refusal: { code: 'contract.absence_of_clause' } });
        expect(clausePresence({ ...given, hasClause: true })).toBe('clause');
      }),
    );
  });

  it('may be said again for another reason, and taken back once it was said', () => {
    expect(markAbsence({ hasClause: false, standing: 'too_small' }, 'reserved').ok).toBe(true);
    expect(markAbsence({ hasClause: false, standing: 'too_small' }, null).ok).toBe(true);
    expect(markAbsence({ hasClause: false, standing: null }, 'reserved').ok).toBe(true);
    expect(markAbsence({ hasClause: false, standing: null }, null)).toMatchObject({
      refusal: { code: 'contract.absence_not_said' },
    });
  });

  it('is apart from one of which nobody said anything: three states, one each', () => {
    fc.assert(
      fc.property(lot, (given) => {
        const expected = given.hasClause ? 'clause' : given.standing === null ? 'unknown' : 'none';
        expect(clausePresence(given)).toBe(expected);
      }),
    );
  });
});
