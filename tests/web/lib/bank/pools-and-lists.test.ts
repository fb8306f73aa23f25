import { describe, expect, it } from 'vitest';
import MemberTable from '../../../../apps/web/src/lib/bank/MemberTable.svelte';
import PoolTable from '../../../../apps/web/src/lib/bank/PoolTable.svelte';
import { poolHref } from '../../../../apps/web/src/lib/bank/pools.ts';
import { readBankFilters } from '../../../../apps/web/src/lib/participant/bank-filters.ts';
import { all, attribute, draw, heard, one, type Tag, words } from '../../../support/drawn.ts';

const cleaning = {
  code: 'K2204',
  label: 'Nettoyage de locaux',
  offers: 3,
  positions: 8,
  pinned: false,
  ...{ fresh: 4, due: 2, none: 0 },
};
const rows = (page: Tag) => all(one(page, 'tbody'), 'tr');
const links = (page: Tag) => all(one(page, 'tbody'), 'a').map((link) => [words(link), attribute(link, 'href')]);

describe('a pool', () => {
  it('opens the list filtered on its occupation, whoever is available', () => {
    const filters = readBankFilters(new URL(poolHref('K2204', 'due'), 'http://jonction.test'), 'me');
    expect(filters).toMatchObject({ occupations: ['K2204'], status: 'available', confirmed: 'due' });
    expect(readBankFilters(new URL(poolHref('K2204'), 'http://jonction.test'), 'me').confirmed).toBeNull();
  });

  it('says what is asked and who is there, each figure open on its people', () => {
    const page = draw(PoolTable, { pools: [cleaning] });
    expect(words(page)).toContain('3 offres, 8 postes');
    expect(links(page)).toEqual([
      ['Nettoyage de locaux', poolHref('K2204')],
      ['6', poolHref('K2204')],
      ['4', poolHref('K2204', 'fresh')],
      ['2', poolHref('K2204', 'due')],
    ]);
  });

  it('is pinned, or not, by a button that says which', () => {
    const page = draw(PoolTable, {
      pools: [cleaning, { ...cleaning, code: 'F1703', label: 'Maçonnerie', pinned: true }],
    });
    expect(all(page, 'button').map((button) => [heard(button), attribute(button, 'value')])).toEqual([
      ['Épingler Nettoyage de locaux', 'oui'],
      ['Ne plus épingler Maçonnerie', 'non'],
    ]);
    expect(rows(page).map((row) => words(row).includes('épinglé'))).toEqual([false, true]);
  });
});

describe('the people of a list', () => {
  const awa = {
    participantId: 'p1',
    firstName: 'Awa',
    lastName: 'Diarra <b>',
    phone: '+33639981122',
    city: 'Paris',
    status: 'available' as const,
    availableFrom: null,
    consents: true,
    lastContactOn: null,
    confirmation: 'fresh' as const,
    cvTitle: 'Agente de propreté',
    note: 'Préfère le matin',
    addedAt: '2026-03-02T09:00:00.000Z',
    addedByName: 'Camille',
  };
  const page = (change: Partial<typeof awa> | object = {}) =>
    draw(MemberTable, { members: [{ ...awa, ...change }] as (typeof awa)[] });

  it('are shown as they are today: situation, consent, CV', () => {
    const placed = words(page({ status: 'placed', consents: false, confirmation: 'due' }));
    expect(placed).toContain('en poste');
    expect(placed).toContain('accord à demander');
    expect(placed).toContain('CV à confirmer');
    expect(words(page())).not.toContain('accord à demander');
    expect(words(page({ cvTitle: null, confirmation: 'none' }))).toContain('pas de CV confirmé');
  });

  it('have a note each, in a field that says of whom', () => {
    const field = one(page(), 'input', { name: 'note' });
    expect(attribute(field, 'value')).toBe('Préfère le matin');
    expect(attribute(field, 'aria-label')).toBe('Note sur Awa Diarra <b>');
    expect(attribute(field, 'maxlength')).toBe('500');
  });

  it('are taken off one by one, by name', () => {
    const form = one(page(), 'form', { action: '?/retirer' });
    expect(attribute(one(form, 'input'), 'value')).toBe('p1');
    expect(heard(one(form, 'button'))).toBe('Retirer Awa Diarra <b>');
  });

  it('are called from here', () => {
    expect(words(one(page(), 'a', { href: 'tel:+33639981122' }))).toContain('06');
    expect(all(page({ phone: null }), 'a')).toHaveLength(1);
  });
});
