import { isDay } from './day.ts';
import type { Locale } from './locale.ts';
import { formatDay, formatHours, formatMoney, formatNumber, typeset } from './typography.ts';

/**
 * One catalogue per noun: `words.ts` beside the rules. French is written first and decides the keys and the
 * parameters; English must hold the same keys and may use no other parameter, or the compiler refuses it.
 *
 *   export const hoursWords = defineWords({
 *     fr: { 'hours.month_closed': 'Le mois de {month} est clos : personne ne peut plus le changer.',
 *           'hours.lines': { one: '{count} ligne', other: '{count} lignes' } },
 *     en: { ... },
 *   });
 *   translate(hoursWords, 'fr', 'hours.lines', { count: 12 })           // checked by the compiler
 *   sentence(hoursWords, locale, refusal.code, refusal.facts)           // for a refusal read from elsewhere
 *
 * Facts are written by the unit in their name: `...Centihours` as hours, `...Cents` as euros, a day as a day,
 * any other number with its thousands apart; a `value` is a quotation and stays as it was written. French spacing is put in by `typeset`.
 */
export type Entry = string | Plural;

/** Forms of CLDR plural rules on the fact `count`; French also has `many` (1 000 000 *de* personnes). */
export interface Plural {
  readonly one: string;
  readonly many?: string;
  readonly other: string;
}

export type Catalogue = Readonly<Record<string, Entry>>;
export type Fact = string | number;

export interface Words<French extends Catalogue = Catalogue> {
  readonly fr: French;
  readonly en: Readonly<Record<keyof French, Entry>>;
}

/** The parameters of an entry: `'name' | 'day'` for `'{name}, le {day}'`; a plural always has `count`. */
export type ParametersOf<E> = E extends string ? Braced<E> : E extends Plural ? 'count' | Braced<Forms<E>> : never;

type Forms<E extends Plural> = E['one' | 'other'] | (E extends { many: infer M extends string } ? M : never);
type Braced<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Braced<Rest> : never;
type Checked<French extends Catalogue, English> = {
  [Key in keyof English]: Key extends keyof French
    ? [Exclude<ParametersOf<English[Key]>, ParametersOf<French[Key]>>] extends [never]
      ? Entry
      : { unknownParameter: Exclude<ParametersOf<English[Key]>, ParametersOf<French[Key]>> }
    : never;
};

export function defineWords<
  const French extends Catalogue,
  const English extends Readonly<Record<keyof French, Entry>>,
>(words: { fr: French; en: English & Checked<French, English> }): Words<French> {
  return words;
}

/** The last argument of `translate`: no facts for a plain entry, all of them for one with parameters. */
export type FactsOf<E> = [ParametersOf<E>] extends [never]
  ? [facts?: Record<string, never>]
  : [facts: Record<ParametersOf<E>, Fact>];

/** The words of a key, in French or English. A missing key or parameter does not compile. */
export function translate<French extends Catalogue, Key extends keyof French & string>(
  words: Words<French>,
  locale: Locale,
  key: Key,
  ...[facts]: FactsOf<French[Key]>
): string {
  return write(words[locale][key], locale, facts ?? {});
}

/**
 * The sentence of a refusal whose code is only known at run time. A code without a sentence gives the code itself:
 * the reader then still has something exact to quote.
 */
export function sentence(
  words: Words,
  locale: Locale,
  code: string,
  facts: Readonly<Record<string, Fact>> = {},
): string {
  const entry = hasSentence(words, code) ? words[locale][code] : undefined;
  return entry === undefined ? code : write(entry, locale, facts);
}

export function hasSentence(words: Words, code: string): boolean {
  return Object.hasOwn(words.fr, code);
}

/** Several nouns' catalogues read as one: what the edge needs to say any refusal. Later ones never hide earlier ones. */
export function joinWords(...catalogues: readonly Words[]): Words {
  const fr: Record<string, Entry> = {};
  const en: Record<string, Entry> = {};
  for (const words of catalogues) {
    for (const key of Object.keys(words.fr)) {
      if (Object.hasOwn(fr, key)) throw new Error(`two catalogues define ${key}`);
    }
    Object.assign(fr, words.fr);
    Object.assign(en, words.en);
  }
  return { fr, en };
}

function write(entry: Entry | undefined, locale: Locale, facts: Readonly<Record<string, Fact>>): string {
  if (entry === undefined) return '';
  const text = fill(typeset(formOf(entry, locale, facts), locale), locale, facts);
  return locale === 'fr' ? text.replace(beforeVowelMonth, '$1’') : text;
}

/** "Heures de {month}" is "Heures d’avril 2026". */
const beforeVowelMonth = /\b([Dd])e (?=(?:avril|août|octobre)(?![\p{L}]))/gu;

function formOf(entry: Entry, locale: Locale, facts: Readonly<Record<string, Fact>>): string {
  if (typeof entry === 'string') return entry;
  const category = pluralRules[locale].select(Number(facts.count ?? 0));
  if (category === 'one') return entry.one;
  return category === 'many' ? (entry.many ?? entry.other) : entry.other;
}

function fill(text: string, locale: Locale, facts: Readonly<Record<string, Fact>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
    // A fact that never came is a gap on the page, not a crash of the page that explains the refusal.
    return value === undefined ? '…' : writeFact(name, value, locale);
  });
}

function writeFact(name: string, value: Fact, locale: Locale): string {
  // What somebody wrote is quoted as it was written: an odd date among others.
  if (typeof value === 'string') return isDay(value) && name !== 'value' ? formatDay(value, locale) : value;
  if (/centihours$/i.test(name)) return formatHours(value, locale);
  if (/cents$/i.test(name)) return formatMoney(value, locale, 'none');
  return /year$/i.test(name) ? String(value) : formatNumber(value, locale);
}

const pluralRules = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') };
