import { describe, expect, it } from 'vitest';
import SpreadOffer from '../../../../apps/web/src/lib/offer/SpreadOffer.svelte';
import StillOpen from '../../../../apps/web/src/lib/offer/StillOpen.svelte';
import type { SpreadOffer as Spread } from '../../../../apps/web/src/lib/offer/spread-offer.ts';
import SpreadPage from '../../../../apps/web/src/routes/(portals)/facilitateur/offres/[offerId]/diffuser/+page.svelte';
import CommitteePage from '../../../../apps/web/src/routes/(portals)/facilitateur/offres/comite/+page.svelte';
import PartnerPage from '../../../../apps/web/src/routes/(portals)/partenaire/offres/+page.svelte';
import { all, attribute, draw, heard, one, words } from '../../../support/drawn.ts';

const offer: Spread = {
  ...{ offerId: 'o1', number: 7, title: 'Agent de propreté', romeCode: 'K2204', positions: 2 },
  ...{
    weeklyHoursMin: 20,
    weeklyHoursMax: 25,
    employmentKind: 'fixed_term',
    startsOn: '2026-05-10',
    placeLabel: 'Paris 13e',
  },
  ...{
    licences: ['B'],
    skills: [{ skill: 'x', label: 'Monobrosse' }],
    monthsAsked: 6,
    frenchLevel: 2,
    schedule: '6 h - 10 h',
  },
  ...{ status: 'open', contractObject: 'Nettoyage, lot 2', dueHours: 1200, note: 'Venez', sentOn: '2026-05-01' },
  ...{ answer: null, mine: [] },
};
const people = [
  { id: 'p1', name: 'Awa Diop' },
  { id: 'p2', name: 'Ibrahim Sow' },
];
const page = <Piece extends Parameters<typeof draw>[0]>(piece: Piece, data: object, form: object | null = null) =>
  draw(piece, { data, form, params: {} } as never);

describe('an offer as a partner reads it', () => {
  it('says the position and its clause', () => {
    const said = words(draw(SpreadOffer, { offer, people }));
    for (const part of ['Agent de propreté', '2 postes', 'Paris 13e', 'Monobrosse', 'Nettoyage, lot 2', 'Venez'])
      expect(said).toContain(part);
  });

  it('is answered by ticking one’s own people, or by having nobody', () => {
    const drawn = draw(SpreadOffer, { offer, people });
    expect(attribute(one(drawn, 'form'), 'action')).toBe('?/repondre');
    expect(all(drawn, 'input', { name: 'participantId' }).map((box) => attribute(box, 'value'))).toEqual(['p1', 'p2']);
    expect(all(drawn, 'button').map((button) => heard(button).split(' pour')[0])).toEqual([
      'Proposer',
      'Personne à proposer',
    ]);
    expect(all(drawn, 'button').every((button) => heard(button).includes('Agent de propreté'))).toBe(true);
  });

  it('offers nobody twice, and says who is proposed already and where she stands', () => {
    const drawn = draw(SpreadOffer, {
      offer: { ...offer, mine: [{ participantId: 'p1', name: 'Awa Diop', status: 'proposed' }] },
      people,
    });
    expect(all(drawn, 'input', { name: 'participantId' }).map((box) => attribute(box, 'value'))).toEqual(['p2']);
    expect(words(drawn)).toContain('Awa Diop (à l’étude)');
  });

  it('folds many people away, and shows them when the form comes back', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ id: `m${at}`, name: `Personne ${at}` }));
    const isOpen = (given: object) =>
      one(draw(SpreadOffer, { offer, people: many, ...given }), 'details').attributes.has('open');
    expect(isOpen({})).toBe(false);
    expect(words(draw(SpreadOffer, { offer, people: many }))).toContain('Choisir parmi vos 9 personnes');
    expect(isOpen({ people: many.slice(1) })).toBe(true);
    expect(isOpen({ refused: { sentence: 'Cochez quelqu’un.', fields: {}, values: {} } })).toBe(true);
    expect(all(draw(SpreadOffer, { offer, people: many }), 'input', { name: 'participantId' })).toHaveLength(9);
  });

  it('can still say nobody when everybody was proposed', () => {
    const drawn = draw(SpreadOffer, { offer, people: [] });
    expect(all(drawn, 'button').map((button) => attribute(button, 'name'))).toEqual(['nobody']);
  });

  it('waits for nothing once it is over', () => {
    const drawn = draw(SpreadOffer, { offer: { ...offer, status: 'filled' }, people });
    expect(all(drawn, 'form')).toEqual([]);
    expect(words(drawn)).toContain('n’attend plus de proposition');
  });

  it('keeps what was ticked when the form comes back', () => {
    const refused = {
      sentence: 'Cette personne est déjà proposée.',
      fields: {},
      values: { offerId: 'o1', participantId: 'p2', note: 'Motivé' },
    };
    const drawn = draw(SpreadOffer, { offer, people, refused });
    expect(all(drawn, 'input', { checked: true }).map((box) => attribute(box, 'value'))).toEqual(['p2']);
    expect(words(drawn)).toContain('déjà proposée');
    expect(words(one(drawn, 'textarea'))).toBe('Motivé');
  });
});

describe('the offers of a partner', () => {
  it('are all there, with ids of their own, and an empty page says what will come', () => {
    const drawn = page(PartnerPage, { offers: [offer, { ...offer, offerId: 'o2' }], people });
    const ids = all(drawn, '*', { id: true }).map((tag) => attribute(tag, 'id'));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(words(page(PartnerPage, { offers: [], people }))).toContain('Aucune offre ne vous a été diffusée');
    expect(words(page(PartnerPage, { offers: [], people }, { done: { proposed: 1 } }))).toContain(
      'Votre réponse est envoyée',
    );
  });
});

describe('who answered', () => {
  const row = {
    partnerId: 'm',
    name: 'Mission locale',
    sentOn: '2026-05-01',
    remindedOn: null,
    answer: null,
    answerNote: null,
    answeredOn: null,
    people: 0,
    mayRemind: true,
  };
  const given = (rows: object[], left = 1) => ({
    offer: { id: 'o1', title: 'Agent' },
    broadcast: { rows, left, members: 3 },
  });

  it('is said in words for each partner, with how many people it put forward', () => {
    const drawn = page(
      SpreadPage,
      given([
        row,
        { ...row, partnerId: 'c', name: 'Cap emploi', answer: 'people', people: 2 },
        { ...row, partnerId: 'e', answer: 'nobody', answerNote: 'Tous placés' },
      ]),
    );
    for (const part of ['pas encore', 'a proposé', 'personne à proposer', 'Tous placés'])
      expect(words(drawn)).toContain(part);
  });

  it('is asked again only where the guard lets a letter leave', () => {
    const button = (mayRemind: boolean) =>
      one(one(page(SpreadPage, given([{ ...row, mayRemind }])), 'form', { action: '?/relancer' }), 'button');
    expect(attribute(button(true), 'disabled')).toBeUndefined();
    expect(attribute(button(false), 'disabled')).toBeDefined();
    expect(all(page(SpreadPage, given([{ ...row, answer: 'nobody' }])), 'form', { action: '?/relancer' })).toEqual([]);
  });

  it('offers to spread it to those left, and nothing when the committee has it', () => {
    expect(words(one(page(SpreadPage, given([])), 'form'))).toContain('Diffuser à 1');
    expect(all(page(SpreadPage, given([{ ...row, answer: 'people' }], 0)), 'form')).toEqual([]);
    const nobody = page(SpreadPage, {
      offer: { id: 'o1', title: 'Agent' },
      broadcast: { rows: [], left: 0, members: 0 },
    });
    expect(words(nobody)).toContain('aucun membre');
    expect(words(page(SpreadPage, given([row]), { done: { spread: 2 } }))).toContain('L’offre est diffusée');
    expect(words(page(SpreadPage, given([row]), { done: { reminded: 1 } }))).toContain('relancés');
  });
});

describe('the committee', () => {
  it('ticks its members, and says how each answers', () => {
    const members = [{ partnerId: 'm', name: 'Mission locale', spread: 4, answered: 3, people: 7 }];
    const partners = [
      { id: 'm', name: 'Mission locale', city: 'Paris' },
      { id: 'c', name: 'Cap emploi', city: null },
    ];
    const drawn = page(CommitteePage, { members, partners });
    expect(all(drawn, 'input', { checked: true }).map((box) => attribute(box, 'value'))).toEqual(['m']);
    expect(words(drawn)).toContain('3 réponses sur 4 offres');
    expect(words(drawn)).toContain('7 personnes positionnées');
    expect(words(page(CommitteePage, { members: [], partners: [] }))).toContain('Aucun partenaire dans le registre');
  });
});

describe('an offer that nobody speaks of', () => {
  it('is asked about in words, and said still open in one click', () => {
    const drawn = draw(StillOpen, { action: '?/toujours', ask: '?/demander' });
    expect(attribute(one(drawn, 'form', { action: '?/toujours' }), 'method')).toBe('post');
    expect(words(drawn)).toContain('quarante-cinq jours');
    expect(all(drawn, 'button').map(heard)).toContain('Oui, toujours ouverte');
  });
});
