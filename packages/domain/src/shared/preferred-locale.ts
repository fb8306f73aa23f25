import { type Locale, locales } from './locale.ts';

export function isLocale(text: unknown): text is Locale {
  return locales.some((locale) => locale === text);
}

/**
 * The first language of an `Accept-Language` header that the product speaks, by the reader's own order of
 * preference (`q` weights, RFC 9110 12.5.4); French when there is none.
 */
export function preferredLocale(header: string | null): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';');
      const weight = options.map((option) => option.trim()).find((option) => option.startsWith('q='));
      return { locale: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter((choice) => choice.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const known = wanted.find((choice) => isLocale(choice.locale))?.locale;
  return isLocale(known) ? known : 'fr';
}
