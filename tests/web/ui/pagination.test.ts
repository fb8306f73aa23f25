import FilterBar from '@jonction/ui/FilterBar.svelte';
import Pagination from '@jonction/ui/Pagination.svelte';
import { describe, expect, it } from 'vitest';
import { all, attribute, draw, heard, inside, one, type Tag, words } from '../../support/drawn.ts';

const url = new URL('https://jonction.example/facilitateur/offres?q=propret%C3%A9&tri=-nom&page=3');
const of = (page: number, total: number, locale: 'fr' | 'en' = 'fr') =>
  draw(Pagination, { url, page, pageSize: 50, total }, locale);
const numbers = (page: Tag) => all(page, 'a', { rel: null }).map(words);
const hrefs = (page: Tag, rel: 'prev' | 'next') => all(page, 'a', { rel }).map((link) => attribute(link, 'href'));

describe('Pagination', () => {
  it('says which rows are read, of how many', () => {
    expect(words(one(of(1, 120), 'p'))).toBe('1 à 50 sur 120');
    expect(words(one(of(3, 120), 'p'))).toBe('101 à 120 sur 120');
    expect(words(one(of(25, 12_345), 'p'))).toBe('1\u202f201 à 1\u202f250 sur 12\u202f345');
    expect(words(one(of(25, 12_345, 'en'), 'p'))).toBe('1,201 to 1,250 of 12,345');
  });

  it('is a count and no link for a single page, and nothing for an empty list', () => {
    expect(words(of(1, 50))).toBe('1 à 50 sur 50');
    expect(all(of(1, 50), 'nav')).toEqual([]);
    expect(words(of(1, 0))).toBe('');
  });

  it('keeps the filters and the sort of the list, and leaves the first page out of the address', () => {
    expect(hrefs(of(2, 200), 'prev')).toEqual(['/facilitateur/offres?q=propret%C3%A9&tri=-nom']);
    expect(hrefs(of(2, 200), 'next')).toEqual(['/facilitateur/offres?q=propret%C3%A9&tri=-nom&page=3']);
  });

  it('stops at both ends', () => {
    expect(hrefs(of(1, 200), 'prev')).toEqual([]);
    expect(hrefs(of(4, 200), 'next')).toEqual([]);
  });

  it('shows the first, the last and those around, with a gap where some are skipped', () => {
    expect(numbers(of(10, 1000))).toEqual(['1', '9', '10', '11', '20']);
    expect(all(of(10, 1000), 'li', { 'aria-hidden': 'true' })).toHaveLength(2);
    expect(numbers(of(2, 150))).toEqual(['1', '2', '3']);
    expect(all(of(2, 150), 'li', { 'aria-hidden': 'true' })).toHaveLength(0);
  });

  it('says which page is read, and each page by its whole name', () => {
    const page = of(2, 150);
    expect(words(one(page, 'a', { 'aria-current': 'page' }))).toBe('2');
    expect(all(page, 'a', { rel: null }).map((link) => attribute(link, 'aria-label'))).toEqual([
      'Page 1',
      'Page 2',
      'Page 3',
    ]);
    expect(attribute(one(page, 'nav'), 'aria-label')).toBe('Pages');
  });

  it('leads back to the last page from an address beyond it, and counts no row that is not there', () => {
    const beyond = of(99, 120);
    expect(hrefs(beyond, 'prev')).toEqual(['/facilitateur/offres?q=propret%C3%A9&tri=-nom&page=3']);
    expect(words(one(beyond, 'p'))).toBe('');
    expect(numbers(beyond)).toEqual(['1', '3']);
    expect(numbers(of(2, 30))).toEqual(['1']);
  });
});

describe('FilterBar', () => {
  const active = [
    { label: 'propreté', name: 'q' },
    { label: '<script>', name: 'statut' },
  ];
  const bar = (given: { active?: typeof active; keep?: string[] } = {}, locale: 'fr' | 'en' = 'fr') =>
    draw(FilterBar, { url, children: inside('<input name="q">'), ...given }, locale);

  it('is a form that asks the list again with its sort, from its first page', () => {
    const form = one(bar(), 'form');
    expect([attribute(form, 'method'), attribute(form, 'action')]).toEqual(['GET', '/facilitateur/offres']);
    expect(
      all(form, 'input', { type: 'hidden' }).map((field) => [attribute(field, 'name'), attribute(field, 'value')]),
    ).toEqual([['tri', '-nom']]);
  });

  it('keeps what it is told to keep, and nothing that the address does not hold', () => {
    const kept = all(bar({ keep: ['fiche', 'q'] }), 'input', { type: 'hidden' });
    expect(kept.map((field) => attribute(field, 'name'))).toEqual(['q']);
  });

  it('is a search that says its name, with a button', () => {
    expect(attribute(one(bar(), 'search'), 'aria-label')).toBe('Filtrer');
    expect(words(one(bar({}, 'en'), 'button'))).toBe('Filter');
    expect(attribute(one(bar(), 'button'), 'type')).toBe('submit');
  });

  it('shows each filter as a link that takes it out and keeps the others', () => {
    const links = all(bar({ active }), 'a');
    expect(links.map((link) => attribute(link, 'href'))).toEqual([
      '/facilitateur/offres?tri=-nom',
      '/facilitateur/offres?q=propret%C3%A9&tri=-nom',
      '/facilitateur/offres?tri=-nom',
    ]);
    expect(links.map((link) => attribute(link, 'aria-label') ?? words(link))).toEqual([
      'Retirer le filtre propreté',
      'Retirer le filtre <script>',
      'Tout effacer',
    ]);
    expect(all(bar({ active }), 'script')).toEqual([]);
  });

  it('offers to clear all only where there are several', () => {
    expect(heard(bar({ active: active.slice(0, 1) }))).not.toContain('Tout effacer');
    expect(all(bar(), 'ul')).toEqual([]);
  });
});
