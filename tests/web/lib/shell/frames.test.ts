import { beforeEach, describe, expect, it } from 'vitest';
import AccountMenu from '../../../../apps/web/src/lib/shell/AccountMenu.svelte';
import DisplayForms from '../../../../apps/web/src/lib/shell/DisplayForms.svelte';
import LinkFrame from '../../../../apps/web/src/lib/shell/LinkFrame.svelte';
import PortalFrame from '../../../../apps/web/src/lib/shell/PortalFrame.svelte';
import PublicFrame from '../../../../apps/web/src/lib/shell/PublicFrame.svelte';
import Rail from '../../../../apps/web/src/lib/shell/Rail.svelte';
import UnsentForm from '../../../../apps/web/src/lib/shell/UnsentForm.svelte';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, heard, inside, one, type Tag, words } from '../../../support/drawn.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const icon = (() => undefined) as never;
const mine = inside('<p>Ce qui est à lire</p>');
const pressed = (page: Tag, name: string) =>
  all(page, 'button', { name, 'aria-pressed': 'true' }).map((button) => attribute(button, 'value'));

beforeEach(() => {
  app.url = new URL('https://jonction.example/facilitateur/offres?vue=fiche');
  app.data = {};
});

describe('a page opened by a link', () => {
  const frame = (given: object = {}, locale: 'fr' | 'en' = 'fr') =>
    draw(LinkFrame, { title: 'Trois CV pour vous', children: mine, ...given }, locale);
  const sender = (given: object) => plain(words(one(one(frame({ sender: given }), 'header'), 'p')));

  it('says who sent it and from where, without a space before the comma', () => {
    expect(sender({ name: 'Camille Inventée', organisation: 'Maison de l’emploi' })).toBe(
      'Envoyé par Camille Inventée, Maison de l’emploi',
    );
  });

  it('says once a team that writes in its own name, and nothing after a sender without a house', () => {
    expect(sender({ name: 'Maison de l’emploi', organisation: 'Maison de l’emploi' })).toBe(
      'Envoyé par Maison de l’emploi',
    );
    expect(sender({ name: 'Camille Inventée' })).toBe('Envoyé par Camille Inventée');
  });

  it('gives a number to press, dialled without its spaces, and no call without a number', () => {
    const call = one(frame({ sender: { name: 'Camille', phone: '01 99 00 12 34' } }), 'a', { 'data-variant': true });
    expect(attribute(call, 'href')).toBe('tel:0199001234');
    expect(words(call)).toContain('Appeler 01 99 00 12 34');
    expect(all(frame({ sender: { name: 'Camille' } }), 'a', { 'data-variant': true })).toEqual([]);
  });

  it('says nobody sent it where nobody did', () => {
    expect(words(frame())).not.toContain('Envoyé par');
  });

  it('says for whom it is: the reader of the link, or as the page says', () => {
    expect(words(one(frame(), 'footer'))).toContain('Ne le transmettez pas.');
    expect(words(one(frame({}, 'en'), 'footer'))).toContain('Do not pass it on.');
    expect(words(one(frame({ notice: 'Pour Awa seulement.' }), 'footer'))).toBe('Pour Awa seulement.');
  });

  it('has one title, and its first link leads to what is to be read', () => {
    const page = frame();
    expect(all(page, 'h1').map(words)).toEqual(['Trois CV pour vous']);
    const [first] = all(page, 'a');
    expect(first && attribute(first, 'href')).toBe(`#${attribute(one(page, 'main'), 'id')}`);
    expect(words(one(page, 'main'))).toContain('Ce qui est à lire');
  });
});

describe('a page read before signing in', () => {
  it('has one title, its lead where there is one, and the choice of a language', () => {
    const page = draw(PublicFrame, { title: 'Connexion', lead: 'Avec votre adresse.', children: mine });
    expect(all(page, 'h1').map(words)).toEqual(['Connexion']);
    expect(all(one(page, 'main'), 'p').map(words)).toEqual(['Avec votre adresse.', 'Ce qui est à lire']);
    expect(all(draw(PublicFrame, { title: 'Connexion', children: mine }), 'p').map(words)).toEqual([
      'Ce qui est à lire',
    ]);
    expect(all(one(page, 'footer'), 'button', { name: 'langue' })).toHaveLength(2);
  });

  it('leads back home by a link that has a name', () => {
    const home = one(one(draw(PublicFrame, { title: 'Connexion', children: mine }), 'header'), 'a');
    expect([attribute(home, 'href'), heard(home)]).toEqual(['/', 'Jonction']);
  });
});

describe('language and colours', () => {
  it('come back to the very page that they were changed on', () => {
    const form = one(draw(DisplayForms, {}), 'form', { action: '/affichage' });
    expect(attribute(form, 'method')?.toLowerCase()).toBe('post');
    expect(attribute(one(form, 'input', { name: 'retour' }), 'value')).toBe('/facilitateur/offres?vue=fiche');
  });

  it('say which is chosen, and only that one', () => {
    expect(pressed(draw(DisplayForms, {}), 'langue')).toEqual(['fr']);
    expect(pressed(draw(DisplayForms, {}, 'en'), 'langue')).toEqual(['en']);
    expect(pressed(draw(DisplayForms, {}), 'theme')).toEqual([]);
    app.data = { theme: 'dark' };
    expect(pressed(draw(DisplayForms, {}), 'theme')).toEqual(['dark']);
  });

  it('name each language in itself, for who reads only that one', () => {
    const page = draw(DisplayForms, {}, 'en');
    expect(all(page, 'button', { name: 'langue' }).map((one) => [attribute(one, 'lang'), words(one)])).toEqual([
      ['fr', 'Français'],
      ['en', 'English'],
    ]);
    expect(all(page, 'legend').map(words)).toEqual(['Language', 'Colours']);
  });
});

const hats = [
  { id: 'm1', organisation: 'Maison de l’emploi', role: 'Facilitatrice', current: true },
  { id: 'm2', organisation: 'Ville Inventée', role: 'Acheteuse', current: false },
];
const account = (given: object = {}) =>
  draw(AccountMenu, {
    name: 'Camille Inventée',
    detail: 'Facilitatrice · Maison de l’emploi',
    memberships: hats,
    membershipAction: '/acces',
    signOutAction: '/sortir',
    signOutEverywhereAction: '/sortir-partout',
    ...given,
  });

describe('the account', () => {
  it('says whose it is and for whom she works, in words', () => {
    expect(heard(one(account(), 'summary'))).toContain('Compte de Camille Inventée Facilitatrice · Maison de l’emploi');
  });

  it('offers her other hats by a form, and tells the one she wears without a colour', () => {
    const form = one(account(), 'form', { action: '/acces' });
    expect(
      all(form, 'button', { name: 'membership' }).map((one) => [
        attribute(one, 'value'),
        attribute(one, 'aria-current'),
      ]),
    ).toEqual([
      ['m1', 'true'],
      ['m2', undefined],
    ]);
    expect(words(one(account(), '*', { id: attribute(form, 'aria-labelledby') ?? '' }))).toBe('Travailler pour');
  });

  it('offers no choice of a hat to who has only one', () => {
    expect(all(account({ memberships: hats.slice(0, 1) }), 'form', { action: '/acces' })).toEqual([]);
  });

  it('signs out of this device or of all of them, without a script', () => {
    const leaving = (action: string) => words(one(one(account(), 'form', { action }), 'button'));
    expect(leaving('/sortir')).toBe('Se déconnecter');
    expect(leaving('/sortir-partout')).toBe('Se déconnecter de tous les appareils');
  });
});

describe('the menu', () => {
  const entries = [
    { href: '/facilitateur', label: 'Aujourd’hui', icon, exact: true, count: 3, countLabel: '3 choses attendent' },
    { href: '/facilitateur/offres', label: 'Offres', icon, count: 12 },
    { href: '/facilitateur/heures', label: 'Heures', icon, count: 0 },
  ];
  const rail = () => draw(Rail, { entries: entries as never });

  it('says where one stands, to a screen reader too, and only there', () => {
    const current = all(rail(), 'a', { 'aria-current': 'page' });
    expect(current.map((link) => attribute(link, 'href'))).toEqual(['/facilitateur/offres']);
    expect(attribute(one(rail(), 'nav'), 'aria-label')).toBe('Menu principal');
  });

  it('says a figure in words where it has some, never twice, and no zero', () => {
    expect(all(rail(), 'a').map((link) => plain(heard(link)))).toEqual([
      'Aujourd’hui 3 choses attendent',
      'Offres 12',
      'Heures',
    ]);
  });
});

describe('the frame of a portal', () => {
  it('says her role and her house in words, never a code', () => {
    const page = draw(PortalFrame, {
      home: '/facilitateur',
      entries: [],
      children: mine,
      data: {
        user: { name: 'Camille Inventée' },
        current: { id: 'm1', role: 'lead', organisationName: 'Maison de l’emploi' },
        memberships: [
          { id: 'm1', role: 'lead', organisationName: 'Maison de l’emploi' },
          { id: 'm2', role: 'buyer', organisationName: 'Ville Inventée' },
        ],
      } as never,
    });
    const said = heard(page);
    expect(said).toContain('Camille Inventée');
    expect(said).toContain('· Maison de l’emploi');
    expect(said).not.toMatch(/access\.role|\blead\b|\bbuyer\b/);
    const hatsOffered = all(page, 'button', { name: 'membership' });
    expect(hatsOffered.map((one) => attribute(one, 'aria-current'))).toEqual(['true', undefined]);
  });
});

describe('what keeps a form across a session that ended', () => {
  it('draws nothing and stores nothing in the page', () => {
    expect(draw(UnsentForm, {}).html.replaceAll(/<!--[\s\S]*?-->/g, '')).toBe('');
  });
});
