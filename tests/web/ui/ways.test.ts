import Breadcrumb from '@jonction/ui/Breadcrumb.svelte';
import CommandBar from '@jonction/ui/CommandBar.svelte';
import Dialog from '@jonction/ui/Dialog.svelte';
import Menu from '@jonction/ui/Menu.svelte';
import PageHead from '@jonction/ui/PageHead.svelte';
import SidePanel from '@jonction/ui/SidePanel.svelte';
import SkipLink from '@jonction/ui/SkipLink.svelte';
import StepLink from '@jonction/ui/StepLink.svelte';
import Tabs from '@jonction/ui/Tabs.svelte';
import Why from '@jonction/ui/Why.svelte';
import { describe, expect, it } from 'vitest';
import { all, attribute, draw, heard, inside, one, read, words } from '../../support/drawn.ts';

const hostile = '</title><script>alert(1)</script>';

describe('Tabs', () => {
  const tabs = [
    { href: '/heures', label: 'À décider', count: 1234, current: false },
    { href: '/heures/mois', label: 'Mois', count: 0, current: true },
    { href: '/heures/regles', label: 'Règles', current: false },
  ];

  it('are links to addresses of their own, one of which is where the reader is', () => {
    const page = draw(Tabs, { label: 'Vues des heures', tabs });
    expect(attribute(one(page, 'nav'), 'aria-label')).toBe('Vues des heures');
    expect(all(page, 'a').map((link) => attribute(link, 'href'))).toEqual([
      '/heures',
      '/heures/mois',
      '/heures/regles',
    ]);
    expect(all(page, 'a').map((link) => attribute(link, 'aria-current'))).toEqual([undefined, 'page', undefined]);
  });

  it('count what waits in each, nought too, and nothing where nothing is counted', () => {
    const counts = (locale: 'fr' | 'en') => all(draw(Tabs, { label: 'Vues', tabs }, locale), 'a').map(words);
    expect(counts('fr')).toEqual(['À décider 1\u202f234', 'Mois 0', 'Règles']);
    expect(counts('en')[0]).toBe('À décider 1,234');
  });
});

describe('Breadcrumb', () => {
  it.each([
    ['fr', 'Vous êtes ici'],
    ['en', 'You are here'],
  ] as const)('is named in %s, and its steps are links in order', (locale, name) => {
    const trail = [
      { label: 'Marchés', href: '/marches' },
      { label: hostile, href: '/marches/7' },
    ];
    const page = draw(Breadcrumb, { trail }, locale);
    expect(attribute(one(page, 'nav'), 'aria-label')).toBe(name);
    expect(all(one(page, 'ol'), 'a').map((link) => [attribute(link, 'href'), words(link)])).toEqual([
      ['/marches', 'Marchés'],
      ['/marches/7', hostile],
    ]);
  });
});

describe('SkipLink', () => {
  it.each([
    ['fr', 'Aller au contenu'],
    ['en', 'Skip to content'],
  ] as const)('leads to the content, and says so in %s', (locale, said) => {
    const link = one(draw(SkipLink, {}, locale), 'a');
    expect([attribute(link, 'href'), words(link)]).toEqual(['#contenu', said]);
  });
});

describe('PageHead', () => {
  it('names the page in its heading and in the tab of the browser', () => {
    const page = draw(PageHead, { title: 'Heures d’avril', lead: 'Trois marchés attendent.' });
    expect(all(page, 'h1').map(words)).toEqual(['Heures d’avril']);
    expect(words(one(read(page.head), 'title'))).toBe('Heures d’avril · Jonction');
    expect(words(one(page, 'p'))).toBe('Trois marchés attendent.');
    expect(all(page, 'nav')).toEqual([]);
  });

  it('never lets the name of a person or a contract out of the title', () => {
    const page = draw(PageHead, { title: hostile });
    expect(page.head).not.toContain('<script');
    expect(all(page, 'script')).toEqual([]);
    expect(words(one(page, 'h1'))).toBe(hostile);
  });

  it('has its trail before its heading, its facts and actions after', () => {
    const page = draw(PageHead, {
      title: 'Voirie',
      trail: [{ label: 'Marchés', href: '/marches' }],
      facts: inside('<i>en cours</i>'),
      actions: inside('<button>Modifier</button>'),
    });
    expect(heard(page)).toMatch(/^Marchés ?Voirie ?en cours ?Modifier$/);
  });
});

describe('SidePanel', () => {
  const panel = (locale: 'fr' | 'en' = 'fr') =>
    draw(
      SidePanel,
      { title: hostile, closeHref: '/offres?tri=nom', children: inside('<p>corps</p>'), foot: inside('<b>pied</b>') },
      locale,
    );

  it('is a region named by its heading, which a script can focus', () => {
    const section = one(panel(), 'section');
    expect(words(one(panel(), '*', { id: attribute(section, 'aria-labelledby') ?? '' }))).toBe(hostile);
    expect(attribute(section, 'tabindex')).toBe('-1');
  });

  it('closes by a link to the list as it was', () => {
    const link = one(panel(), 'a');
    expect([attribute(link, 'href'), heard(link)]).toEqual(['/offres?tri=nom', 'Fermer']);
    expect(heard(one(panel('en'), 'a'))).toBe('Close');
  });

  it('has no foot where there is nothing to do', () => {
    expect(words(one(panel(), 'footer'))).toBe('pied');
    const bare = draw(SidePanel, { title: 'A', closeHref: '/', children: inside('<p></p>') });
    expect(all(bare, 'footer')).toEqual([]);
  });
});

describe('Dialog', () => {
  it.each([true, false])('is closed as long as no script runs (open: %s), and says its question', (open) => {
    const page = draw(Dialog, { open, title: 'Retirer ce CV', children: inside('<p>Il revient à la CVthèque.</p>') });
    const dialog = one(page, 'dialog');
    expect(attribute(dialog, 'open')).toBeUndefined();
    expect(words(one(page, '*', { id: attribute(dialog, 'aria-labelledby') ?? '' }))).toBe('Retirer ce CV');
  });

  it('closes by a button that sends no form', () => {
    const button = one(draw(Dialog, { open: false, title: 'A', children: inside('<p></p>') }, 'en'), 'button');
    expect([attribute(button, 'type'), attribute(button, 'aria-label')]).toEqual(['button', 'Close']);
  });
});

describe('Menu and Why', () => {
  it('are folded, and open without a script', () => {
    for (const page of [
      draw(Menu, { children: inside('<a href="/x">Retirer</a>') }),
      draw(Why, { children: inside('<p>Règle</p>') }),
    ]) {
      const details = one(page, 'details');
      expect(attribute(details, 'open')).toBeUndefined();
      const [first] = all(details, '*');
      expect(first?.name).toBe('summary');
    }
  });

  it.each([
    ['fr', 'Plus d’actions', 'Pourquoi\u202f?'],
    ['en', 'More actions', 'Why?'],
  ] as const)('say their names in %s', (locale, more, why) => {
    const menu = one(draw(Menu, { children: inside('<i></i>') }, locale), 'summary');
    expect(attribute(menu, 'aria-label')).toBe(more);
    expect(words(one(draw(Why, { children: inside('<i></i>') }, locale), 'summary'))).toBe(why);
  });

  it('take another name, drawn or said', () => {
    const said = one(draw(Menu, { label: 'Actes de Awa', children: inside('<i></i>') }), 'summary');
    expect([attribute(said, 'aria-label'), words(said)]).toEqual(['Actes de Awa', '']);
    const drawn = one(draw(Menu, { label: 'Exporter', labelShown: true, children: inside('<i></i>') }), 'summary');
    expect([attribute(drawn, 'aria-label'), words(drawn)]).toEqual([undefined, 'Exporter']);
  });

  it('hold what they explain or offer, for whoever opens them', () => {
    expect(words(one(draw(Why, { children: inside('<p>Arrêt payé</p>') }), 'p'))).toBe('Arrêt payé');
    expect(attribute(one(draw(Menu, { children: inside('<a href="/x">x</a>') }), 'a'), 'href')).toBe('/x');
  });
});

describe('CommandBar', () => {
  const actions = [
    { id: '1', label: 'Nouvelle offre', href: '/offres/nouvelle' },
    { id: '2', label: '<script>', href: '/x' },
  ];

  it.each([
    ['fr', 'Chercher', 'Actions'],
    ['en', 'Find', 'Actions'],
  ] as const)('is in %s a link to the page that searches, when no script runs', (locale, said, group) => {
    const page = draw(CommandBar, { href: '/chercher', actions }, locale);
    const link = one(page, 'a', { href: '/chercher' });
    expect(heard(link)).toBe(said);
    expect(attribute(one(page, 'dialog'), 'open')).toBeUndefined();
    expect(words(one(page, '*', { role: 'presentation' }))).toBe(group);
  });

  it('says its name even where the glass alone is drawn', () => {
    expect(heard(one(draw(CommandBar, { href: '/chercher', compact: true }), 'a'))).toBe('Chercher');
  });

  it('ties its box to its list, and its first entry to the box', () => {
    const page = draw(CommandBar, { href: '/chercher', actions });
    const box = one(page, 'input', { role: 'combobox' });
    expect(attribute(one(page, '*', { role: 'listbox' }), 'id')).toBe(attribute(box, 'aria-controls'));
    const options = all(page, 'a', { role: 'option' });
    expect(attribute(box, 'aria-activedescendant')).toBe(options[0] && attribute(options[0], 'id'));
    expect(options.map((option) => attribute(option, 'aria-selected'))).toEqual(['true', 'false']);
    expect(options.map(words)).toEqual(['Nouvelle offre', '<script>']);
    expect(all(page, 'script')).toEqual([]);
  });

  it('says nothing of an entry when there is none', () => {
    const box = one(draw(CommandBar, { href: '/chercher' }), 'input');
    expect(attribute(box, 'aria-activedescendant')).toBeUndefined();
    expect(attribute(box, 'aria-expanded')).toBe('false');
  });
});

describe('StepLink', () => {
  it.each([
    ['before', ['svg', 'span']],
    ['after', ['span', 'svg']],
  ] as const)('leads to the period %s, its arrow on that side and never read aloud', (to, order) => {
    const link = one(draw(StepLink, { href: '?annee=2025', to, children: inside('<span>2025</span>') }), 'a');
    expect(attribute(link, 'href')).toBe('?annee=2025');
    const drawn = all(link, '*').map(({ name }) => name);
    expect(drawn.filter((name) => name === 'svg' || name === 'span')).toEqual(order);
    expect(attribute(one(link, 'svg'), 'aria-hidden')).toBe('true');
    expect(words(link)).toBe('2025');
  });
});
