import { noReasons } from '@jonction/domain/participant/no-reason';
import { cvFields, saidFields } from '@jonction/domain/participant/own-field';
import { describe, expect, it } from 'vitest';
import { cvLines } from '../../../../apps/web/src/lib/participant-page/cv-lines.ts';
import HomeTiles from '../../../../apps/web/src/lib/participant-page/HomeTiles.svelte';
import OwnConsent from '../../../../apps/web/src/lib/participant-page/OwnConsent.svelte';
import OwnLine from '../../../../apps/web/src/lib/participant-page/OwnLine.svelte';
import OwnTrail from '../../../../apps/web/src/lib/participant-page/OwnTrail.svelte';
import ProposalCard from '../../../../apps/web/src/lib/participant-page/ProposalCard.svelte';
import { readCorrection } from '../../../../apps/web/src/lib/participant-page/read-correction.ts';
import { ownPageWords } from '../../../../apps/web/src/lib/participant-page/words.ts';
import { all, attribute, draw, heard, one, type Tag } from '../../../support/drawn.ts';
import { own, proposal } from './own.ts';

const today = '2026-05-04';
const lines = cvLines(own, 'fr', today);
const lineOf = (field: string) => {
  const line = lines.find((one) => one.field === field);
  if (!line) throw new Error(`no line of ${field}`);
  return line;
};

/** What a form sends as it stands, when its button is pressed. */
function sent(form: Tag, button?: Tag): FormData {
  const data = new FormData();
  for (const control of [...all(form, 'input'), ...(button ? [button] : [])]) {
    const name = attribute(control, 'name');
    if (name) data.append(name, attribute(control, 'value') ?? '');
  }
  return data;
}

describe('the first page', () => {
  it('has six things to do, each with a picture, and says what waits', () => {
    const page = draw(HomeTiles, { own, home: '/moi/x' });
    expect(all(page, 'a').map((link) => [attribute(link, 'href'), heard(link)])).toEqual([
      ['/moi/x/cv', 'Mon CV Lire et corriger'],
      ['/moi/x/offres', 'Oui ou non 1 travail proposé'],
      ['/moi/x/vu', 'Qui a vu mon CV 1 fois'],
      ['/moi/x/heures', 'Mes heures Avoir une feuille qui le dit'],
      ['/moi/x/joindre', 'Me joindre On m’envoie un courrier'],
      ['/moi/x/accord', 'Mon accord J’ai dit oui'],
    ]);
    expect(all(page, 'svg', { 'aria-hidden': 'true' })).toHaveLength(6);
  });

  it('says plainly that nothing waits', () => {
    const empty = {
      ...own,
      openings: [],
      proposals: [{ ...proposal, answer: 'yes' as const }],
      consent: { ...own.consent, given: false },
    };
    const page = heard(draw(HomeTiles, { own: empty, home: '' }));
    expect(page).toContain('Rien pour le moment');
    expect(page).toContain('Personne pour le moment');
    expect(page).toContain('Je n’ai pas dit oui');
  });
});

describe('her CV', () => {
  it('is every line that a company reads, in words and not in codes', () => {
    const read = Object.fromEntries(lines.map(({ field, values }) => [field, values]));
    expect(read).toMatchObject({
      name: ['Awa Diop'],
      occupations: ['Agente de propreté', 'Nettoyage de locaux'],
      phone: ['06\u00a012\u00a034\u00a056\u00a078'],
      place: ['Paris'],
      availability: ['Maintenant'],
      hours: ['De 20 à 35 heures'],
      experience: ['Agente d’entretien, école (2019 - 2021)', 'Aide à domicile'],
      skills: ['balayage', 'monobrosse'],
      languages: ['français B1'],
      radius: ['12\u00a0km au plus'],
    });
    expect(read.licences?.join()).not.toBe('B');
    expect(lines.map(({ field }) => field).sort()).toEqual(
      [...cvFields, ...saidFields.filter((field) => field !== 'other')].sort(),
    );
    expect(lines.filter(({ shown }) => !shown).map(({ field }) => field)).toEqual(['project', 'radius']);
  });

  it('says a day to come, one number of hours, and nothing where nothing is known', () => {
    const card = { ...own.card, availableFrom: '2026-06-01', weeklyHoursMin: 35, phone: null, email: null, title: '' };
    const read = Object.fromEntries(
      cvLines({ ...own, card, radiusKm: null }, 'fr', today).map(({ field, values }) => [field, values]),
    );
    expect(read).toMatchObject({
      availability: ['Le 1er\u00a0juin\u00a02026'],
      hours: ['35 heures'],
      phone: [],
      radius: [],
    });
    const unknown = { ...own.card, availableFrom: null, weeklyHoursMin: null };
    expect(cvLines({ ...own, card: unknown }, 'fr', today).filter(({ values }) => values.length === 0)).toHaveLength(2);
  });

  it.each([...cvFields, ...saidFields.filter((field) => field !== 'other')])(
    'has on the line "%s" a folded form that posts without a script and is read back',
    (field) => {
      const page = draw(OwnLine, { line: lineOf(field), own, said: [] });
      expect(one(page, 'details').attributes.has('open')).toBe(false);
      const form = one(page, 'form');
      expect(attribute(form, 'action')).toBe(`?/corriger#ligne-${field}`);
      expect(readCorrection(sent(form)).field).toBe(field);
      expect(all(page, 'svg', { 'aria-hidden': 'true' }).length).toBeGreaterThan(0);
      expect(heard(one(page, 'summary'))).toContain(lineOf(field).label);
    },
  );

  it('fills the forms with what stands now', () => {
    const read = (field: string) =>
      readCorrection(sent(one(draw(OwnLine, { line: lineOf(field), own, said: [] }), 'form')));
    expect(read('phone')).toEqual({ field: 'phone', phone: '06\u00a012\u00a034\u00a056\u00a078' });
    expect(read('email')).toEqual({ field: 'email', email: 'awa@exemple.test' });
    expect(read('place')).toEqual({ field: 'place', postalCode: '75013', city: 'Paris' });
    expect(read('radius')).toEqual({ field: 'radius', radiusKm: 12 });
    expect(read('hours')).toEqual({ field: 'hours', weeklyHoursMin: 20, weeklyHoursMax: 35 });
  });

  it('gives back what was typed, open, at the field to correct', () => {
    const refused = {
      sentence: 'À corriger.',
      fields: { phone: 'Ce numéro…' },
      values: { field: 'phone', phone: 'abc' },
    };
    const page = draw(OwnLine, { line: lineOf('phone'), own, said: [], refused });
    expect(one(page, 'details').attributes.has('open')).toBe(true);
    expect(attribute(one(page, 'input', { name: 'phone' }), 'value')).toBe('abc');
    expect(heard(page)).toContain('Ce numéro…');
  });

  it('shows what she said until somebody has dealt with it', () => {
    const page = heard(draw(OwnLine, { line: lineOf('skills'), own, said: ['Je soude <b>'] }));
    expect(page).toContain('Vous avez dit\u202f: «\u202fJe soude <b>\u202f». Votre équipe va corriger avec vous.');
  });

  it('says which line companies do not see', () => {
    const notShown = 'Les entreprises ne voient pas cette ligne.';
    expect(heard(draw(OwnLine, { line: lineOf('radius'), own, said: [] }))).toContain(notShown);
    expect(heard(draw(OwnLine, { line: lineOf('phone'), own, said: [] }))).not.toContain(notShown);
  });

  it('takes a form that names no line as something else', () => {
    expect(readCorrection(new FormData())).toEqual({ field: 'other', words: '' });
    const odd = new FormData();
    odd.set('field', 'birthDate');
    odd.set('words', ' x ');
    expect(readCorrection(odd)).toEqual({ field: 'other', words: 'x' });
  });
});

describe('an offer to say yes or no to', () => {
  const card = (given: Partial<typeof proposal> = {}) => draw(ProposalCard, { proposal: { ...proposal, ...given } });

  it('has two answers, and a picture for each reason of a no', () => {
    const page = card();
    const [yes, no] = all(page, 'form');
    if (!yes || !no) throw new Error('two forms');
    expect([...sent(yes, one(yes, 'button'))]).toEqual([
      ['proposalId', proposal.id],
      ['answer', 'yes'],
    ]);
    const reasons = all(no, 'button');
    expect(reasons.map((button) => attribute(button, 'value'))).toEqual([...noReasons]);
    for (const button of reasons) {
      expect(all(button, 'svg')).toHaveLength(1);
      expect(heard(button)).not.toBe('');
      expect(attribute(button, 'type')).toBe('submit');
    }
    expect(sent(no).get('answer')).toBe('no');
  });

  it('says where, when and how long in words', () => {
    const read = heard(card());
    for (const words of ['Paris 13e', '1er\u00a0juin\u00a02026', 'de 20 à 28 heures par semaine', '6 h - 10 h']) {
      expect(read).toContain(words);
    }
    expect(heard(card({ weeklyHoursMin: 28, schedule: null }))).not.toContain('Horaires');
  });

  it('shows the answer given, which may still change', () => {
    const yes = card({ answer: 'yes' });
    expect(heard(yes)).toContain('Vous avez dit oui.');
    expect(heard(yes)).toContain('Changer ma réponse');
    expect(heard(card({ answer: 'no', reason: 'distance' }))).toContain('Vous avez dit non\u202f: C’est trop loin.');
  });

  it.each([
    [{ open: false }, 'C’est trop tard'],
    [{ handled: true, answer: 'yes' as const }, 'Votre équipe a lu votre réponse.'],
    [{ handled: true, open: false, answer: 'yes' as const }, 'Votre équipe a lu votre réponse.'],
  ])('has no button once it is over: %o', (given, words) => {
    const page = card(given);
    expect(all(page, 'button')).toEqual([]);
    expect(heard(page)).toContain(words);
  });
});

describe('who saw her CV', () => {
  it('is each organisation and day, and where it is now in words meant for her', () => {
    const page = draw(OwnTrail, { own });
    expect(all(page, 'li').map(heard)).toEqual([
      'Propreté du Val SARL12\u00a0avr.\u00a02026',
      expect.stringContaining('L’entreprise a lu votre CV. On attend.'),
      expect.stringContaining('Le poste est pris. On cherche d’autres entreprises pour vous.'),
    ]);
  });

  it('says that nobody did, and a meeting with its hour', () => {
    const meeting = { organisation: 'X', where: 'meeting' as const, on: today, told: null };
    const page = heard(
      draw(OwnTrail, {
        own: { ...own, openings: [], sendings: [{ ...meeting, meetingAt: '2026-05-06T07:30:00.000Z' }] },
      }),
    );
    expect(page).toContain('Personne n’a encore ouvert votre CV.');
    expect(page).toContain('6\u00a0mai\u00a02026 à 9\u00a0h\u00a030');
    expect(heard(draw(OwnTrail, { own: { ...own, sendings: [] } }))).toContain(
      'Votre CV n’est chez aucune entreprise.',
    );
  });
});

describe('her agreement', () => {
  const draws = (given: boolean, sure: boolean) =>
    draw(OwnConsent, { consent: { ...own.consent, given }, here: '/moi/x/accord', sure });

  it('is taken back in two steps: the first one only asks', () => {
    const first = draws(true, false);
    expect(all(first, 'form')).toEqual([]);
    expect(all(first, 'a').map((link) => attribute(link, 'href'))).toEqual(['/moi/x/accord?retirer']);
    const second = draws(true, true);
    expect(all(second, 'form').map((form) => attribute(form, 'action'))).toEqual(['/moi/x/accord?/retirer']);
    expect(heard(second)).toContain('Tout de suite, les entreprises ne verront plus votre CV.');
    expect(all(second, 'a').map((link) => attribute(link, 'href'))).toEqual(['/moi/x/accord']);
  });

  it('is given again to the text that is on the page', () => {
    const page = draws(false, false);
    expect([...sent(one(page, 'form'))]).toEqual([['version', '2026-01']]);
    expect(heard(page)).toContain('J’accepte que l’équipe des clauses sociales montre mon CV');
  });
});

describe('every word of the page', () => {
  const french = Object.entries(ownPageWords.fr).map(([key, entry]) => [
    key,
    typeof entry === 'string' ? entry : entry.other,
  ]);

  it('is in short sentences', () => {
    const long = french.flatMap(([key = '', text = '']) =>
      text
        .split(/(?<=[.!?])\s/)
        .filter((phrase) => phrase.split(/\s+/).length > 12)
        .map((phrase) => `${key}: ${phrase}`),
    );
    expect(long).toEqual([]);
  });

  it('has none of the house’s own words', () => {
    const jargon =
      /positionn|diffusion|clause|éligib|dispositif|insertion|référent|prescri|structure d|bénéficiaire|authentif|session|valider|RGPD|consent/i;
    expect(french.filter(([, text = '']) => jargon.test(text.replaceAll(/\{\w+\}/g, '')))).toEqual([]);
  });
});
