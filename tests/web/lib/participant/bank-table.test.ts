import { describe, expect, it } from 'vitest';
import BankTable from '../../../../apps/web/src/lib/participant/BankTable.svelte';
import {
  bankColumns,
  mostColumns,
  readColumns,
  usualColumns,
} from '../../../../apps/web/src/lib/participant/bank-columns.ts';
import { readBankFilters } from '../../../../apps/web/src/lib/participant/bank-filters.ts';
import ColumnChoice from '../../../../apps/web/src/lib/participant/ColumnChoice.svelte';
import { all, attribute, draw, heard, one, type Tag, words } from '../../../support/drawn.ts';

const today = '2026-03-02';
const awa = {
  id: 'p1',
  number: 12,
  firstName: 'Awa',
  lastName: 'Diarra <b>',
  phone: '+33639981122',
  postalCode: '93200',
  city: 'Saint-Denis',
  status: 'available' as const,
  availableFrom: null,
  frenchLevel: 3,
  licences: ['B'],
  consents: true,
  eligible: true,
  lastContactOn: '2026-02-20',
  waitingSince: '2025-09-01',
  createdOn: '2025-09-01',
  nextAction: null,
  nextActionOn: null,
  ownerName: null,
  partnerName: 'Mission locale',
  occupations: [{ code: 'K2204', label: 'Nettoyage de locaux' }],
  confirmation: 'fresh' as const,
  cv: { id: 'c1', title: 'Agente de propreté', confirmedOn: '2026-02-10' },
  openProposals: 0,
  crowded: false,
  duplicates: 0,
  distanceKm: null,
};
const url = (query = '') => new URL(`http://jonction.test/facilitateur/participants${query}`);
const table = (rows: (typeof awa)[] | object[], query = '') =>
  draw(BankTable, { rows: rows as (typeof awa)[], url: url(query), today });
const heads = (page: Tag) =>
  all(page, 'th', { scope: 'col' })
    .map((head) => words(head).replace('Trier par ', ''))
    .filter((head) => head !== 'Tout cocher');

describe('the columns of the bank', () => {
  it('are the usual ones when the address asks for none, or for none that exists', () => {
    expect(readColumns(url())).toEqual(usualColumns);
    expect(readColumns(url('?colonnes=salaire'))).toEqual(usualColumns);
  });

  it('are those of the address, in the order of the house, whatever order they come in', () => {
    expect(readColumns(url('?colonnes=prescripteur&colonnes=cv&colonnes=cv'))).toEqual(['cv', 'prescripteur']);
    expect(readColumns(url('?colonnes=cv+permis'))).toEqual(['cv', 'permis']);
  });

  it('are never more than a laptop can hold', () => {
    expect(readColumns(url(`?${bankColumns.map((column) => `colonnes=${column}`).join('&')}`))).toHaveLength(
      mostColumns,
    );
  });

  it('are drawn as chosen, the name always first', () => {
    expect(heads(table([awa], '?colonnes=cv&colonnes=permis'))).toEqual(['Personne', 'CV', 'Permis, habilitations']);
  });

  it('keep filters and sort in the address when they are chosen, and go back to the first page', () => {
    const page = draw(ColumnChoice, { url: url('?q=maçon&metier=F1703&tri=-attente&page=3&colonnes=cv') });
    expect(attribute(one(page, 'form'), 'method')).toBe('GET');
    expect(
      all(page, 'input', { type: 'hidden' }).map((field) => [attribute(field, 'name'), attribute(field, 'value')]),
    ).toEqual([
      ['q', 'maçon'],
      ['metier', 'F1703'],
      ['tri', '-attente'],
    ]);
    const ticked = all(page, 'input', { type: 'checkbox' }).filter((box) => attribute(box, 'checked') !== undefined);
    expect(ticked.map((box) => attribute(box, 'value'))).toEqual(['cv']);
  });

  it('go along when a filter or a sort changes', () => {
    const sorts = all(one(table([awa], '?colonnes=attente&q=x'), 'thead'), 'a').map((link) => attribute(link, 'href'));
    expect(sorts.every((href) => href?.includes('colonnes=attente') && href.includes('q=x'))).toBe(true);
  });

  it.each([
    ['cv', 'Agente de propreté confirmé'],
    ['permis', 'B'],
    ['francais', 'B1'],
    ['prescripteur', 'Mission locale'],
    ['occupations', 'Nettoyage de locaux'],
    ['lieu', 'Saint-Denis 93200'],
  ])('say what they are for: %s', (column, said) => {
    const [, row] = all(table([awa], `?colonnes=${column}`), 'tr');
    expect(words(row as Tag)).toContain(said);
  });
});

describe('people of the bank', () => {
  it('have it said when as many proposals are open as one may have, and not before', () => {
    const [, many] = all(table([{ ...awa, openProposals: 3, crowded: true }]), 'tr');
    expect(words(many as Tag)).toContain('déjà 3 propositions en cours');
    const [, few] = all(table([{ ...awa, openProposals: 2, crowded: false }]), 'tr');
    expect(words(few as Tag)).not.toContain('en cours');
  });

  it('are ticked by name, and kept together by one form that works without a script', () => {
    const page = table([awa, { ...awa, id: 'p2', firstName: 'Karim' }]);
    const form = one(page, 'form');
    expect([attribute(form, 'method'), attribute(form, 'action')]).toEqual([
      'get',
      '/facilitateur/participants/listes/ajouter',
    ]);
    const boxes = all(page, 'input', { type: 'checkbox', name: 'p' });
    expect(boxes.map((box) => attribute(box, 'value'))).toEqual(['p1', 'p2']);
    expect(boxes.map((box) => attribute(box, 'aria-label'))).toEqual([
      'Cocher Awa Diarra <b>',
      'Cocher Karim Diarra <b>',
    ]);
  });
});

describe('a CV that is to be confirmed', () => {
  const due = { ...awa, confirmation: 'due' as const };

  it('is said in words on the row, with one button that says it is still true', () => {
    const page = table([due]);
    expect(words(page)).toContain('CV à confirmer');
    const button = one(page, 'button', { name: 'participantId' });
    expect(attribute(button, 'value')).toBe('p1');
    expect(attribute(button, 'formmethod')).toBe('post');
    expect(attribute(button, 'formaction')).toContain('?/confirmer');
    expect(heard(button)).toContain('CV de Awa Diarra <b>');
  });

  it('is never confirmed by the Enter key alone: the first button of the form is another', () => {
    const [first] = all(one(table([due]), 'form'), 'button');
    expect(first && attribute(first, 'formaction')).toBeUndefined();
    expect(first && attribute(first, 'hidden')).toBeDefined();
  });

  it('has the number to call beside it, where one is known', () => {
    expect(all(table([due]), 'a', { href: 'tel:+33639981122' })).toHaveLength(1);
    expect(all(table([{ ...due, phone: null }]), 'a', { href: 'tel:+33639981122' })).toEqual([]);
  });

  it('is not asked for where everything is fresh, or where there is no CV to confirm', () => {
    const rows = [awa, { ...awa, id: 'p2', confirmation: 'none', cv: null }];
    expect(all(table(rows), 'button', { name: 'participantId' })).toEqual([]);
  });

  it.each([
    ['frais', 'fresh'],
    ['aconfirmer', 'due'],
    ['aucun', 'none'],
    ['autre', null],
  ])('is a filter of the address: cv=%s', (name, confirmed) => {
    expect(readBankFilters(url(`?cv=${name}`), 'me').confirmed).toBe(confirmed);
  });
});
