import { cardsAtOnce, endedColumns, liveColumns } from '@jonction/domain/positioning/board';
import { isOpen, mayAct, positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { describe, expect, it } from 'vitest';
import BoardColumns from '../../../../apps/web/src/lib/positioning/BoardColumns.svelte';
import BoardPanel from '../../../../apps/web/src/lib/positioning/BoardPanel.svelte';
import {
  type Board,
  type BoardCard,
  type BoardColumn,
  columnOnPhone,
  drawnColumns,
} from '../../../../apps/web/src/lib/positioning/board.ts';
import SendingTabs from '../../../../apps/web/src/lib/positioning/SendingTabs.svelte';
import { all, attribute, draw, heard, one, words } from '../../../support/drawn.ts';
import { story } from './story.ts';

const today = '2020-04-20';
const card: BoardCard = {
  id: 'c1',
  participantId: 'p1',
  firstName: 'Awa',
  lastName: 'Diarra',
  employerName: 'Propreté du Val',
  offerId: null,
  offerTitle: null,
  status: 'sent',
  proposedOn: '2020-04-10',
  sentOn: '2020-04-10',
  seenOn: null,
  answeredOn: null,
  interviewAt: null,
  pausedUntil: null,
  placed: false,
  toPass: false,
  late: false,
};
const column = (given: Partial<BoardColumn> = {}): BoardColumn => ({
  status: 'sent',
  total: 0,
  late: 0,
  page: 1,
  cards: [],
  ...given,
});
const boardOf = (columns: BoardColumn[]): Board => ({
  today,
  cardsAtOnce,
  columns,
  choices: { offers: [], companies: [], occupations: [] },
});
const url = { pathname: '/tableau', searchParams: new URLSearchParams('retard=oui') };
function drawBoard(columns: BoardColumn[], current?: string) {
  return draw(BoardColumns, {
    board: boardOf(columns),
    columns,
    url,
    onPhone: columnOnPhone(columns, null),
    ...(current ? { current } : {}),
  });
}
const drawCard = (given: Partial<BoardCard>) =>
  one(drawBoard([column({ total: 1, cards: [{ ...card, ...given }] })]), 'ol');

describe('the columns of the board', () => {
  it('leave out what was not asked for, and a first column that nothing ever fills', () => {
    const columns = [...liveColumns, ...endedColumns].map((status) =>
      column({ status, cards: endedColumns.some((ended) => ended === status) ? null : [] }),
    );
    expect(drawnColumns(boardOf(columns)).map(({ status }) => status)).toEqual(liveColumns.slice(1));
    const some = columns.map((one) => (one.status === 'proposed' ? { ...one, total: 1 } : one));
    expect(drawnColumns(boardOf(some)).map(({ status }) => status)).toEqual([...liveColumns]);
  });

  it('show on a phone the one asked for, else where somebody waits too long, else where anybody is', () => {
    const columns = [
      column({ status: 'sent' }),
      column({ status: 'seen', total: 2 }),
      column({ status: 'interview', total: 1, late: 1 }),
    ];
    expect(columnOnPhone(columns, 'sent')).toBe('sent');
    expect(columnOnPhone(columns, 'nulle part')).toBe('interview');
    expect(columnOnPhone(columns.slice(0, 2), null)).toBe('seen');
    expect(columnOnPhone(columns.slice(0, 1), null)).toBe('sent');
    expect(columnOnPhone([], null)).toBeUndefined();
  });

  it('are named, counted, and reached by links that keep the filters', () => {
    const page = drawBoard([column({ total: 1016, late: 742, cards: [card] }), column({ status: 'seen' })]);
    const [sent, seen] = all(page, 'section');
    expect(heard(one(sent ?? page, 'h2'))).toMatch(/^CV envoyé 1\s016$/);
    expect(heard(sent ?? page)).toContain('742 en retard');
    expect(heard(seen ?? page)).toContain('Personne ici.');
    const chips = all(one(page, 'nav'), 'a');
    expect(chips.map((chip) => attribute(chip, 'href'))).toEqual([
      '/tableau?retard=oui&colonne=sent#colonnes',
      '/tableau?retard=oui&colonne=seen#colonnes',
    ]);
    expect(chips.map((chip) => attribute(chip, 'aria-current'))).toEqual(['true', undefined]);
    expect(attribute(seen ?? page, 'class')).toContain('aside');
    expect(attribute(sent ?? page, 'class')).not.toContain('aside');
  });

  it('page by links: the next, the previous, and what is seen of how many', () => {
    const first = drawBoard([column({ total: 45, cards: [card] })]);
    expect(all(first, 'a', { rel: 'prev' })).toHaveLength(0);
    expect(attribute(one(first, 'a', { rel: 'next' }), 'href')).toBe(
      '/tableau?retard=oui&colonne=sent&page=2#colonne-sent',
    );
    expect(heard(first)).toContain('1 à 20 sur 45');
    const last = drawBoard([column({ total: 45, page: 3, cards: [card] })]);
    expect(heard(last)).toContain('41 à 45 sur 45');
    expect(all(last, 'a', { rel: 'next' })).toHaveLength(0);
    expect(heard(one(last, 'a', { rel: 'prev' }))).toBe('Voir les précédents, CV envoyé');
    expect(all(drawBoard([column({ total: 20, cards: [card] })]), 'a', { rel: 'next' })).toHaveLength(0);
  });
});

describe('a card of the board', () => {
  it('opens by its name, and says which one is open', () => {
    const page = drawBoard([column({ total: 1, cards: [card] })], 'c1');
    const link = one(one(page, 'ol'), 'a');
    expect(words(link)).toBe('Awa Diarra');
    expect(attribute(link, 'href')).toBe('/tableau?retard=oui&carte=c1');
    expect(attribute(link, 'aria-current')).toBe('true');
  });

  it.each([
    [{}, /envoyé il y a 10/],
    [{ toPass: true }, /lien à remettre \(il y a 10/],
    [{ status: 'proposed' }, /proposé il y a 10/],
    [{ status: 'seen', seenOn: '2020-04-18' }, /ouvert il y a 2/],
    [{ status: 'interview' }, /date à convenir/],
    [{ status: 'interview', interviewAt: '2020-04-22T07:30:00Z' }, /souhaité le 22.avr\..2020/],
    [{ status: 'meeting_set', interviewAt: '2020-04-22T07:30:00Z' }, /le 22.avr\..2020/],
    [{ status: 'hired' }, /embauche à enregistrer/],
    [{ status: 'hired', placed: true }, /embauche enregistrée/],
    [{ status: 'refused' }, /proposé le 10.avr/],
    [{ late: true }, /En retard · envoyé/],
    [{ pausedUntil: '2020-04-27' }, /pause jusqu’au 27/],
    [{ offerTitle: 'Maçon' }, /Maçon/],
    [{}, /sans offre/],
  ] satisfies [Partial<BoardCard>, RegExp][])('says what it waits for: %j', (given, sentence) => {
    expect(heard(drawCard(given))).toMatch(sentence);
  });

  it('does not speak of a pause that is over, nor of lateness where there is none', () => {
    expect(heard(drawCard({ pausedUntil: today }))).not.toContain('pause');
    expect(heard(drawCard({}))).not.toContain('En retard');
  });

  it('weighs little: a page of a thousand rows a column stays small', () => {
    const cards = Array.from({ length: cardsAtOnce }, (_, index) => ({ ...card, id: `c${index}`, late: true }));
    const columns = liveColumns.map((status) => column({ status, total: 1000, late: 1000, cards }));
    expect(Buffer.byteLength(drawBoard(columns).html)).toBeLessThan(90_000);
  });
});

describe('what can be done with a card', () => {
  it.each(positioningStatuses)('is what its status allows a facilitator: %s', (status) => {
    const page = draw(BoardPanel, { story: { ...story, status, row: { ...story.row, status } }, today });
    const actions = new Set(all(page, 'form').map((form) => attribute(form, 'action')?.split('&')[0]));
    expect(actions.has('?/repondre')).toBe(mayAct(status, 'meet', 'facilitator'));
    expect(actions.has('?/retirer')).toBe(mayAct(status, 'withdraw', 'facilitator'));
    expect(all(page, 'button', { value: 'close' })).toHaveLength(mayAct(status, 'close', 'facilitator') ? 1 : 0);
    const sheet = all(page, 'a', { href: `/facilitateur/envois/cv/${story.id}#entretien` });
    expect(sheet).toHaveLength(mayAct(status, 'set', 'facilitator') ? 1 : 0);
    const hire = all(page, 'a', { href: `/facilitateur/embauches/nouvelle?positionnement=${story.id}` });
    expect(hire).toHaveLength(status === 'hired' ? 1 : 0);
    for (const form of all(page, 'form')) expect(attribute(form, 'method')).toBe('post');
    expect(heard(page).includes('ne bouge plus')).toBe(!isOpen(status) && status !== 'hired');
  });

  it('names the person and the company, and leads to their pages', () => {
    const page = draw(BoardPanel, { story, today });
    expect(words(one(page, 'h2'))).toBe('Awa Diarra chez Propreté du Val');
    expect(all(page, 'a', { href: `/facilitateur/envois/cv/${story.id}` })).toHaveLength(1);
    expect(all(page, 'a', { href: `/facilitateur/participants/${story.participantId}` })).toHaveLength(1);
  });
});

it('the board stands in the tabs of what left', () => {
  const page = draw(SendingTabs, { current: 'board' });
  const link = one(page, 'a', { href: '/facilitateur/envois/tableau' });
  expect([words(link), attribute(link, 'aria-current')]).toEqual(['Tableau', 'page']);
});
