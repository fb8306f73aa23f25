import { categories } from '@jonction/domain/eligibility/categories';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import LotCard from '../../../../apps/web/src/lib/contract/LotCard.svelte';
import { all, attribute, draw, heard, one, type Tag, words } from '../../../support/drawn.ts';

const [before, now] = categories;
if (!before || !now) throw new Error('two groups at least');

type Lot = ComponentProps<typeof LotCard>['lot'];
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const gauge = {
  dueHours: 700,
  validatedCentihours: 41_250,
  pendingCentihours: 0,
  rejectedCentihours: 0,
  exceptionalCentihours: 0,
  leftCentihours: 28_750,
  forecastCentihours: 60_000,
  atRisk: true,
};
const clause = {
  id: 'k1',
  target: { mode: 'fixed', hours: 700 },
  hourBasis: 'worked',
  gauge,
  categories: [
    { from: '2025-01-01', categories: [{ code: before.code }] },
    { from: '2026-01-01', categories: [{ code: now.code }, { code: 'inconnu-d-ici' }] },
  ],
};
const holder = {
  organisationId: 'e1',
  name: 'Bâti <Inventé>',
  named: true,
  subkind: null,
  lead: true,
};
const lot = {
  id: 'l1',
  number: '2',
  object: 'Peinture des écoles',
  amountCents: 12_345_600,
  standing: null,
  holdersThen: null,
  holders: [holder],
  published: null,
  absence: null,
  clauses: [clause],
} as unknown as Lot;
const here = '/facilitateur/marches/c1';
const card = (given: object = {}, props: object = {}, locale: 'fr' | 'en' = 'fr') =>
  draw(LotCard, { lot: { ...lot, ...given } as Lot, ...props }, locale);
const said = (...given: Parameters<typeof card>) => plain(heard(card(...given)));
const holders = (page: Tag) => all(one(page, 'ul', { 'aria-label': true }), 'li').map((line) => plain(words(line)));
const hrefs = (page: Tag) => all(page, 'a').map((link) => attribute(link, 'href'));
const group = [holder, { ...holder, organisationId: 'e2', name: 'Peinture Fictive', lead: false, subkind: 'EI' }];

describe('a lot', () => {
  it('is named by its number, or as the only one, and says what it is and what it is worth', () => {
    expect(words(one(card(), 'h3'))).toBe('Lot 2');
    expect(words(one(card({ number: null }), 'h3'))).toBe('Lot unique ou non numéroté');
    expect(words(one(card({}, {}, 'en'), 'h3'))).toBe('Lot 2');
    expect(said()).toContain('Peinture des écoles');
    expect(said()).toContain('123 456 € HT');
    expect(said({ amountCents: null })).not.toContain('€');
  });

  it('names who holds it; who leads is said only of a group', () => {
    expect(holders(card())).toEqual(['Bâti <Inventé>']);
    expect(holders(card({ holders: group }))).toEqual(['Bâti <Inventé> (mandataire)', 'Peinture Fictive EI']);
    expect(said({ holders: [] })).toContain('Titulaire non publié');
    expect(said({ holders: [] }, {}, 'en')).toContain('Holder not published');
  });

  it('as it was on a past day, names who held it then and nobody of today', () => {
    const then = card({ holdersThen: ['Ancienne Maison'], holders: group });
    expect(holders(then)).toEqual(['Ancienne Maison']);
    expect(words(then)).not.toContain('Peinture Fictive');
  });

  it('lets the team name a body that open data left without a name, and come back; never who only reads', () => {
    const unnamed = { holders: [{ ...holder, named: false }] };
    const link = one(one(card(unnamed, { contractHref: here }), 'ul', { 'aria-label': true }), 'a');
    expect(attribute(link, 'href')).toBe(`/facilitateur/organisations/e1?retour=${here}`);
    expect(all(card(unnamed), 'a')).toEqual([]);
    expect(all(one(card({}, { contractHref: here }), 'ul', { 'aria-label': true }), 'a')).toEqual([]);
  });

  it('repeats of open data only what somebody corrected', () => {
    const published = { object: 'PEINTURE ECOLES', amountCents: 12_345_600, holders: null };
    expect(said({ published })).toContain('(données ouvertes : PEINTURE ECOLES)');
    const other = { object: lot.object, amountCents: 10_000_000, holders: ['Maison A', 'Maison B'] };
    expect(said({ published: other })).toContain('(données ouvertes : 100 000 € HT · Maison A, Maison B)');
    expect(said({ published: { object: lot.object, amountCents: null, holders: null } })).not.toContain(
      'données ouvertes',
    );
    expect(said()).not.toContain('données ouvertes');
  });
});

describe('the clause of a lot', () => {
  it('has a gauge named after its lot, whose figures are words and not only a bar', () => {
    const page = card();
    expect(plain(words(one(page, 'caption')))).toBe('Heures de la clause, Lot 2');
    for (const part of ['700 h', '412,5 h', 'Reste à faire : 287,5 h', '600 h']) expect(said()).toContain(part);
  });

  it('tells a risk in words, and only where there is one', () => {
    const risk = words(one(card(), 'tr', { 'data-risk': true }));
    expect(plain(risk)).toMatch(/\(.*risque.*\)/);
    expect(
      all(card({ clauses: [{ ...clause, gauge: { ...gauge, atRisk: false } }] }), 'tr', { 'data-risk': true }),
    ).toEqual([]);
  });

  it('says that nothing is forecast yet, or why nothing can be', () => {
    const of = (forecastCentihours: number | null) =>
      said({ clauses: [{ ...clause, gauge: { ...gauge, forecastCentihours } }] });
    expect(of(0)).toContain('il n’y en a pas encore');
    expect(of(null)).toContain('les dates du marché ne sont pas connues');
    expect(of(60_000)).not.toMatch(/pas encore|dates du marché/);
  });

  it('says hours credited without work where there are some', () => {
    expect(said({ clauses: [{ ...clause, gauge: { ...gauge, exceptionalCentihours: 3_500 } }] })).toContain(
      'dont 35 h créditées sans travail',
    );
    expect(said()).not.toContain('créditées');
  });

  it('defends its target: the mode, the sum and the hours that count', () => {
    const why = plain(words(one(card(), 'details')));
    expect(why).toContain('Volume fixé au CCAP');
    expect(why).toContain('Volume écrit au contrat : 700 h.');
    expect(why).toContain('Heures travaillées');
    expect(plain(words(one(card({ clauses: [{ ...clause, hourBasis: 'paid' }] }), 'details')))).toContain(
      'Heures payées',
    );
  });

  it('names the groups accepted last, in words of each language, and a group unknown here by its code', () => {
    const people = (locale: 'fr' | 'en') => plain(words(one(card({}, {}, locale), 'details')));
    expect(people('fr')).toContain(plain(`${now.label.fr}, inconnu-d-ici.`));
    expect(people('en')).toContain(plain(`${now.label.en}, inconnu-d-ici.`));
    expect(people('fr')).not.toContain(plain(before.label.fr));
  });

  it('tells a buyer no group of people at all', () => {
    const { categories: _, ...without } = clause;
    const why = plain(words(one(card({ clauses: [without] }), 'details')));
    expect(why).not.toMatch(/Publics acceptés/i);
    for (const { label } of categories) expect(why).not.toContain(plain(label.fr));
    expect(all(one(card({ clauses: [without] }), 'details'), 'p')).toHaveLength(2);
  });

  it('opens what the hours due come from, and the shares of a group only where several hold it', () => {
    const dueHref = `${here}/heures-dues`;
    expect(hrefs(card({}, { dueHref }))).toEqual([`${dueHref}/k1`]);
    expect(hrefs(card({ holders: group }, { dueHref }))).toEqual([`${dueHref}/k1`, `${dueHref}/k1/groupement`]);
  });

  it('is changed by the team, and by nobody who only reads', () => {
    expect(hrefs(card({}, { contractHref: here }))).toEqual([`${here}/lots/l1/corriger`, `${here}/lots/l1/clause`]);
    expect(hrefs(card())).toEqual([]);
    expect(all(card(), 'form')).toEqual([]);
  });

  it('that is not there is said to be missing, without a gauge at zero', () => {
    const without = card({ clauses: [] });
    expect(plain(words(without))).toContain('Clause inconnue');
    expect(all(without, 'figure')).toEqual([]);
  });
});
