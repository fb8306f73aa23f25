import { linkWith, readPage, readSort } from '@jonction/ui/address';
import { describe, expect, it } from 'vitest';

const list = new URL('https://jonction.example/facilitateur/offres?q=propret%C3%A9&tri=-nom&page=3');
const fallback = { by: 'depuis', direction: 'descending' } as const;

describe('the address of a list', () => {
  it('keeps what a link does not change, and drops what it takes out', () => {
    expect(linkWith(list, { tri: 'nom', page: null })).toBe('/facilitateur/offres?q=propret%C3%A9&tri=nom');
    expect(linkWith(list, { q: '', tri: null, page: null })).toBe('/facilitateur/offres');
    expect(linkWith(list, { fiche: 7 })).toContain('fiche=7');
  });

  it('never writes a value as markup or a second parameter', () => {
    expect(linkWith(list, { q: 'a&b=c"<', tri: null, page: null })).toBe('/facilitateur/offres?q=a%26b%3Dc%22%3C');
  });

  it('believes only the columns that can be sorted', () => {
    expect(readSort(list, ['nom'], fallback)).toEqual({ by: 'nom', direction: 'descending' });
    expect(readSort(list, ['ville'], fallback)).toEqual(fallback);
    expect(readSort(new URL('https://jonction.example/'), ['nom'], fallback)).toEqual(fallback);
  });

  it.each([
    ['page=3', 3],
    ['', 1],
    ['page=0', 1],
    ['page=-2', 1],
    ['page=1.5', 1],
    ['page=abc', 1],
    ['page=99999999', 1],
  ])('reads ?%s as page %i', (query, page) => {
    expect(readPage(new URL(`https://jonction.example/?${query}`))).toBe(page);
  });
});
