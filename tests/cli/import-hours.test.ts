import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CommandContext, CommandRefused } from '@jonction/api/cli/context';
import { importHoursCommand } from '@jonction/api/cli/import-hours';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Declaring, makeDeclaring, makeWorker } from '../support/declaring.ts';
import { filledTemplate, type SheetHours } from '../support/hours-sheets.ts';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
let at: Declaring;
let other: Declaring;
let contractNumber: number;
const folder = mkdtempSync(path.join(tmpdir(), 'jonction-hours-'));

beforeAll(async () => {
  product = await startProduct();
  at = await makeDeclaring(product, 'du Val');
  other = await makeDeclaring(product, 'du Mont');
  const [row] = await product.system.client<{ number: number }[]>`
    select number::int from contract where id = ${at.made.contractId}`;
  contractNumber = row?.number ?? 0;
});
afterAll(async () => {
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(args: string[], structureId: string | null = at.structureId) {
  const context: CommandContext = {
    database: product.system,
    services: product.app.services,
    structureId,
    userId: null,
    progress: () => undefined,
  };
  return importHoursCommand(context, args);
}

function kept(name: string, content: Uint8Array | string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** Three months of a hundred people, as many rows. */
async function manyRows(): Promise<SheetHours[]> {
  const people = await Promise.all(Array.from({ length: 100 }, () => makeWorker(product, at)));
  const months = [
    ['2020-03-01', '2020-03-31'],
    ['2020-04-01', '2020-04-30'],
    ['2020-05-01', '2020-05-31'],
  ] as const;
  return people.flatMap(({ placementNumber }) =>
    months.map(([from, to]) => ({
      contract: contractNumber,
      placement: placementNumber,
      from,
      to,
      kind: 'travail sur site',
      hours: 151.67,
    })),
  );
}

describe('import hours', () => {
  it('takes 288 rows of 300, names the 12 bad ones, and changes nothing the second time', async () => {
    const rows = await manyRows();
    const spoilt = [4, 17, 30, 55, 80, 111, 140, 171, 200, 231, 260, 299];
    const bad: Partial<SheetHours>[] = [
      { kind: 'sieste' },
      { hours: 'x' },
      { placement: 9_999_999 },
      { contract: 8_888 },
    ];
    const spoiltRows = rows.map((row, index) => {
      const at = spoilt.indexOf(index);
      return at === -1 ? row : { ...row, ...bad[at % 4] };
    });
    const file = kept('mars-mai.xlsx', await filledTemplate(spoiltRows));

    const first = await run([file]);
    expect(first).toMatchObject({ exit: 1, result: { read: 300, created: 288, updated: 0, unchanged: 0 } });
    const { rejected } = first.result as {
      rejected: { file: string; record: number; field: string; reason: string }[];
    };
    expect(rejected.map(({ record }) => record)).toEqual(spoilt.map((index) => index + 2));
    expect(rejected.map(({ field }) => field).slice(0, 4)).toEqual([
      'Nature',
      'Heures',
      'Salarié (identifiant)',
      'Contrat',
    ]);
    expect(Object.keys(first.result).sort()).toEqual(['created', 'read', 'rejected', 'unchanged', 'updated']);

    const ledger = () =>
      product.system.client`select count(*)::int as entries, sum(centihours)::int as centihours from hour_entry`;
    const before = await ledger();
    const second = await run([file]);
    expect(second).toMatchObject({ exit: 1, result: { created: 0, updated: 0, unchanged: 288, rejected } });
    expect(await ledger()).toEqual(before);

    const mended = await run([kept('mars-mai-mended.xlsx', await filledTemplate(rows))]);
    expect(mended).toMatchObject({ exit: 0, result: { created: 12, updated: 0, unchanged: 288, rejected: [] } });
  });

  it('reads the CSV of a payroll by a file of correspondence, in Windows-1252', async () => {
    const { placementNumber, placementId } = await makeWorker(product, at);
    const csv = [
      'Chantier;Matricule;Mois;Rubrique;Qté;Payé par',
      `${contractNumber};E-${placementNumber};mars 2020;télétravail;75,50;employeur`,
    ].join('\r\n');
    const file = kept('paie.csv', Buffer.from(csv, 'latin1'));
    const map = kept('map.json', JSON.stringify({ Chantier: 'Contrat', Qté: 'Heures', Rubrique: 'kind' }));
    expect(await run([file, '--map', map])).toMatchObject({ exit: 0, result: { read: 1, created: 1 } });
    const [line] = await product.system.client`
      select kind, centihours, payer, from_day::text, to_day::text from hour_line where placement_id = ${placementId}`;
    expect(line).toEqual({
      kind: 'telework',
      centihours: 7550,
      payer: 'employer',
      from_day: '2020-03-01',
      to_day: '2020-03-31',
    });
  });

  it('takes no hire of another structure than the one it speaks for', async () => {
    const rows = [
      { contract: contractNumber, placement: at.placementNumber, month: '03/2020', kind: 'formation', hours: 7 },
    ];
    const file = kept('ailleurs.xlsx', await filledTemplate(rows));
    expect(await run([file], other.structureId)).toMatchObject({ exit: 2, result: { read: 1, created: 0 } });
  });

  it('says in a sentence what it cannot do: no file, no structure, no table, a wrong correspondence', async () => {
    const file = kept('rien.xlsx', await filledTemplate([]));
    await expect(run([])).rejects.toBeInstanceOf(CommandRefused);
    await expect(run(['/nowhere/x.xlsx'])).rejects.toThrow('Impossible de lire');
    await expect(run([file], null)).rejects.toThrow('--structure');
    await expect(run([kept('x.pdf', '%PDF-1.7')])).rejects.toBeInstanceOf(CommandRefused);
    await expect(run([file, '--map', kept('m.json', '[1')])).rejects.toThrow('correspondance');
    const map = kept('unknown.json', '{"Qté": "inconnu"}');
    await expect(run([file, '--map', map])).rejects.toBeInstanceOf(CommandRefused);
  });
});
