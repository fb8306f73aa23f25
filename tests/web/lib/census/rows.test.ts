import { censusColumns, usualColumns } from '@jonction/domain/census/columns';
import { beforeEach, describe, expect, it } from 'vitest';
import { cellsOf } from '../../../../apps/web/src/lib/census/accepted-cells.ts';
import { readColumns } from '../../../../apps/web/src/lib/census/address.ts';
import Columns from '../../../../apps/web/src/lib/census/Columns.svelte';
import type { CensusDifference, CensusRow, CensusView } from '../../../../apps/web/src/lib/census/census.ts';
import Differences from '../../../../apps/web/src/lib/census/Differences.svelte';
import { gridColumns, headsOf, widthOf } from '../../../../apps/web/src/lib/census/grid-columns.ts';
import { filledDown, idsBetween, linesIn } from '../../../../apps/web/src/lib/census/grid-lines.ts';
import Picked from '../../../../apps/web/src/lib/census/Picked.svelte';
import RowsForm from '../../../../apps/web/src/lib/census/RowsForm.svelte';
import { acceptedRows, saidOf } from '../../../../apps/web/src/lib/census/saying.ts';
import Views from '../../../../apps/web/src/lib/census/Views.svelte';
import { viewSearch } from '../../../../apps/web/src/lib/census/view-search.ts';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, one, words } from '../../../support/drawn.ts';

beforeEach(() => {
  app.url = new URL('http://jonction.test/facilitateur/marches/recensement?statut=stopped&page=2');
});

const difference = (changes: Partial<CensusDifference> = {}): CensusDifference => ({
  record: 2,
  contractId: 'c1',
  reference: '2020-031',
  object: 'Réfection du préau',
  now: { status: 'active', endsOn: '2020-12-19', saidOn: '2020-03-25', saidBy: 'buyer_answer' },
  wanted: { contractId: 'c1', status: 'stopped', since: '2020-03-17', endsOn: null, noChange: false },
  answer: 'stop',
  stale: null,
  wrong: [],
  ...changes,
});
const drawn = (...rows: CensusDifference[]) =>
  draw(Differences, { differences: { rows, read: 5, same: 5 - rows.length } });
const boxes = (page: ReturnType<typeof drawn>) =>
  all(page, 'input').filter((input) => attribute(input, 'name') === 'cell');

describe('the differences of rows, before they are written', () => {
  it('say what each row says now, who said so, and what it would say', () => {
    const text = words(one(drawn(difference()), 'tbody'));
    for (const said of [
      '2020-031',
      'en cours',
      'réponse de l’acheteur',
      '25\u00a0mars\u00a02020',
      'arrêté',
      '17\u00a0mars\u00a02020',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('are accepted cell by cell, each box saying which', () => {
    const both = difference({
      wanted: { contractId: 'c1', status: 'stopped', since: null, endsOn: '2021-03-19', noChange: false },
    });
    const found = boxes(drawn(both));
    expect(found.map((box) => attribute(box, 'value'))).toEqual(['c1|status|stopped|', 'c1|ends|2021-03-19']);
    expect(found.map((box) => attribute(box, 'checked'))).not.toContain(undefined);
    expect(found.map((box) => attribute(box, 'aria-label')).join()).toContain('19\u00a0mars\u00a02021');
  });

  it('leave unticked the row that the base moved meanwhile, and say what the sheet showed', () => {
    const page = drawn(difference({ stale: { status: 'suspended', endsOn: null } }));
    expect(boxes(page).map((box) => attribute(box, 'checked') ?? null)).toEqual([null]);
    expect(words(page)).toContain('suspendu');
  });

  it('offer nothing to accept where something is wrong, and say what', () => {
    const wrong = [{ field: 'Statut', sentence: '« ennuyé » n’est pas dans la liste.' }];
    const page = drawn(
      difference({ wrong, answer: null }),
      difference({ record: 3, contractId: null, now: null, wanted: null, wrong }),
    );
    expect(boxes(page)).toEqual([]);
    expect(words(page)).toContain('« ennuyé » n’est pas dans la liste.');
    expect(all(page, 'button')).toEqual([]);
  });

  it('say so where there are none', () => {
    expect(words(drawn())).toContain('Aucune différence');
  });

  it('are read back from the boxes ticked as one row a contract', () => {
    const form = new FormData();
    for (const cell of ['c1|status|stopped|2020-03-17', 'c1|ends|2021-03-19', 'c2|same', 'c3|status|odd|'])
      form.append('cell', cell);
    form.set('source', 'mail');
    expect(acceptedRows(form)).toEqual([
      { contractId: 'c1', status: 'stopped', since: '2020-03-17', endsOn: '2021-03-19', noChange: false },
      { contractId: 'c2', status: null, since: null, endsOn: null, noChange: true },
      { contractId: 'c3', status: 'odd', since: null, endsOn: null, noChange: false },
    ]);
    expect(saidOf(form)).toEqual({ source: 'mail', saidBy: null, legalBasis: null, note: null });
  });

  it('hold a cell only for what differs', () => {
    const same = difference({
      answer: 'no_change',
      wanted: { contractId: 'c1', status: 'active', since: null, endsOn: '2020-12-19', noChange: true },
    });
    expect(cellsOf(same)).toEqual([{ field: 'same', value: 'c1|same' }]);
  });
});

describe('rows that are brought', () => {
  it('come as text or as a file, and keep what was typed when they are refused', () => {
    const page = draw(RowsForm, {
      refused: { sentence: 'Trop de lignes.', fields: { text: 'Trop de lignes.' } },
      typed: { text: 'arrêté' },
    });
    expect(attribute(one(page, 'form'), 'enctype')).toBe('multipart/form-data');
    expect(words(one(page, 'textarea'))).toBe('arrêté');
    expect(all(page, 'input').map((input) => attribute(input, 'type'))).toContain('file');
    expect(words(page)).toContain('Trop de lignes.');
  });
});

describe('lines copied and filled down', () => {
  const row = (id: string, status: CensusRow['status'], statusSince: string | null) =>
    ({ id, status, statusSince }) as CensusRow;

  it('the first row chosen is written on the others, in the order of the grid', () => {
    const rows = [
      row('a', 'stopped', '2020-03-17'),
      row('b', 'active', null),
      row('c', 'active', null),
      row('d', 'active', null),
    ];
    expect(filledDown(rows, ['d', 'a', 'b'])).toEqual({
      text: 'stopped\t2020-03-17\nstopped\t2020-03-17',
      ids: ['b', 'd'],
    });
  });

  it('one row alone fills nothing', () => {
    expect(filledDown([row('a', 'stopped', null)], ['a'])).toBeNull();
    expect(filledDown([row('a', 'stopped', null)], [])).toBeNull();
  });

  it('a paste counts its lines but not the empty end that a spreadsheet adds', () => {
    expect([linesIn('a\r\nb\r\n'), linesIn('a'), linesIn('a\nb\n\n')]).toEqual([2, 1, 2]);
  });

  it('rows that did not come are left out', () => {
    const rows = new Map([
      [3, row('a', 'active', null)],
      [5, row('b', 'active', null)],
    ]);
    expect(idsBetween(rows, 3, 6)).toEqual(['a', 'b']);
    expect(idsBetween(rows, 6, 3)).toEqual([]);
  });
});

describe('the rows chosen', () => {
  it('go with the form one by one, or all at once', () => {
    const some = draw(Picked, { picked: ['a', 'b'], all: false, total: 40 });
    expect(all(some, 'input').map((input) => [attribute(input, 'name'), attribute(input, 'value')])).toEqual([
      ['id', 'a'],
      ['id', 'b'],
    ]);
    expect(words(some)).toContain('2 marchés choisis');
    const whole = draw(Picked, { picked: ['a'], all: true, total: 40 });
    expect(all(whole, 'input').map((input) => attribute(input, 'name'))).toEqual(['all']);
    expect(words(whole)).toContain('tous les 40 marchés');
  });

  it('are offered all where none is', () => {
    const none = draw(Picked, { picked: [], all: false, total: 40 });
    expect(all(none, 'input')).toEqual([]);
    expect(all(none, 'button').map(words)).toEqual(['Choisir les 40 marchés de la liste']);
  });
});

describe('columns and views', () => {
  it('columns are ticked as they are drawn, and named as the grid names them', () => {
    const page = draw(Columns, { columns: ['status', 'due'] });
    const ticked = all(page, 'input').filter((input) => attribute(input, 'checked') !== undefined);
    expect(ticked.map((input) => attribute(input, 'value'))).toEqual(['status', 'due']);
    expect(all(page, 'input')).toHaveLength(censusColumns.length);
    expect(words(page)).toContain('Heures dues');
  });

  it('the address wins over what is kept, and odd columns in it are left out', () => {
    const at = (search: string) => new URL(`http://jonction.test/r?${search}`);
    expect(readColumns(at('colonnes=due+secret'), usualColumns)).toEqual(['due']);
    expect(readColumns(at(''), ['cpv'])).toEqual(['cpv']);
  });

  it('every column has a heading, and the day compared with stands beside the status', () => {
    const heads = headsOf(gridColumns(censusColumns, 'fr'), '2020-03-01', 'fr');
    expect(heads.map(({ id }) => id)).toEqual([
      'object',
      ...censusColumns.flatMap((id) => (id === 'status' ? [id, 'before'] : [id])),
    ]);
    for (const { label } of heads) expect(label).not.toBe('');
  });

  it('the usual columns stand on a screen of 1440 px, freshness among the first ones', () => {
    // 16 px a rem, the box to tick, the rail of 208 px and 80 px of margins.
    expect((widthOf(headsOf(gridColumns(usualColumns, 'fr'), null, 'fr')) + 2) * 16).toBeLessThanOrEqual(
      1440 - 208 - 64,
    );
  });

  it('a view keeps the address and the columns, and is the current one where it says the same', () => {
    const search = viewSearch(app.url, ['status', 'due']);
    expect(search).toBe('statut=stopped&colonnes=status+due');
    const view = (changes: Partial<CensusView>): CensusView => ({
      ...{ id: 'v1', name: 'Arrêtés', shared: true, search, own: true, userName: 'Inès Marchand' },
      ...changes,
    });
    const page = draw(Views, {
      views: [view({}), view({ id: 'v2', name: 'Été', search: 'q=x', own: false })],
      columns: ['status', 'due'],
    });
    const links = all(page, 'a');
    expect(links.map((link) => [attribute(link, 'href'), attribute(link, 'aria-current') ?? null])).toEqual([
      [`/facilitateur/marches/recensement?${search}`, 'true'],
      ['/facilitateur/marches/recensement?q=x', null],
    ]);
    // One's own view can be taken away, another's not.
    expect(all(page, 'input').filter((input) => attribute(input, 'name') === 'viewId')).toHaveLength(1);
    expect(words(page)).toContain('équipe');
  });

  it('says so where nobody keeps a view, and where a name is missing', () => {
    const page = draw(Views, { views: [], columns: usualColumns, error: 'Donnez un nom à cette vue.' });
    expect(words(page)).toContain('Aucune vue gardée');
    expect(words(page)).toContain('Donnez un nom à cette vue.');
  });
});
