import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchTitles } from '@jonction/api/cli/bench/titles';
import type { CommandContext } from '@jonction/api/cli/context';
import { titlesCommand } from '@jonction/api/cli/titles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
let context: CommandContext;
const folder = mkdtempSync(path.join(tmpdir(), 'jonction-titles-'));

beforeAll(async () => {
  product = await startProduct();
  const { services } = product.app;
  context = { database: product.system, services, structureId: null, userId: null, progress: () => undefined };
});
afterAll(async () => {
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('titles', () => {
  it('counts the titles that lead to their code, and says where the others led', async () => {
    const file = write(
      'titles.csv',
      'title,rome\nmaçonne,F1703\nripeur,K2303\nxyzzyxyzzy,K2204\nk2204,K2204\n,K2204\n',
    );
    const { exit, result } = await titlesCommand(context, [file]);
    expect(exit).toBe(0);
    expect(result).toEqual({
      n: 4,
      top1: 3,
      top5: 3,
      misses: [{ title: 'xyzzyxyzzy', rome: 'K2204', found: [] }],
    });
  });

  it('takes either of two codes that are as right', async () => {
    const { result } = await titlesCommand(context, [
      write('two.csv', 'title,rome\nmaçonne,K2204|F1703\nripeur,F1703\n'),
    ]);
    expect(result).toMatchObject({ n: 2, top1: 1, misses: [{ title: 'ripeur', rome: 'F1703' }] });
  });

  it('takes other columns and semicolons', async () => {
    const { result } = await titlesCommand(context, [write('more.csv', 'note;rome;title\na;F1703;maçon\n')]);
    expect(result).toMatchObject({ n: 1, top1: 1, top5: 1, misses: [] });
  });

  it('refuses, in words, no file, an absent one, one without its columns, and one without a row', async () => {
    await expect(titlesCommand(context, [])).rejects.toThrow(/Donnez le fichier/);
    await expect(titlesCommand(context, [path.join(folder, 'absent.csv')])).rejects.toThrow(/fichier absent/);
    await expect(titlesCommand(context, [write('other.csv', 'a,b\n1,2\n')])).rejects.toThrow(/colonnes/);
    await expect(titlesCommand(context, [write('empty.csv', 'title,rome\n')])).rejects.toThrow(/aucune ligne/);
  });

  it('uses the titles of version 4 as soon as they are loaded', async () => {
    const { client } = product.system;
    const file = write('v4.csv', 'title,rome\npiloteuse de zorglub,K2204\n');
    await client`insert into rome_code values ('K2204', 'Nettoyage de locaux', 'test'), ('F1703', 'Maçonnerie', 'test')`;
    await client`insert into reference_load (name, version, counts) values ('rome', 'v3', '{}')`;
    expect((await titlesCommand(context, [file])).result).toMatchObject({ top1: 0 });
    await client`insert into rome_v4_code values ('K2299', 'Pilote / Piloteuse de zorglub', 'K2204')`;
    await client`insert into reference_load (name, version, counts) values ('rome4', 'v4', '{}')`;
    expect((await titlesCommand(context, [file])).result).toMatchObject({ top1: 1 });
    const { result } = await benchTitles(context, []);
    const figures = new Map((result.figures as { id: string; value: number }[]).map(({ id, value }) => [id, value]));
    // The bench asks an index that has not seen the title.
    expect(figures.get('v4_n')).toBe(1);
    expect(figures.get('v4_top1')).toBe(0);
    expect(figures.get('typed_kept_n')).toBe(100);
  });
});
