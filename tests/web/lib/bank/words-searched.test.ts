import { describe, expect, it } from 'vitest';
import QueryTable from '../../../../apps/web/src/lib/bank/QueryTable.svelte';
import type { AskedQuery } from '../../../../apps/web/src/lib/bank/queries.ts';
import WordTable from '../../../../apps/web/src/lib/bank/WordTable.svelte';
import { page as shownPage } from '../../../support/app-state.ts';
import { all, attribute, draw, one, words as read, type Tag } from '../../../support/drawn.ts';

const asked: AskedQuery = {
  stems: 'mecheur',
  words: 'mécheuse <b>',
  filters: [],
  times: 3,
  lastOn: '2026-03-02',
  ...{ results: 0, unfiltered: 0, fellBack: false },
  guesses: [
    { code: 'K2204', label: 'Nettoyage de locaux' },
    { code: 'K2303', label: 'Nettoyage des espaces urbains' },
  ],
};
const options = [{ value: 'A1203', label: 'Espaces verts' }];
const page = (...changes: Partial<AskedQuery>[]) =>
  draw(QueryTable, { queries: changes.map((change) => ({ ...asked, ...change })), options });
const setAddress = (path: string) => {
  shownPage.url = new URL(path, 'https://jonction.example');
};
/** What is read, thin and fast spaces as plain ones. */
const words = (tag: Tag) => read(tag).replaceAll(/\s/g, ' ');
const named = (tag: Tag) => attribute(tag, 'aria-label')?.replaceAll(/\s/g, ' ');
const posts = (drawn: Tag) => all(drawn, 'form').map((form) => attribute(form, 'action'));

describe('a query without result', () => {
  it('says the words, how often, since when, and that nobody has them', () => {
    const said = words(page({}));
    expect(said).toContain('« mécheuse <b> »');
    expect(said).toContain('personne n’a ces mots');
    expect(said).toContain('3');
    expect(said).toContain('2 mars 2026');
  });

  it('means an occupation in one click, without a script: a form for each guess, that says what it does', () => {
    const drawn = page({});
    const buttons = all(drawn, 'button', { name: 'code' });
    expect(buttons.map((button) => [attribute(button, 'value'), named(button)])).toEqual([
      ['K2204', '« mécheuse <b> » veut dire Nettoyage de locaux'],
      ['K2303', '« mécheuse <b> » veut dire Nettoyage des espaces urbains'],
    ]);
    const sent = all(drawn, 'input', { name: 'words' }).map((input) => attribute(input, 'value'));
    expect(sent).toEqual(['mécheuse <b>', 'mécheuse <b>', 'mécheuse <b>']);
    const other = one(drawn, 'select', { name: 'code' });
    expect(words(other)).toContain('Espaces verts');
  });

  it('is erased by a button that says which', () => {
    const drawn = page({});
    expect(attribute(one(drawn, 'input', { name: 'stems' }), 'value')).toBe('mecheur');
    expect(all(drawn, 'button').map(named)).toContain('Effacer la recherche « mécheuse <b> »');
  });

  it('posts where the page stands, so that the view and the period are kept', () => {
    setAddress('/facilitateur/participants/mots?vue=sans-suite&mois=12&/ajouter=');
    expect(posts(page({}))[0]).toBe('?/ajouter&vue=sans-suite&mois=12');
    setAddress('/facilitateur/participants/mots');
    expect(posts(page({}))[0]).toBe('?/ajouter');
  });

  it('proposes no meaning where the filters are the cause, and names them', () => {
    const drawn = page({ unfiltered: 4, filters: ['licences', 'frenchAtLeast'], guesses: [] });
    expect(words(drawn)).toContain('avec permis + français');
    expect(words(drawn)).toContain('4 personnes ont ces mots, les filtres les écartent');
    expect(all(drawn, 'input', { name: 'words' })).toEqual([]);
  });

  it('proposes no meaning for a sentence, which is no word', () => {
    expect(all(page({ words: 'x'.repeat(61) }), 'input', { name: 'words' })).toEqual([]);
    expect(all(page({ words: 'x'.repeat(60) }), 'input', { name: 'words' })).toHaveLength(3);
  });

  it('has no words to erase nor to explain where only filters were set', () => {
    const drawn = page({ words: null, stems: '', filters: ['near'], unfiltered: 9, guesses: [] });
    expect(words(drawn)).toContain('sans mots');
    expect(words(drawn)).toContain('les filtres écartent tout le monde');
    expect(all(drawn, 'form')).toEqual([]);
  });

  it('says that the engine was down', () => {
    expect(words(page({ fellBack: true }))).toContain('moteur arrêté');
    expect(words(page({}))).not.toContain('moteur arrêté');
  });

  it('stands beside others with the same filters, each on its line', () => {
    const drawn = page(
      {},
      { stems: 'autre', words: 'autre' },
      { stems: '', words: null, filters: ['near'], unfiltered: 9 },
    );
    expect(all(one(drawn, 'tbody'), 'tr')).toHaveLength(3);
    const ids = all(drawn, 'select').map((select) => attribute(select, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a query without sequel', () => {
  it('says how many were found and that no file was opened', () => {
    const drawn = page(
      { results: 1, unfiltered: 1, guesses: [] },
      { results: 12, unfiltered: 12, stems: 'b', guesses: [] },
    );
    expect(words(drawn)).toContain('1 personne trouvée, aucune fiche ouverte');
    expect(words(drawn)).toContain('12 personnes trouvées, aucune fiche ouverte');
  });
});

describe('the words of a structure', () => {
  const word = {
    ...{ id: 'w1', words: 'mécheuse', code: 'A1203', label: 'Espaces verts' },
    ...{ addedAt: '2026-03-01T23:30:00.000Z', addedByName: 'Lise Martin' as string | null },
  };

  it('say what each means, who added it and when, in Paris', () => {
    const said = words(draw(WordTable, { words: [word] }));
    expect(said).toContain('mécheuse');
    expect(said).toContain('Espaces verts A1203');
    expect(said).toContain('2 mars 2026, par Lise Martin');
  });

  it('say the day alone where whoever added it left', () => {
    const said = words(draw(WordTable, { words: [{ ...word, addedByName: null }] }));
    expect(said).toContain('2 mars 2026');
    expect(said).not.toContain('par ');
  });

  it('are taken back by a button that says which', () => {
    const drawn = draw(WordTable, { words: [word, { ...word, id: 'w2', code: 'K2204', label: 'Nettoyage' }] });
    expect(all(drawn, 'button').map(named)).toEqual([
      'Enlever « mécheuse » (Espaces verts)',
      'Enlever « mécheuse » (Nettoyage)',
    ]);
    expect(all(drawn, 'input', { name: 'wordId' }).map((input) => attribute(input, 'value'))).toEqual(['w1', 'w2']);
  });
});
