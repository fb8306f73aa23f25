import { criteria } from '@jonction/domain/matching/criterion';
import { describe, expect, it } from 'vitest';
import RoundGroups from '../../../../apps/web/src/lib/matching/RoundGroups.svelte';
import RoundNotice from '../../../../apps/web/src/lib/matching/RoundNotice.svelte';
import type { Forgotten, Newcomers, Round } from '../../../../apps/web/src/lib/matching/shapes.ts';
import { all, attribute, draw, heard, one } from '../../../support/drawn.ts';

const six = <Value>(value: Value) =>
  Object.fromEntries(criteria.map((criterion) => [criterion, value])) as Record<(typeof criteria)[number], Value>;
const awa: Newcomers['people'][number] = {
  participantId: 'p1',
  firstName: 'Awa',
  lastName: '<b>Diarra</b>',
  phone: null,
  score: 700_000,
  criteria: six(700),
  words: six('700'),
  why: 'même métier, 4 ans · 3,2 km',
  toCheck: [],
  missing: [],
  preparedAt: null,
  hasCv: true,
  openProposals: 0,
  crowded: false,
  cv: null,
};
const newcomers: Newcomers = {
  on: '2020-04-12',
  previousOn: '2020-04-11',
  bankVersion: '8841',
  skillVersion: '2020-04-12 n° 7',
  rulesVersion: 2,
  total: 1,
  people: [awa],
};
const forgotten: Forgotten = {
  every: 5,
  total: 7,
  people: [{ ...awa, participantId: 'p2', firstName: 'Karim', lastName: 'Benali' }],
};
const nobodyNew: Newcomers = { ...newcomers, total: 0, people: [] };
const nobodyForgotten: Forgotten = { every: 5, total: 0, people: [] };
const groups = (given: { newcomers?: Newcomers; forgotten?: Forgotten } = {}, locale: 'fr' | 'en' = 'fr') =>
  draw(RoundGroups, { newcomers, forgotten, href: (id: string) => `?appel=${id}`, ...given }, locale);

describe('beside the ranking', () => {
  it('names who is new since the night before, and why she stands there', () => {
    const [section] = all(groups(), 'section');
    expect(heard(section ?? groups())).toContain('1 nouvelle depuis hier');
    expect(heard(section ?? groups())).toContain('même métier, 4 ans · 3,2 km');
    expect(
      attribute(one(section ?? groups(), 'li').children.find((tag) => typeof tag !== 'string') ?? groups(), 'href'),
    ).toBe('?appel=p1');
  });

  it('says why this is seen: both nights, and what was read', () => {
    const said = heard(groups());
    expect(said).toContain('Pourquoi je vois ceci');
    expect(said).toMatch(/la nuit du 11\savr\.\s2020/);
    expect(said).toMatch(/n° 8841, compétences 2020-04-12 n° 7, règles n° 2/);
    expect(heard(groups({}, 'en'))).toContain('Why am I seeing this?');
  });

  it('says of those whom nobody puts forward that nothing lifts their score, and leads to all of them', () => {
    const [, section] = all(groups(), 'section');
    const said = heard(section ?? groups());
    expect(said).toContain('7 que personne n’a proposées depuis 30 jours');
    expect(said).toContain('rien ne les fait monter');
    expect(said).toContain('une place sur 5');
    const links = all(section ?? groups(), 'a').map((link) => attribute(link, 'href'));
    expect(links).toEqual(['?appel=p2', '/facilitateur/offres/jamais-proposees']);
  });

  it('draws neither where there is nobody', () => {
    expect(all(groups({ newcomers: nobodyNew }), 'section')).toHaveLength(1);
    expect(all(groups({ forgotten: nobodyForgotten }), 'section')).toHaveLength(1);
    expect(all(groups({ newcomers: nobodyNew, forgotten: nobodyForgotten }), '*')).toEqual([]);
  });

  it('writes names as they are', () => {
    expect(all(groups(), 'b')).toEqual([]);
    expect(heard(groups())).toContain('<b>Diarra</b>');
  });
});

describe('before a sending without anybody forgotten', () => {
  const round: Round = {
    size: 5,
    wanted: 1,
    given: 0,
    isMet: false,
    every: 5,
    suggestions: [{ participantId: 'p9', firstName: 'Ines', lastName: 'Kaci' }],
  };
  const notice = (given: { round?: Round; value?: string; error?: string } = {}) =>
    draw(RoundNotice, { round, addHref: (id: string) => `?p=${id}`, ...given });

  it('asks kindly for a place, and names who could have it', () => {
    const said = heard(notice());
    expect(said).toContain('Gardez une place');
    expect(said).toContain('Sur 5 CV, 0 pour des personnes que nul n’a proposées depuis 30 jours');
    const link = one(notice(), 'a');
    expect([heard(link), attribute(link, 'href')]).toEqual(['Ajouter Ines Kaci', '?p=p9']);
  });

  it('takes a reason to go on without, and keeps what was typed', () => {
    const field = one(notice({ value: 'elle commence demain' }), 'textarea');
    expect(attribute(field, 'name')).toBe('roundReason');
    expect(heard(field)).toContain('elle commence demain');
    expect(field.attributes.has('required')).toBe(false);
  });

  it('says beside the field what is missing', () => {
    expect(heard(notice({ error: 'Dites pourquoi.' }))).toContain('Dites pourquoi.');
  });

  it('counts the places that are missing', () => {
    expect(heard(notice({ round: { ...round, wanted: 3, given: 1, suggestions: [] } }))).toContain('Gardez 2 places');
  });
});
