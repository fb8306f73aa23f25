import { publishedPermissions } from '@jonction/domain/published/permissions';
import {
  comparedLists,
  comparedSchema,
  decideAmendmentsSchema,
  decidePairSchema,
  pairVerdicts,
  setAsideSchema,
  socialAnswer,
} from '@jonction/domain/published/published';
import { publishedWords } from '@jonction/domain/published/words';
import { hasSentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';

const [contractId, openId] = [crypto.randomUUID(), crypto.randomUUID()];
const codeOf = (answer: { success: boolean; error?: { issues: readonly { message: string; path: unknown }[] } }) =>
  answer.success ? null : [answer.error?.issues[0]?.message, answer.error?.issues[0]?.path];

describe('the question of a list', () => {
  it('is what waits for somebody, from its first page, where nothing is said', () => {
    expect(comparedSchema.parse({})).toEqual({
      list: 'decide',
      text: '',
      level: null,
      social: null,
      page: 1,
      pageSize: 50,
    });
  });

  it('is of every list, and of no other', () => {
    for (const list of comparedLists) expect(comparedSchema.parse({ list }).list).toBe(list);
    expect(comparedSchema.safeParse({ list: 'all' }).success).toBe(false);
  });
});

describe('what somebody says of a pair', () => {
  it('is explained where it is another contract, and may be elsewhere', () => {
    for (const verdict of pairVerdicts) {
      const said = { contractId, openId, verdict, reason: null };
      expect(codeOf(decidePairSchema.safeParse(said))).toEqual(
        verdict === 'different' ? ['published.reason_missing', ['reason']] : null,
      );
      expect(decidePairSchema.parse({ ...said, reason: ' lot 3 ' }).reason).toBe('lot 3');
    }
  });

  it('is not explained by spaces', () => {
    const said = { contractId, openId, verdict: 'different', reason: '   ' };
    expect(codeOf(decidePairSchema.safeParse(said))).toEqual(['published.reason_missing', ['reason']]);
  });

  it('is one of three words', () => {
    expect(decidePairSchema.safeParse({ contractId, openId, verdict: 'aside', reason: 'x' }).success).toBe(false);
  });
});

describe('setting published contracts aside', () => {
  it('needs at least one, and why', () => {
    expect(codeOf(setAsideSchema.safeParse({ openIds: [], reason: 'Hors territoire' }))).toEqual([
      'published.nothing_chosen',
      ['openIds'],
    ]);
    expect(codeOf(setAsideSchema.safeParse({ openIds: [openId], reason: null }))).toEqual([
      'published.reason_missing',
      ['reason'],
    ]);
    expect(setAsideSchema.safeParse({ openIds: [openId], reason: 'Hors territoire' }).success).toBe(true);
  });
});

describe('deciding amendments', () => {
  const which = [{ contractId, key: '2024-06-01 | 18 |  | ' }];

  it('asks why where they are refused', () => {
    const refused = { verdict: 'refused', reason: null, which, seen: 1 };
    expect(codeOf(decideAmendmentsSchema.safeParse(refused))).toEqual(['published.reason_missing', ['reason']]);
    expect(decideAmendmentsSchema.safeParse({ ...refused, reason: 'Erreur de saisie' }).success).toBe(true);
    expect(decideAmendmentsSchema.safeParse({ ...refused, verdict: 'accepted' }).success).toBe(true);
  });

  it('takes all that were seen, or those that are named', () => {
    expect(decideAmendmentsSchema.parse({ verdict: 'accepted', reason: null, which: null, seen: 3 })).toMatchObject({
      which: null,
      seen: 3,
    });
    expect(decideAmendmentsSchema.safeParse({ verdict: 'accepted', reason: null, which, seen: -1 }).success).toBe(
      false,
    );
  });
});

describe('a social consideration', () => {
  it('that is not published is unknown, and never none', () => {
    expect(socialAnswer(null)).toBe('unknown');
    expect(socialAnswer([])).toBe('none');
    expect(socialAnswer(['Clause sociale'])).toBe('yes');
    expect(socialAnswer(['Critère social', 'Marché réservé'])).toBe('yes');
  });
});

describe('who reads open data beside contracts', () => {
  it('is the team, and neither buyers, companies, partners nor links', () => {
    for (const { who } of Object.values(publishedPermissions)) {
      expect([...who].sort()).toEqual(['facilitator', 'lead']);
    }
  });

  it('is refused in both languages with a sentence for each reason', () => {
    for (const code of ['not_found', 'own_not_found', 'same_twice', 'twin_used', 'decided_already', 'nothing_fits']) {
      expect(hasSentence(publishedWords, `published.${code}`), code).toBe(true);
    }
  });
});
