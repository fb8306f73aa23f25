import { sentence, type Words } from '@jonction/domain/shared/words';

/**
 * Why a record or a row did not come in, or came in with a gap. `field` is the name the file gives it, so that the
 * person finds the cell; `reason` is the French sentence that says what to do; `code` and `facts` let a screen say
 * the same in another language.
 */
export interface Problem {
  field: string;
  code: string;
  facts: Record<string, string | number>;
  reason: string;
}

export function problemIn(words: Words, field: string, code: string, facts: Problem['facts'] = {}): Problem {
  return { field, code, facts, reason: sentence(words, 'fr', code, facts) };
}
