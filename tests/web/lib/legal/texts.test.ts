import { describe, expect, it } from 'vitest';
import BuyerTable from '../../../../apps/web/src/lib/legal/BuyerTable.svelte';
import ReceivedTexts from '../../../../apps/web/src/lib/legal/ReceivedTexts.svelte';
import TextFields from '../../../../apps/web/src/lib/legal/TextFields.svelte';
import TextSheet from '../../../../apps/web/src/lib/legal/TextSheet.svelte';
import type { KeptText, TextBuyer } from '../../../../apps/web/src/lib/legal/text.ts';
import { all, draw, heard } from '../../../support/drawn.ts';

const text: KeptText = {
  ...{
    id: 'v1',
    textId: 't1',
    version: 2,
    title: 'Prolonger',
    source: 'ordonnance n° 2020-319',
    summary: 'Un.\nDeux.',
  },
  ...{ url: 'https://www.legifrance.gouv.fr/x', fileName: 'note.pdf', validFrom: '2020-03-12', validTo: '2020-07-23' },
  ...{ scope: 'territory', scopeWords: 'Paris', scopeBuyerName: null, scopeBuyerId: null },
};
const said = (drawn: ReturnType<typeof draw>) => heard(drawn).replaceAll(/\s+/g, ' ');

describe('a text as it is read', () => {
  it('says how it is cited, its days, for whom, in paragraphs, and where it is read', () => {
    const drawn = draw(TextSheet, { text, fileHref: '/api/legal/v1' });
    expect(said(drawn)).toContain('ordonnance n° 2020-319 · du 12 mars 2020 au 23 juil. 2020 · territoire : Paris');
    expect(all(drawn, 'p').map(heard)).toEqual(expect.arrayContaining(['Un.', 'Deux.']));
    expect(all(drawn, 'a').map((link) => link.attributes.get('href'))).toEqual([text.url, '/api/legal/v1']);
  });

  it('has no link and no file where there is none, and no end where none is said', () => {
    const drawn = draw(TextSheet, {
      text: { ...text, url: null, fileName: null, validTo: null, scope: 'national', scopeWords: null },
    });
    expect(all(drawn, 'a')).toEqual([]);
    expect(said(drawn)).toContain('depuis le 12 mars 2020 · national');
  });
});

describe('what a buyer received', () => {
  const row = { ...text, state: 'in_force', structureName: 'Clauses du Val', openedOn: null } as const;

  it('shows who sent it, and keeps what it says behind a button with a name', () => {
    const drawn = draw(ReceivedTexts, { texts: [row], opened: null });
    expect(said(drawn)).toContain('ordonnance n° 2020-319 · en vigueur · envoyé par Clauses du Val');
    expect(said(drawn)).not.toContain('Deux.');
    const [button] = all(drawn, 'button');
    expect(button?.attributes.get('aria-label')?.replaceAll(/\s/g, ' ')).toBe('Ouvrir « Prolonger »');
    expect(all(drawn, 'form')[0]?.attributes.get('method')).toBe('post');
  });

  it('shows the one that was opened, and when others were', () => {
    const drawn = draw(ReceivedTexts, { texts: [row, { ...row, id: 'v2', openedOn: '2026-03-10' }], opened: text });
    expect(said(drawn)).toContain('Deux.');
    expect(said(drawn)).toContain('ouvert le 10 mars 2026');
    expect(all(drawn, 'button').length).toBe(1);
  });
});

describe('the buyers of a text', () => {
  const buyer: TextBuyer = {
    ...{ buyerId: 'b1', name: 'Ville du Nord', address: 'marches@nord.test', contactName: 'M. Nord', letters: 0 },
    ...{ lastLetterOn: null, outcome: null, openedOn: null, openedVersion: null, openedBy: null, held: null },
  };
  const boxes = (drawn: ReturnType<typeof draw>) =>
    all(drawn, 'input').filter((input) => input.attributes.get('name') === 'buyerIds');

  it('may be ticked where somebody has an address and no letter has just left', () => {
    const held = {
      ...buyer,
      buyerId: 'b2',
      letters: 1,
      lastLetterOn: '2026-03-10',
      held: 'Relancez à partir du 13 mars.',
    };
    const silent = { ...buyer, buyerId: 'b3', address: null, contactName: null };
    const drawn = draw(BuyerTable, { buyers: [buyer, held, silent], version: 2 });
    expect(boxes(drawn).map((box) => box.attributes.has('disabled'))).toEqual([false, true, true]);
    expect(said(drawn)).toContain('aucune adresse connue');
    expect(said(drawn)).toContain('Relancez à partir du 13 mars.');
    expect(said(drawn)).toContain('pas encore');
  });

  it('say who opened it and when, which version, and which letters came back', () => {
    const read = { ...buyer, letters: 2, lastLetterOn: '2026-03-10', openedOn: '2026-03-11', openedBy: 'M. Nord' };
    const drawn = draw(BuyerTable, { buyers: [{ ...read, openedVersion: 1, outcome: 'returned' }], version: 2 });
    expect(said(drawn)).toContain('2 lettres, la dernière le 10 mars 2026');
    expect(said(drawn)).toContain('le 11 mars 2026, M. Nord');
    expect(said(drawn)).toContain('version 1');
    expect(said(drawn)).toContain('lettre revenue');
    expect(said(draw(BuyerTable, { buyers: [{ ...read, openedVersion: 2 }], version: 2 }))).not.toContain('version 2');
  });
});

describe('the form of a text', () => {
  const buyers = [{ buyerId: 'b1', name: 'Ville du Nord' }];
  const inputs = (drawn: ReturnType<typeof draw>) =>
    new Map(all(drawn, 'input').map((input) => [input.attributes.get('name'), input.attributes.get('value')]));

  it('is empty for a new one, which is for everybody', () => {
    const drawn = draw(TextFields, { text: null, buyers, refused: null });
    expect(inputs(drawn).get('title')).toBe('');
    expect(inputs(drawn).has('version')).toBe(false);
    expect(inputs(drawn).has('keepFile')).toBe(false);
  });

  it('holds the version that was read, its fields and its file', () => {
    const drawn = draw(TextFields, { text, buyers, refused: null });
    expect(inputs(drawn).get('version')).toBe('2');
    expect(inputs(drawn).get('scopeWords')).toBe('Paris');
    expect(said(drawn)).toContain('Garder le fichier note.pdf');
  });

  it('loses nothing that was typed when it is refused, and says why at the field', () => {
    const refused = {
      sentence: 'À corriger.',
      fields: { url: 'Pas une adresse.' },
      values: { title: 'Autre', url: 'x' },
    };
    const drawn = draw(TextFields, { text, buyers, refused });
    expect(inputs(drawn).get('title')).toBe('Autre');
    expect(inputs(drawn).get('url')).toBe('x');
    expect(said(drawn)).toContain('Pas une adresse.');
  });
});
