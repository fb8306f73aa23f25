import { buyerAnswers } from '@jonction/domain/census/answer-row';
import { campaignRefusalWords } from '@jonction/domain/census/campaign-words';
import { sayBoughtSchema } from '@jonction/domain/census/say-bought';
import { contractRefusalWords } from '@jonction/domain/contract/refusal-words';
import { hasSentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';

const contractId = '01890a5d-ac96-774b-bcce-b302099a8057';
const nothing = { on: null, endsOn: null, until: null, legalBasis: null, note: null, dueHours: null, lotNumber: null };
const messagesOf = (given: object) =>
  sayBoughtSchema.safeParse({ contractId, ...nothing, ...given }).error?.issues.map(({ message }) => message) ?? [];

describe('what a buyer says of one of its contracts', () => {
  it('is "no change" until something else is said', () => {
    expect(sayBoughtSchema.parse({ contractId, ...nothing }).answer).toBe('no_change');
  });

  it('may be any answer of a census', () => {
    for (const answer of buyerAnswers) expect(messagesOf({ answer })).toEqual([]);
    expect(messagesOf({ answer: 'archive' })).toHaveLength(1);
  });

  it('is about one contract, chosen', () => {
    expect(messagesOf({ contractId: '' })).toEqual(['census.contract_missing']);
    expect(hasSentence(campaignRefusalWords, 'census.contract_missing')).toBe(true);
  });

  it('logs whole hours above zero, or none at all', () => {
    expect(messagesOf({ dueHours: 640 })).toEqual([]);
    for (const dueHours of [0, -1, 12.5, Number.NaN])
      expect(messagesOf({ dueHours })).toEqual(['contract.hours_missing']);
    expect(hasSentence(contractRefusalWords, 'contract.hours_missing')).toBe(true);
  });

  it('leaves days as they were typed: the rule refuses them at their field', () => {
    expect(messagesOf({ answer: 'stop', on: 'hier' })).toEqual([]);
  });
});
