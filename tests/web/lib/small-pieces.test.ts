import { closingStates } from '@jonction/domain/hours/closing';
import SortHeader from '@jonction/ui/SortHeader.svelte';
import { describe, expect, it } from 'vitest';
import OpenCapForm from '../../../apps/web/src/lib/bank/OpenCapForm.svelte';
import CvText from '../../../apps/web/src/lib/cv/CvText.svelte';
import ClosingMark from '../../../apps/web/src/lib/hours/ClosingMark.svelte';
import HoursTabs from '../../../apps/web/src/lib/hours/HoursTabs.svelte';
import LetterPage from '../../../apps/web/src/lib/message/LetterPage.svelte';
import OfferFacts from '../../../apps/web/src/lib/offer/OfferFacts.svelte';
import type { BankAnswer } from '../../../apps/web/src/lib/participant/bank-answer.ts';
import NobodyFound from '../../../apps/web/src/lib/participant/NobodyFound.svelte';
import CvExperience from '../../../apps/web/src/lib/positioning/CvExperience.svelte';
import { all, attribute, describedBy, draw, heard, labelOf, one, words } from '../../support/drawn.ts';

const plain = (text: string) =>
  text
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

describe('the setting of open proposals', () => {
  it('names its field, explains it, and shows what is set', () => {
    const page = draw(OpenCapForm, { most: 5 });
    const field = one(page, 'input', { name: 'most' });
    expect(labelOf(page, field)).toBe('Prévenir à partir de');
    expect(attribute(field, 'value')).toBe('5');
    expect(describedBy(page, field).length).toBeGreaterThan(0);
    expect(attribute(one(page, 'form'), 'action')).toBe('?/plafond');
  });

  it('says at the field why it was refused', () => {
    const page = draw(OpenCapForm, { most: 0, error: 'Écrivez un nombre de 1 à 20.' });
    const field = one(page, 'input', { name: 'most' });
    expect(attribute(field, 'aria-invalid')).toBe('true');
    expect(describedBy(page, field).join(' ')).toContain('Écrivez un nombre de 1 à 20.');
  });
});

describe('the views of the hours', () => {
  it('lead each somewhere else, and the current one says so', () => {
    const page = draw(HoursTabs, { current: 'late' });
    const links = all(page, 'a');
    const hrefs = links.map((link) => attribute(link, 'href'));
    expect(new Set(hrefs).size).toBe(hrefs.length);
    const current = links.filter((link) => attribute(link, 'aria-current') !== undefined);
    expect(current.map((link) => plain(words(link)))).toEqual(['Retards']);
  });

  it('count what waits for a decision only where it is known', () => {
    const tray = (waiting?: number) =>
      plain(
        words(
          all(draw(HoursTabs, { current: 'month', ...(waiting === undefined ? {} : { waiting }) }), 'a')[0] ??
            one(draw(HoursTabs, { current: 'month' }), 'nav'),
        ),
      );
    expect(tray()).toBe('À décider');
    expect(tray(12)).toContain('12');
  });
});

describe('the mark of a month', () => {
  it.each(closingStates)('says its state in words, not by its colour alone: %s', (state) => {
    expect(plain(heard(draw(ClosingMark, { state, word: 'Le mot du mois' })))).toContain('Le mot du mois');
  });
});

describe('the words of a CV', () => {
  it('are marked where something was read, in their order and whole', () => {
    const page = draw(CvText, {
      pieces: [
        { text: 'Awa INVENTÉE, ', passage: null },
        { text: 'maçonne', passage: 3 },
        { text: ' à Lyon <script>', passage: null },
      ] as never,
    });
    expect(plain(words(one(page, 'section')))).toBe('Awa INVENTÉE, maçonne à Lyon <script>');
    expect(attribute(one(page, 'mark'), 'id')).toBe('passage-3');
    // What a CV holds is text and never a page.
    expect(all(page, 'script')).toEqual([]);
  });

  it('are in a box that the keyboard reaches and that has a name', () => {
    const box = one(draw(CvText, { pieces: [{ text: 'a', passage: null }] as never }), 'section');
    expect([attribute(box, 'tabindex'), attribute(box, 'aria-label')]).toEqual(['0', 'Texte du fichier']);
  });

  it('are said to be missing when the CV has no file', () => {
    const page = draw(CvText, { pieces: [] });
    expect(plain(heard(page))).toContain('Ce CV n’a pas de fichier.');
    expect(all(page, 'section')).toEqual([]);
  });
});

describe('the jobs of a card', () => {
  const card = {
    occupations: [
      { code: 'F1703', label: 'Maçonnerie', months: 0 },
      { code: 'K2204', label: 'Nettoyage de locaux', months: 23 },
      { code: 'N1101', label: 'Conduite de chariots', months: 36 },
    ],
    experience: [
      { label: 'Maçonne', from: '2019', to: '2019' },
      { label: 'Agente de propreté', from: '2020-03', to: null },
      { label: 'Cariste', from: null, to: '2018' },
      { label: 'Aide ménagère', from: null, to: null },
    ],
  };
  const lines = (level: 3 | 4 = 3) =>
    all(draw(CvExperience, { card: card as never, level }), 'li').map((line) => plain(words(line)));

  it('say months up to two years, then years, and what is only sought', () => {
    expect(lines().slice(0, 3)).toEqual([
      'Maçonnerie recherché',
      'Nettoyage de locaux 23 mois',
      'Conduite de chariots 3 ans',
    ]);
  });

  it('are as precise as the CV is, and say nothing of what it does not date', () => {
    expect(lines().slice(3)).toEqual([
      'Maçonne 2019',
      'Agente de propreté depuis mars 2020',
      'Cariste 2018',
      'Aide ménagère',
    ]);
  });

  it.each([3, 4] as const)('stand under headings of the level asked: %s', (level) => {
    const page = draw(CvExperience, { card: card as never, level });
    expect(all(page, `h${level}`).map((head) => plain(words(head)))).toEqual(['Métiers', 'Expérience']);
  });

  it('have no heading of nothing', () => {
    expect(all(draw(CvExperience, { card: { occupations: [], experience: [] }, level: 3 }), 'h3')).toEqual([]);
  });
});

describe('a letter of the outbox', () => {
  const message = {
    subject: 'Trois personnes pour votre poste',
    toName: 'Marc',
    toAddress: 'marc@entreprise.example',
    status: 'sent',
    returnedAt: null,
    sentAt: '2026-11-20T09:30:00.000Z',
    lastError: null,
    bodyText: 'Bonjour,\nvoyez http://localhost:3000/recu/abc puis répondez. <b>gras</b>',
  };
  const page = (changes: object = {}) =>
    draw(LetterPage, { base: '/facilitateur/messages', message: { ...message, ...changes } as never });

  it('has its links live, and nothing else of what was written becomes a page', () => {
    const links = all(page(), 'a').filter((link) => attribute(link, 'href')?.includes('/recu/'));
    expect(links.map((link) => [attribute(link, 'href'), attribute(link, 'rel')])).toEqual([
      ['http://localhost:3000/recu/abc', 'noreferrer'],
    ]);
    expect(all(page(), 'b')).toEqual([]);
    expect(plain(heard(page()))).toContain('<b>gras</b>');
  });

  it('says that it has left and is no longer kept, that it came back, what went wrong', () => {
    expect(plain(heard(page({ bodyText: null })))).toContain('son contenu n’est plus gardé');
    expect(plain(heard(page({ lastError: 'boîte pleine' })))).toContain('Dernière erreur : boîte pleine');
    expect(plain(heard(page({ returnedAt: '2026-11-21T09:30:00.000Z' })))).not.toBe(plain(heard(page())));
  });

  it('says that reading it is written down', () => {
    expect(plain(heard(page()))).toContain('La lecture de ce message est inscrite au journal.');
  });
});

describe('the facts of an offer', () => {
  const offer = {
    positions: 2,
    weeklyHoursMin: 20,
    weeklyHoursMax: 35,
    employmentKind: 'fixed_term',
    placeLabel: 'Aubervilliers',
    slackDays: 0,
    startsOn: '2026-12-01',
    employerName: 'Entreprise Inventée',
    ownerName: null,
    createdAt: '2026-11-20T08:00:00.000Z',
  };
  const said = (changes: object = {}) =>
    plain(heard(draw(OfferFacts, { offer: { ...offer, ...changes } as never, today: '2026-11-23' })));

  it('say hours as a range, or once when they are the same', () => {
    expect(said()).toContain('20 à 35 h par semaine');
    expect(said({ weeklyHoursMin: 35 })).toContain('35 h par semaine');
    expect(said({ weeklyHoursMin: 35 })).not.toContain('à 35 h');
  });

  it('agree in number, and say how far the start may move', () => {
    expect(said()).toContain('2 postes');
    expect(said({ positions: 1 })).toContain('1 poste ·');
    expect(said({ slackDays: 1 })).toContain('ou un jour après');
    expect(said({ slackDays: 10 })).toContain('jusqu’à 10 jours après');
  });

  it('say who follows it, or that nobody does', () => {
    expect(said()).toContain('sans responsable');
    expect(said({ ownerName: 'Camille' })).toContain('suivie par Camille');
  });
});

describe('when nobody answers', () => {
  const url = (query: string) => ({ pathname: '/facilitateur/participants', searchParams: new URLSearchParams(query) });
  const answer = (given: { filters?: object[]; nobody?: object | null }) =>
    ({ filters: given.filters ?? [], nobody: given.nobody ?? null }) as unknown as BankAnswer;
  const links = (query: string, given: Parameters<typeof answer>[0]) =>
    all(draw(NobodyFound, { answer: answer(given), url: url(query) }), 'a').map((link) => [
      plain(words(link)),
      (attribute(link, 'href') ?? '').replaceAll('&amp;', '&'),
    ]);
  const said = (query: string, given: Parameters<typeof answer>[0]) =>
    plain(heard(draw(NobodyFound, { answer: answer(given), url: url(query) })));

  it('the words that nobody has are named', () => {
    const text = said('q=maçon zzz', { nobody: { unknown: ['zzz'], unfiltered: 0, occupations: [] } });
    expect(text).toContain('« zzz »');
    expect(text).not.toContain('« maçon »');
  });

  it('words that are known but held by nobody together are said to be so', () => {
    expect(said('q=maçon grutier', { nobody: { unknown: [], unfiltered: 0, occupations: [] } })).toContain(
      'personne ne les a tous',
    );
  });

  it('the filter that keeps most people out is offered first, each with how many, and the words stay', () => {
    const given = {
      filters: [
        { filter: 'licences', without: 2 },
        { filter: 'near', without: 9 },
        { filter: 'status', without: 0 },
      ],
      nobody: { unknown: [], unfiltered: 11, occupations: [] },
    };
    expect(links('q=macon&permis=B&pres=75&page=3', given)).toEqual([
      ['Sans « distance » : 9 personnes', '/facilitateur/participants?q=macon&permis=B'],
      ['Sans « permis » : 2 personnes', '/facilitateur/participants?q=macon&pres=75'],
    ]);
  });

  it('all filters go at once where none is the cause alone', () => {
    const given = {
      filters: [
        { filter: 'licences', without: 0 },
        { filter: 'near', without: 0 },
      ],
      nobody: { unknown: [], unfiltered: 4, occupations: [] },
    };
    expect(said('q=macon&permis=B&pres=75', given)).toContain('Aucun filtre seul n’est en cause');
    expect(links('q=macon&permis=B&pres=75', given)).toEqual([
      ['Enlever tous les filtres', '/facilitateur/participants?q=macon'],
    ]);
  });

  it('the nearest occupation that somebody holds is proposed, none that nobody does', () => {
    const given = {
      nobody: {
        unknown: [],
        unfiltered: 0,
        occupations: [
          { code: 'F1703', label: 'Maçonnerie', people: 1 },
          { code: 'F1301', label: 'Conduite de grue', people: 0 },
        ],
      },
    };
    expect(links('q=limousinant', given)).toEqual([
      ['Maçonnerie : 1 personne', '/facilitateur/participants?metier=F1703'],
    ]);
  });
});

describe('the head of a column', () => {
  const column = { id: 'nom', label: 'Nom', sortable: true };
  const url = { pathname: '/liste', searchParams: new URLSearchParams('q=a&page=4') };
  const head = (given: object) => one(draw(SortHeader, given as never), 'th');

  it('sorts upwards first, then downwards, from the first page, and keeps the filters', () => {
    const href = (sort?: object) =>
      (attribute(one(head({ column, url, sort }), 'a'), 'href') ?? '').replaceAll('&amp;', '&');
    expect(href()).toBe('/liste?q=a&tri=nom');
    expect(href({ by: 'nom', direction: 'ascending' })).toBe('/liste?q=a&tri=-nom');
    expect(href({ by: 'nom', direction: 'descending' })).toBe('/liste?q=a&tri=nom');
    expect(href({ by: 'ville', direction: 'ascending' })).toBe('/liste?q=a&tri=nom');
  });

  it('says its order to whoever hears it, and none where it does not sort', () => {
    expect(attribute(head({ column, url, sort: { by: 'nom', direction: 'descending' } }), 'aria-sort')).toBe(
      'descending',
    );
    expect(attribute(head({ column, url }), 'aria-sort')).toBe('none');
    expect(attribute(head({ column: { id: 'nom', label: 'Nom' }, url }), 'aria-sort')).toBeUndefined();
    expect(all(head({ column: { id: 'nom', label: 'Nom' }, url }), 'a')).toEqual([]);
  });

  it('is heard where it is not seen', () => {
    const hidden = head({ column: { id: 'gestes', label: 'Gestes', unseen: true }, url });
    expect(plain(heard(hidden))).toBe('Gestes');
    expect(attribute(one(hidden, 'span'), 'class')).toContain('unseen');
  });
});
