import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { refusalOf } from '../../support/product.ts';
import { startWorld, today, type World } from '../contract/world.ts';

let world: World;
let colleague: Person;
beforeAll(async () => {
  world = await startWorld();
  const { structureId } = world;
  colleague = await makePerson(world.product, 'lead', { organisationId: structureId, structureId });
});
afterAll(() => world.product.close());

const census = () => world.facilitator.client.census;
const said = { source: 'mail', saidBy: 'M. Legrand', legalBasis: null, note: null } as const;
const untouched = { status: null, since: null, endsOn: null, noChange: false };
const running = [
  { type: 'notify', on: '2024-01-08', endsOn: '2026-12-31' },
  { type: 'start', on: '2024-01-08' },
] satisfies NonNullable<Parameters<World['contract']>[0]>['events'];

/** Contracts of one word of their own: the base is shared by the tests of this file. */
async function several(word: string, count = 3) {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    ids.push((await world.contract({ object: `Voirie ${word} ${index + 1}`, events: running })).contractId);
  }
  await world.product.system.client`select app.refresh_contract_words(${ids}::uuid[])`;
  const { rows } = await census().list.query({ text: word, sort: 'object', descending: false });
  return rows;
}
const statuses = async (word: string) =>
  (await census().list.query({ text: word, sort: 'object', descending: false })).rows.map(({ status }) => status);

describe('census.compareRows', () => {
  it('reads lines pasted on the rows of a grid, in French words, and says of each cell what would change', async () => {
    const rows = await several('alpha');
    const ids = rows.map(({ id }) => id);
    const text = 'Arrêtés\t17/03/2024\nsans changement\nen cours\t\t31/12/2027\r\n';
    const compared = await census().compareRows.mutate({ text, ids });
    expect(compared).toMatchObject({ read: 3, same: 0 });
    expect(compared.rows.map(({ answer, wanted }) => [answer, wanted?.since, wanted?.endsOn])).toEqual([
      ['stop', '2024-03-17', null],
      ['no_change', null, null],
      ['extend', null, '2027-12-31'],
    ]);
    expect(compared.rows[0]).toMatchObject({
      reference: rows[0]?.reference,
      now: { status: 'active', endsOn: '2026-12-31', saidBy: 'facilitator' },
    });
    expect(await statuses('alpha')).toEqual(['active', 'active', 'active']);
  });

  it('reads lines with their headers, by number or by reference, and says what is wrong where it is wrong', async () => {
    const [first, second] = await several('beta');
    const text = [
      'Référence\tN°\tStatut\tDepuis',
      `\t${first?.number}\tarrêté\t17/03/2024`,
      `${second?.reference}\t\tennuyé\t17/03/2024`,
      'INCONNU-1\t\tarrêté\t',
      `\t${first?.number}\tsuspendu\t`,
      `${second?.reference}\t\tsoldé\t`,
    ].join('\n');
    const { rows, read } = await census().compareRows.mutate({ text });
    expect(read).toBe(5);
    expect(rows.map(({ record, answer }) => [record, answer])).toEqual([
      [2, 'stop'],
      [3, null],
      [4, null],
      [5, null],
      [6, null],
    ]);
    const wrong = rows.map((row) => row.wrong[0]);
    expect(wrong[1]).toMatchObject({ field: 'Statut', sentence: expect.stringContaining('ennuyé') });
    expect(wrong[2]?.sentence).toMatch(/INCONNU-1/);
    expect(wrong[3]?.sentence).toMatch(/déjà/);
    expect(wrong[4]?.sentence).toMatch(/en cours.*soldé.*arrêté/);
  });

  it('refuses a paste without names and without rows, and one longer than the rows', async () => {
    const [first] = await several('gamma', 1);
    expect(await refusalOf(census().compareRows.mutate({ text: 'arrêté' }))).toBe('census.paste_without_names');
    expect(await refusalOf(census().compareRows.mutate({ text: 'arrêté\nsuspendu', ids: [first?.id ?? ''] }))).toBe(
      'census.paste_too_long',
    );
  });

  it('is the team’s: of another contract it knows nothing, and a buyer may not ask', async () => {
    const { contractId } = await world.contract({ attached: false });
    const row = { ...untouched, contractId, noChange: true };
    const { rows } = await census().compareRows.mutate({ rows: [row] });
    expect(rows).toMatchObject([{ contractId: null, now: null, answer: null }]);
    expect(await refusalOf(census().changeRows.mutate({ rows: [row], said, kept: 1 }))).toBe('census.nothing_fits');
    expect(await refusalOf(world.buyer.client.census.compareRows.mutate({ rows: [row] }))).toBe('access.not_allowed');
    expect(await refusalOf(world.buyer.client.census.changeRows.mutate({ rows: [row], said, kept: 1 }))).toBe(
      'access.not_allowed',
    );
  });

  it('asks as many statements for one row as for many', async () => {
    const rows = (await several('delta', 6)).map(({ id }) => ({ ...untouched, contractId: id, noChange: true }));
    const counted = countStatements(world.product, world.facilitator);
    const few = await counted.count((procedures) => procedures.census.compareRows({ rows: rows.slice(0, 1) }));
    const many = await counted.count((procedures) => procedures.census.compareRows({ rows }));
    await counted.close();
    expect([many, many <= 4]).toEqual([few, true]);
  });
});

describe('census.changeRows', () => {
  it('writes different answers as one change, and takes them back as one', async () => {
    const [first, second, third] = await several('epsilon');
    const rows = [
      { ...untouched, contractId: first?.id ?? '', status: 'stopped' as const, since: '2024-03-18' },
      { ...untouched, contractId: second?.id ?? '', noChange: true },
      { ...untouched, contractId: third?.id ?? '', status: 'suspended' as const, endsOn: '2027-06-30' },
    ];
    const { changeId, kept, turned } = await census().changeRows.mutate({ rows, said, kept: 3 });
    expect([kept, turned]).toEqual([3, 0]);
    const after = (await census().list.query({ text: 'epsilon', sort: 'object', descending: false })).rows;
    expect(after).toMatchObject([
      { status: 'stopped', statusSince: '2024-03-18', saidOn: today, saidBy: 'mail' },
      { status: 'active', saidOn: today, saidBy: 'mail' },
      { status: 'suspended', endsOn: '2027-06-30' },
    ]);
    const [latest] = await census().listChanges.query();
    expect(latest).toMatchObject({ id: changeId, answer: 'several', kept: 3, saidBy: 'M. Legrand' });
    expect(await census().undo.mutate({ changeId })).toEqual({ undone: 3, left: 0 });
    expect(await statuses('epsilon')).toEqual(['active', 'active', 'active']);
  });

  it('does nothing where the base moved since the preview', async () => {
    const [first, second] = await several('zeta', 2);
    const rows = [first, second].map((row) => ({
      ...untouched,
      contractId: row?.id ?? '',
      status: 'stopped' as const,
    }));
    await census().changeRows.mutate({ rows: rows.slice(0, 1), said, kept: 1 });
    expect(await refusalOf(census().changeRows.mutate({ rows, said, kept: 2 }))).toBe('census.list_moved');
    expect(await statuses('zeta')).toEqual(['stopped', 'active']);
  });
});

describe('the census as a sheet', () => {
  const at = async (path: string, init: RequestInit) =>
    world.product.app.fetch(new Request(`http://localhost:3000${path}`, init));
  const sheet = async (text: string, more: Record<string, unknown> = {}, person = world.facilitator) =>
    at('/api/exports/census', {
      method: 'POST',
      headers: { ...person.headers, 'content-type': 'application/json' },
      body: JSON.stringify({
        question: { text, sort: 'object', descending: false, ...more },
        columns: ['buyer', 'due'],
      }),
    });
  async function opened(response: Response) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    const [page] = workbook.worksheets;
    if (!page) throw new Error('no sheet');
    return { workbook, page };
  }
  async function brought(workbook: ExcelJS.Workbook): Promise<string> {
    const body = new FormData();
    body.set('file', new File([new Uint8Array(await workbook.xlsx.writeBuffer())], 'retour.xlsx'));
    const headers = world.facilitator.headers;
    const response = await at('/api/uploads/contracts', { method: 'POST', body, headers });
    return ((await response.json()) as { fileId: string }).fileId;
  }

  it('goes out with the columns chosen, is changed elsewhere, and comes back as differences and nothing else', async () => {
    await several('sigma');
    const { workbook, page } = await opened(await sheet('sigma'));
    const headers = Array.from({ length: 10 }, (_, index) => page.getRow(1).getCell(index + 1).text);
    expect(headers).toEqual([
      ...['N°', 'Référence', 'Objet', 'Acheteur', 'Statut', 'Depuis', 'Fin prévue le', 'Heures dues'],
      ...['Sans changement', 'Repère'],
    ]);
    expect(page.getCell('E2').dataValidation).toMatchObject({ type: 'list' });
    expect([page.getCell('C2').value, page.getCell('E2').value]).toEqual(['Voirie sigma 1', 'en cours']);
    expect(await census().compareRows.mutate({ fileId: await brought(workbook) })).toEqual({
      rows: [],
      read: 3,
      same: 3,
    });
    page.getCell('E2').value = 'arrêté';
    page.getCell('F2').value = new Date('2024-03-17T00:00:00Z');
    page.getCell('I3').value = 'oui';
    page.getCell('G4').value = '30/06/2027';
    const { rows } = await census().compareRows.mutate({ fileId: await brought(workbook) });
    expect(rows.map(({ answer, stale }) => [answer, stale])).toEqual([
      ['stop', null],
      ['no_change', null],
      ['extend', null],
    ]);
    const accepted = rows.flatMap(({ wanted }) => (wanted ? [wanted] : []));
    expect((await census().changeRows.mutate({ rows: accepted, said, kept: 3 })).kept).toBe(3);
    expect(await statuses('sigma')).toEqual(['stopped', 'active', 'active']);
  });

  it('says which cells changed in the base since it went out, and leaves alone those that nobody touched in it', async () => {
    const [first, second] = await several('theta', 2);
    const { workbook, page } = await opened(await sheet('theta'));
    const stop = [first, second].map((row) => ({
      ...untouched,
      contractId: row?.id ?? '',
      status: 'stopped' as const,
    }));
    await census().changeRows.mutate({ rows: stop, said, kept: 2 });
    page.getCell('E2').value = 'suspendu';
    const { rows, same } = await census().compareRows.mutate({ fileId: await brought(workbook) });
    expect(same).toBe(1);
    expect(rows).toMatchObject([
      { answer: 'suspend', now: { status: 'stopped' }, stale: { status: 'active', endsOn: '2026-12-31' } },
    ]);
  });

  it('shows a past day as known, and is logged', async () => {
    const [first] = await several('iota', 1);
    const stop = { ...untouched, contractId: first?.id ?? '', status: 'stopped' as const, since: '2024-05-02' };
    await census().changeRows.mutate({ rows: [stop], said, kept: 1 });
    const { page } = await opened(await sheet('iota', { knownOn: '2024-05-20' }));
    expect(page.getCell('E2').value).toBe('en cours');
    const [entry] = await world.product.system.client<{ facts: { rows: number; knownOn: string } }[]>`
      select facts from audit_entry where action = 'census.export' order by id desc limit 1`;
    expect(entry?.facts).toMatchObject({ rows: 1, knownOn: '2024-05-20' });
  });

  it('is the team’s: a buyer finds nothing there, and what is no question is nothing', async () => {
    expect((await sheet('sigma', {}, world.buyer)).status).toBe(404);
    expect((await sheet('sigma', { rows: -1 })).status).toBe(404);
  });
});

describe('the columns and views of somebody', () => {
  it('are kept for herself, and the usual ones before that', async () => {
    expect((await census().showSettings.query()).columns).toContain('saidOn');
    await census().setColumns.mutate({ columns: ['due', 'reference'] });
    expect((await census().showSettings.query()).columns).toEqual(['reference', 'due']);
    expect((await colleague.client.census.showSettings.query()).columns).toContain('saidOn');
  });

  it('are seen by the team where they are shared, and changed by whoever saved them alone', async () => {
    const { viewId } = await census().saveView.mutate({
      name: 'Arrêtés',
      shared: false,
      search: 'statut=stopped&page=2',
    });
    const again = await census().saveView.mutate({ name: 'Arrêtés', shared: true, search: 'statut=stopped&tri=fin' });
    expect(again.viewId).toBe(viewId);
    await census().saveView.mutate({ name: 'À moi', shared: false, search: '' });
    const own = (await census().showSettings.query()).views;
    expect(own.map(({ name, search }) => [name, search])).toEqual([
      ['À moi', ''],
      ['Arrêtés', 'statut=stopped&tri=fin'],
    ]);
    const seen = (await colleague.client.census.showSettings.query()).views;
    expect(seen).toMatchObject([{ id: viewId, own: false, shared: true }]);
    expect(await refusalOf(colleague.client.census.dropView.mutate({ viewId }))).toBe('census.view_not_found');
    expect(await refusalOf(world.buyer.client.census.saveView.mutate({ name: 'x', shared: true, search: '' }))).toBe(
      'access.not_allowed',
    );
    await census().dropView.mutate({ viewId });
    expect((await census().showSettings.query()).views).toHaveLength(1);
  });
});
