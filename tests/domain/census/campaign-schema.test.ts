import {
  answersSchema,
  campaignLetterSchema,
  mostRowsAnswered,
  rowAnswerSchema,
} from '@jonction/domain/census/campaign-schema';
import { campaignRefusalWords } from '@jonction/domain/census/campaign-words';
import { hasSentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';

const contractId = '01890a5d-ac96-774b-bcce-b302099a8057';
const letter = { title: 'Recensement', letter: 'Où en êtes-vous ?', dueOn: '2020-04-15' };
const messagesOf = (parsed: { success: boolean; error?: { issues: { message: string; path: PropertyKey[] }[] } }) =>
  parsed.error?.issues.map(({ message, path }) => [path.join('.'), message]) ?? [];

describe('what is written once', () => {
  it('is a name, a letter and the end of the delay', () => {
    expect(campaignLetterSchema.parse({ ...letter, title: '  Recensement ' })).toEqual(letter);
  });

  it.each([
    ['title', '', 'census.title_missing'],
    ['title', '   ', 'census.title_missing'],
    ['letter', '', 'census.letter_missing'],
    ['letter', '  \n ', 'census.letter_missing'],
  ])('refuses an empty %s (%j)', (field, value, code) => {
    expect(messagesOf(campaignLetterSchema.safeParse({ ...letter, [field]: value }))).toEqual([[field, code]]);
    expect(hasSentence(campaignRefusalWords, code)).toBe(true);
  });

  it('refuses a day that is none, and a letter of more than four thousand signs', () => {
    expect(campaignLetterSchema.safeParse({ ...letter, dueOn: '2020-02-30' }).success).toBe(false);
    expect(campaignLetterSchema.safeParse({ ...letter, letter: 'a'.repeat(4001) }).success).toBe(false);
    expect(campaignLetterSchema.safeParse({ ...letter, letter: 'a'.repeat(4000) }).success).toBe(true);
  });

  it('takes no social security number: it would leave to sixty offices', () => {
    const typed = { ...letter, letter: 'Pour 2 69 05 49 588 157 80, merci.' };
    expect(messagesOf(campaignLetterSchema.safeParse(typed)).map(([field]) => field)).toEqual(['letter']);
  });
});

describe('the answer of a row', () => {
  it('is a contract and a word: whatever else is not said is nothing', () => {
    expect(rowAnswerSchema.parse({ contractId, answer: 'no_change' })).toEqual({
      ...{ contractId, answer: 'no_change', on: null, endsOn: null, until: null, legalBasis: null, note: null },
    });
  });

  it('keeps days as they were typed: each is judged at its row', () => {
    expect(rowAnswerSchema.parse({ contractId, answer: 'stop', on: 'hier' }).on).toBe('hier');
  });

  it('makes nothing of an act or a note left blank', () => {
    const parsed = rowAnswerSchema.parse({ contractId, answer: 'suspend', legalBasis: '  ', note: '' });
    expect([parsed.legalBasis, parsed.note]).toEqual([null, null]);
  });

  it.each(['archive', 'settle', 'plan', 'maybe', ''])('is never "%s"', (answer) => {
    expect(messagesOf(rowAnswerSchema.safeParse({ contractId, answer }))).toEqual([
      ['answer', 'census.answer_missing'],
    ]);
  });
});

describe('an answer to a campaign', () => {
  const row = { contractId, answer: 'stop' as const };

  it('is some rows, or "no change" of all that wait', () => {
    expect(answersSchema.safeParse({ rows: [row] }).success).toBe(true);
    expect(answersSchema.safeParse({ allUnchanged: true }).success).toBe(true);
  });

  it('is never nothing, nor more than a page can hold', () => {
    expect(answersSchema.safeParse({ rows: [] }).success).toBe(false);
    expect(answersSchema.safeParse({ allUnchanged: false }).success).toBe(false);
    const rows = Array.from({ length: mostRowsAnswered + 1 }, () => row);
    expect(answersSchema.safeParse({ rows }).success).toBe(false);
    expect(answersSchema.safeParse({ rows: rows.slice(1) }).success).toBe(true);
  });
});
