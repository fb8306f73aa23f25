import { spokenWords } from './spoken-words.ts';
import { titleAbbreviations } from './title-abbreviations.ts';

/** Lower case, without accents or ligatures: "Maçonne d'œuvre" becomes "maconne d'oeuvre". */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’‘`´]/g, "'");
}

/**
 * The stems of a job title, each once, in the order read: women's and men's forms, singular and plural
 * meet ("agentes d'entretien" and "Agent / Agente d'entretien" are both `agent entretien`), usual
 * abbreviations are spelt out, and small words are left aside. Rule of the house.
 */
export function titleStems(title: string): string[] {
  const stems = new Set<string>();
  for (const word of titleWords(title)) {
    for (const spelt of (titleAbbreviations.get(word) ?? spokenWords.get(word) ?? word).split(' ')) {
      if (!smallWords.has(spelt)) stems.add(stemOf(spelt));
    }
  }
  return [...stems];
}

function titleWords(title: string): string[] {
  return (
    foldText(title)
      // "monteur(se)", "employé.e.s", "agent·e", "vendeur-se": the ending of the other gender says nothing.
      .replace(/\((?:[a-z]{1,6})\)/g, (ending) => (endings.has(ending.slice(1, -1)) ? '' : ending))
      .replace(/[·.](?:e|se|ne|le|re|ere|euse|rice|trice)(?:[·.]?s)?\b/g, '')
      .replace(/\b[hfmx]\s*\/\s*[hfmx](?:\s*\/\s*[hfmx])?\b/g, ' ')
      // "E.V.", "T.P.": the letters of an abbreviation stay together.
      .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
      // "Télé conseiller", "auto mobile" are one word.
      .replace(/\b(tele|auto) (?=(?:conseil|vend|oper|prospect|market|travail|surveill|mobile)\w*)/g, '$1')
      .split(/[^a-z0-9+#]+/)
      .filter((word) => word !== '')
  );
}

/**
 * A light French stem, made for job titles: "ouvrières", "ouvrière" and "ouvrier" give `ouvrier`,
 * "animatrice" gives `animateur`, "employées" gives `employ`. Takes a folded word.
 */
export function stemOf(word: string): string {
  if (word.length < 4) return word;
  let stem = word;
  if (/(?:eaux|eux)$/.test(stem)) stem = stem.slice(0, -1);
  else if (stem.length > 5 && stem.endsWith('aux')) stem = `${stem.slice(0, -2)}l`;
  else if (/[^s]s$/.test(stem)) stem = stem.slice(0, -1);
  for (const [ending, other] of feminineEndings) {
    if (stem.length > ending.length + 1 && stem.endsWith(ending)) {
      stem = stem.slice(0, -ending.length) + other;
      break;
    }
  }
  while (stem.length > 4 && stem.endsWith('e')) stem = stem.slice(0, -1);
  // "cheffe", "technicienne", "professionnelle": the doubled consonant went with the feminine.
  return stem.replace(/([a-z])\1$/, '$1');
}

const feminineEndings: [string, string][] = [
  ['atrice', 'ateur'],
  ['trice', 'teur'],
  ['euse', 'eur'],
  ['iere', 'ier'],
  ['enne', 'en'],
  ['onne', 'on'],
  ['elle', 'el'],
  ['esse', 'e'],
  ['ive', 'if'],
  ['ere', 'er'],
];

const endings = new Set([
  'e',
  'es',
  's',
  'se',
  'ses',
  'ne',
  'nes',
  'le',
  'les',
  'ere',
  'ieres',
  'iere',
  'euse',
  'rice',
  'trice',
  'ive',
  've',
  'esse',
  'te',
  'x',
  'h',
  'f',
  're',
  'fe',
]);

const smallWords = new Set(
  'a au aux avec chez d dans de des du en et l la le les ou par pour sous sur un une the of in and at to'.split(' '),
);
