import { type Day, daysBetween, parisDayOf, partsOf } from './day.ts';
import type { Locale } from './locale.ts';

/** U+202F, the thin space that does not break: before `; : ! ?`, inside « », between thousands. */
export const thinSpace = '\u202f';
/** U+00A0, the space of a word's width that does not break: between a figure and its unit, inside a date. */
export const noBreakSpace = '\u00a0';
const minusSign = '\u2212';

/** An integer or a decimal number: `1 234,5` in French, `1,234.5` in English. At most `decimals` digits, trailing zeros dropped. */
export function formatNumber(value: number, locale: Locale, decimals = 2): string {
  return join(Math.abs(value).toFixed(decimals), value < 0, locale, false);
}

/** Hundredths of an hour, the only unit hours are counted in: `123450` is `1 234,5 h`. */
export function formatHours(centihours: number, locale: Locale = 'fr'): string {
  return `${formatNumber(centihours / 100, locale)}${noBreakSpace}h`;
}

/**
 * Cents of a euro: `1 250 000 €`, `12,50 €`. Amounts of contracts are without VAT (HT): ask for `HT` wherever the
 * reader could take the figure for a price with VAT.
 */
export function formatMoney(cents: number, locale: Locale = 'fr', tax: 'HT' | 'none' = 'HT'): string {
  const fixed = (Math.abs(cents) / 100).toFixed(cents % 100 === 0 ? 0 : 2);
  const amount = join(fixed, cents < 0, locale, true);
  if (locale === 'fr') return `${amount}${noBreakSpace}€${tax === 'HT' ? `${noBreakSpace}HT` : ''}`;
  const sign = amount.startsWith(minusSign) ? minusSign : '';
  return `${sign}€${amount.slice(sign.length)}${tax === 'HT' ? `${noBreakSpace}excl.${noBreakSpace}VAT` : ''}`;
}

/** Basis points, to the last one: `8170` is `81,7 %`, and `9999` is not yet `100 %`. */
export function formatShare(basisPoints: number, locale: Locale = 'fr'): string {
  const number = formatNumber(basisPoints / 100, locale);
  return locale === 'fr' ? `${number}${noBreakSpace}%` : `${number}%`;
}

export function formatDistance(km: number, locale: Locale = 'fr'): string {
  return `${formatNumber(km, locale, 1)}${noBreakSpace}km`;
}

const months = {
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const;

const fullMonths = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const;

/** A civil day: `12 avr. 2020`, `1er mai 2020`. `short` leaves the year out: `12 avr.` */
export function formatDay(day: Day, locale: Locale = 'fr', length: 'full' | 'short' = 'full'): string {
  const { year, month, dayOfMonth } = partsOf(day);
  const first = locale === 'fr' && dayOfMonth === 1 ? '1er' : String(dayOfMonth);
  const short = `${first}${noBreakSpace}${months[locale][month - 1] ?? ''}`;
  return length === 'short' ? short : `${short}${noBreakSpace}${year}`;
}

/** A month written `YYYY-MM` or any day of it: `avril 2020`. */
export function formatMonth(month: string, locale: Locale = 'fr'): string {
  return `${fullMonths[locale][Number(month.slice(5, 7)) - 1] ?? ''}${noBreakSpace}${month.slice(0, 4)}`;
}

/** A quarter written `2026-T1`: `1er trimestre 2026`, `Q1 2026`. */
export function formatQuarter(quarter: string, locale: Locale = 'fr'): string {
  const number = quarter.slice(6);
  if (locale === 'en') return `Q${number}${noBreakSpace}${quarter.slice(0, 4)}`;
  return `${number}${number === '1' ? 'er' : 'e'}${noBreakSpace}trimestre${noBreakSpace}${quarter.slice(0, 4)}`;
}

/** An instant, read on a clock in Paris: `12 avr. 2020 à 14 h 05`, `12 Apr 2020, 14:05`. */
export function formatInstant(instant: Date, locale: Locale = 'fr'): string {
  const [hour = '', minute = ''] = parisClock.format(instant).split(':');
  const day = formatDay(parisDayOf(instant), locale);
  if (locale === 'en') return `${day}, ${hour}:${minute}`;
  return `${day} à ${Number(hour)}${noBreakSpace}h${noBreakSpace}${minute}`;
}

const parisClock = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * How long ago (or how soon) a day is, as people say it: `aujourd’hui`, `hier`, `il y a 2 j`, `il y a 11 mois`, `dans 3 j`.
 * Days up to 60, then months up to 24, then years, always rounded down: an age never says more than it knows.
 */
export function formatAge(day: Day, today: Day, locale: Locale = 'fr'): string {
  const age = daysBetween(day, today);
  const near = nearby[locale][String(age)];
  if (near !== undefined) return near;
  const span = formatSpan(Math.abs(age), locale);
  if (locale === 'fr') return age > 0 ? `il y a ${span}` : `dans ${span}`;
  return age > 0 ? `${span} ago` : `in ${span}`;
}

/** A length of time counted in days: `2 j`, `1 mois`, `11 mois`, `1 an`, `3 ans`. */
export function formatSpan(days: number, locale: Locale = 'fr'): string {
  const [count, unit] =
    days < 60
      ? ([days, 'day'] as const)
      : days < 730
        ? ([Math.floor(days / 30.4375), 'month'] as const)
        : ([Math.floor(days / 365.25), 'year'] as const);
  const [one, many] = spans[locale][unit];
  return `${count}${noBreakSpace}${count === 1 ? one : many}`;
}

const spans = {
  fr: { day: ['j', 'j'], month: ['mois', 'mois'], year: ['an', 'ans'] },
  en: { day: ['day', 'days'], month: ['month', 'months'], year: ['year', 'years'] },
} as const;

const nearby: Record<Locale, Record<string, string>> = {
  fr: { '0': 'aujourd’hui', '1': 'hier', '-1': 'demain' },
  en: { '0': 'today', '1': 'yesterday', '-1': 'tomorrow' },
};

/**
 * French spacing for a sentence typed with ordinary spaces: thin no-break spaces before `; : ! ?`, inside « » and
 * between thousands, a no-break space between a figure, or the gap `{count}` that will hold one, and its unit. Never touches what has no space to replace, so addresses and times are safe.
 */
export function typeset(text: string, locale: Locale = 'fr'): string {
  if (locale !== 'fr') return text;
  return text
    .replace(/[ \u00a0](?=[;:!?»])/g, thinSpace)
    .replace(/«[ \u00a0]/g, `«${thinSpace}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${thinSpace}`)
    .replace(/([\d}]) (?=(?:[€%]|h\b|km\b|j\b|Mo\b))/g, `$1${noBreakSpace}`);
}

function join(fixed: string, negative: boolean, locale: Locale, keepZeros: boolean): string {
  const [whole = '0', fraction = ''] = fixed.split('.');
  const digits = keepZeros ? fraction : fraction.replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'fr' ? thinSpace : ',');
  const zero = whole === '0' && /^0*$/.test(fraction);
  const decimal = digits === '' ? '' : (locale === 'fr' ? ',' : '.') + digits;
  return (negative && !zero ? minusSign : '') + grouped + decimal;
}

/** Words of somebody, between the quotes of the reader's language: `« propre »`, `“clean”`. */
export function quoted(text: string, locale: Locale = 'fr'): string {
  return locale === 'fr' ? `«${thinSpace}${text}${thinSpace}»` : `“${text}”`;
}

/** A name and its value on one line: `Accord : oui`, `Consent: yes`. */
export function labelled(label: string, value: string, locale: Locale = 'fr'): string {
  return `${label}${locale === 'fr' ? thinSpace : ''}: ${value}`;
}

/** With a capital at its beginning: a word of a list that begins a line. */
export function withCapital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}
