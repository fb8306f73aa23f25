import { handReasons } from '@jonction/domain/participant/link';
import { wordFields } from '@jonction/domain/participant/own-field';
import { describe, expect, it } from 'vitest';
import AskedOffers from '../../../../apps/web/src/lib/participant/AskedOffers.svelte';
import OwnPageLink from '../../../../apps/web/src/lib/participant/OwnPageLink.svelte';
import SaidWords from '../../../../apps/web/src/lib/participant/SaidWords.svelte';
import type { ShownLink } from '../../../../apps/web/src/lib/participant/shown-link.ts';
import { all, attribute, draw, heard, one } from '../../../support/drawn.ts';
import { proposal } from './own.ts';

const living = {
  way: 'hand',
  createdAt: '2026-05-01T08:00:00.000Z',
  expiresAt: '2026-06-30T08:00:00.000Z',
  over: false,
  openedAt: null,
  lockedAt: null,
  failures: 0,
  madeByName: 'Samira Benali',
} as const;
const shown: ShownLink = {
  living: null,
  next: { way: 'mail', because: null },
  email: 'awa@exemple.test',
  mayMake: true,
  words: [],
  proposals: [],
};
const link = (given: Partial<ShownLink> = {}, more: Partial<Parameters<typeof draw<typeof OwnPageLink>>[1]> = {}) =>
  draw(OwnPageLink, { shown: { ...shown, ...given }, ...more });

describe('giving the link', () => {
  it('offers to send it where it can leave, and always to hand it over', () => {
    const page = link();
    expect(all(page, 'button').map(heard).slice(0, 2)).toEqual([
      'Envoyer un lien à awa@exemple.test',
      'Faire un lien à remettre',
    ]);
    expect(all(page, 'form').map((form) => all(form, 'input').map((input) => attribute(input, 'value')))).toEqual([
      [],
      ['oui'],
    ]);
    expect(heard(page)).toContain('Aucun lien n’est ouvert.');
  });

  it.each(handReasons)('says why it is handed over: %s', (because) => {
    const page = link({ next: { way: 'hand', because } });
    expect(all(page, 'form')).toHaveLength(1);
    expect(heard(page)).toMatch(/remet/i);
  });

  it('offers nothing where her page would have nothing to ask', () => {
    const page = link({ mayMake: false });
    expect(all(page, 'form')).toEqual([]);
    expect(heard(page)).toContain('Notez d’abord sa date de naissance ou son téléphone');
  });

  it('says how the link that lives stands, and closes it', () => {
    const page = link({ living: { ...living, openedAt: '2026-05-03T10:00:00.000Z', failures: 2 } });
    expect(heard(page)).toContain('Un lien vit jusqu’au 30\u00a0juin\u00a02026.');
    expect(heard(page)).toContain('Remis en main propre le 1er\u00a0mai\u00a02026 par Samira Benali.');
    expect(heard(page)).toContain('2 mauvaises réponses.');
    expect(all(page, 'form').map((form) => attribute(form, 'action'))).toContain('?/fermer');
  });

  it('says that it was locked, or that it is over, and offers to make another', () => {
    const locked = link({ living: { ...living, lockedAt: '2026-05-04T10:00:00.000Z' } });
    expect(heard(locked)).toContain('trop de mauvaises réponses');
    const over = link({ living: { ...living, over: true } });
    expect(heard(over)).toContain('Le dernier lien a expiré');
    expect(all(over, 'form').map((form) => attribute(form, 'action'))).not.toContain('?/fermer');
    for (const page of [locked, over]) expect(heard(page)).toContain('Faire un lien à remettre');
  });

  it('shows the address once, where it is handed over, and not where it left', () => {
    const made = {
      way: 'hand',
      because: 'no_sms',
      url: 'https://x.test/moi/abc',
      expiresAt: living.expiresAt,
    } as const;
    const page = link({ living }, { made });
    expect(attribute(one(page, 'input', { name: 'adresse' }), 'value')).toBe('https://x.test/moi/abc');
    expect(heard(page)).toContain('aucun SMS ne part d’ici');
    const left = link({ living }, { made: { ...made, way: 'mail', because: null, url: null } });
    expect(all(left, 'input', { name: 'adresse' })).toEqual([]);
    expect(heard(left)).toContain('Le lien est parti par courriel.');
    expect(heard(link({}, { closed: true }))).toContain('Le lien est fermé.');
  });
});

describe('what a person said, for the team', () => {
  it.each(wordFields)('is named in words and settled by a button: %s', (field) => {
    const word = { id: 'w1', field, words: null, applied: true, saidAt: '2026-05-01T08:00:00.000Z' };
    const page = draw(SaidWords, { words: [word] });
    expect(heard(one(page, 'strong'))).not.toContain('said.');
    expect(attribute(one(page, 'input', { name: 'wordId' }), 'value')).toBe('w1');
  });

  it('is told apart: done already, or to be done with her', () => {
    const said = (applied: boolean) =>
      heard(
        draw(SaidWords, {
          words: [{ id: 'w1', field: 'skills', words: 'Je soude', applied, saidAt: '2026-05-01T08:00:00.000Z' }],
        }),
      );
    expect(said(true)).toContain('Changé par la personne');
    expect(said(false)).toContain('À corriger avec la personne');
    expect(said(false)).toContain('Je soude');
    expect(heard(draw(SaidWords, { words: [] }))).toBe('Rien n’attend.');
  });
});

describe('offers asked about, for the team', () => {
  const asked = { ...proposal, offerId: 'o1' };
  const offers = [
    { value: 'o1', label: 'Agent de propreté, Propreté du Val SARL' },
    { value: 'o2', label: 'Maçon, Voirie du Plateau' },
  ];

  it('can be those not asked yet', () => {
    const page = draw(AskedOffers, { proposals: [asked], offers });
    expect(all(page, 'option').map((option) => attribute(option, 'value'))).toEqual(['', 'o2']);
    expect(heard(page)).toContain('attend sa réponse');
    const [first] = offers;
    expect(all(draw(AskedOffers, { proposals: [asked], offers: first ? [first] : [] }), 'select')).toEqual([]);
  });

  it('say her answer, to be read once', () => {
    const no = draw(AskedOffers, { proposals: [{ ...asked, answer: 'no', reason: 'health' }], offers: [] });
    expect(heard(no)).toContain('dit non\u202f: trop dur');
    expect(attribute(one(no, 'input', { name: 'proposalId' }), 'value')).toBe(asked.id);
    const read = draw(AskedOffers, { proposals: [{ ...asked, answer: 'yes', handled: true }], offers: [] });
    expect(all(read, 'form')).toEqual([]);
  });
});
