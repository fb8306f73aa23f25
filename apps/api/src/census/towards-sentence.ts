import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { contractWords } from '@jonction/domain/contract/words';
import type { Refusal } from '@jonction/domain/shared/decision';
import type { Locale } from '@jonction/domain/shared/locale';
import { sentence, translate } from '@jonction/domain/shared/words';
import { words } from '../words.ts';

/** Why a row cannot come to read as it was written; statuses are said in words. */
export function towardsSentence({ code, facts }: Refusal, locale: Locale): string {
  const said = Object.entries(facts).map(([name, fact]) => [name, named(name, fact, locale)]);
  return sentence(words, locale, code, Object.fromEntries(said));
}

function named(name: string, fact: string | number, locale: Locale): string | number {
  if (!['before', 'status', 'allowed'].includes(name)) return fact;
  const statuses = String(fact)
    .split(',')
    .flatMap((code) => contractStatuses.find((known) => known === code) ?? []);
  return statuses.map((status) => translate(contractWords, locale, `contract.status.${status}`)).join(', ') || '-';
}
