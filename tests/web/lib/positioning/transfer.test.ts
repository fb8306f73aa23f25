import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { askTransfer, declineReasons, transferWhys } from '@jonction/domain/positioning/transfer';
import { describe, expect, it } from 'vitest';
import PassOn from '../../../../apps/web/src/lib/positioning/PassOn.svelte';
import TransferDecision from '../../../../apps/web/src/lib/positioning/TransferDecision.svelte';
import { readTransferAgreed, readTransferAsked } from '../../../../apps/web/src/lib/positioning/transfer-form.ts';
import { all, attribute, draw, heard, labelOf, one, words } from '../../../support/drawn.ts';
import { story } from './story.ts';

const given = { positioningId: 'p1', status: 'seen', transfer: null, action: '?/passer' } as const;
const asked = {
  id: 't1',
  status: 'asked',
  companyName: '<Ateliers>',
  contactName: 'Mme Roche',
  contactEmail: 'roche@ateliers.test',
  why: 'subcontractor',
  note: 'Pour lundi.',
  askedBy: 'link',
  askedOn: '2020-04-12',
  decidedOn: null,
  decidedByName: null,
  declineReason: null,
  fromPositioningId: story.id,
  fromEmployerName: 'Propreté du Val',
  toPositioningId: null,
  toEmployerName: null,
} as const;
const found = [{ id: 'e1', name: 'Ateliers du Val', identifier: '12345678900012', city: 'Lyon' }];

describe('asking to pass a CV on', () => {
  it.each(positioningStatuses)('is offered where it may be asked: %s', (status) => {
    const page = draw(PassOn, { ...given, status });
    expect(all(page, 'form')).toHaveLength(askTransfer({ status, pending: false }, 'link').ok ? 1 : 0);
  });

  it('is a folded form without a script, with a label for each field, that forbids passing it by oneself', () => {
    const page = draw(PassOn, given);
    expect(one(page, 'details').attributes.has('open')).toBe(false);
    expect(heard(page)).toContain('ne le faites pas suivre vous-même');
    expect(attribute(one(page, 'form'), 'action')).toBe('?/passer');
    for (const name of ['companyName', 'contactName', 'contactEmail', 'note']) {
      expect(labelOf(page, one(page, 'input', { name })).length).toBeGreaterThan(5);
    }
    expect(all(one(page, 'select'), 'option').map((option) => attribute(option, 'value'))).toEqual([
      '',
      ...transferWhys,
    ]);
  });

  it('gives back what was typed, open at what is to correct', () => {
    const wrong = {
      sentence: 'À corriger.',
      fields: { companyName: 'Écrivez le nom.' },
      values: { companyName: 'A', note: '"><b>' },
    };
    const page = draw(PassOn, { ...given, wrong });
    expect(one(page, 'details').attributes.has('open')).toBe(true);
    expect(attribute(one(page, 'input', { name: 'note' }), 'value')).toBe('"><b>');
    expect(heard(page)).toContain('Écrivez le nom.');
    // What was refused of an answer is not of this form.
    const other = { ...wrong, values: { answer: 'meet' } };
    expect(one(draw(PassOn, { ...given, wrong: other }), 'details').attributes.has('open')).toBe(false);
  });

  it('says what became of it, without a reason', () => {
    expect(heard(draw(PassOn, { ...given, transfer: 'asked' }))).toMatch(/^Vous avez demandé/);
    expect(all(draw(PassOn, { ...given, transfer: 'asked' }), 'form')).toHaveLength(0);
    expect(heard(draw(PassOn, { ...given, transfer: 'declined' }))).toMatch(/ne transmet pas ce CV/);
    expect(all(draw(PassOn, { ...given, transfer: 'declined' }), 'form')).toHaveLength(1);
    expect(heard(draw(PassOn, { ...given, status: 'closed', transfer: 'agreed' }))).toBe(
      'Ce CV est passé à une autre entreprise.',
    );
  });

  it('is read back as it was typed', () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ companyName: ' A B ', why: 'other_site', contactEmail: '' }))
      form.set(name, value);
    expect(readTransferAsked(form, 'p1')).toEqual({
      positioningId: 'p1',
      companyName: 'A B',
      contactName: null,
      contactEmail: null,
      why: 'other_site',
      note: null,
    });
  });
});

describe('the decision of the team', () => {
  const drawn = (more: object = {}) =>
    draw(TransferDecision, { story: { ...story, transfers: [asked] }, found, query: 'Ateliers', ...more });

  it('shows what was asked, and asks for the person’s word before anything leaves', () => {
    const page = drawn();
    expect(heard(page)).toMatch(/«.<Ateliers>.»/u);
    expect(heard(page)).toMatch(/Demandé le 12.avr\..2020 par l’entreprise, par son lien/);
    expect(heard(one(page, 'blockquote'))).toBe('Pour lundi.');
    expect(attribute(one(page, 'input', { name: 'recipientEmail' }), 'value')).toBe('roche@ateliers.test');
    const box = one(page, 'input', { name: 'personAgrees' });
    expect(box.attributes.has('checked')).toBe(false);
    expect(labelOf(page, box)).toMatch(/La personne.*est d’accord pour cette entreprise/);
  });

  it('finds the company of the register by a form of its own, without a script', () => {
    const page = drawn();
    const search = one(page, 'form', { method: 'get' });
    expect(attribute(one(search, 'input', { name: 'societe' }), 'value')).toBe('Ateliers');
    // One that sounds alike is not the one that was asked for: a CV does not leave for it by a mere press.
    expect(one(page, 'input', { type: 'radio', value: 'e1' }).attributes.has('checked')).toBe(false);
    const same = drawn({ found: [{ id: 'e1', name: asked.companyName.toUpperCase(), identifier: null, city: null }] });
    expect(one(same, 'input', { type: 'radio', value: 'e1' }).attributes.has('checked')).toBe(true);
    const two = drawn({ found: [...found, { ...found[0], id: 'e2', name: 'Autre' }] });
    expect(all(two, 'input', { type: 'radio' }).some((radio) => radio.attributes.has('checked'))).toBe(false);
    const none = drawn({ found: [] });
    expect(heard(none)).toContain('Aucune entreprise de ce nom');
    expect(all(none, 'form', { action: '?/passer' })).toHaveLength(0);
  });

  it('may be a no, typed, which the company does not read', () => {
    const form = one(drawn(), 'form', { action: '?/nepaspasser' });
    expect(all(form, 'option').map((option) => attribute(option, 'value'))).toEqual(['', ...declineReasons]);
    expect(heard(form)).toContain('jamais la raison');
  });

  it('says first what is to correct, and keeps the rest', () => {
    const wrong = {
      sentence: 'À corriger.',
      fields: { personAgrees: 'Demandez d’abord à la personne.' },
      values: { transferId: 't1', employerId: 'e1', recipientEmail: 'autre@x.test', personAgrees: '' },
    };
    const page = drawn({ wrong });
    expect(heard(page)).toContain('Demandez d’abord à la personne.');
    expect(attribute(one(page, 'input', { name: 'recipientEmail' }), 'value')).toBe('autre@x.test');
  });

  it('leaves its trail, both ways', () => {
    const agreed = {
      ...asked,
      status: 'agreed',
      decidedOn: '2020-04-14',
      decidedByName: 'Claire Martin',
      toPositioningId: 'p2',
      toEmployerName: 'Ateliers du Val',
    } as const;
    const from = draw(TransferDecision, {
      story: { ...story, status: 'closed', transfers: [agreed] },
      found: [],
      query: '',
    });
    expect(heard(from)).toMatch(/Passé à Ateliers du Val le 14.*par Claire Martin/);
    expect(attribute(one(from, 'a'), 'href')).toBe('/facilitateur/envois/cv/p2');
    const to = draw(TransferDecision, { story: { ...story, id: 'p2', transfers: [agreed] }, found: [], query: '' });
    expect(heard(to)).toMatch(/vient de Propreté du Val/);
    expect(all(to, 'a').map((link) => attribute(link, 'href'))).toContain(`/facilitateur/envois/cv/${story.id}`);
    const no = { ...asked, status: 'declined', declineReason: 'other_plan', decidedOn: '2020-04-14' } as const;
    const declined = draw(TransferDecision, { story: { ...story, transfers: [no] }, found: [], query: '' });
    expect(heard(declined)).toMatch(/Non transmis à «.<Ateliers>.».*autre piste/u);
  });

  it('can be typed for a company that calls', () => {
    const page = draw(TransferDecision, { story, found: [], query: '' });
    expect(words(one(page, 'summary'))).toBe('L’entreprise demande à passer ce CV à une autre');
    expect(attribute(one(page, 'form'), 'action')).toBe('?/demander');
  });

  it('is read back: nothing but a tick is her yes', () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ transferId: 't1', employerId: 'e1', recipientEmail: 'a@b.test' }))
      form.set(name, value);
    expect(readTransferAgreed(form).personAgrees).toBe(false);
    form.set('personAgrees', 'oui');
    expect(readTransferAgreed(form)).toMatchObject({ personAgrees: true, recipientName: null, message: null });
  });
});
