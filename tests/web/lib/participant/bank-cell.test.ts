import { categories } from '@jonction/domain/eligibility/categories';
import { participantStatuses } from '@jonction/domain/participant/status';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import BankCell from '../../../../apps/web/src/lib/participant/BankCell.svelte';
import { bankColumns } from '../../../../apps/web/src/lib/participant/bank-columns.ts';
import { all, attribute, draw, heard, one } from '../../../support/drawn.ts';

type Given = ComponentProps<typeof BankCell>;
const today = '2026-03-02';
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const awa = {
  id: 'p1',
  postalCode: '93200',
  city: 'Saint-Denis',
  status: 'available',
  availableFrom: null,
  frenchLevel: 3,
  licences: ['B'],
  consents: true,
  eligible: true,
  lastContactOn: '2026-02-27',
  waitingSince: '2025-09-01',
  createdOn: '2025-09-01',
  nextAction: null,
  nextActionOn: null,
  ownerName: null,
  partnerName: 'Mission locale <b>',
  occupations: [
    { code: 'K2204', label: 'Nettoyage de locaux' },
    { code: 'F1606', label: 'Peinture en bâtiment' },
  ],
  cv: { id: 'c1', title: 'Agente de propreté', confirmedOn: '2026-02-27' },
  openProposals: 0,
  crowded: false,
  distanceKm: null,
};
const cell = (column: Given['column'], given: object = {}, locale: 'fr' | 'en' = 'fr') =>
  draw(BankCell, { row: { ...awa, ...given }, column, today } as unknown as Given, locale);
const said = (...given: Parameters<typeof cell>) => plain(heard(cell(...given)));

describe('a cell of words', () => {
  it('says occupations and licences whole, its title too when the column cuts it', () => {
    expect(said('occupations')).toBe('Nettoyage de locaux, Peinture en bâtiment');
    expect(attribute(one(cell('occupations'), 'span'), 'title')).toBe('Nettoyage de locaux, Peinture en bâtiment');
    expect(said('permis')).not.toBe('B');
    expect(said('permis', { licences: ['B', 'C'] }).split(', ')).toHaveLength(2);
  });

  it('says a town, or how far it is once a place was asked', () => {
    expect(said('lieu')).toBe('Saint-Denis 93200');
    expect(said('lieu', { distanceKm: 3.2 })).toBe('Saint-Denis · 3,2 km');
    expect(said('lieu', { distanceKm: 3.2 }, 'en')).toBe('Saint-Denis · 3.2 km');
    expect(said('lieu', { distanceKm: 3.2, city: null })).toBe('93200 · 3,2 km');
  });

  it.each([
    ['occupations', { occupations: [] }],
    ['permis', { licences: null }],
    ['permis', { licences: [] }],
    ['attente', { waitingSince: null }],
    ['prescripteur', { partnerName: null }],
    ['lieu', { city: null, postalCode: null }],
  ] as const)('that knows nothing has a dash, never an empty cell: %s', (column, given) => {
    expect(said(column, given)).toBe('—');
  });

  it('tells a level of French that is unknown from none at all', () => {
    expect(said('francais')).toBe('B1');
    expect(said('francais', { frenchLevel: null })).toBe('à vérifier');
    expect(said('francais', { frenchLevel: 0 })).toBe('—');
  });

  it('says since when she waits and who sent her, as text', () => {
    expect(said('attente')).toBe('il y a 5 mois');
    expect(said('entree', {}, 'fr')).toContain('1er sept.');
    expect(said('prescripteur')).toBe('Mission locale <b>');
  });
});

describe('whether she is available', () => {
  it('is now, from a day, or to be checked: never now of whom nothing is known', () => {
    expect(said('dispo')).toBe('à vérifier');
    expect(said('dispo', { availableFrom: today })).toBe('maintenant');
    expect(said('dispo', { availableFrom: '2026-03-15' })).toBe('dès le 15 mars');
    expect(said('dispo', { availableFrom: '2026-03-15' }, 'en')).toContain('from');
  });

  it.each(participantStatuses.filter((status) => status !== 'available'))('is her situation in words: %s', (status) => {
    const [fr, en] = [said('dispo', { status }), said('dispo', { status }, 'en')];
    for (const text of [fr, en]) expect(text).not.toMatch(/maintenant|now|participant\.|_|^$/);
    expect(fr).not.toBe(en);
  });

  it('warns in words of one who has been proposed much, in the right number', () => {
    expect(said('dispo', { crowded: true, openProposals: 5 })).toContain('déjà 5 propositions en cours');
    expect(said('dispo', { crowded: true, openProposals: 1 })).toContain('déjà 1 proposition en cours');
    expect(said('dispo', { openProposals: 5 })).not.toContain('proposition');
  });
});

describe('whether she can be proposed', () => {
  it('says what is missing first, and yes only when nothing is', () => {
    expect(said('ready')).toContain('oui');
    expect(said('ready', { consents: false })).toContain('accord à demander');
    expect(said('ready', { eligible: false })).toContain('éligibilité à établir');
    expect(said('ready', { consents: false, eligible: false })).toContain('accord à demander');
    for (const given of [{ consents: false }, { eligible: false }]) expect(said('ready', given)).not.toContain('oui');
  });

  it('never says why she is eligible, in no column, even if it came along', () => {
    const told = { category: 'RSA', categories: ['RSA'], categoryLabel: categories[0]?.label.fr };
    for (const column of bankColumns) {
      const { html } = cell(column, told);
      expect(html, column).not.toContain('RSA');
      for (const { label } of categories) expect(html, column).not.toContain(label.fr);
    }
  });
});

describe('her CV, her last contact, what comes next', () => {
  it('names the CV and how old its confirmation is, or says that there is none', () => {
    expect(said('cv')).toBe('Agente de propreté confirmé il y a 3 j');
    expect(said('cv', { cv: { ...awa.cv, confirmedOn: null } })).toBe('Agente de propreté');
    expect(said('cv', { cv: null })).toBe('pas de CV confirmé');
    expect(said('cv', { cv: null }, 'en')).toBe('no confirmed CV');
  });

  it('ages the last contact, its day in the title, and says never rather than nothing', () => {
    expect(said('echange')).toBe('il y a 3 j');
    expect(plain(attribute(one(cell('echange'), 'span'), 'title') ?? '')).toBe('27 févr. 2026');
    expect(said('echange', { lastContactOn: null })).toBe('jamais');
    expect(attribute(one(cell('echange', { lastContactOn: null }), 'span'), 'title')).toBeUndefined();
  });

  it('says what is to be done, for when, and by whom', () => {
    const next = { nextAction: 'Rappeler', nextActionOn: '2026-03-10', ownerName: 'Camille' };
    expect(said('suivi', next)).toBe('Rappeler (10 mars) Camille');
    expect(said('suivi', { nextAction: 'Rappeler' })).toBe('Rappeler');
    expect(said('suivi', { ownerName: 'Camille' })).toBe('Camille');
    expect(said('suivi')).toBe('');
  });

  it('says in words, not by its colour alone, what should have been done already', () => {
    const next = (nextActionOn: string, locale: 'fr' | 'en' = 'fr') =>
      said('suivi', { nextAction: 'Rappeler', nextActionOn }, locale);
    expect(next('2026-03-01')).toBe('Rappeler (1er mars) en retard');
    expect(next('2026-03-01', 'en')).toMatch(/late$/);
    expect(next(today)).not.toContain('en retard');
    expect(all(cell('suivi', { nextAction: 'Rappeler', nextActionOn: today }), 'span', { class: 'unseen' })).toEqual(
      [],
    );
  });
});
