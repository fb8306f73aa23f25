import { locales } from '@jonction/domain/shared/locale';
import { type Entry, sentence, type Words } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from '../../support/tree.ts';

const files = sourceFiles(['apps/web/src'], ['.ts']).filter(({ text }) => text.includes('defineWords('));
const catalogues = await Promise.all(
  files.map(async ({ path }) => ({ path, exports: Object.values(await import(`${root}/${path}`)).filter(isWords) })),
);

function isWords(exported: unknown): exported is Words {
  return typeof exported === 'object' && exported !== null && 'fr' in exported && 'en' in exported;
}

const entries = catalogues.flatMap(({ path, exports }) =>
  exports.flatMap((words) =>
    Object.keys({ ...words.fr, ...words.en }).map((key) => ({
      path,
      key,
      words,
      fr: words.fr[key],
      en: words.en[key],
    })),
  ),
);
const where = ({ path, key }: { path: string; key: string }) => `${path} ${key}`;
const formsOf = (entry: Entry | undefined): string[] =>
  entry === undefined
    ? []
    : typeof entry === 'string'
      ? [entry]
      : Object.values(entry).filter((form) => form !== undefined);
const parametersOf = (entry: Entry | undefined) =>
  [...new Set(formsOf(entry).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')))].sort();

/** A fact that reads well for each parameter, by the unit in its name. */
function factsFor(entry: Entry | undefined, count: number): Record<string, string | number> {
  const facts: Record<string, string | number> = { count };
  for (const name of parametersOf(entry)) {
    if (name !== 'count') facts[name] = /cent(ihour)?s$/i.test(name) ? 123_450 : /^(min|max)$/.test(name) ? 24 : 'Awa';
  }
  return facts;
}

const read = (locale: 'fr' | 'en') =>
  entries.flatMap((entry) =>
    [1, 2].map((count) => ({ ...entry, text: sentence(entry.words, locale, entry.key, factsFor(entry.fr, count)) })),
  );
const wrong = (locale: 'fr' | 'en', is: (text: string) => boolean) => [
  ...new Set(
    read(locale)
      .filter(({ text }) => is(text))
      .map((entry) => `${where(entry)} = ${entry.text}`),
  ),
];

describe('every word of the screens', () => {
  it('is found: each file that defines words gives them out', () => {
    expect(catalogues.filter(({ exports }) => exports.length === 0).map(({ path }) => path)).toEqual([]);
    expect(catalogues.length).toBeGreaterThanOrEqual(35);
    expect(entries.length).toBeGreaterThanOrEqual(1500);
  });

  it('is in both languages, and says something in each', () => {
    const silent = entries.filter(({ fr, en }) =>
      [fr, en].some((entry) => formsOf(entry).length === 0 || formsOf(entry).some((form) => form.trim() === '')),
    );
    expect(silent.map(where)).toEqual([]);
  });

  it('takes the same facts in English as in French', () => {
    expect(entries.filter(({ fr, en }) => parametersOf(fr).join() !== parametersOf(en).join()).map(where)).toEqual([]);
  });

  it('fills every gap when it gets its facts', () => {
    for (const locale of locales) {
      expect(wrong(locale, (text) => /[{}]|undefined|NaN/.test(text))).toEqual([]);
    }
  });

  it('counts by a plural, never by a sign in brackets', () => {
    expect(
      entries
        .filter(
          ({ fr }) => typeof fr === 'object' && !parametersOf(fr).includes('count') && new Set(formsOf(fr)).size === 1,
        )
        .map(where),
    ).toEqual([]);
    expect(wrong('fr', (text) => /\p{L}\(s\)/u.test(text))).toEqual([]);
    expect(wrong('en', (text) => /\p{L}\(s\)/u.test(text))).toEqual([]);
  });
});

describe('every French word of the screens', () => {
  it('has a space that does not break before ; : ! ? and », and inside «', () => {
    expect(wrong('fr', (text) => /[ \t][;:!?»]|« |[^\s\d;:!?/][;:!?»](?!\/\/)/.test(text))).toEqual([]);
    expect(wrong('fr', (text) => /«(?!\u202f)|(?<!\u202f)»/.test(text))).toEqual([]);
    expect(wrong('fr', (text) => (text.match(/«/g) ?? []).length !== (text.match(/»/g) ?? []).length)).toEqual([]);
  });

  it('quotes with « » and has the apostrophe of print', () => {
    expect(wrong('fr', (text) => /["“”]|'/.test(text))).toEqual([]);
  });

  it('keeps a figure and its unit on one line', () => {
    expect(wrong('fr', (text) => /\d (?:h|km|%|€|Mo|j)(?!\p{L})|\d \d{3}(?!\d)/u.test(text))).toEqual([]);
  });

  it('has no space too many', () => {
    expect(wrong('fr', (text) => /[^\S\n]{2}|^\s|\s$|\s[,)]|\s\.(?!\p{Ll}{3,4}\b)|\(\s/u.test(text))).toEqual([]);
  });

  it('is French: none of the small words of English', () => {
    const english =
      /(?<!\p{L})(the|and|with|your|this|that|from|have|been|will|click|submit|save|delete|cancel|upload|download|search|login|password|error|loading|dashboard|workflow|feedback)(?!\p{L})/iu;
    expect(wrong('fr', (text) => english.test(text))).toEqual([]);
  });

  it('is not its English left as it was, but for names and words that both have', () => {
    const both = new Set(
      'action actions caces clause communes concession contact contacts correction corrections cpv cv date dates description distance document documents h lot message messages nature note notes notification organisation organisations page position possible question service siret situation source sources techniques total type version'.split(
        ' ',
      ),
    );
    const sentences = entries.filter(({ fr, en }) => {
      const [first = ''] = formsOf(fr);
      return (
        first === formsOf(en)[0] &&
        /\p{L}/u.test(first.replaceAll(/\{\w+\}/g, '')) &&
        !both.has(
          first
            .replaceAll(/\{\w+\}|[^\p{L} ]/gu, '')
            .trim()
            .toLowerCase(),
        )
      );
    });
    expect(sentences.map((entry) => `${where(entry)} = ${formsOf(entry.fr)[0]}`)).toEqual([]);
  });

  it('speaks to the reader with "vous", and shouts at nobody', () => {
    expect(wrong('fr', (text) => /(^|[\s’])(tu|toi|ton|ta|tes)([\s.,]|$)/i.test(text))).toEqual([]);
    expect(wrong('fr', (text) => text.includes('!'))).toEqual([]);
  });

  it('speaks of no machine', () => {
    const machine = /\b(null|JSON|SQL|HTTP|token|erreur \d|serveur|exception|invalide|entité|back-office)\b/i;
    expect(wrong('fr', (text) => machine.test(text.replace('JSON Resume', '')))).toEqual([]);
  });
});

describe('every English word of the screens', () => {
  it('has English signs: no space before one, none too many, no guillemets, the apostrophe of print', () => {
    expect(wrong('en', (text) => /\s[;:!?,]|\s\.(?![a-z]{3,4}\b)|[^\S\n]{2}|^\s|\s$|[«»]/.test(text))).toEqual([]);
    expect(wrong('en', (text) => /["']/.test(text))).toEqual([]);
  });

  it('is English: none of the small words of French', () => {
    const french =
      /\b(le|la|les|des|une|du|et|avec|pour|vous|votre|est|sont|dans|sur|aucun|aucune|marché|heures|personne)\b/i;
    expect(wrong('en', (text) => french.test(text))).toEqual([]);
  });
});
