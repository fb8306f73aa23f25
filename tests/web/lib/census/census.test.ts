import { censusColumns } from '@jonction/domain/census/columns';
import { beforeEach, describe, expect, it } from 'vitest';
import Changes from '../../../../apps/web/src/lib/census/Changes.svelte';
import type {
  CensusChange,
  CensusEffect,
  CensusRow,
  CensusWindow,
} from '../../../../apps/web/src/lib/census/census.ts';
import Effect from '../../../../apps/web/src/lib/census/Effect.svelte';
import { freshnessOf } from '../../../../apps/web/src/lib/census/freshness.ts';
import Grid from '../../../../apps/web/src/lib/census/Grid.svelte';
import SayForm from '../../../../apps/web/src/lib/census/SayForm.svelte';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, one, words } from '../../../support/drawn.ts';

const today = '2020-04-12';
const row = (changes: Partial<CensusRow> = {}): CensusRow => ({
  id: 'c1',
  number: 1,
  reference: '2020-031',
  object: 'Réfection du préau "A" & <cour>',
  buyerName: 'Ville de Montval',
  holderNames: ['Bâtisseurs réunis'],
  directorateName: 'Bâtiments',
  cpv: '45210000',
  place: '75113',
  notifiedOn: '2020-01-06',
  status: 'stopped',
  statusSince: '2020-03-17',
  saidOn: '2020-03-25',
  saidBy: 'buyer_answer',
  endsOn: '2020-12-19',
  unknownSince: null,
  clauseCount: 1,
  dueHours: 1200,
  atWork: 3,
  facilitatorName: 'Inès Marchand',
  before: null,
  ...changes,
});
const silent = { onsay: () => undefined, onlines: () => undefined };
const grid = (
  rows: CensusRow[],
  more: Partial<Parameters<typeof draw<typeof Grid>>[1]> = {},
  locale: 'fr' | 'en' = 'fr',
) => {
  const first: CensusWindow = { rows, total: rows.length, estimated: false };
  return draw(
    Grid,
    { first, from: 0, today, knownOn: null, comparedOn: null, columns: censusColumns, ...silent, ...more },
    locale,
  );
};
const cellsOf = (page: ReturnType<typeof grid>) =>
  all(one(page, 'tbody'), 'tr').map((tr) => [...all(tr, 'th'), ...all(tr, 'td')].map(words));

beforeEach(() => {
  app.url = new URL('http://jonction.test/facilitateur/marches/recensement?statut=stopped');
});

describe('the grid of the census, before any script', () => {
  it('says of each contract its status, since when, who said it and when, its end, who works there', () => {
    const [cells = []] = cellsOf(grid([row()]));
    expect(cells[0]).toBe('Réfection du préau "A" & <cour>');
    expect(cells).toEqual(
      expect.arrayContaining([
        '2020-031',
        'Ville de Montval',
        'arrêté',
        '17\u00a0mars\u00a02020',
        '3',
        'Inès Marchand',
      ]),
    );
    expect(cells.join(' ')).toContain('25\u00a0mars\u00a02020');
    expect(cells.join(' ')).toContain('1\u202f200\u00a0h');
  });

  it('is a table with a box to tick a row, named after its contract, that a form sends', () => {
    const page = grid([row(), row({ id: 'c2', reference: '2020-032' })]);
    const boxes = all(page, 'input');
    expect(boxes.map((box) => [attribute(box, 'name'), attribute(box, 'value'), attribute(box, 'aria-label')])).toEqual(
      [
        ['id', 'c1', 'Choisir le marché 2020-031'],
        ['id', 'c2', 'Choisir le marché 2020-032'],
      ],
    );
    expect(
      all(page, 'th')
        .filter((th) => attribute(th, 'scope') === 'col')
        .map(words),
    ).toContain('Trier par Statut');
    expect(all(one(page, 'tbody'), 'a').map((link) => attribute(link, 'href'))).toEqual([
      '/facilitateur/marches/c1',
      '/facilitateur/marches/c2',
    ]);
  });

  it('ticks what was ticked, and everything when all are chosen', () => {
    const rows = [row(), row({ id: 'c2' })];
    const ticked = (page: ReturnType<typeof grid>) =>
      all(page, 'input').map((box) => attribute(box, 'checked') !== undefined);
    expect(ticked(grid(rows, { picked: ['c2'] }))).toEqual([false, true]);
    expect(ticked(grid(rows, { all: true }))).toEqual([true, true]);
  });

  it('leaves empty what is not known, and says no zero for nobody', () => {
    const [cells = []] = cellsOf(
      grid([
        row({
          statusSince: null,
          saidOn: null,
          saidBy: null,
          endsOn: null,
          atWork: 0,
          clauseCount: 0,
          facilitatorName: null,
        }),
      ]),
    );
    expect(cells.filter((cell) => cell === '').length).toBeGreaterThanOrEqual(5);
    expect(cells).not.toContain('0');
    expect(cells.join(' ')).not.toMatch(/null|undefined/);
  });

  it('shows a second status beside the first where two days are compared, and only then', () => {
    const before = { status: 'active', endsOn: '2020-12-19' } as const;
    const compared = grid([row({ before })], { comparedOn: '2020-03-01' });
    expect(all(compared, 'th').map(words)).toContain('Le 1er\u00a0mars\u00a02020');
    expect(cellsOf(compared)[0]).toContain('en cours');
    expect(
      all(grid([row()]), 'th')
        .map(words)
        .join(' '),
    ).not.toContain('Le 1er');
  });

  it('says the end that an amendment moved, not a status that stayed', () => {
    const before = { status: 'stopped', endsOn: '2020-06-30' } as const;
    const [cells = []] = cellsOf(grid([row({ before })], { comparedOn: '2020-03-01' }));
    expect(cells).toContain('fin 30\u00a0juin\u00a02020');
  });

  it('says how fresh each word is, for whoever does not see the dot', () => {
    const saidOn = (day: string | null, unknownSince: string | null = null) =>
      cellsOf(grid([row({ saidOn: day, unknownSince })]))[0]?.join(' ') ?? '';
    expect(saidOn('2020-03-25')).toContain('moins de trois mois');
    expect(saidOn('2019-12-25')).toContain('trois à six mois');
    expect(saidOn('2019-06-25', '2019-12-26')).toContain('plus de six mois');
  });

  it('speaks English', () => {
    const page = grid([row()], {}, 'en');
    expect(all(page, 'th').map(words)).toEqual(
      expect.arrayContaining(['Sort by Contract', 'Sort by Status', 'Said by', 'At work']),
    );
    expect(cellsOf(page)[0]).toContain('stopped');
  });
});

describe('how fresh a word is', () => {
  it.each([
    ['2020-04-12', null, 'fresh'],
    ['2020-01-11', null, 'fresh'],
    ['2020-01-10', null, 'ageing'],
    ['2019-10-20', null, 'ageing'],
    ['2020-04-12', '2020-04-01', 'stale'],
    [null, null, 'stale'],
  ] as const)('said on %s, unknown since %s: %s', (saidOn, unknownSince, expected) => {
    expect(freshnessOf({ saidOn, unknownSince }, today)).toBe(expected);
  });
});

const effect = (changes: Partial<CensusEffect> = {}): CensusEffect => ({
  chosen: 5,
  kept: 4,
  atWork: 7,
  moves: [
    { before: 'active', after: 'stopped', count: 3 },
    { before: 'notified', after: 'stopped', count: 1 },
  ],
  turned: [
    { id: 'c9', reference: '2020-040', object: 'Toiture', status: 'suspended', allowed: ['resume', 'terminate'] },
  ],
  ...changes,
});

describe('the effect of a saying', () => {
  it('says how many move, who works there, and what is left with what would fit', () => {
    const page = draw(Effect, { effect: effect() });
    const text = words(page);
    expect(text).toContain('5 marchés choisis, 4 concernés');
    expect(text).toContain('3 marchés\u202f: en cours → arrêté');
    expect(text).toContain('1 marché\u202f: notifié → arrêté');
    expect(text).toContain('7 personnes y travaillent');
    expect(text).toContain('1 marché n’est pas touché');
    const link = one(page, 'a');
    expect(attribute(link, 'href')).toBe('/facilitateur/marches/c9');
    expect(words(link)).toMatch(/2020-040 est suspendu.*possible.*(reprise|résiliation)/);
  });

  it('says what stays, and nothing of people or of others where there are none', () => {
    const text = words(
      draw(Effect, {
        effect: effect({
          chosen: 2,
          kept: 2,
          atWork: 0,
          turned: [],
          moves: [{ before: 'active', after: 'active', count: 2 }],
        }),
      }),
    );
    expect(text).toContain('2 marchés restent en cours');
    expect(text).not.toMatch(/travaill|touché/);
  });

  it('says that nothing fits an ended contract', () => {
    const turned = [{ id: 'c9', reference: 'R', object: 'O', status: 'archived' as const, allowed: [] }];
    expect(words(draw(Effect, { effect: effect({ turned }) }))).toContain('possible\u202f: rien');
  });
});

describe('the form of a saying', () => {
  const form = (more: Partial<Parameters<typeof draw<typeof SayForm>>[1]> = {}) =>
    draw(SayForm, { today, effect: null, refused: null, typed: {}, ...more });
  const buttons = (page: ReturnType<typeof form>) =>
    all(page, 'button').map((button) => [words(button), attribute(button, 'formaction')]);

  it('begins with "no change", today, by telephone; its effect is seen first', () => {
    const page = form();
    expect(buttons(page)).toEqual([['Voir l’effet', '?/apercu&statut=stopped']]);
    const chosen = all(page, 'option').filter((option) => attribute(option, 'selected') !== undefined);
    expect(chosen.map((option) => attribute(option, 'value'))).toEqual(['no_change', 'phone']);
    expect(all(page, 'input').find((input) => attribute(input, 'name') === 'on')).toBeDefined();
  });

  it('offers neither open data nor an imported list as somebody who said it', () => {
    const values = all(form(), 'option').map((option) => attribute(option, 'value'));
    expect(values).not.toContain('decp');
    expect(values).not.toContain('import');
  });

  it('is confirmed with the number that was seen', () => {
    const page = form({ effect: effect(), typed: { answer: 'stop', on: '2020-03-17' } });
    expect(buttons(page)).toEqual([
      ['Le dire de 4 marchés', '?/dire&statut=stopped'],
      ['Changer la réponse', '?/apercu&statut=stopped'],
    ]);
    const kept = all(page, 'input').find((input) => attribute(input, 'name') === 'kept');
    expect(kept && attribute(kept, 'value')).toBe('4');
  });

  it('is not confirmed where nothing would be said', () => {
    expect(buttons(form({ effect: effect({ kept: 0, moves: [] }) })).map(([name]) => name)).toEqual([
      'Changer la réponse',
    ]);
  });

  it('says what is wrong at its field, and keeps what was typed', () => {
    const refused = { sentence: 'La date d’effet est trop loin.', fields: { on: 'La date d’effet est trop loin.' } };
    const page = form({ refused, typed: { answer: 'stop', on: '2031-01-01', saidBy: 'Mme Petit' } });
    const on = all(page, 'input').find((input) => attribute(input, 'name') === 'on');
    expect(on && attribute(on, 'aria-invalid')).toBe('true');
    expect(all(page, 'input').map((input) => attribute(input, 'value'))).toContain('Mme Petit');
  });
});

describe('the last changes of many contracts', () => {
  const change = (changes: Partial<CensusChange> = {}): CensusChange => ({
    ...{ id: 'x1', answer: 'stop', onDay: '2020-03-17', chosen: 40, kept: 38, source: 'phone', saidBy: null },
    ...{ userName: 'Inès Marchand', at: '2020-03-20T10:00:00Z', withdrawn: 0 },
    ...changes,
  });
  const drawn = (...changes: CensusChange[]) => draw(Changes, { changes });

  it('says who said what of how many, with the way back, named for whoever hears it alone', () => {
    const page = drawn(change());
    expect(words(page)).toContain('Inès Marchand');
    expect(words(page)).toContain('38 marchés sur 40');
    const button = one(page, 'button');
    expect(attribute(button, 'aria-label')).toMatch(/^Annuler.*17.mars.2020$/);
    expect(attribute(one(page, 'form'), 'action')).toBe('?/annuler&statut=stopped');
  });

  it('offers no way back of what was taken back, and says what is left of the rest', () => {
    expect(all(drawn(change({ withdrawn: 38 })), 'button')).toEqual([]);
    const some = drawn(change({ withdrawn: 30 }));
    expect(words(some)).toContain('annulé pour 30');
    expect(all(some, 'button')).toHaveLength(1);
  });

  it('says "no change" in words, one contract in the singular, and an empty list', () => {
    expect(words(drawn(change({ answer: 'no_change', kept: 1, chosen: 1 })))).toMatch(
      /sans changement.*1 marché sur 1/,
    );
    expect(words(drawn())).toContain('Personne n’a encore rien dit');
  });
});
