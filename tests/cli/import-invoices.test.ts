import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CommandContext, CommandRefused } from '@jonction/api/cli/context';
import { importInvoicesCommand, importOrdersCommand } from '@jonction/api/cli/import-invoices';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Declaring, makeDeclaring } from '../support/declaring.ts';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
let at: Declaring;
let other: Declaring;
let number: number;
const folder = mkdtempSync(path.join(tmpdir(), 'jonction-invoices-'));

beforeAll(async () => {
  product = await startProduct();
  at = await makeDeclaring(product, 'du Val');
  other = await makeDeclaring(product, 'du Mont');
  const [row] = await product.system.client<{ number: number }[]>`
    select number::int from contract where id = ${at.made.contractId}`;
  number = row?.number ?? 0;
});
afterAll(async () => {
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(args: string[], structureId: string | null = at.structureId, command = importInvoicesCommand) {
  const context: CommandContext = {
    database: product.system,
    services: product.app.services,
    structureId,
    userId: null,
    progress: () => undefined,
  };
  return command(context, args);
}

function kept(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const headers = 'Contrat;Lot;Facture;Date;Montant HT';

describe('jonction import invoices', () => {
  it('takes the rows that are good, says why of each other, and ends in part', async () => {
    const file = kept('a.csv', [headers, `${number};;F-1;31/03/2020;1250,50`, '999999;;F-2;31/03/2020;10'].join('\n'));
    const { exit, result } = await run([file]);
    expect(exit).toBe(1);
    expect(result).toMatchObject({ read: 2, created: 1, updated: 0, unchanged: 0 });
    expect(Object.keys(result).sort()).toEqual(['created', 'read', 'rejected', 'unchanged', 'updated']);
    expect(result.rejected).toMatchObject([{ file, record: 3, field: 'Contrat' }]);
  });

  it('changes nothing the second time, and corrects an invoice of the same number', async () => {
    const same = kept('b.csv', [headers, `${number};;F-1;31/03/2020;1250,50`].join('\n'));
    expect(await run([same])).toMatchObject({ exit: 0, result: { created: 0, unchanged: 1 } });
    const corrected = kept('c.csv', [headers, `${number};;F-1;31/03/2020;1300`].join('\n'));
    expect(await run([corrected])).toMatchObject({ exit: 0, result: { updated: 1 } });
    const rows = await product.system.client<{ amount: string }[]>`
      select amount_cents::text as amount from invoice order by recorded_at`;
    expect(rows.map(({ amount }) => amount)).toEqual(['125050', '130000']);
  });

  it('reads headers that are not ours by the map that it is given', async () => {
    const file = kept('d.csv', ['Machin;Pièce;Quand;Combien', `${number};X-1;31/03/2020;10`].join('\n'));
    const map = { Machin: 'contract', Pièce: 'invoice', Quand: 'date', Combien: 'amount' };
    const mapFile = kept('map.json', JSON.stringify(map));
    expect(await run([file, '--map', mapFile])).toMatchObject({ exit: 0, result: { created: 1 } });
    await expect(run([file, '--map', kept('no.json', '{')])).rejects.toThrow(/correspondance/);
  });

  it('keeps to the contracts of the structure it is run for', async () => {
    const file = kept('e.csv', [headers, `${number};;F-9;31/03/2020;10`].join('\n'));
    expect(await run([file], other.structureId)).toMatchObject({ exit: 2, result: { created: 0 } });
  });

  it('refuses in words no file, a file that is not there, no structure, and a sheet of nothing', async () => {
    await expect(run([])).rejects.toThrow(CommandRefused);
    await expect(run([path.join(folder, 'nowhere.csv')])).rejects.toThrow(/Impossible de lire/);
    await expect(run([kept('f.csv', headers)], null)).rejects.toThrow(/--structure/);
    await expect(run([kept('f.csv', headers)])).rejects.toThrow(CommandRefused);
  });
});

describe('jonction import orders', () => {
  const orders = (args: string[]) => run(args, at.structureId, importOrdersCommand);
  const ordered = 'Contrat;Lot;Bon de commande;Date;Montant HT';

  it('takes purchase orders, apart from the invoices of the same number, and changes nothing the second time', async () => {
    const file = kept('o.csv', [ordered, `${number};;F-1;31/03/2020;2000`, `${number};;BC-2;;10`].join('\n'));
    const { exit, result } = await orders([file]);
    expect(exit).toBe(1);
    expect(result).toMatchObject({ read: 2, created: 1, updated: 0, rejected: [{ file, record: 3, field: 'Date' }] });
    expect(await orders([file])).toMatchObject({ result: { created: 0, unchanged: 1 } });
    const rows = await product.system.client`
      select kind, amount_cents::text as amount from invoice where number = 'F-1' order by recorded_at desc limit 1`;
    expect(rows).toMatchObject([{ kind: 'order', amount: '200000' }]);
  });

  it('corrects an order of the same number, and reads other headers by the map', async () => {
    const file = kept('p.csv', ['Machin;Pièce;Quand;Combien', `${number};F-1;31/03/2020;2500`].join('\n'));
    const map = kept(
      'orders.json',
      JSON.stringify({ Machin: 'contract', Pièce: 'invoice', Quand: 'date', Combien: 'amount' }),
    );
    expect(await orders([file, '--map', map])).toMatchObject({ exit: 0, result: { updated: 1 } });
  });

  it('names itself in its refusals', async () => {
    await expect(orders([])).rejects.toThrow('jonction import orders FICHIER');
    await expect(run([])).rejects.toThrow('jonction import invoices FICHIER');
  });
});
