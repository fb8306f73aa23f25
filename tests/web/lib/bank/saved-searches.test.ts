import { savedFiltersSchema } from '@jonction/domain/bank/search';
import { freshnesses } from '@jonction/domain/participant/list-order';
import { participantStatuses } from '@jonction/domain/participant/status';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import NewsList from '../../../../apps/web/src/lib/bank/NewsList.svelte';
import SavedSearches from '../../../../apps/web/src/lib/bank/SavedSearches.svelte';
import SearchRow from '../../../../apps/web/src/lib/bank/SearchRow.svelte';
import { addressOfSearch, filtersToKeep } from '../../../../apps/web/src/lib/bank/saved-address.ts';
import { bankColumns, readColumns } from '../../../../apps/web/src/lib/participant/bank-columns.ts';
import { bankSorts, readBankFilters } from '../../../../apps/web/src/lib/participant/bank-filters.ts';
import { all, attribute, draw, heard, labelOf, one, words } from '../../../support/drawn.ts';

const at = (address: string) => new URL(address, 'http://jonction.test');
const cleaning = {
  id: 's1',
  name: 'Propreté <13e>',
  shared: true,
  mine: true,
  mayChange: true,
  ownerName: 'Amina',
  filters: { occupations: ['K2204'], descending: false, mine: false },
  columns: ['cv'],
  pace: null,
  since: null,
  news: 0,
};
const watched = {
  ...cleaning,
  id: 's2',
  name: 'Chauffeurs',
  pace: 'daily' as const,
  since: '2026-03-01T09:00:00.000Z',
  news: 3,
};
const draws = (searches: object[], query = '') =>
  draw(SavedSearches, { searches: searches as (typeof cleaning)[], url: at(`/facilitateur/participants${query}`) });

/** What the address can hold, and nothing else. */
const filters = fc.record(
  {
    text: fc.constantFrom('maçon VRD', 'femme de ménage & co', '100 %'),
    occupations: fc.uniqueArray(fc.constantFrom('K2204', 'F1703'), { minLength: 1 }),
    near: fc.record({ postalCode: fc.constantFrom('75013', '93200'), withinKm: fc.integer({ min: 1, max: 500 }) }),
    licences: fc.uniqueArray(fc.constantFrom('B', 'caces_r489_3'), { minLength: 1 }),
    frenchAtLeast: fc.integer({ min: 0, max: 6 }),
    availableOn: fc.constantFrom('2026-03-02', '2026-12-31'),
    silentSince: fc.constantFrom('2026-01-01'),
    status: fc.constantFrom(...participantStatuses),
    freshness: fc.constantFrom(...freshnesses),
    confirmed: fc.constantFrom('fresh' as const, 'due' as const, 'none' as const),
    consents: fc.boolean(),
    eligible: fc.boolean(),
    mine: fc.boolean(),
    partnerId: fc.constantFrom('3f0f6a52-8d3e-4b7a-9c58-1d2e3f4a5b6c'),
    sort: fc.constantFrom(...Object.values(bankSorts)),
  },
  { requiredKeys: [] },
);

describe('the address of a kept search', () => {
  it('asks again exactly what was kept, whatever it is', () => {
    fc.assert(
      fc.property(filters, fc.boolean(), (given, descending) => {
        const kept = savedFiltersSchema.parse({ ...given, descending: descending && given.sort !== undefined });
        const again = savedFiltersSchema.parse(filtersToKeep(readBankFilters(at(addressOfSearch(kept, [])), 'me')));
        const said = Object.entries(again).filter(
          ([, value]) => value !== null && !(Array.isArray(value) && !value.length),
        );
        expect(Object.fromEntries(said)).toEqual(kept);
      }),
    );
  });

  it('shows the columns that were kept', () => {
    fc.assert(
      fc.property(fc.subarray([...bankColumns], { minLength: 1, maxLength: 8 }), (columns) => {
        const kept = savedFiltersSchema.parse({});
        expect(readColumns(at(addressOfSearch(kept, columns)))).toEqual(columns);
      }),
    );
  });

  it('is the list itself when nothing was asked', () => {
    expect(addressOfSearch(savedFiltersSchema.parse({}), [])).toBe('/facilitateur/participants');
  });

  it('asks the people of whoever opens it, not of whoever kept it', () => {
    const kept = filtersToKeep(readBankFilters(at('/?suivi=moi'), 'amina'));
    expect(kept).toMatchObject({ mine: true });
    expect(JSON.stringify(kept)).not.toContain('amina');
    expect(readBankFilters(at(addressOfSearch(kept, [])), 'karim').ownerId).toBe('karim');
  });
});

describe('kept searches above the list', () => {
  it('open in one click, with their filters and columns', () => {
    const page = draws([cleaning]);
    const [link] = all(one(page, 'nav'), 'a');
    expect(link && attribute(link, 'href')).toBe('/facilitateur/participants?metier=K2204&colonnes=cv&recherche=s1');
    expect(link && words(link)).toBe('Propreté <13e>');
  });

  it('say which of them one is in', () => {
    const page = draws([cleaning, watched], '?metier=K2204&recherche=s1');
    expect(all(page, 'a', { 'aria-current': 'true' }).map(words)).toEqual(['Propreté <13e>']);
  });

  it('say how many people an alert found, with the way to them', () => {
    const page = draws([watched]);
    expect(words(one(page, 'a', { href: '/facilitateur/participants/recherches/s2' }))).toBe('3 nouvelles personnes');
  });

  it('are offered once something is asked, and only then', () => {
    expect(words(draws([], '?page=2'))).toBe('');
    const page = draws([], '?q=maçon&page=2');
    expect(attribute(one(page, 'form'), 'action')).toBe('?/garder&q=ma%C3%A7on&page=2');
    expect(labelOf(page, one(page, 'input', { name: 'name' }))).toBe('Nom de la recherche');
  });
});

describe('a kept search in the list of searches', () => {
  const row = (search: object) => draw(SearchRow, { search: search as typeof cleaning });

  it('says who shares it, and is changed by those who may', () => {
    const theirs = row({ ...cleaning, mine: false, mayChange: false });
    expect(words(theirs)).toContain('gardée par Amina');
    expect(all(theirs, 'form', { action: '?/renommer' })).toEqual([]);
    expect(all(row(cleaning), 'form', { action: '?/renommer' })).toHaveLength(1);
  });

  it('is renamed, shared and deleted by name: each button says which', () => {
    const page = row(cleaning);
    expect(heard(one(page, 'button', { formaction: '?/supprimer' }))).toContain('Propreté <13e>');
    expect(attribute(one(page, 'input', { name: 'name' }), 'value')).toBe('Propreté <13e>');
    expect(attribute(one(page, 'input', { name: 'shared' }), 'checked')).not.toBeUndefined();
  });

  it('says at which pace one is told, since when and why', () => {
    const page = row(watched);
    const chosen = all(one(page, 'select'), 'option').filter((option) => attribute(option, 'selected') !== undefined);
    expect(chosen.map((option) => attribute(option, 'value'))).toEqual(['daily']);
    expect(words(page)).toContain('Depuis le 1er mars 2026'.replace('1er mars', '1\u00a0mars').slice(0, 9));
    expect(words(page)).toContain('chaque matin');
  });
});

describe('what an alert found', () => {
  const news = {
    name: 'Chauffeurs',
    pace: 'at_once' as const,
    since: '2026-03-01T09:00:00.000Z',
    people: [{ participantId: 'p1', firstName: 'Awa', lastName: 'Diarra', foundAt: '2026-03-02T09:00:00.000Z' }],
  };

  it('names each person with the way to her page', () => {
    const page = draw(NewsList, { news });
    expect(all(page, 'a').map((link) => [attribute(link, 'href'), words(link)])).toEqual([
      ['/facilitateur/participants/p1', 'Awa Diarra'],
    ]);
  });

  it('says why one sees it, and stops with one button', () => {
    const page = draw(NewsList, { news });
    expect(words(page)).toContain('Pourquoi je vois cela');
    expect(words(page)).toContain('dès que possible');
    expect(attribute(one(page, 'form'), 'action')).toBe('?/arreter');
  });

  it('says that there is nothing new, and offers no stopping where nothing runs', () => {
    const page = draw(NewsList, { news: { ...news, pace: null, since: null, people: [] } });
    expect(words(page)).toContain('Rien de nouveau');
    expect(all(page, 'form')).toEqual([]);
  });
});
