import { describe, expect, it } from 'vitest';
import { all, attribute, draw, heard, one, type Tag, words } from '../../support/drawn.ts';
import PeopleTable from './PeopleTable.svelte';

const url = new URL('https://jonction.example/facilitateur/participants?q=propret%C3%A9&page=4&fiche=7');
const people = [
  { id: '1', name: 'Awa Diarra', hours: '35 h' },
  { id: '2', name: 'Karim Benali', hours: '24 h' },
  { id: '3', name: '<script>alert(1)</script>', hours: '<b>7</b>' },
];
const body = (page: Tag) => all(one(page, 'tbody'), 'tr');
const sortOf = (page: Tag) => all(one(page, 'thead'), 'th').map((header) => attribute(header, 'aria-sort'));
const sortLinks = (page: Tag) => all(one(page, 'thead'), 'a').map((link) => attribute(link, 'href'));

describe('Table', () => {
  it('says what it holds, and names each column and each row', () => {
    const page = draw(PeopleTable, { rows: people });
    expect(words(one(page, 'caption'))).toBe('Personnes d’avril');
    expect(all(one(page, 'thead'), 'th').map((header) => attribute(header, 'scope'))).toEqual(['col', 'col', 'col']);
    expect(all(one(page, 'tbody'), 'th', { scope: 'row' }).map(words)).toEqual(people.map(({ name }) => name));
  });

  it('gives each cell the name of its column, for the cards of a phone, but a column whose name is not drawn', () => {
    const [row] = body(draw(PeopleTable, { rows: people }));
    expect(row && all(row, 'td').map((cell) => attribute(cell, 'data-label'))).toEqual(['Heures', undefined]);
  });

  it('says the name of a column that is not drawn', () => {
    const header = all(one(draw(PeopleTable, { rows: people }), 'thead'), 'th').at(-1);
    expect(header && heard(header)).toBe('Actes');
    expect(header && attribute(one(header, 'span'), 'class')).toContain('unseen');
  });

  it('takes what people typed as text', () => {
    const page = draw(PeopleTable, { rows: people, picks: true });
    expect(all(page, 'script')).toEqual([]);
    expect(page.html).not.toContain('<b>7');
    expect(all(page, 'input', { value: '3' }).map((box) => attribute(box, 'aria-label'))).toEqual([
      'Cocher <script>alert(1)</script>',
    ]);
  });

  it('keeps its headers and its foot with no row at all', () => {
    const page = draw(PeopleTable, { rows: [], picks: true });
    expect(body(page)).toEqual([]);
    expect(all(one(page, 'thead'), 'th').map(heard)).toEqual(['Tout cocher', 'Nom', 'Heures', 'Actes']);
    expect(words(one(page, 'tfoot'))).toContain('Total0');
    expect(all(page, 'input', { checked: true })).toEqual([]);
  });

  it('draws a thousand rows, each once and in the order given', () => {
    const rows = Array.from({ length: 1000 }, (_, index) => ({ id: `${index}`, name: `Personne ${index}`, hours: '' }));
    const drawn = body(draw(PeopleTable, { rows, picks: true }));
    expect(drawn.map((row) => words(one(row, 'th')))).toEqual(rows.map(({ name }) => name));
  });

  it('keeps a name of three hundred letters whole', () => {
    const name = 'Marie-Hélène de la Tour '.repeat(13).trim();
    const page = draw(PeopleTable, { rows: [{ id: '1', name, hours: '' }], fixed: true });
    expect(words(one(one(page, 'tbody'), 'th'))).toBe(name);
  });

  it('shares what fixed columns leave, and takes no more than the whole', () => {
    const styles = all(draw(PeopleTable, { rows: people, fixed: true }), 'col').map((col) => attribute(col, 'style'));
    expect(styles).toEqual(['width: 12rem;', 'width: 25%;', 'width: 75%;']);
    expect(all(draw(PeopleTable, { rows: people }), 'col')).toEqual([]);
  });

  it('marks the row that is open beside it, and no other', () => {
    const marked = body(draw(PeopleTable, { rows: people, current: '2' })).map((row) =>
      row.attributes.has('data-current'),
    );
    expect(marked).toEqual([false, true, false]);
  });
});

describe('the rows ticked', () => {
  it('are boxes of one name, each said with the person it is about', () => {
    const boxes = all(one(draw(PeopleTable, { rows: people, picks: true }), 'tbody'), 'input', { type: 'checkbox' });
    expect(boxes.map((box) => [attribute(box, 'name'), attribute(box, 'value')])).toEqual([
      ['p', '1'],
      ['p', '2'],
      ['p', '3'],
    ]);
    expect(boxes.slice(0, 2).map((box) => attribute(box, 'aria-label'))).toEqual([
      'Cocher Awa Diarra',
      'Cocher Karim Benali',
    ]);
  });

  it('come back ticked, and one that cannot be ticked is not', () => {
    const page = draw(PeopleTable, { rows: people, picks: true, selected: ['2'], taken: '1' });
    const boxes = all(one(page, 'tbody'), 'input');
    expect(boxes.map((box) => attribute(box, 'checked') !== undefined)).toEqual([false, true, false]);
    expect(boxes.map((box) => attribute(box, 'disabled') !== undefined)).toEqual([true, false, false]);
  });

  it('are all ticked by a box that is sent with no form', () => {
    const page = draw(PeopleTable, { rows: people, picks: true, selected: ['2', '3'], taken: '1' });
    const everything = one(one(page, 'thead'), 'input');
    expect(attribute(everything, 'name')).toBeUndefined();
    // What cannot be ticked does not keep the rest from being all.
    expect(attribute(everything, 'checked')).toBeDefined();
  });

  it.each([
    ['fr', ['0 ligne cochée', '1 ligne cochée', '2 lignes cochées']],
    ['en', ['0 rows ticked', '1 row ticked', '2 rows ticked']],
  ] as const)('are counted in %s', (locale, said) => {
    const counts = [[], ['1'], ['1', '2']].map((selected) =>
      words(one(draw(PeopleTable, { rows: people, picks: true, selected }, locale), '*', { role: 'status' })),
    );
    expect(counts).toEqual(said);
  });

  it('have their buttons only where rows can be ticked', () => {
    expect(words(draw(PeopleTable, { rows: people, picks: true }))).toContain('Envoyer');
    expect(words(draw(PeopleTable, { rows: people }))).not.toContain('Envoyer');
  });
});

describe('a column that sorts', () => {
  it('is a link that keeps the rest of the address, from its first page', () => {
    const kept = '/facilitateur/participants?q=propret%C3%A9&fiche=7';
    expect(sortLinks(draw(PeopleTable, { rows: people, url }))).toEqual([`${kept}&tri=nom`, `${kept}&tri=heures`]);
  });

  it('turns round when it is the one that sorts', () => {
    const links = (direction: 'ascending' | 'descending') =>
      sortLinks(draw(PeopleTable, { rows: people, url, sort: { by: 'nom', direction } }));
    expect(links('ascending')[0]).toMatch(/tri=-nom$/);
    expect(links('descending')[0]).toMatch(/tri=nom$/);
    expect(links('ascending')[1]).toMatch(/tri=heures$/);
  });

  it('is said to sort in its header alone, and one that cannot sort says nothing', () => {
    const sorted = draw(PeopleTable, { rows: people, url, sort: { by: 'heures', direction: 'descending' } });
    expect(sortOf(sorted)).toEqual(['none', 'descending', undefined]);
    expect(sortOf(draw(PeopleTable, { rows: people, url }))).toEqual(['none', 'none', undefined]);
  });

  it.each([
    ['fr', 'Trier par Nom'],
    ['en', 'Sort by Nom'],
  ] as const)('says in %s what a press does', (locale, said) => {
    const [link] = all(one(draw(PeopleTable, { rows: people, url }, locale), 'thead'), 'a');
    expect(link && heard(link)).toBe(said);
  });

  it('is plain words where the table has no address', () => {
    expect(sortLinks(draw(PeopleTable, { rows: people }))).toEqual([]);
  });
});
