import { type ListAddress, readPage } from '@jonction/ui/address';

const pageSize = 50;
const lists = {
  'a-decider': 'decide',
  'dans-les-deux': 'both',
  'chez-nous': 'here',
  publies: 'there',
  'plus-tard': 'later',
  'pas-pour-nous': 'aside',
} as const;
type Word = keyof typeof lists;
export type List = (typeof lists)[Word];

const levels = ['sure', 'likely', 'possible'] as const;
const socials = ['yes', 'none', 'unknown'] as const;

export { levels, socials };

/** The question that an address of the page asks. */
export function comparedQuestion(url: ListAddress & { searchParams: URLSearchParams }) {
  const get = (name: string) => url.searchParams.get(name) ?? '';
  return {
    list: lists[get('liste') as Word] ?? 'decide',
    text: get('q').slice(0, 200),
    level: levels.find((level) => level === get('ressemblance')) ?? null,
    social: socials.find((social) => social === get('sociale')) ?? null,
    page: readPage(url),
    pageSize,
  };
}

/** The lists in the order in which they are shown, each with its word in the address. */
export const shownLists = Object.entries(lists) as [Word, List][];
