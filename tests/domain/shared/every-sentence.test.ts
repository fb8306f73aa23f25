import { type Catalogue, type Entry, sentence, type Words } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from '../../support/tree.ts';

const wordFiles = sourceFiles(['packages/domain/src'], ['words.ts']).filter(
  ({ path }) => !path.endsWith('shared/words.ts'),
);
const modules = await Promise.all(
  wordFiles.map(async ({ path }) => ({ path, exports: Object.values(await import(`${root}/${path}`)) })),
);
const catalogues = modules.flatMap(({ path, exports }) =>
  exports.filter(isCatalogue).map((words) => ({ noun: path.split('/')[3] ?? '', path, words })),
);

function isCatalogue(exported: unknown): exported is Words {
  return typeof exported === 'object' && exported !== null && 'fr' in exported && 'en' in exported;
}

const formsOf = (entry: Entry | undefined): string[] =>
  entry === undefined
    ? []
    : typeof entry === 'string'
      ? [entry]
      : Object.values(entry).filter((form) => form !== undefined);
const parametersOf = (entry: Entry | undefined) =>
  new Set(formsOf(entry).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')));

const entries = catalogues.flatMap(({ noun, path, words }) =>
  Object.keys(words.fr).map((key) => ({ noun, path, key, words, fr: words.fr[key], en: words.en[key] })),
);

/** A fact that reads well for each parameter, by the unit in its name. */
function factsFor(entry: Entry | undefined): Record<string, string | number> {
  const facts: Record<string, string | number> = { count: 2 };
  for (const name of parametersOf(entry)) facts[name] = /cent(ihour)?s$/i.test(name) ? 123_450 : 'Quelque chose';
  return facts;
}

/** The rows of `entries` for which something is wrong, by their key: a failure then names them all. */
const wrong = (is: (entry: (typeof entries)[number]) => boolean) => entries.filter(is).map(({ key }) => key);

describe('every sentence of the rules', () => {
  it('is found: each noun that says something has its catalogue', () => {
    expect(catalogues.length).toBeGreaterThanOrEqual(20);
    expect(entries.length).toBeGreaterThanOrEqual(400);
  });

  it('belongs to the noun in whose folder it is written', () => {
    expect(wrong(({ key, noun }) => !key.startsWith(`${noun}.`))).toEqual([]);
  });

  it('is written once: no two catalogues hold the same key', () => {
    const keys = entries.map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('takes the same facts in English as in French', () => {
    const named = (entry: Entry | undefined) => [...parametersOf(entry)].sort().join(' ');
    expect(wrong(({ fr, en }) => named(fr) !== named(en))).toEqual([]);
  });

  it('fills every gap when it gets its facts', () => {
    const gaps = entries.flatMap(({ key, words, fr }) =>
      (['fr', 'en'] as const)
        .map((locale) => sentence(words, locale, key, factsFor(fr)))
        .filter((text) => /[{}]|undefined|NaN/.test(text) || (text.includes('…') && !formsOf(fr).join().includes('…'))),
    );
    expect(gaps).toEqual([]);
  });

  it('says how many by a plural only where it counts', () => {
    const plurals = entries.filter(({ fr }) => typeof fr !== 'string');
    expect(plurals.length).toBeGreaterThan(0);
    expect(plurals.filter(({ fr }) => !parametersOf(fr).has('count')).map(({ key }) => key)).toEqual([]);
  });
});

describe('every French sentence', () => {
  const read = entries.map(({ key, words, fr }) => ({ key, text: sentence(words, 'fr', key, factsFor(fr)) }));
  const keysOf = (is: (text: string) => boolean) => read.filter(({ text }) => is(text)).map(({ key }) => key);

  it('has a space that does not break before ; : ! ? and »', () => {
    expect(keysOf((text) => /[ \t][;:!?»]/.test(text))).toEqual([]);
    // Hours of the day and addresses have none.
    expect(keysOf((text) => /[^\s\d;:!?/][;:!?»](?!\/\/)/.test(text))).toEqual([]);
  });

  it('has a space that does not break inside « »', () => {
    expect(keysOf((text) => /«(?!\u202f)|(?<!\u202f)»/.test(text))).toEqual([]);
    expect(keysOf((text) => (text.match(/«/g) ?? []).length !== (text.match(/»/g) ?? []).length)).toEqual([]);
  });

  it('quotes with « » alone', () => {
    expect(keysOf((text) => /["“”]/.test(text))).toEqual([]);
  });

  it('has the apostrophe of print', () => {
    expect(keysOf((text) => /\p{L}'\p{L}/u.test(text))).toEqual([]);
  });

  it('keeps a figure and its unit on one line', () => {
    expect(keysOf((text) => /\d (?:h|km|%|€|Mo|j)(?!\p{L})/u.test(text))).toEqual([]);
    expect(keysOf((text) => /\d \d{3}(?!\d)/.test(text))).toEqual([]);
  });

  it('has no space too many', () => {
    expect(keysOf((text) => /\s{2}|^\s|\s$|\s[.,)]|\(\s/u.test(text))).toEqual([]);
  });

  it('speaks to the reader with "vous", and shouts at nobody', () => {
    expect(keysOf((text) => /(^|[\s’])(tu|toi|ton|ta|tes)([\s.,]|$)/i.test(text))).toEqual([]);
    expect(keysOf((text) => text.includes('!'))).toEqual([]);
  });

  it('speaks of no machine: no code, table, server nor error', () => {
    expect(keysOf((text) => /\b(null|JSON|SQL|HTTP|token|erreur \d|serveur|exception|invalide)\b/i.test(text))).toEqual(
      [],
    );
  });
});

describe('every English sentence', () => {
  const read = entries.map(({ key, words, fr }) => ({ key, text: sentence(words, 'en', key, factsFor(fr)) }));

  it('has English spacing: none before a sign, none too many', () => {
    const signs = read.filter(({ text }) => /\s[;:!?.,]|\s{2}|^\s|\s$|«|»/.test(text));
    expect(signs.map(({ key }) => key)).toEqual([]);
  });

  it('is English: no accent but in a French name that stays', () => {
    const names = /intermédiaire|Propreté|SIAE|\bmétropole\b|é(?=\w* \()/;
    const accented = read.filter(({ text }) => /[àâçéèêëîïôùûœ]/i.test(text) && !names.test(text));
    expect(accented.map(({ key }) => key)).toEqual([]);
  });
});

describe('every code that a rule or a use case refuses with', () => {
  const everything: Catalogue = Object.fromEntries(entries.map(({ key, fr }) => [key, fr ?? '']));
  const english: Catalogue = Object.fromEntries(entries.map(({ key, en }) => [key, en ?? '']));
  // The columns of other portals have dots of their own.
  const rules = sourceFiles(['packages/domain/src'], ['.ts']).filter(
    ({ path }) => !/words\.ts$|permissions\.ts$|export-portals\.ts$/.test(path),
  );
  const edge = sourceFiles(['apps/api/src'], ['.ts']);

  // In the rules a text of the shape `noun.reason` is nothing but the name of a sentence.
  const said = new Set(
    rules.flatMap(({ text }) => [...text.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, code]) => code ?? '')),
  );
  const refusals = [...said].filter((code) => !/^matching\.(?!weights)/.test(code)).sort();

  it('is a good hundred', () => {
    expect(refusals.length).toBeGreaterThanOrEqual(70);
  });

  it.each(refusals)('%s is a whole sentence in both languages', (code) => {
    for (const catalogue of [everything, english]) {
      for (const text of formsOf(catalogue[code])) expect(text).toMatch(/^(?:[\p{Lu}«“]|\{\w+\}).*[.…]$/u);
    }
    expect(formsOf(everything[code])).not.toEqual([]);
    expect(everything[code]).not.toEqual(english[code]);
  });

  it('gives its sentence the facts that it asks for', () => {
    const call = /(?:refused|new Refuse|found\([^;]*?)\(?\s*'([a-z]+\.[a-z_]+)'([^;]*)/g;
    const lacking = [...rules, ...edge].flatMap(({ path, text }) =>
      [...text.matchAll(call)].flatMap(([, code = '', rest = '']) => {
        // Facts given by a name are another line's; those written here are read here.
        if (/^,\s*[a-z]\w*\s*[,)]/.test(rest)) return [];
        const asked = [...parametersOf(everything[code])];
        const missing = asked.filter((name) => !new RegExp(`\\b${name}\\b`).test(rest));
        return missing.map((name) => `${path} ${code} {${name}}`);
      }),
    );
    expect(lacking).toEqual([]);
  });
});
