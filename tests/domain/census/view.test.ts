import { censusColumns, columnsAmong, usualColumns } from '@jonction/domain/census/columns';
import { saveViewSchema, setColumnsSchema } from '@jonction/domain/census/view';
import { viewParameters, viewSearch } from '@jonction/domain/census/view-search';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('the columns of a census', () => {
  it('come each once, in the order of the house, whatever the order they are named in', () => {
    expect(columnsAmong(['due', 'reference', 'due', 'status'])).toEqual(['reference', 'status', 'due']);
  });

  it('are the usual ones where none is named, and odd names are none', () => {
    expect(columnsAmong([])).toEqual(usualColumns);
    expect(columnsAmong(['secret', ''])).toEqual(usualColumns);
    expect(columnsAmong(['secret', 'cpv'])).toEqual(['cpv']);
  });

  it('hold, among the usual ones, how fresh each row is: without it a status says nothing', () => {
    for (const needed of ['status', 'since', 'saidOn', 'saidBy'] as const) expect(usualColumns).toContain(needed);
    for (const column of usualColumns) expect(censusColumns).toContain(column);
  });
});

describe('a view', () => {
  it('keeps filters, days, order and columns of an address, and nothing else of it', () => {
    const search = new URLSearchParams('?page=3&tri=-fin&q= voirie &statut=stopped&/annuler=&colonnes=due status&x=1');
    expect(viewSearch(search)).toBe('q=voirie&statut=stopped&tri=-fin&colonnes=due+status');
  });

  it('is written in one way whatever the order of the address, and read again as the same', () => {
    const values = fc.dictionary(fc.constantFrom(...viewParameters), fc.string({ minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.nat()), (chosen, order) => {
        const pairs = Object.entries(chosen);
        const mixed = pairs.map((pair) => ({ pair, at: order.next().value })).sort((a, b) => a.at - b.at);
        const one = viewSearch(new URLSearchParams(pairs));
        expect(viewSearch(new URLSearchParams(mixed.map(({ pair }) => pair)))).toBe(one);
        expect(viewSearch(new URLSearchParams(one))).toBe(one);
      }),
    );
  });

  it('has a name, of sixty signs at most, and an address that is cleaned', () => {
    const given = { name: ' Arrêtés ', shared: false, search: 'statut=stopped&page=2' };
    expect(saveViewSchema.parse(given)).toEqual({ name: 'Arrêtés', shared: false, search: 'statut=stopped' });
    expect(saveViewSchema.safeParse({ ...given, name: '  ' }).error?.issues[0]?.message).toBe(
      'census.view_name_missing',
    );
    expect(saveViewSchema.safeParse({ ...given, name: 'a'.repeat(61) }).success).toBe(false);
    expect(saveViewSchema.safeParse({ ...given, search: 'a'.repeat(1001) }).success).toBe(false);
  });

  it('is made of columns that there are', () => {
    expect(setColumnsSchema.safeParse({ columns: ['due'] }).success).toBe(true);
    expect(setColumnsSchema.safeParse({ columns: ['secret'] }).success).toBe(false);
  });
});
