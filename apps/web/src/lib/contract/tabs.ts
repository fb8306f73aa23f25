import type { Locale } from '@jonction/domain/shared/locale';
import { translate } from '@jonction/domain/shared/words';
import { censusPageWords } from '#lib/census/words.ts';
import { legalPageWords } from '#lib/legal/words.ts';
import { programmePageWords } from '#lib/programme/words.ts';
import { publishedPageWords } from '#lib/published/words.ts';
import { contractListWords } from './list-words.ts';

export type MarketTab = 'mine' | 'register' | 'census' | 'programme' | 'published' | 'texts';

/** The ways to look at contracts, one of them open. */
export function marketTabs(locale: Locale, open: MarketTab) {
  return [
    {
      href: '/facilitateur/marches',
      label: translate(contractListWords, locale, 'list.mine'),
      current: open === 'mine',
    },
    {
      href: '/facilitateur/marches/recensement',
      label: translate(censusPageWords, locale, 'census.tab'),
      current: open === 'census',
    },
    {
      href: '/facilitateur/marches/programmation',
      label: translate(programmePageWords, locale, 'list.tab'),
      current: open === 'programme',
    },
    {
      href: '/facilitateur/marches/rapprochement',
      label: translate(publishedPageWords, locale, 'list.tab'),
      current: open === 'published',
    },
    {
      href: '/facilitateur/textes',
      label: translate(legalPageWords, locale, 'legal.tab'),
      current: open === 'texts',
    },
    {
      href: '/facilitateur/marches?registre=oui',
      label: translate(contractListWords, locale, 'list.register'),
      current: open === 'register',
    },
  ];
}
