import type { Locale } from '../shared/locale.ts';

/** Levels of the Common European Framework of Reference for Languages. */
export const cefrLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type CefrLevel = (typeof cefrLevels)[number];

/** French on one scale, for matching: 0 none or before A1, then A1 = 1 to C2 = 6. */
export const frenchScale = ['A0', ...cefrLevels] as const;

export function frenchLevelOf(level: (typeof frenchScale)[number]): number {
  return frenchScale.indexOf(level);
}

/** The CEFR name of a level of the 0..6 scale; null outside it. */
export function cefrOfFrench(level: number): (typeof frenchScale)[number] | null {
  return frenchScale[level] ?? null;
}

/**
 * Languages that people of a bank speak, by ISO 639-1 code, else 639-3, else the 639-2 group (`ber`). Any other
 * valid code is kept and shown as it is.
 */
export const languages: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  fr: { fr: 'français', en: 'French' },
  ar: { fr: 'arabe', en: 'Arabic' },
  en: { fr: 'anglais', en: 'English' },
  es: { fr: 'espagnol', en: 'Spanish' },
  pt: { fr: 'portugais', en: 'Portuguese' },
  it: { fr: 'italien', en: 'Italian' },
  de: { fr: 'allemand', en: 'German' },
  nl: { fr: 'néerlandais', en: 'Dutch' },
  pl: { fr: 'polonais', en: 'Polish' },
  ro: { fr: 'roumain', en: 'Romanian' },
  bg: { fr: 'bulgare', en: 'Bulgarian' },
  ru: { fr: 'russe', en: 'Russian' },
  uk: { fr: 'ukrainien', en: 'Ukrainian' },
  sr: { fr: 'serbe', en: 'Serbian' },
  hr: { fr: 'croate', en: 'Croatian' },
  bs: { fr: 'bosnien', en: 'Bosnian' },
  sq: { fr: 'albanais', en: 'Albanian' },
  mk: { fr: 'macédonien', en: 'Macedonian' },
  el: { fr: 'grec', en: 'Greek' },
  tr: { fr: 'turc', en: 'Turkish' },
  ku: { fr: 'kurde', en: 'Kurdish' },
  hy: { fr: 'arménien', en: 'Armenian' },
  ka: { fr: 'géorgien', en: 'Georgian' },
  az: { fr: 'azéri', en: 'Azerbaijani' },
  ce: { fr: 'tchétchène', en: 'Chechen' },
  fa: { fr: 'persan', en: 'Persian' },
  prs: { fr: 'dari', en: 'Dari' },
  ps: { fr: 'pachto', en: 'Pashto' },
  ur: { fr: 'ourdou', en: 'Urdu' },
  hi: { fr: 'hindi', en: 'Hindi' },
  bn: { fr: 'bengali', en: 'Bengali' },
  pa: { fr: 'pendjabi', en: 'Punjabi' },
  gu: { fr: 'goudjarati', en: 'Gujarati' },
  ta: { fr: 'tamoul', en: 'Tamil' },
  si: { fr: 'cingalais', en: 'Sinhala' },
  ne: { fr: 'népalais', en: 'Nepali' },
  bo: { fr: 'tibétain', en: 'Tibetan' },
  mn: { fr: 'mongol', en: 'Mongolian' },
  zh: { fr: 'chinois', en: 'Chinese' },
  ja: { fr: 'japonais', en: 'Japanese' },
  ko: { fr: 'coréen', en: 'Korean' },
  vi: { fr: 'vietnamien', en: 'Vietnamese' },
  th: { fr: 'thaï', en: 'Thai' },
  km: { fr: 'khmer', en: 'Khmer' },
  lo: { fr: 'lao', en: 'Lao' },
  tl: { fr: 'tagalog', en: 'Tagalog' },
  id: { fr: 'indonésien', en: 'Indonesian' },
  ber: { fr: 'berbère', en: 'Berber' },
  kab: { fr: 'kabyle', en: 'Kabyle' },
  shi: { fr: 'chleuh', en: 'Tachelhit' },
  wo: { fr: 'wolof', en: 'Wolof' },
  ff: { fr: 'peul', en: 'Fula' },
  bm: { fr: 'bambara', en: 'Bambara' },
  snk: { fr: 'soninké', en: 'Soninke' },
  dyu: { fr: 'dioula', en: 'Dyula' },
  ln: { fr: 'lingala', en: 'Lingala' },
  kg: { fr: 'kikongo', en: 'Kongo' },
  sw: { fr: 'swahili', en: 'Swahili' },
  ha: { fr: 'haoussa', en: 'Hausa' },
  yo: { fr: 'yoruba', en: 'Yoruba' },
  ig: { fr: 'igbo', en: 'Igbo' },
  am: { fr: 'amharique', en: 'Amharic' },
  ti: { fr: 'tigrigna', en: 'Tigrinya' },
  om: { fr: 'oromo', en: 'Oromo' },
  so: { fr: 'somali', en: 'Somali' },
  mg: { fr: 'malgache', en: 'Malagasy' },
  ht: { fr: 'créole haïtien', en: 'Haitian Creole' },
  rom: { fr: 'romani', en: 'Romani' },
  fsl: { fr: 'langue des signes française', en: 'French Sign Language' },
};

/** The name of a language; a code that we don't know is shown as it is. */
export function languageName(code: string, locale: Locale = 'fr'): string {
  return Object.hasOwn(languages, code) ? (languages[code]?.[locale] ?? code) : code;
}
