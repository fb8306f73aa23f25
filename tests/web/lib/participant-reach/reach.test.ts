import { preferredChannels } from '@jonction/domain/participant/status';
import { describe, expect, it } from 'vitest';
import CallCard from '../../../../apps/web/src/lib/contact/CallCard.svelte';
import OwnReach from '../../../../apps/web/src/lib/participant-page/OwnReach.svelte';
import Errands from '../../../../apps/web/src/lib/participant-reach/Errands.svelte';
import PersonToReach from '../../../../apps/web/src/lib/participant-reach/PersonToReach.svelte';
import ReachForm from '../../../../apps/web/src/lib/participant-reach/ReachForm.svelte';
import { type Reach, type ToReach, textHref } from '../../../../apps/web/src/lib/participant-reach/reach.ts';
import ThirdContact from '../../../../apps/web/src/lib/participant-reach/ThirdContact.svelte';
import ToldForm from '../../../../apps/web/src/lib/participant-reach/ToldForm.svelte';
import { all, attribute, draw, heard, labelOf, one, type Tag, words as typeset } from '../../../support/drawn.ts';
import { own } from '../participant-page/own.ts';

/** As people read it: spaces that do not break are spaces. */
const words = (tag: Tag) => typeset(tag).replaceAll(/[\u00a0\u202f]/g, ' ');

const id = '0190a000-0000-7000-8000-000000000001';
const errand = {
  id: '0190a000-0000-7000-8000-0000000000e1',
  kind: 'meeting',
  subject: 'Votre rendez-vous du 12 mars',
  body: 'Vous avez rendez-vous le 12 mars.\n\nLieu : 12, rue des Ateliers',
  since: '2026-03-02',
  tries: 2,
  lastTryOn: '2026-03-04',
} as const;
const awa: ToReach = {
  participantId: id,
  name: 'Awa Diop',
  phone: '+33612345678',
  since: '2026-03-02',
  ownerName: 'Samira Benali',
  safeContactOnly: false,
  reach: { channel: 'phone', because: null },
  errands: [errand],
};
const reach: Reach = {
  version: 3,
  preferredChannel: 'letter',
  email: null,
  phone: '+33612345678',
  safeContactOnly: false,
  postal: '3 rue des Lilas\n75013 Paris',
  third: null,
  next: { channel: 'phone', because: 'too_late' },
  waiting: [],
  told: [],
};
const third = {
  name: 'Fatou Diop',
  relation: 'family',
  phone: '+33611223344',
  email: null,
  agreedOn: '2026-03-01',
  agreedWay: 'spoken',
  recordedByName: 'Samira Benali',
} as const;

describe('how somebody is reached, on her record', () => {
  it('says today’s way and why it is not her own, in a form that posts without a script', () => {
    const page = draw(ReachForm, { reach });
    expect(words(page)).toContain('Aujourd’hui : téléphone — un courrier arriverait trop tard.');
    expect(attribute(one(page, 'form'), 'action')).toBe('?/enregistrer');
    expect(attribute(one(page, 'input', { name: 'version' }), 'value')).toBe('3');
    expect(all(one(page, 'select'), 'option', { selected: true }).map((option) => attribute(option, 'value'))).toEqual([
      'letter',
    ]);
    expect(heard(one(page, 'textarea'))).toContain('75013 Paris');
  });

  it('says nothing of why where her own way works', () => {
    const page = draw(ReachForm, { reach: { ...reach, next: { channel: 'letter', because: null } } });
    expect(words(page)).toContain('Aujourd’hui : courrier.');
  });

  it('shows again what was typed and refused', () => {
    const page = draw(ReachForm, {
      reach,
      errors: { postal: 'Écrivez l’adresse entière.' },
      values: { postal: 'Paris' },
    });
    expect(heard(one(page, 'textarea'))).toBe('Paris');
    expect(words(page)).toContain('Écrivez l’adresse entière.');
  });
});

describe('a trusted person, on her record', () => {
  it('is shown with the agreement, who noted it, and that reading her is kept', () => {
    const page = draw(ThirdContact, { third, today: '2026-03-02' });
    expect(words(page)).toContain('Fatou Diop');
    expect(words(page)).toMatch(/Accord dit de vive voix le 1er mars 2026, noté par Samira Benali/);
    expect(words(page)).toContain('inscrite au journal');
    expect(attribute(one(page, 'a'), 'href')).toBe('tel:+33611223344');
    expect(all(page, 'form').map((form) => attribute(form, 'action'))).toEqual(['?/effacer', '?/confiance']);
  });

  it('asks for the agreement and its day in the form, both required, never later than today', () => {
    const page = draw(ThirdContact, { third: null, today: '2026-03-02' });
    expect(words(page)).toContain('Sans l’accord daté de la personne, aucun contact n’est gardé.');
    const form = one(page, 'form');
    const day = one(form, 'input', { name: 'agreedOn' });
    expect([attribute(day, 'max'), attribute(day, 'required') !== undefined]).toEqual(['2026-03-02', true]);
    expect(attribute(one(form, 'select', { name: 'agreedWay' }), 'required')).toBeDefined();
    expect(labelOf(page, day)).toContain('Accord donné le');
    // Online is her own page.
    expect(
      all(one(form, 'select', { name: 'agreedWay' }), 'option').map((option) => attribute(option, 'value')),
    ).not.toContain('online');
  });

  it('keeps the form open with what was typed when it came back', () => {
    const page = draw(ThirdContact, {
      third: null,
      today: '2026-03-02',
      errors: { name: 'Écrivez le nom.' },
      values: { name: '', phone: '06' },
    });
    expect(attribute(one(page, 'details'), 'open')).toBeDefined();
    expect(attribute(one(page, 'input', { name: 'phone' }), 'value')).toBe('06');
  });
});

describe('somebody of the list to reach', () => {
  it('is called with one press, with the very words to say', () => {
    const page = draw(PersonToReach, { person: awa, action: '?/dit' });
    expect(all(page, 'a').map((link) => attribute(link, 'href'))).toContain('tel:+33612345678');
    expect(words(page)).toContain('Vous avez rendez-vous le 12 mars.');
    expect(words(page)).toContain('2 essais');
    expect(attribute(one(page, 'article'), 'id')).toBe(`personne-${id}`);
  });

  it.each([
    ['sms', 'sms:+33612345678?body='],
    ['letter', `/facilitateur/participants/a-joindre/${id}/courrier`],
    ['third', `/facilitateur/participants/${id}/joindre`],
  ] as const)('by %s, leads where that is done', (channel, href) => {
    const page = draw(PersonToReach, { person: { ...awa, reach: { channel, because: null } }, action: '?/dit' });
    expect(all(page, 'a').some((link) => attribute(link, 'href')?.startsWith(href))).toBe(true);
    expect(all(page, 'a').some((link) => attribute(link, 'href')?.startsWith('tel:'))).toBe(false);
  });

  it('says so where there is no number, and why her own way is not taken', () => {
    const page = draw(PersonToReach, {
      person: { ...awa, phone: null, reach: { channel: 'phone', because: 'no_postal' } },
      action: '?/dit',
    });
    expect(words(page)).toContain('Aucun téléphone noté.');
    expect(words(page)).toContain('le courrier est préféré, aucune adresse n’est notée');
  });

  it('warns of messages that others read', () => {
    const person = { ...awa, safeContactOnly: true, reach: { channel: 'phone', because: 'safe_contact' } } as const;
    expect(words(draw(PersonToReach, { person, action: '?/dit' }))).toContain('de vive voix seulement');
  });

  it('shows a refusal beside the person it is about', () => {
    const page = draw(PersonToReach, { person: awa, action: '?/dit', refused: 'Il n’y a plus rien à lui dire.' });
    expect(heard(one(page, '*', { role: 'alert' }))).toContain('plus rien à lui dire');
  });

  it.each(preferredChannels)('by %s, is ended by one click that this way can have', (channel) => {
    const page = draw(ToldForm, { person: { ...awa, reach: { channel, because: null } }, action: '?/dit' });
    const outcomes = all(page, 'button').map((button) => attribute(button, 'value'));
    expect(outcomes).toContain('reached');
    expect(outcomes.includes('sent')).toBe(['letter', 'sms', 'mail'].includes(channel));
    expect(outcomes.includes('voicemail')).toBe(channel !== 'letter');
    expect(attribute(one(page, 'input', { name: 'participantId' }), 'value')).toBe(id);
  });

  it('names what waits by its kind and its age, in English as well', () => {
    expect(words(draw(Errands, { errands: [errand] }))).toMatch(/rendez-vous confirmé depuis le 2 mars 2026/);
    expect(words(draw(Errands, { errands: [errand] }, 'en'))).toContain('meeting confirmed');
  });

  it('writes a text whole, whatever its signs', () => {
    const href = textHref('+33612345678', [{ body: 'À 9 h & à l’heure ?' }, { body: 'Fin.' }]);
    expect(decodeURIComponent(href.split('body=')[1] ?? '')).toBe('À 9 h & à l’heure ?\n\nFin.');
    expect(href.split('&')).toHaveLength(1);
  });
});

describe('her own page', () => {
  it('offers each way as a large button, the chosen one said to be so', () => {
    const page = draw(OwnReach, { reach: own.reach });
    const ways = all(page, 'button', { name: 'channel' });
    expect(ways.map((way) => attribute(way, 'value'))).toEqual([...preferredChannels]);
    expect(
      ways.filter((way) => attribute(way, 'aria-pressed') === 'true').map((way) => attribute(way, 'value')),
    ).toEqual(['letter']);
    expect(words(page)).not.toMatch(/@|RGPD/);
  });

  it('shows whom she goes through since when, with a button to take it back', () => {
    const page = draw(OwnReach, { reach: own.reach });
    expect(words(page)).toContain('Fatou Diop, famille');
    expect(words(page)).toContain('Vous avez dit oui le 1er mars 2026.');
    expect(all(page, 'input', { name: 'retirer' })).toHaveLength(1);
  });

  it('says that naming somebody is her agreement, and that nobody is named yet', () => {
    const page = draw(OwnReach, { reach: { channel: null, postal: null, third: null } });
    expect(words(page)).toContain('je suis d’accord pour que l’équipe passe par cette personne');
    expect(words(page)).toContain('Personne pour le moment');
    expect(words(page)).toContain('Vous n’avez rien choisi.');
    expect(all(page, 'input', { name: 'retirer' })).toHaveLength(0);
  });

  it('opens the form that came back with what was typed', () => {
    const refused = {
      sentence: 'Corrigez ce champ.',
      fields: { 'third.phone': 'Donnez un téléphone.' },
      values: { field: 'third', name: 'Fatou', relation: 'family', phone: '', email: '' },
    };
    const page = draw(OwnReach, { reach: { ...own.reach, third: null }, refused });
    expect(words(page)).toContain('Donnez un téléphone.');
    expect(attribute(one(page, 'input', { name: 'name' }), 'value')).toBe('Fatou');
  });
});

describe('the card to call from', () => {
  const person = { id, phone: '+33612345678', preferredChannel: 'letter' } as const;

  it('says that she would rather be reached otherwise, and where', () => {
    const page = draw(CallCard, { person, back: '/x' });
    expect(words(page)).toContain('Préfère : courrier.');
    expect(all(page, 'a').map((link) => attribute(link, 'href'))).toContain(`/facilitateur/participants/${id}/joindre`);
  });

  it('says nothing to whoever calls somebody that wants to be called', () => {
    expect(words(draw(CallCard, { person: { ...person, preferredChannel: 'phone' }, back: '/x' }))).not.toContain(
      'Préfère',
    );
    expect(words(draw(CallCard, { person: { ...person, preferredChannel: null }, back: '/x' }))).not.toContain(
      'Préfère',
    );
  });
});
