import type { ContractListQuestion } from '@jonction/domain/contract/contract';
import { contractWords } from '@jonction/domain/contract/words';
import type { Locale } from '@jonction/domain/shared/locale';
import { translate } from '@jonction/domain/shared/words';
import { contractListWords } from './list-words.ts';

export interface Chip {
  name: string;
  label: string;
}

/** What a list of contracts is filtered by, as the address names it and in words; `more`: what one list alone filters by; `cpvLabel`: what its code is called. */
export function listChips(
  question: Partial<ContractListQuestion> & { cpvLabel?: string | null },
  locale: Locale,
  more: readonly Chip[] = [],
): Chip[] {
  const { text = '', statuses = [], department, cpv, cpvLabel, social, liveOnly, buyerId, holderId } = question;
  const say = (key: 'list.live' | 'list.buyer' | 'list.holder' | 'list.department') =>
    translate(contractListWords, locale, key);
  const value = social && translate(contractListWords, locale, `list.social.${social}`);
  return [
    { name: 'q', label: text },
    {
      name: 'statut',
      label: statuses.map((status) => translate(contractWords, locale, `contract.status.${status}`)).join(),
    },
    { name: 'dep', label: department ? `${say('list.department')} ${department}` : '' },
    { name: 'cpv', label: cpv ? `CPV ${cpv}… ${cpvLabel ?? ''}`.trim() : '' },
    { name: 'social', label: value ? translate(contractListWords, locale, 'list.socialIs', { value }) : '' },
    { name: 'vivants', label: liveOnly ? say('list.live') : '' },
    ...more,
    { name: 'acheteur', label: buyerId ? say('list.buyer') : '' },
    { name: 'titulaire', label: holderId ? say('list.holder') : '' },
  ].filter(({ label }) => label !== '');
}
