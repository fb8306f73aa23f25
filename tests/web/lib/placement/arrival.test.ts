import { defaultArrivalModel, kitFields } from '@jonction/domain/placement/arrival';
import { arrivalLetter } from '@jonction/messages/arrival-letter';
import { describe, expect, it } from 'vitest';
import ArrivalFields from '../../../../apps/web/src/lib/placement/ArrivalFields.svelte';
import ArrivalModelForm from '../../../../apps/web/src/lib/placement/ArrivalModelForm.svelte';
import ArrivalSheet from '../../../../apps/web/src/lib/placement/ArrivalSheet.svelte';
import { type Arrival, readKit } from '../../../../apps/web/src/lib/placement/arrival.ts';
import ComingArrivals from '../../../../apps/web/src/lib/placement/ComingArrivals.svelte';
import TeamTabs from '../../../../apps/web/src/lib/shell/TeamTabs.svelte';
import { all, attribute, draw, heard, labelOf, one, words } from '../../../support/drawn.ts';

const kit: Arrival = {
  placementId: 'l1',
  workerName: 'Awa <Diarra>',
  employerName: 'Propreté du Val',
  contractObject: 'Nettoyage des écoles',
  startsOn: '2020-05-04',
  endsOn: null,
  weeklyHours: 25,
  hour: '6 h',
  place: null,
  welcomedBy: 'Mme Roche',
  tutor: null,
  equipment: null,
  ...defaultArrivalModel,
  toldOn: null,
  callName: 'Claire Martin',
  callEmail: 'claire@clauses.test',
  structureName: 'Clauses du Val',
  structurePhone: '+33140506070',
};

describe('the sheet of a first day', () => {
  it('says who, when, where, with whom, with what, and what is still to be completed', () => {
    const text = heard(draw(ArrivalSheet, { kit }));
    for (const said of ['Awa <Diarra>', '6 h', 'Mme Roche', 'Nettoyage des écoles']) {
      expect(text).toContain(said);
    }
    expect(text).toMatch(/le 4.mai.2020 · 25.h par semaine/u);
    expect(text.match(/à compléter/g)).toHaveLength(3);
  });

  it('has the safety reception, a box for each line of the list, and what to declare', () => {
    const page = draw(ArrivalSheet, { kit, hoursHref: '/entreprise/heures' });
    expect(all(one(page, 'ul'), 'li').map(words)).toEqual(defaultArrivalModel.checklist.map((line) => line));
    expect(heard(page)).toContain('L. 4154-2');
    expect(all(page, 'a', { href: '/entreprise/heures' })).toHaveLength(1);
    expect(all(draw(ArrivalSheet, { kit }), 'a', { href: '/entreprise/heures' })).toHaveLength(0);
  });

  it('says whom to call, with a number to press', () => {
    const page = draw(ArrivalSheet, { kit });
    expect(heard(page)).toContain('Appelez Claire Martin, Clauses du Val');
    expect(all(page, 'a', { href: 'tel:+33140506070' })).toHaveLength(1);
    expect(all(page, 'a', { href: 'mailto:claire@clauses.test' })).toHaveLength(1);
    const nobody = draw(ArrivalSheet, { kit: { ...kit, callName: null, callEmail: null, structurePhone: null } });
    expect(heard(nobody)).toContain('Appelez Clauses du Val, Clauses du Val');
    expect(all(nobody, 'a')).toHaveLength(0);
  });

  it('says nothing of why she is eligible', () => {
    expect(heard(draw(ArrivalSheet, { kit }))).not.toMatch(/éligib|RSA|insertion|public/i);
  });
});

describe('completing it', () => {
  it('is a form without a script, each field with its label and what is known', () => {
    const page = draw(ArrivalFields, { kit, lead: 'Merci.' });
    expect(attribute(one(page, 'form'), 'action')).toBe('?/completer');
    for (const field of kitFields) {
      const input = one(page, 'input', { name: field });
      expect(labelOf(page, input).length).toBeGreaterThan(5);
      expect(attribute(input, 'value') ?? '').toBe(kit[field] ?? '');
    }
  });

  it('gives back what was refused, and says where', () => {
    const wrong = { sentence: 'Trop long.', fields: { hour: 'Trop long.' }, values: { hour: '"><b>' } };
    const page = draw(ArrivalFields, { kit, lead: '', wrong });
    expect(attribute(one(page, 'input', { name: 'hour' }), 'value')).toBe('"><b>');
    expect(heard(page)).toContain('Trop long.');
  });

  it('is read back, blank as nothing', () => {
    const form = new FormData();
    form.set('hour', ' 7 h ');
    form.set('place', ' ');
    expect(readKit(form, 'l1')).toEqual({
      placementId: 'l1',
      hour: '7 h',
      place: null,
      welcomedBy: null,
      tutor: null,
      equipment: null,
    });
  });
});

describe('the model, for the lead', () => {
  it('is three texts, the list a line a box', () => {
    const page = draw(ArrivalModelForm, { model: defaultArrivalModel });
    for (const name of ['safety', 'checklist', 'declaring']) {
      expect(labelOf(page, one(page, 'textarea', { name })).length).toBeGreaterThan(5);
    }
    expect(page.html).toContain('Badge, vestiaire');
  });

  it('keeps what was typed when it is refused', () => {
    const wrong = {
      sentence: 'Vide.',
      fields: { safety: 'Écrivez.' },
      values: { safety: '', declaring: 'Chaque jour.' },
    };
    const page = draw(ArrivalModelForm, { model: defaultArrivalModel, wrong });
    expect(heard(page)).toContain('Écrivez.');
    expect(page.html).toContain('Chaque jour.');
  });

  it('has its place among the settings of the team', () => {
    const link = one(draw(TeamTabs, { current: 'arrival' }), 'a', { href: '/facilitateur/reglages/accueil' });
    expect(attribute(link, 'aria-current')).toBe('page');
  });
});

describe('who arrives, on the company’s page', () => {
  const row = { placementId: 'l1', workerName: 'Awa Diarra', startsOn: '2020-05-04', hour: null, place: null };

  it('leads to each kit, and says what is to be completed', () => {
    const page = draw(ComingArrivals, { rows: [row, { ...row, placementId: 'l2', hour: '6 h', place: 'Dépôt' }] });
    expect(all(page, 'a').map((link) => attribute(link, 'href'))).toEqual([
      '/entreprise/arrivees/l1',
      '/entreprise/arrivees/l2',
    ]);
    const [first, second] = all(page, 'li').map(heard);
    expect(first).toMatch(/Awa Diarra, le 4.mai.2020 à compléter/);
    expect(second).toContain('6 h · Dépôt');
  });

  it('is no empty box where nobody does', () => {
    expect(heard(draw(ComingArrivals, { rows: [] }))).toBe('');
  });
});

describe('its letter', () => {
  const facts = {
    recipientName: 'Marc',
    startsOn: '4 mai 2020',
    contractObject: 'Nettoyage <des> écoles',
    known: [{ label: 'Heure', value: '6 h' }],
    missing: ['lieu'],
    ...defaultArrivalModel,
    senderName: 'Claire Martin',
    senderEmail: 'claire@clauses.test',
    structureName: 'Clauses du Val',
    structurePhone: null,
    url: 'http://jonction.test/entreprise/arrivees/l1',
  };

  it('is the whole kit, in plain text as in HTML', () => {
    const { subject, text, html } = arrivalLetter(facts);
    expect(subject).toBe('Premier jour chez vous le 4 mai 2020');
    for (const line of defaultArrivalModel.checklist) expect(text).toContain(`☐ ${line}`);
    for (const said of ['Heure : 6 h', 'À compléter', 'lieu', facts.url, 'claire@clauses.test'])
      expect(text).toContain(said);
    expect(html).toContain('Nettoyage &lt;des&gt; écoles');
  });

  it('has no empty part', () => {
    const { text } = arrivalLetter({ ...facts, recipientName: null, known: [], missing: [], senderEmail: null });
    expect(text).toMatch(/^Bonjour,/);
    expect(text).not.toMatch(/À compléter|\n\n\n/);
  });
});
