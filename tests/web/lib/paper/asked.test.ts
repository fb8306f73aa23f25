import { paperStates } from '@jonction/domain/paper/asked';
import { paperKindNames } from '@jonction/domain/paper/categories';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import AskedList from '../../../../apps/web/src/lib/paper/AskedList.svelte';
import AskForm from '../../../../apps/web/src/lib/paper/AskForm.svelte';
import BringForm from '../../../../apps/web/src/lib/paper/BringForm.svelte';
import { askedItems } from '../../../../apps/web/src/lib/server/paper-actions.ts';
import { all, attribute, draw, heard, labelOf, one } from '../../../support/drawn.ts';

type Row = ComponentProps<typeof AskedList>['rows'][number];
const asked: Row = {
  id: 'i1',
  kind: 'vigilance',
  label: null,
  validMonths: 6,
  state: 'asked',
  askedOn: '2026-03-02',
  askedByName: 'Camille Fontanel',
  dueOn: '2026-03-31',
  note: null,
  contractObject: null,
  piece: null,
};
const piece = {
  fileId: 'f1',
  name: 'vigilance.pdf',
  unread: false,
  validUntil: '2026-09-02',
  source: 'account',
  broughtByName: 'Marc Delaunoy',
  broughtAt: '2026-03-10T09:00:00Z',
  decision: null,
  reason: null,
} as const;
const received: Row = { ...asked, id: 'i2', state: 'received', piece };
const list = (rows: readonly Row[], given: Partial<ComponentProps<typeof AskedList>> = {}) =>
  draw(AskedList, { rows, side: 'company', refused: null, ...given });
const titles = (drawn: ReturnType<typeof list>) => all(drawn, 'h3').map(heard);

describe('a list of papers', () => {
  it('says what, where it stands in a word, since when, and for when', () => {
    const said = heard(list([asked]));
    expect(said).toContain('Attestation de vigilance (Urssaf)');
    expect(said).toContain('demandé');
    expect(said).toContain('par Camille Fontanel');
    expect(said).toMatch(/attendu le\s31\smars\s2026/);
  });

  it.each(paperStates)('has a word for a paper that is %s', (state) => {
    expect(heard(list([{ ...asked, state, piece }]))).not.toMatch(/undefined|paper\./);
  });

  it('says which other paper by its name alone, and which one of a kind', () => {
    const other: Row = { ...asked, id: 'i3', kind: 'other', label: 'Plan de prévention' };
    const second: Row = { ...asked, id: 'i4', kind: 'insurance', label: 'décennale' };
    expect(titles(list([other, second]))).toEqual(['Plan de prévention', 'Attestation d’assurance (décennale)']);
  });

  it('lets a company bring, and decide nothing', () => {
    const drawn = list([received]);
    expect(all(drawn, 'form').map((form) => attribute(form, 'action'))).toEqual(['?/apporter']);
    expect(attribute(one(drawn, 'a'), 'href')).toBe('/api/downloads/f1');
  });

  it('lets the team accept, refuse with a reason, and take off the list', () => {
    const drawn = list([received], { side: 'team' });
    expect(all(drawn, 'form').map((form) => attribute(form, 'action'))).toEqual([
      '?/decider',
      '?/decider',
      '?/apporter',
      '?/annuler',
    ]);
    expect(attribute(one(drawn, 'button', { name: 'accept' }), 'aria-label')).toMatch(
      /^Accepter\s: Attestation de vigilance \(Urssaf\)$/,
    );
  });

  it('puts first what the team has to read, and keeps the company’s order', () => {
    const late: Row = { ...asked, id: 'i5', kind: 'insurance', state: 'late' };
    expect(titles(list([late, received], { side: 'team' }))[0]).toContain('vigilance');
    expect(titles(list([late, received]))[0]).toContain('assurance');
  });

  it('names and does not open what was brought, behind a link without an account', () => {
    const drawn = list([received], { opens: false });
    expect(all(drawn, 'a')).toEqual([]);
    expect(heard(drawn)).toContain('vigilance.pdf');
  });

  it('says why a paper was refused, and no longer until when it counts', () => {
    const said = heard(
      list([{ ...received, state: 'refused', piece: { ...piece, decision: 'refused', reason: 'Illisible.' } }]),
    );
    expect(said).toMatch(/Motif du refus\s: Illisible\./);
    expect(said).not.toContain('valable');
  });

  it('asks the team to look at a photo before it accepts', () => {
    const photo: Row = { ...received, piece: { ...piece, unread: true } };
    expect(heard(list([photo], { side: 'team' }))).toContain('à relire');
    expect(heard(list([photo]))).not.toContain('à relire');
  });

  it('says by which way it came', () => {
    const by = (source: 'link' | 'team') => heard(list([{ ...received, piece: { ...piece, source } }]));
    expect(by('link')).toContain('par le lien d’un courriel');
    expect(by('team')).toContain('reçu par l’équipe');
  });

  it('opens the form of the line that was refused, and no other', () => {
    const refused = {
      sentence: 'Non.',
      fields: { issuedOn: 'Vérifiez-la.' },
      values: { itemId: 'i1', issuedOn: '2027-01-01' },
    };
    const drawn = list([asked, received], { refused });
    expect(all(drawn, 'details').map((one) => one.attributes.has('open'))).toEqual([true, false]);
    expect(heard(drawn)).toContain('Vérifiez-la.');
  });
});

describe('the form that brings', () => {
  const fields = (row: Row) =>
    all(draw(BringForm, { row, refused: null }), 'input')
      .map((input) => attribute(input, 'name'))
      .filter((name) => name !== 'file');

  it('asks for the day of issue of what counts in months', () => {
    expect(fields(asked)).toEqual(['itemId', 'issuedOn']);
  });

  it('asks for the end of what has one written, and for no day of what counts for good', () => {
    expect(fields({ ...asked, kind: 'insurance', validMonths: null })).toEqual(['itemId', 'validUntil']);
    expect(fields({ ...asked, kind: 'work_contract', validMonths: null })).toEqual(['itemId']);
  });
});

describe('the form that asks', () => {
  const drawn = (given: Partial<ComponentProps<typeof AskForm>> = {}) =>
    draw(AskForm, {
      checklist: ['vigilance', 'insurance'],
      asked: [],
      months: { vigilance: 6 },
      refused: null,
      ...given,
    });
  const boxes = (form: ReturnType<typeof drawn>) => all(form, 'input', { name: 'kind' });
  const ticked = (form: ReturnType<typeof drawn>) =>
    boxes(form)
      .filter((box) => box.attributes.has('checked'))
      .map((box) => attribute(box, 'value'));

  it('ticks the list proposed for the company, and offers every other kind', () => {
    expect(ticked(drawn())).toEqual(['vigilance', 'insurance']);
    expect(boxes(drawn())).toHaveLength(paperKindNames.length - 1);
  });

  it('leaves out what is asked already', () => {
    expect(ticked(drawn({ asked: ['vigilance'] }))).toEqual(['insurance']);
  });

  it('says how long each counts, before it is asked', () => {
    const form = drawn();
    const [vigilance] = boxes(form);
    expect(vigilance && labelOf(form, vigilance)).toContain('compte 6 mois');
  });

  it('gives back what was ticked when it is refused', () => {
    const refused = { sentence: 'Non.', fields: {}, values: { kind: ['geiq_label'], note: 'Merci' } };
    expect(ticked(drawn({ refused }))).toEqual(['geiq_label']);
    expect(heard(one(drawn({ refused }), 'textarea'))).toBe('Merci');
  });

  it('sends each, whose months the team set, and one of any name', () => {
    const form = new FormData();
    for (const kind of ['vigilance', 'insurance', 'passeport']) form.append('kind', kind);
    form.set('label', 'Plan de prévention');
    expect(askedItems(form)).toEqual([
      { kind: 'vigilance' },
      { kind: 'insurance' },
      { kind: 'other', label: 'Plan de prévention' },
    ]);
  });
});
