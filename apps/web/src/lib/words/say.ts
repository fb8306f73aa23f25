import { type Catalogue, type FactsOf, translate, type Words } from '@jonction/domain/shared/words';
import { useLocale } from '@jonction/ui/locale';

/**
 * A catalogue bound to the reader's language, for a component:
 *
 *   const say = useSay(shellWords);
 *   say('shell.today')
 */
export function useSay<French extends Catalogue>(words: Words<French>) {
  const locale = useLocale();
  return <Key extends keyof French & string>(key: Key, ...facts: FactsOf<French[Key]>): string =>
    translate(words, locale(), key, ...facts);
}
