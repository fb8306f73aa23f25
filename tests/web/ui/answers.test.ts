import Avatar from '@jonction/ui/Avatar.svelte';
import Badge from '@jonction/ui/Badge.svelte';
import Button from '@jonction/ui/Button.svelte';
import Card from '@jonction/ui/Card.svelte';
import EmptyState from '@jonction/ui/EmptyState.svelte';
import IconButton from '@jonction/ui/IconButton.svelte';
import KeyHint from '@jonction/ui/KeyHint.svelte';
import LinkButton from '@jonction/ui/LinkButton.svelte';
import Logo from '@jonction/ui/Logo.svelte';
import Notice from '@jonction/ui/Notice.svelte';
import Toast from '@jonction/ui/Toast.svelte';
import ToastArea from '@jonction/ui/ToastArea.svelte';
import Tooltip from '@jonction/ui/Tooltip.svelte';
import { tell } from '@jonction/ui/tell';
import Phone from '@lucide/svelte/icons/phone';
import { createRawSnippet } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { toasts } from '../../../packages/ui/src/toasts.svelte.ts';
import { all, attribute, draw, heard, inside, one, words } from '../../support/drawn.ts';

const hostile = '<script>alert(1)</script>';
const word = inside('<i>Enregistrer</i>');

describe('Button', () => {
  it('sends its form unless it does something of its own', () => {
    expect(attribute(one(draw(Button, { children: word }), 'button'), 'type')).toBe('submit');
    expect(attribute(one(draw(Button, { children: word, onclick: () => {} }), 'button'), 'type')).toBe('button');
    expect(attribute(one(draw(Button, { children: word, type: 'reset' }), 'button'), 'type')).toBe('reset');
  });

  it('sends what it was given, where it was told', () => {
    const button = one(
      draw(Button, { children: word, name: 'answer', value: 'hire', formaction: '?/repondre' }),
      'button',
    );
    expect(['name', 'value', 'formaction'].map((name) => attribute(button, name))).toEqual([
      'answer',
      'hire',
      '?/repondre',
    ]);
  });

  it('says that it works, and stays where the keyboard is', () => {
    const button = one(draw(Button, { children: word, busy: true }), 'button');
    expect(attribute(button, 'aria-busy')).toBe('true');
    expect(attribute(button, 'disabled')).toBeUndefined();
    expect(heard(button)).toBe('Enregistrer');
    expect(attribute(one(draw(Button, { children: word }), 'button'), 'aria-busy')).toBeUndefined();
  });

  it('is named by its words alone: its icon says nothing', () => {
    const page = draw(Button, { children: word, icon: Phone });
    expect(attribute(one(page, 'svg'), 'aria-hidden')).toBe('true');
    expect(heard(page)).toBe('Enregistrer');
  });
});

describe('LinkButton', () => {
  it('is a link with all that a link takes', () => {
    const link = one(
      draw(LinkButton, { href: '/export.csv', download: 'export.csv', children: word, icon: Phone }),
      'a',
    );
    expect([attribute(link, 'href'), attribute(link, 'download'), heard(link)]).toEqual([
      '/export.csv',
      'export.csv',
      'Enregistrer',
    ]);
  });

  it('writes an address as an address, whatever is in it', () => {
    const page = draw(LinkButton, { href: `/?q="${hostile}`, children: word });
    expect(attribute(one(page, 'a'), 'href')).toBe(`/?q="${hostile}`);
    expect(all(page, 'script')).toEqual([]);
  });
});

describe('IconButton', () => {
  it('has a name, as a button and as a link', () => {
    const button = one(draw(IconButton, { label: 'Retirer Awa', icon: Phone }), 'button');
    expect([attribute(button, 'aria-label'), attribute(button, 'type')]).toEqual(['Retirer Awa', 'submit']);
    const link = one(draw(IconButton, { label: 'Ouvrir Awa', icon: Phone, href: '/awa' }), 'a');
    expect([heard(link), attribute(link, 'href')]).toEqual(['Ouvrir Awa', '/awa']);
  });
});

describe('Notice', () => {
  it.each([
    ['wrong', 'alert'],
    ['warning', 'status'],
    ['note', 'status'],
    ['good', 'status'],
  ] as const)('%s is said as %s, with a shape beside its words', (tone, role) => {
    const page = draw(Notice, { tone, title: hostile, children: inside('<p>Le mois est clos.</p>') });
    expect(heard(one(page, '*', { role }))).toBe(`${hostile} Le mois est clos.`);
    expect(attribute(one(page, 'svg'), 'aria-hidden')).toBe('true');
    expect(all(page, 'script')).toEqual([]);
  });

  it('has a shape of its own for each tone', () => {
    const tones = ['wrong', 'warning', 'note', 'good'] as const;
    const shapes = tones.map((tone) => attribute(one(draw(Notice, { tone, title: 'a' }), 'svg'), 'class'));
    expect(new Set(shapes).size).toBe(4);
  });
});

describe('a toast', () => {
  afterEach(() => {
    toasts.length = 0;
  });

  it('offers the way back only when there is one', () => {
    const names = (undo?: () => void, locale: 'fr' | 'en' = 'fr') =>
      all(draw(Toast, { message: 'Accepté.', undo }, locale), 'button').map(
        (button) => attribute(button, 'aria-label') ?? words(button),
      );
    expect(names()).toEqual(['Fermer']);
    expect(names(() => {})).toEqual(['Annuler', 'Fermer']);
    expect(names(() => {}, 'en')).toEqual(['Undo', 'Close']);
  });

  it('says what was done and what failed with another shape, the message as text', () => {
    const done = draw(Toast, { message: hostile });
    const failed = draw(Toast, { message: hostile, tone: 'failed' });
    const shape = (page: typeof done) => all(page, 'svg').map((svg) => attribute(svg, 'class'))[0];
    expect(shape(done)).not.toBe(shape(failed));
    expect(words(one(done, 'p'))).toBe(hostile);
    expect(all(done, 'script')).toEqual([]);
  });

  it('is said politely, three at most: an older one gives way', () => {
    for (const message of ['un', 'deux', 'trois', 'quatre']) tell(message);
    const area = one(draw(ToastArea, {}), '*', { role: 'status' });
    expect(attribute(area, 'aria-live')).toBe('polite');
    expect(all(area, 'p').map(words)).toEqual(['deux', 'trois', 'quatre']);
  });

  it('has an area even before anything is said, or a screen reader would miss the first', () => {
    expect(words(one(draw(ToastArea, {}), '*', { 'aria-live': 'polite' }))).toBe('');
  });
});

describe('EmptyState', () => {
  it('says what is empty, then what to do first, then offers it', () => {
    const page = draw(EmptyState, {
      title: 'Aucune offre',
      children: inside('<p>Notez un premier besoin.</p>'),
      actions: inside('<a href="/offres/nouvelle">Nouvelle offre</a>'),
    });
    expect(heard(page)).toBe('Aucune offre Notez un premier besoin. Nouvelle offre');
    expect(attribute(one(page, 'svg'), 'aria-hidden')).toBe('true');
  });

  it('draws nothing empty where it has no more to say', () => {
    const page = draw(EmptyState, { title: 'Rien à décider', met: true });
    expect(all(page, 'div').filter((box) => heard(box) === '')).toEqual([]);
  });
});

describe('Card', () => {
  it.each([2, 3] as const)('has a heading of level %i', (level) => {
    const page = draw(Card, { title: hostile, level, children: inside('<p>x</p>') });
    expect(words(one(page, `h${level}`))).toBe(hostile);
    expect(all(page, 'script')).toEqual([]);
  });

  it('has no empty heading when it has no title', () => {
    const page = draw(Card, { children: inside('<p>x</p>') });
    expect(all(page, 'header')).toEqual([]);
  });
});

describe('Avatar', () => {
  it.each([
    ['Awa Diarra', 'AD'],
    ['Marie-Hélène de la Tour', 'MT'],
    ['élodie', 'É'],
    ['', ''],
    ['3 <b>', ''],
  ])('writes %o as %o, and screen readers skip it', (name, initials) => {
    const page = draw(Avatar, { name });
    expect(words(page)).toBe(initials);
    expect(heard(page)).toBe('');
  });
});

describe('small pieces', () => {
  it('Badge keeps its words, its tone beside them', () => {
    const badge = one(draw(Badge, { tone: 'toDecide', children: inside('<i>CV à confirmer</i>') }), 'span');
    expect([attribute(badge, 'data-tone'), words(badge)]).toEqual(['toDecide', 'CV à confirmer']);
  });

  it('Logo says the name once, drawn or not', () => {
    expect(heard(draw(Logo, {}))).toBe('Jonction');
    expect(heard(draw(Logo, { word: false }))).toBe('Jonction');
  });

  it('KeyHint writes each key apart', () => {
    expect(all(draw(KeyHint, { keys: 'Ctrl K' }), 'kbd').map(words)).toEqual(['Ctrl', 'K']);
  });

  it('Tooltip adds nothing that only a script would show', () => {
    const link = createRawSnippet(() => ({ render: () => '<a href="/x">Ouvrir</a>' }));
    expect(words(draw(Tooltip, { text: 'repète', children: link }))).toBe('Ouvrir');
  });
});
