import { preferredChannels } from '@jonction/domain/participant/status';
import { noticeKinds } from '@jonction/domain/positioning/notice';
import { pageNews, waitingGroups } from '@jonction/domain/report/today';
import { beforeEach, describe, expect, it } from 'vitest';
import TodayRow from '../../../../apps/web/src/lib/report/TodayRow.svelte';
import { hrefOf, type TodayItem } from '../../../../apps/web/src/lib/report/today-item.ts';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, heard, one, type Tag, words } from '../../../support/drawn.ts';

const today = '2026-03-02';
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const common = {
  ...{ id: 'x1', group: 'decide', isNew: false, since: '2026-02-27', at: null, ownerId: null, ownerName: null },
};
const moving = {
  ...{ participantId: 'p1', name: 'Awa Diarra', phone: '+33199001234', employerName: 'Net & Clair' },
  ...{ offerId: 'o7', offerTitle: 'Agent <de> propreté' },
};
const hours = {
  ...{ kind: 'hours', id: 'ordinary absence decision-needed', kinds: ['training'], decides: true, lines: 3 },
  ...{ contracts: 2, employerNames: ['Bâti Inventé'], phone: '+33199001234', centihours: 10_550 },
  ...{ from: '2026-01-05', to: '2026-01-30' },
};
const follow = { kind: 'follow', name: 'Awa Diarra', phone: '+33199001234', nextAction: 'Rappeler' };
const waiting = { ...moving, cvs: 3, waiting: 2, workingDays: 6 };
const prospect = { kind: 'prospect', name: 'Net & Clair', phone: null, nextAction: 'Proposer une visite' };
const clause = { contractId: 'c1', object: 'Peinture des écoles', lotNumber: '2' };
const titled = { title: 'Agent de propreté', employerName: 'Net & Clair' };

/** One of each kind, as the day may hold it. */
const kinds: Record<TodayItem['kind'], object> = {
  meeting: { ...moving, at: '2026-03-02T09:30:00.000Z' },
  outcome: { ...moving, at: '2026-03-01T09:30:00.000Z' },
  hired: moving,
  prepare: { ...moving, at: '2026-03-05T09:30:00.000Z' },
  cvNews: { ...moving, news: noticeKinds[0] },
  recommendation: { partnerName: 'Mission locale', silentSince: null, count: 1, names: ['Awa Diarra'] },
  hours,
  proposed: { ...titled, positions: 1, placeLabel: 'Aubervilliers' },
  silent: waiting,
  slow: waiting,
  found: { name: 'Peintres du 93', count: 1 },
  page: { ...moving, what: pageNews[0], count: 1 },
  reach: { name: 'Awa Diarra', phone: '+33199001234', channel: preferredChannels[0], count: 1 },
  follow,
  stillOpen: { ...titled, askedOn: null },
  aside: { ...titled, askedOn: null },
  ended: { ...titled, answer: 'filled' },
  due: { ...clause, before: 700, after: 650 },
  risk: { ...clause, atRisk: true, forecastCentihours: 41_250, dueHours: 700 },
  closing: { month: '2026-02', by: 'Camille' },
  prospect,
  newcomers: { ...titled, count: 1, names: ['Awa Diarra'], previousOn: '2026-03-01' },
};
const every = Object.keys(kinds) as TodayItem['kind'][];
const itemOf = (kind: TodayItem['kind'], given: object = {}) =>
  ({ ...common, ...kinds[kind], kind, ...given }) as TodayItem;
const row = (kind: TodayItem['kind'], given: object = {}, locale: 'fr' | 'en' = 'fr') =>
  draw(TodayRow, { item: itemOf(kind, given), today }, locale);
const said = (...given: Parameters<typeof row>) => plain(heard(row(...given)));
const done = (page: Tag) =>
  [...all(page, 'a', { 'data-size': 'small' }), ...all(page, 'button')].map((act) => plain(heard(act)));
const posted = (form: Tag) =>
  Object.fromEntries(
    all(form, 'input', { type: 'hidden' }).map((input) => [attribute(input, 'name'), attribute(input, 'value')]),
  );

beforeEach(() => {
  app.url = new URL('https://jonction.example/facilitateur?vue=en-retard');
});

describe('a thing that waits', () => {
  it.each(every)('opens where it is settled, by a sentence and never a code: %s', (kind) => {
    for (const locale of ['fr', 'en'] as const) {
      const page = row(kind, {}, locale);
      const [link] = all(page, 'a');
      expect(link && attribute(link, 'href')).toBe(hrefOf(itemOf(kind)));
      expect(heard(page)).not.toMatch(/item\.|do\.|today\.|undefined|null|NaN|\{/);
    }
  });

  it.each(every)('has something to do from here, in words: %s', (kind) => {
    const acts = done(row(kind));
    expect(acts.length).toBeGreaterThan(0);
    for (const act of acts) expect(act).toMatch(/^\p{Lu}/u);
  });

  it.each(every)('leaves no space before a comma, and no mark between two nothings: %s', (kind) => {
    for (const given of [{}, { ownerName: 'Camille', offerTitle: null, at: null }]) {
      expect(said(kind, given)).not.toMatch(/ ,|· ·|· $|\(\)| {2}/);
    }
  });

  it('says its group in words too, not by its mark alone', () => {
    const groups = { decide: 'À décider', late: 'En retard', coming: 'À venir' };
    expect(Object.keys(groups).sort()).toEqual([...waitingGroups].sort());
    for (const [group, word] of Object.entries(groups))
      expect(said('follow', { group })).toMatch(new RegExp(`^${word}`));
  });

  it('says that it is new, and only then', () => {
    expect(said('follow', { isNew: true })).toContain('nouveau');
    expect(said('follow', { isNew: true }, 'en')).toContain('new');
    expect(said('follow')).not.toContain('nouveau');
  });

  it('says how old it is and whose it is', () => {
    expect(said('follow', { ownerName: 'Camille' })).toContain('il y a 3 j Camille');
    expect(said('meeting', { since: '2026-03-03' })).toContain('demain');
    expect(said('follow')).not.toContain('Camille');
  });
});

describe('hours that wait', () => {
  it('agree in number, and say where, how much and of which days', () => {
    expect(said('hours')).toContain('Formation : 3 lignes à décider');
    expect(said('hours', { lines: 1 })).toContain('Formation : 1 ligne à décider');
    expect(said('hours')).toContain('Bâti Inventé · 2 marchés · 105,5 h · 5 janv. - 30 janv. 2026');
    expect(said('hours', { decides: false, lines: 1 })).toContain('1 ligne attend une pièce');
    expect(said('hours', { decides: false })).toContain('3 lignes attendent une pièce');
    expect(said('hours', { lines: 1, contracts: 1 }, 'en')).toMatch(/1 line to decide.*1 contract ·/);
  });

  it('name no company where several are', () => {
    expect(said('hours', { employerNames: ['Bâti Inventé', 'Net & Clair'] })).not.toMatch(/Bâti|Net/);
  });

  it('are decided together, or a company is called for its papers: never both', () => {
    expect(done(row('hours'))).toEqual(['Décider ensemble']);
    expect(done(row('hours', { decides: false }))).toEqual(['Relancer', 'Appeler']);
  });
});

describe('a call from the row', () => {
  it('dials the number, and shows it to who calls from another telephone', () => {
    const calls = all(row('follow'), 'a', { title: true });
    expect(calls.map((call) => [attribute(call, 'href'), plain(attribute(call, 'title') ?? '')])).toEqual([
      ['tel:+33199001234', '01 99 00 12 34'],
    ]);
  });

  it('is not offered without a number', () => {
    for (const kind of every) expect(row(kind, { phone: null }).html).not.toContain('tel:');
  });
});

describe('a next action', () => {
  const forms = (given: object = {}) => all(row('follow', { ownerId: 'u1', ...given }), 'form').map(posted);

  it('once done is taken away, and stays hers', () => {
    expect(forms()[0]).toEqual({ participantId: 'x1', ownerId: 'u1', nextAction: '', nextActionOn: '' });
  });

  it('is put off by a week from today, not from the day that was missed', () => {
    expect(forms({ since: '2026-01-01' })[1]).toEqual({
      participantId: 'x1',
      ownerId: 'u1',
      nextAction: 'Rappeler',
      nextActionOn: '2026-03-09',
    });
  });

  it('of nobody sends no owner, and comes back to the same view', () => {
    expect(forms({ ownerId: null, nextAction: null }).map(({ ownerId, nextAction }) => [ownerId, nextAction])).toEqual([
      ['', ''],
      ['', ''],
    ]);
    for (const form of all(row('follow'), 'form')) {
      expect([attribute(form, 'method'), attribute(form, 'action')]).toEqual(['post', '?/suivre&vue=en-retard']);
    }
  });

  it('that nobody wrote is to contact her again', () => {
    expect(said('follow', { nextAction: null })).toContain('Awa Diarra : à recontacter');
  });
});

describe('an offer without news', () => {
  it('is said to be still open in one press, which names the offer aloud', () => {
    const form = one(row('stillOpen'), 'form');
    expect(posted(form)).toEqual({ offerId: 'x1' });
    expect(attribute(form, 'action')).toBe('?/ouverte&vue=en-retard');
    expect(plain(heard(one(form, 'button')))).toBe('Toujours ouverte : Agent de propreté');
    expect(plain(heard(one(one(row('stillOpen', {}, 'en'), 'form'), 'button')))).toMatch(
      /^[^:]*[^ :]: Agent de propreté$/,
    );
  });

  it('says when the company was asked, and nothing of a question never sent', () => {
    expect(said('stillOpen', { askedOn: '2026-02-20' })).toContain('question envoyée à l’entreprise le 20 févr. 2026');
    expect(said('stillOpen')).not.toContain('question envoyée');
  });
});

it('a hire is recorded for that very CV', () => {
  const links = all(row('hired'), 'a').map((link) => attribute(link, 'href'));
  expect(links).toContain('/facilitateur/embauches/nouvelle?positionnement=x1');
});

it.each([
  ['recommendation', { count: 1 }, 'Mission locale recommande Awa Diarra'],
  ['recommendation', { count: 3, names: ['Awa', 'Karim', 'Lou'] }, 'Mission locale recommande 3 personnes'],
  ['proposed', { positions: 1 }, 'Net & Clair demande Agent de propreté'],
  ['proposed', { positions: 2 }, 'Net & Clair demande 2 postes : Agent de propreté'],
  ['silent', { workingDays: 1 }, 'Agent <de> propreté · 1 jour ouvré'],
  ['slow', { workingDays: 6 }, 'Agent <de> propreté · 6 jours ouvrés'],
  ['found', { count: 1 }, '1 nouvelle personne répond à « Peintres du 93 »'],
  ['found', { count: 2 }, '2 nouvelles personnes répondent à « Peintres du 93 »'],
  ['reach', { count: 1 }, '1 chose à lui dire'],
  ['reach', { count: 2 }, '2 choses à lui dire'],
  ['newcomers', { count: 1 }, 'Agent de propreté : Awa Diarra pourrait convenir'],
  ['newcomers', { count: 2, names: ['Awa', 'Karim'] }, '2 personnes pourraient convenir'],
  ['due', {}, 'Peinture des écoles, lot 2 : 650 h dues au lieu de 700 h'],
  ['closing', {}, 'par Camille'],
] as const)('%s agrees with its figures: %o', (kind, given, words) => {
  expect(said(kind, given)).toContain(words);
});

it('what a person wrote is text, never a page', () => {
  expect(all(row('silent'), 'de')).toEqual([]);
  expect(words(row('silent'))).toContain('Agent <de> propreté');
});
