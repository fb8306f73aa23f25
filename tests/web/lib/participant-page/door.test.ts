import { describe, expect, it } from 'vitest';
import DoorForm from '../../../../apps/web/src/lib/participant-page/DoorForm.svelte';
import { localVoice, spokenPieces } from '../../../../apps/web/src/lib/participant-page/local-voice.ts';
import PageFrame from '../../../../apps/web/src/lib/participant-page/PageFrame.svelte';
import { all, attribute, draw, heard, inside, labelOf, one } from '../../../support/drawn.ts';
import { door } from './own.ts';

describe('the door of a page', () => {
  it('says who wrote and asks one question, in a form that posts without a script', () => {
    const page = draw(DoorForm, { door });
    expect(heard(page)).toContain('Samira Benali, de Clauses du Val, vous écrit.');
    const form = one(page, 'form');
    expect([attribute(form, 'method'), attribute(form, 'action')]).toEqual(['post', '?/ouvrir']);
    expect(all(form, 'input').map((input) => [attribute(input, 'name'), labelOf(page, input)])).toEqual([
      ['day', 'Jour'],
      ['month', 'Mois'],
    ]);
    for (const input of all(form, 'input')) {
      expect(attribute(input, 'inputmode')).toBe('numeric');
      expect(attribute(input, 'autocomplete')).toBe('off');
      expect(attribute(input, 'value') ?? '').toBe('');
    }
    expect(all(page, 'button').map(heard)).toEqual(['Ouvrir ma page']);
  });

  it('asks for four figures where no birthday is on file', () => {
    const page = draw(DoorForm, { door: { ...door, asked: 'phone' } });
    expect(all(page, 'input').map((input) => [attribute(input, 'name'), labelOf(page, input)])).toEqual([
      ['digits', 'Les 4 derniers chiffres de votre téléphone'],
    ]);
  });

  it('names the team where nobody is named', () => {
    expect(heard(draw(DoorForm, { door: { ...door, senderName: null } }))).toContain('Clauses du Val vous écrit.');
  });

  it('says how many tries are left and how long to wait, and gives no answer back', () => {
    const mistake = { opened: false as const, locked: false, left: 1, waitSeconds: 30 };
    const page = draw(DoorForm, { door, mistake });
    const alert = one(page, '*', { role: 'alert' });
    expect(heard(alert)).toContain('Il reste 1 essai.');
    expect(heard(alert)).toContain('Attendez 30 secondes avant d’essayer encore.');
    for (const input of all(page, 'input')) expect(attribute(input, 'value') ?? '').toBe('');
  });

  it('says the pause to whoever comes back before it is over', () => {
    expect(heard(draw(DoorForm, { door: { ...door, waitSeconds: 12 } }))).toContain('Attendez 12 secondes');
    expect(heard(draw(DoorForm, { door }))).not.toContain('Attendez');
  });

  it('reads in English as well', () => {
    const page = draw(DoorForm, { door }, 'en');
    expect(heard(page)).toContain('To protect you, answer one question.');
    expect(all(page, 'button').map(heard)).toEqual(['Open my page']);
  });
});

describe('the frame of a page', () => {
  const children = inside('<p>Bonjour</p>');

  it('offers to close it once it is open, and somebody to call by name', () => {
    const page = draw(PageFrame, {
      title: 'Mon CV',
      home: '/moi/x',
      open: true,
      back: true,
      helper: { name: 'Samira', phone: '+33140000000' },
      children,
    });
    expect(attribute(one(page, 'form'), 'action')).toBe('/moi/x?/fermer');
    expect(all(page, 'a').map((link) => attribute(link, 'href'))).toEqual(['#contenu', '/moi/x', 'tel:+33140000000']);
    expect(heard(one(page, 'footer'))).toContain('Appeler Samira 01\u00a040\u00a000\u00a000\u00a000');
    expect(all(page, 'h1').map(heard)).toEqual(['Mon CV']);
  });

  it('offers nothing to close before, and no number where there is none', () => {
    const page = draw(PageFrame, { title: 'Votre page', helper: { name: 'Samira', phone: null }, children });
    expect(all(page, 'form')).toEqual([]);
    expect(all(page, 'a', { href: true }).some((link) => attribute(link, 'href')?.startsWith('tel:'))).toBe(false);
    expect(heard(one(page, 'footer'))).toBe('Demandez de l’aide à Samira.');
  });

  it('draws no button to listen before a script has found a voice of the device', () => {
    const page = draw(PageFrame, { title: 'Votre page', children });
    expect(all(page, 'button')).toEqual([]);
  });
});

describe('a voice that reads aloud', () => {
  const voice = (lang: string, localService: boolean, name = '') => ({ lang, localService, name });

  it('is one of this very device, in the language of the page', () => {
    const voices = [voice('fr-FR', false, 'cloud'), voice('en-GB', true), voice('fr-CA', true, 'here')];
    expect(localVoice(voices, 'fr')?.name).toBe('here');
    expect(localVoice(voices, 'en')?.lang).toBe('en-GB');
    expect(localVoice([voice('fr_FR', true, 'underscore')], 'fr')?.name).toBe('underscore');
  });

  it('is none rather than one that sends words away', () => {
    expect(localVoice([voice('fr-FR', false), voice('frr-DE', true)], 'fr')).toBeUndefined();
    expect(localVoice([], 'fr')).toBeUndefined();
    // A browser that does not say is not believed.
    expect(localVoice([{ lang: 'fr-FR', localService: undefined as never }], 'fr')).toBeUndefined();
  });

  it('reads every word, in pieces that none of them stops in', () => {
    const text = `Bonjour Awa\n\nMon CV. ${'Une phrase assez longue pour compter. '.repeat(12)}\nFin !`;
    const pieces = spokenPieces(text);
    expect(pieces.join(' ').split(/\s+/)).toEqual(text.trim().split(/\s+/));
    expect(pieces.every((piece) => piece.length <= 200)).toBe(true);
    expect(pieces.length).toBeGreaterThan(2);
    expect(spokenPieces(' \n ')).toEqual([]);
  });
});
