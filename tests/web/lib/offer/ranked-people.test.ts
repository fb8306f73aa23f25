import { categories } from '@jonction/domain/eligibility/categories';
import { criteria, defaultWeights } from '@jonction/domain/matching/criterion';
import { exclusionReasons } from '@jonction/domain/matching/exclusion';
import { beforeEach, describe, expect, it } from 'vitest';
import ExcludedPanel from '../../../../apps/web/src/lib/offer/ExcludedPanel.svelte';
import RankedPeople from '../../../../apps/web/src/lib/offer/RankedPeople.svelte';
import type { Offer, Ranked, Ranking } from '../../../../apps/web/src/lib/offer/shapes.ts';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, heard, one, type Tag, words } from '../../../support/drawn.ts';

const offer = { id: 'o7', status: 'open', employerName: 'Net & Clair' } as Offer;
const values = { occupation: 1000, experience: 800, skills: 500, distance: 930, freshness: 0, waiting: 1000 };
const awa: Ranked = {
  participantId: 'p1',
  firstName: 'Awa',
  lastName: 'Diarra',
  phone: null,
  score: 800_000,
  criteria: values,
  words: Object.fromEntries(criteria.map((one) => [one, one])) as Ranked['words'],
  why: 'même métier, 4 ans · 3,2 km',
  toCheck: ['hours', 'licences'],
  missing: ['vitres', '<script>'],
  preparedAt: null,
  hasCv: false,
  openProposals: 0,
  crowded: false,
  cv: null,
};
const karim = {
  ...awa,
  participantId: 'p2',
  firstName: 'Karim',
  lastName: 'Benali',
  toCheck: [],
  missing: [],
  hasCv: true,
};
const ranking: Ranking = {
  ranked: [awa, { ...karim, preparedAt: '2020-04-10T09:00:00.000Z' }],
  total: 18,
  excluded: [
    { reason: 'distance', count: 30 },
    { reason: 'french', count: 0 },
    { reason: 'availability', count: 1041 },
  ],
  excludedTotal: 1071,
  relaxations: [{ words: '+6 avec CACES', gained: 6 }],
  weights: defaultWeights,
  rulesVersion: 0,
  skillVersion: null,
};
const people = (
  given: Partial<{ ranking: Ranking; widen: boolean; limit: number; selected: string[]; offer: Offer }> = {},
  locale: 'fr' | 'en' = 'fr',
) =>
  draw(
    RankedPeople,
    { offer, ranking, widen: false, limit: 50, atOnce: 50, today: '2020-04-12', selected: [], ...given },
    locale,
  );
const rows = (page: Tag) => all(one(page, 'tbody'), 'tr');
const cells = (page: Tag, at: number) => all(rows(page)[at] ?? page, 'td').map(heard);

beforeEach(() => {
  app.url = new URL('https://jonction.example/facilitateur/offres/o7?vue=personnes&fait=appel');
});

describe('people ranked for an offer', () => {
  it('stand in the order given, each with a rank and a link to the call that keeps the view', () => {
    const links = rows(people()).map((row) => one(one(row, 'th'), 'a'));
    expect(links.map(words)).toEqual(['Awa Diarra', 'Karim Benali']);
    expect(links.map((link) => attribute(link, 'href'))).toEqual([
      '/facilitateur/offres/o7?vue=personnes&appel=p1',
      '/facilitateur/offres/o7?vue=personnes&appel=p2',
    ]);
    expect(rows(people()).map((row) => words(one(row, 'th')).charAt(0))).toEqual(['1', '2']);
  });

  it('have their six values in words, with what each counts for', () => {
    const said = heard(one(rows(people())[0] ?? people(), 'th'));
    expect(said).toContain(
      'Rapprochement de Awa Diarra\u202f: Métier, 1\u202f000 sur 1\u202f000, compte pour 35\u00a0%',
    );
    expect(said.split('\u202f;')).toHaveLength(criteria.length);
  });

  it('say why they stand there, what is missing, and what is to be checked, in words', () => {
    const [, why, check] = cells(people(), 0);
    expect(why).toBe('même métier, 4 ans · 3,2 km');
    expect(check).toMatch(/horaires ?permis et habilitations ?il manque\u202f: vitres, <script> ?CV à confirmer/);
    expect(cells(people({}, 'en'), 0)[2]).toMatch(
      /working hours ?licences and certificates ?missing: vitres, <script> ?CV to confirm/,
    );
    expect(all(people(), 'script')).toEqual([]);
  });

  it('have nothing to check where all is known', () => {
    expect(cells(people(), 1)[2]).toBe('');
  });

  it('say who was called and when, and whom to call', () => {
    expect(cells(people(), 1)[3]).toBe('appelée il y a 2\u00a0j');
    const call = one(rows(people())[0] ?? people(), 'a', { class: true });
    expect(attribute(call, 'aria-label')).toBe('Appeler Awa Diarra');
  });

  it('never show a category of eligibility, even if one came along', () => {
    const [category] = categories;
    const told = { ...awa, category: 'RSA', categoryLabel: category?.label.fr } as Ranked;
    const { html } = people({ ranking: { ...ranking, ranked: [told] } });
    for (const { code, label } of categories) {
      expect(html).not.toContain(label.fr);
      expect(html).not.toMatch(new RegExp(`>\\s*${code}\\s*<`));
    }
  });

  it('are ticked into the address of the sending, with the state of the list', () => {
    const form = one(people({ widen: true, limit: 100, selected: ['p2'] }), 'form');
    expect([attribute(form, 'method'), attribute(form, 'action')]).toEqual(['get', '/facilitateur/offres/o7/pousser']);
    expect(
      all(form, 'input', { type: 'hidden' }).map((field) => [attribute(field, 'name'), attribute(field, 'value')]),
    ).toEqual([
      ['elargir', 'oui'],
      ['nombre', '100'],
    ]);
    expect(
      all(form, 'input', { name: 'p' }).map((box) => [attribute(box, 'value'), box.attributes.has('checked')]),
    ).toEqual([
      ['p1', false],
      ['p2', true],
    ]);
    const prepare = one(form, 'button', { name: 'preparer' });
    expect([attribute(prepare, 'formaction'), attribute(prepare, 'value')]).toEqual(['/facilitateur/offres/o7', 'oui']);
  });

  it('are sent only for an offer that is open', () => {
    const push = (status: Offer['status']) =>
      all(people({ offer: { ...offer, status } }), 'button', { 'data-variant': 'primary' });
    expect(push('open').map((button) => [heard(button), button.attributes.has('disabled')])).toEqual([
      ['Envoyer les CV à Net & Clair', false],
    ]);
    for (const status of ['draft', 'proposed', 'filled', 'closed'] as const) {
      expect(push(status).map((button) => button.attributes.has('disabled'))).toEqual([true]);
    }
  });

  it('are followed by those not drawn yet, only where there are some', () => {
    const more = (page: Tag) => all(page, 'a', { href: '/facilitateur/offres/o7?vue=personnes&fait=appel&nombre=100' });
    expect(more(people()).map(heard)).toEqual(['Montrer les suivantes']);
    expect(more(people({ ranking: { ...ranking, total: 2 } }))).toEqual([]);
  });

  it('are replaced, when there are none, by what to do first', () => {
    const none = { ...ranking, ranked: [], total: 0 };
    const page = people({ ranking: none });
    expect(all(page, 'table')).toEqual([]);
    expect(words(page)).toContain('Personne ne correspond encore');
    const widen = '/facilitateur/offres/o7?vue=personnes&fait=appel&elargir=oui';
    expect(all(page, 'a', { href: widen }).map(heard)).toEqual(['Élargir aux autres métiers']);
    expect(all(people({ ranking: none, widen: true }), 'a', { href: widen })).toEqual([]);
  });
});

describe('people left out of an offer', () => {
  it('are counted by reason, most first, none where nobody is, each a link to its list', () => {
    const list = one(people(), 'ul');
    expect(all(list, 'a').map((link) => [words(link), attribute(link, 'href')])).toEqual([
      ['disponibilité 1\u202f041', '/facilitateur/offres/o7?vue=personnes&ecartees=availability'],
      ['distance 30', '/facilitateur/offres/o7?vue=personnes&ecartees=distance'],
    ]);
    expect(words(people())).toContain('1\u202f071 écartées');
    expect(words(people({}, 'en'))).toContain('1,071 left out');
  });

  it('have beside them what would bring more in, and how the order is made', () => {
    expect(words(people())).toContain('+6 avec CACES');
    const why = one(people(), 'details');
    expect(words(one(why, 'summary'))).toBe('Pourquoi cet ordre\u202f?');
    const [how, rules] = all(why, 'p');
    expect(words(how ?? why)).toContain('métier 35\u00a0%, expérience 15\u00a0%, compétences 20\u00a0%');
    expect(attribute(one(rules ?? why, 'a'), 'href')).toBe('/facilitateur/offres/classement');
  });

  it.each(exclusionReasons)('for %s are told what it means, by name, and the list closes as it was', (reason) => {
    app.url = new URL(`https://jonction.example/facilitateur/offres/o7?vue=personnes&ecartees=${reason}`);
    const found = [{ participantId: 'p9', firstName: 'Inès', lastName: '<b>Kaci</b>' }];
    for (const locale of ['fr', 'en'] as const) {
      const panel = draw(ExcludedPanel, { excluded: { reason, people: found } }, locale);
      expect(words(one(panel, 'p')).length).toBeGreaterThan(20);
      expect(all(panel, 'a').map((link) => attribute(link, 'href'))).toEqual([
        '/facilitateur/offres/o7?vue=personnes',
        '/facilitateur/participants/p9',
      ]);
      expect(words(one(panel, 'li'))).toBe('Inès <b>Kaci</b>');
    }
  });

  it('say that nobody is any more', () => {
    const panel = draw(ExcludedPanel, { excluded: { reason: 'distance', people: [] } });
    expect(words(one(panel, 'li'))).toBe('Plus personne n’est écarté pour cette raison.');
  });
});
