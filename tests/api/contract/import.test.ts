import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importContracts } from '@jonction/api/cli/import-contracts';
import { applyRun } from '@jonction/api/participant/list-in/apply-run';
import { contractsForm } from '@jonction/documents/sheet/contracts-form';
import { writeTemplate } from '@jonction/documents/write-sheet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson, type Person } from '../../support/people.ts';
import { refusalOf } from '../../support/product.ts';
import { uploaded } from '../../support/upload.ts';
import { startWorld, today, type World } from './world.ts';

let world: World;
let colleague: Person;
const folder = mkdtempSync(path.join(tmpdir(), 'jonction-contracts-'));
beforeAll(async () => {
  world = await startWorld();
  const { structureId } = world;
  colleague = await makePerson(world.product, 'lead', { organisationId: structureId, structureId });
});
afterAll(async () => {
  await world.product.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Fictitious numbers that pass the key. */
const buyer = '21990001600011';
const holder = '99000001000019';
const headers =
  'Acheteur (SIRET);Référence;Lot;Objet;CPV;Titulaire (SIRET);Montant HT;Notifié le;Fin prévue le;Heures dues;Statut';
const line = (reference: string) =>
  `${buyer};${reference};;Nettoyage;90910000;;120000;01/03/2024;28/02/2026;420;en cours`;
const client = (who = world.facilitator) => who.client.contract;

async function preview(lines: readonly string[], who = world.facilitator): Promise<string> {
  const bytes = lines.join('\n');
  const fileId = await uploaded(world.product, who, 'contracts', { name: 'marches.csv', bytes });
  return (await client(who).previewImport.mutate({ fileId })).runId;
}
const apply = async (runId: string, mostBatches = 100) => {
  const { vault } = world.product.app.services;
  await applyRun({ database: world.product.system, vault }, runId, { mostBatches, today });
};
async function enter(lines: readonly string[]) {
  const runId = await preview([headers, ...lines]);
  await client().applyImport.mutate({ runId });
  await apply(runId);
  return client().showImport.query({ runId, pageSize: 200 });
}
const found = async (text: string) => (await client().list.query({ text })).rows;

describe('contract.previewImport', () => {
  it('shows what would enter and what is wrong at each row, and lets nothing in', async () => {
    const runId = await preview([headers, line('P-1'), line('P-2').replace('en cours', 'ennuyé'), '123;P-3;;;;;;;;;']);
    const shown = await client().showImport.query({ runId });
    expect(shown).toMatchObject({ status: 'preview', rowsTotal: 3, counts: { ready: 1, wrong: 2 } });
    expect(shown.rows.map(({ record, name, problems }) => [record, name, problems.map(({ field }) => field)])).toEqual([
      [2, 'P-1', []],
      [3, 'P-2', ['Statut']],
      [4, 'P-3', ['Objet', 'Acheteur (SIRET)']],
    ]);
    expect(shown.rows[1]?.problems[0]?.sentence).toContain('ennuyé');
    expect(await found('P-1')).toEqual([]);
  });

  it('tells before anything enters what each row would do, cell by cell, as it then does', async () => {
    await enter([`${buyer};Q1X;;Voirie;;;;;28/02/2027;420;en cours`, `${buyer};Q2X;;Plantations;;;;;;100;en cours`]);
    const list = [
      `${buyer};Q1X;;Voirie;45233140;${holder};90000;01/03/2024;31/12/2027;500;arrêté`,
      `${buyer};Q2X;;Plantations;;;;;;100;en cours`,
      `${buyer};Q2X;2;Élagage;;;;;;;soldé`,
      `${buyer};Q3X;;Toitures;;99000002800011;;;;50;`,
      `${buyer};Q3X;1;Toitures, lot 1;;;;;;;`,
    ];
    const runId = await preview([headers, ...list]);
    const { rows } = await client().showImport.query({ runId });
    expect(rows.map(({ foreseen }) => foreseen?.outcome)).toEqual([
      'updated',
      'unchanged',
      'rejected',
      'created',
      'created',
    ]);
    const changes = rows[0]?.foreseen?.changes.map(({ field, before, after }) =>
      [field, before, after].map((cell) => cell?.replace(/\s/g, ' ') ?? null),
    );
    expect(changes).toEqual([
      ['Statut', 'en cours', 'arrêté'],
      ['Fin prévue le', '28 févr. 2027', '31 déc. 2027'],
      ['Titulaire (SIRET)', null, holder],
      ['Heures dues', '420 h', '500 h'],
      ['CPV', null, '45233140'],
      ['Notifié le', null, '1er mars 2024'],
      ['Montant HT', null, '90 000 € HT'],
    ]);
    expect(rows[2]?.problems[0]?.sentence).toContain('en cours');
    const [before] = await found('Q1X');
    expect(before).toMatchObject({ status: 'active', dueHours: 420, cpv: null });
    expect(await found('Q3X')).toEqual([]);

    await client().applyImport.mutate({ runId });
    await apply(runId);
    const after = await client().showImport.query({ runId });
    expect(after.rows.map(({ outcome }) => outcome)).toEqual(rows.map(({ foreseen }) => foreseen?.outcome));
    expect(after.rows.map(({ foreseen }) => foreseen)).toEqual([null, null, null, null, null]);
    expect((await found('Q1X'))[0]).toMatchObject({ status: 'stopped', dueHours: 500, endsOn: '2027-12-31' });
  });

  it('asks which column is which where it cannot guess, and remembers the answer', async () => {
    const odd = ['colA;colB;colC', `${buyer};M-1;Voirie`];
    const runId = await preview(odd);
    expect((await client().showImport.query({ runId })).columns.missing).toEqual(['buyer', 'reference', 'object']);
    expect(await refusalOf(client().applyImport.mutate({ runId }))).toBe('contract.import_columns');
    await client().mapImport.mutate({ runId, mapping: { colA: 'buyer', colB: 'reference', colC: 'object' } });
    expect(await client().showImport.query({ runId })).toMatchObject({
      counts: { ready: 1 },
      columns: { missing: [] },
    });
    const again = await preview(odd);
    expect((await client().showImport.query({ runId: again })).counts.ready).toBe(1);
  });

  it('is the team’s: another team, a buyer and a company find nothing', async () => {
    const runId = await preview([headers, line('P-9')]);
    for (const who of [world.stranger]) {
      expect(await refusalOf(client(who).showImport.query({ runId }))).toBe('contract.import_not_found');
      for (const act of [client(who).applyImport, client(who).stopImport, client(who).undoImport]) {
        expect(await refusalOf(act.mutate({ runId }))).toBe('contract.import_not_found');
      }
    }
    expect(await refusalOf(client(world.buyer).showImport.query({ runId }))).toBe('access.not_allowed');
    expect(await refusalOf(client(world.employer).undoImport.mutate({ runId }))).toBe('access.not_allowed');
    expect((await client(world.stranger).listImports.query()).length).toBe(0);
    expect((await client(colleague).listImports.query()).map(({ id }) => id)).toContain(runId);
  });
});

describe('a list of contracts that comes in', () => {
  it('makes each contract with its lots, companies, life, hours due, followed by the team', async () => {
    const run = await enter([
      `${buyer};A-1;;Nettoyage des écoles;90910000;${holder};120000,50;01/03/2024;28/02/2026;420;en cours`,
      `${buyer};A-2;1;Gros œuvre;45210000;${holder};;01/03/2024;;300;arrêté`,
      `${buyer};A-2;2;Peinture;45442100;;;01/03/2024;;;arrêté`,
      `${buyer};A-3;;À venir;;;;;;;programmé`,
    ]);
    expect(run).toMatchObject({ status: 'done', rowsDone: 4, counts: { created: 4, rejected: 0 } });
    const [one] = await found('A-1');
    expect(one).toMatchObject({
      ...{ object: 'Nettoyage des écoles', cpv: '90910000', amountCents: 12_000_050, status: 'active' },
      ...{ notifiedOn: '2024-03-01', statusSince: '2024-03-01', endsOn: '2026-02-28', saidBy: 'import', saidOn: today },
      ...{ clauseCount: 1, dueHours: 420, attached: true },
    });
    const [two] = await found('A-2');
    expect(two).toMatchObject({ status: 'stopped', statusSince: today, lotCount: 2, clauseCount: 1, dueHours: 300 });
    expect((await found('A-3'))[0]).toMatchObject({ status: 'planned', notifiedOn: null, clauseCount: 0 });
  });

  it('changes nothing the second time, and completes what was missing', async () => {
    const whole = `${buyer};B-1;;Voirie;45233140;${holder};5000;01/03/2024;28/02/2026;100;en cours`;
    await enter([`${buyer};B-1;;Voirie;;;;01/03/2024;28/02/2026;;en cours`]);
    expect((await enter([whole])).counts).toMatchObject({ created: 0, updated: 1 });
    expect((await found('B-1'))[0]).toMatchObject({ cpv: '45233140', amountCents: 500_000, dueHours: 100 });
    expect((await enter([whole])).counts).toMatchObject({ updated: 0, unchanged: 1 });
    expect((await enter([whole.replace('en cours', 'suspendu')])).counts).toMatchObject({ updated: 1 });
    expect((await found('B-1'))[0]).toMatchObject({ status: 'suspended', saidBy: 'import' });
  });

  it('follows a contract that the register had, and leaves what others said of it', async () => {
    const { contractId } = await world.contract({ reference: 'R-1', attached: false, object: 'Objet publié' });
    await world.product.system.client`
      update organisation set identifier = '21990002400015', identifier_kind = 'SIRET' where id = ${world.buyerId}`;
    const run = await enter(['21990002400015;R-1;;Autre objet;;;;;;;']);
    expect(run).toMatchObject({ counts: { updated: 1, created: 0 }, rows: [{ contractId }] });
    expect((await found('R-1'))[0]).toMatchObject({ object: 'Objet publié', attached: true });
  });

  it('returns with its reason each row that cannot enter: twice, a lot untold, a status that nothing leads to', async () => {
    await enter([`${buyer};C-1;1;Lot un;;;;01/03/2024;;;en cours`, `${buyer};C-1;2;Lot deux;;;;01/03/2024;;;en cours`]);
    const run = await enter([
      `${buyer};C-2;;Un;;;;;;;`,
      `${buyer};C-2;;Un encore;;;;;;;`,
      `${buyer};C-1;;Quel lot ?;;;;;;;`,
      `${buyer};C-1;1;Lot un;;;;;;;soldé`,
      `${buyer};C-4;;Loin;;;;01/03/2034;;;`,
    ]);
    expect(run.counts).toMatchObject({ created: 1, rejected: 4 });
    const reasons = run.rows.map(({ problems }) => problems[0]?.sentence ?? '');
    expect(reasons[1]).toMatch(/déjà plus haut/);
    expect(reasons[2]).toMatch(/plusieurs/);
    expect(reasons[3]).toMatch(/en cours.*soldé/);
    expect(reasons[4]).toMatch(/plus d’un an/);
  });

  it('is stopped between two batches, keeps what entered, and goes on where it was', async () => {
    const rows = Array.from({ length: 250 }, (_, index) => line(`D-${index}`));
    const runId = await preview([headers, ...rows]);
    expect(await refusalOf(client().stopImport.mutate({ runId }))).toBe('contract.import_not_running');
    expect(await refusalOf(client().undoImport.mutate({ runId }))).toBe('contract.import_not_in');
    await client().applyImport.mutate({ runId });
    expect(await refusalOf(client().applyImport.mutate({ runId }))).toBe('contract.import_running');
    await apply(runId, 1);
    await client().stopImport.mutate({ runId });
    await apply(runId);
    expect(await client().showImport.query({ runId })).toMatchObject({ status: 'stopped', rowsDone: 200 });
    await client().applyImport.mutate({ runId });
    await apply(runId);
    expect(await client().showImport.query({ runId })).toMatchObject({ status: 'done', counts: { created: 250 } });
    expect(await refusalOf(client().applyImport.mutate({ runId }))).toBe('contract.import_done');
  });
});

describe('contract.undoImport', () => {
  const contractIdOf = async (text: string) => (await found(text))[0]?.id ?? '';

  it('takes out whole what the list made, and lets it come in again', async () => {
    const lines = [line('U-1'), `${buyer};U-2;1;Lot;;${holder};;01/03/2024;;90;arrêté`];
    const run = await enter(lines);
    expect(await client().undoImport.mutate({ runId: run.id })).toEqual({ undone: 2, left: 0 });
    expect(await found('U-')).toEqual([]);
    expect((await client().list.query({ text: 'U-1', scope: 'register' })).rows).toEqual([]);
    const shown = await client().showImport.query({ runId: run.id });
    expect([shown.status, shown.rows.map(({ contractId }) => contractId)]).toEqual(['undone', [null, null]]);
    expect(await refusalOf(client().undoImport.mutate({ runId: run.id }))).toBe('contract.import_not_in');
    expect((await enter(lines)).counts.created).toBe(2);
  });

  it('keeps what was known before, and what somebody worked on since', async () => {
    await enter([line('V-0')]);
    const run = await enter([
      `${line('V-0').replace('90910000', '90911000')}`,
      ...['V-1', 'V-2', 'V-3', 'V-4'].map((reference) => line(reference)),
    ]);
    const said = { source: 'phone', saidBy: null, legalBasis: null, note: null, endsOn: null } as const;
    const [one, two, three] = [await contractIdOf('V-1'), await contractIdOf('V-2'), await contractIdOf('V-3')];
    await client().recordEvent.mutate({
      contractId: one,
      lotId: null,
      type: 'stop',
      on: today,
      documentId: null,
      ...said,
    });
    await client().addNote.mutate({ contractId: two, body: 'Appelé hier.' });
    await world.facilitator.client.census.change.mutate({
      which: { ids: [three] },
      saying: { answer: 'no_change', on: today, ...said },
      kept: 1,
    });
    expect(await client().undoImport.mutate({ runId: run.id })).toEqual({ undone: 1, left: 3 });
    expect((await found('V-')).map(({ reference }) => reference).sort()).toEqual(['V-0', 'V-1', 'V-2', 'V-3']);
  });

  it('refuses where nothing can be taken out, and says why', async () => {
    await enter([line('W-1')]);
    const run = await enter([line('W-1')]);
    expect(await refusalOf(client().undoImport.mutate({ runId: run.id }))).toBe('contract.import_nothing_to_undo');
  });

  it('is the only way out: nobody deletes an event or a contract otherwise', async () => {
    const run = await enter([line('X-1')]);
    const id = run.rows[0]?.contractId ?? '';
    await expect(
      world.product.system.client`delete from contract_event where contract_id = ${id} returning id`,
    ).resolves.toEqual([]);
    await expect(world.product.system.client`delete from contract where id = ${id} returning id`).resolves.toEqual([]);
    expect(await found('X-1')).toHaveLength(1);
  });
});

describe('jonction import contracts', () => {
  const command = (args: string[], structureId: string | null = world.structureId) =>
    importContracts(
      {
        ...{ database: world.product.system, services: world.product.app.services, structureId, userId: null },
        progress: () => undefined,
      },
      args,
    );
  const kept = (name: string, content: string | Uint8Array) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };

  // A tenth of it says the same; the whole is for a machine that has the time.
  const rows = process.env.JONCTION_LONG ? 5_000 : 500;

  it('brings all but 12 rows in and returns these with their reasons', async () => {
    const lines = Array.from({ length: rows }, (_, index) =>
      (index * 12) % rows < 12 ? line(`E-${index}`).replace('en cours', 'ennuyé') : line(`E-${index}`),
    );
    const file = kept('cinq-mille.csv', [headers, ...lines].join('\r\n'));
    const { exit, result } = await command([file]);
    expect(exit).toBe(1);
    expect(result).toMatchObject({ read: rows, created: rows - 12, updated: 0, unchanged: 0 });
    expect(result.rejected).toHaveLength(12);
    expect((result.rejected as unknown[])[0]).toEqual({
      ...{ file, record: 2, field: 'Statut' },
      reason: expect.stringContaining('ennuyé'),
    });
    expect(Object.keys(result).sort()).toEqual(['created', 'read', 'rejected', 'unchanged', 'updated']);
  });

  it('reads Windows-1252, commas, .xlsx, and other headers by --map', async () => {
    const latin = Buffer.from(`${headers}\n${line('F-1').replace('Nettoyage', 'Étanchéité')}`, 'latin1');
    expect(await command([kept('latin.csv', new Uint8Array(latin))])).toMatchObject({
      exit: 0,
      result: { created: 1 },
    });
    expect((await found('F-1'))[0]?.object).toBe('Étanchéité');
    const commas = `Acheteur (SIRET),Référence,Objet\n${buyer},F-2,"Voirie, lot unique"`;
    expect(await command([kept('virgules.csv', commas)])).toMatchObject({ exit: 0, result: { created: 1 } });
    const cells = [buyer, 'F-3', null, 'Peinture', null, null, 1200.5, { day: '2024-03-01' }, null, 35, 'en cours'];
    const sheet = await writeTemplate(contractsForm, [cells]);
    expect(await command([kept('modele.xlsx', new Uint8Array(sheet))])).toMatchObject({
      exit: 0,
      result: { created: 1 },
    });
    expect((await found('F-3'))[0]).toMatchObject({ amountCents: 120_050, dueHours: 35, status: 'active' });
    const map = kept('map.json', JSON.stringify({ colA: 'Acheteur (SIRET)', colB: 'reference', colC: 'Objet' }));
    const odd = kept('autre.csv', `colA;colB;colC\n${buyer};F-4;Voirie`);
    expect(await command([odd, '--map', map])).toMatchObject({ exit: 0, result: { read: 1, created: 1 } });
  });

  it('does nothing where it cannot: no file, no columns, nothing good', async () => {
    await expect(command([])).rejects.toThrow(/import contracts/);
    await expect(command([path.join(folder, 'absent.csv')])).rejects.toThrow(/Impossible de lire/);
    await expect(command([kept('colonnes.csv', 'x;y\n1;2')])).rejects.toThrow(/colonnes/);
    expect(await command([kept('mauvais.csv', `${headers}\n123;Z-1;;Objet;;;;;;;`)])).toMatchObject({
      exit: 2,
      result: { read: 1, created: 0 },
    });
  });
});
