import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CommandContext } from '@jonction/api/cli/context';
import { cvCommand } from '@jonction/api/cli/cv';
import { importParticipants } from '@jonction/api/cli/import-participants';
import { referenceCommunes, referenceCpv, referenceRome } from '@jonction/api/cli/reference';
import { searchRebuild } from '@jonction/api/cli/search-rebuild';
import { participantsForm } from '@jonction/documents/sheet/participants-form';
import { writeTemplate } from '@jonction/documents/write-sheet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fictitiousCvs, fileOf } from '../support/cv-files.ts';
import { makeOrganisation } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
let context: CommandContext;
const folder = mkdtempSync(path.join(tmpdir(), 'jonction-cli-'));
const dataFolder = process.env.JONCTION_DATA_DIR;

beforeAll(async () => {
  product = await startProduct();
  const structureId = await makeOrganisation(product, 'structure', 'Clauses du Val');
  context = {
    database: product.system,
    services: product.app.services,
    structureId,
    userId: null,
    progress: () => undefined,
  };
});
afterAll(async () => {
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** A real list has five thousand rows: in the long run. */
const many = process.env.JONCTION_LONG ? 5_000 : 1_200;

describe('import participants', () => {
  const headers = 'Nom;Prénom;Date de naissance;Téléphone;Code postal';

  it(`enters all of ${many} rows but the 12 bad ones, and nobody the second time`, async () => {
    const rows = Array.from({ length: many }, (_, n) => {
      const birth = n % Math.ceil(many / 12) === 0 ? '31/02/1990' : `0${(n % 9) + 1}/1${n % 3}/19${70 + (n % 30)}`;
      return `Durand-${n};Prénom;${birth};07${String(10_000_000 + n)};75013`;
    });
    const file = write('cinq-mille.csv', Buffer.from([headers, ...rows].join('\r\n'), 'latin1'));
    const first = await importParticipants(context, [file]);
    expect(first.exit).toBe(1);
    expect(first.result).toMatchObject({ read: many, created: many - 12, updated: 0, unchanged: 0 });
    expect(first.result.rejected).toHaveLength(12);
    expect((first.result.rejected as object[])[0]).toEqual({
      file,
      record: 2,
      field: 'Date de naissance',
      reason: expect.stringContaining('31/02/1990'),
    });
    const second = await importParticipants(context, [file]);
    expect(second.result).toMatchObject({ read: many, created: 0, updated: 0, unchanged: many - 12 });
  });

  it('reads its own template', async () => {
    const row = participantsForm.fields.map(({ key }) =>
      key === 'lastName' ? 'Lemoine' : key === 'firstName' ? 'Jade' : key === 'phone' ? '0612121212' : null,
    );
    const file = write('modele.xlsx', await writeTemplate(participantsForm, [row]));
    const { exit, result } = await importParticipants(context, [file]);
    expect({ exit, created: result.created, rejected: result.rejected }).toEqual({ exit: 0, created: 1, rejected: [] });
  });

  it('follows the mapping of a file', async () => {
    const file = write('autre.csv', 'Famille,Petit nom\nCissé,Bintou\n');
    await expect(importParticipants(context, [file])).rejects.toThrow(/nom et le prénom/);
    const map = write('autre.json', '{"Famille": "Nom", "Petit nom": "firstName"}');
    const { exit, result } = await importParticipants(context, [file, '--map', map]);
    expect({ exit, created: result.created }).toEqual({ exit: 0, created: 1 });
    const again = await importParticipants(context, [file, '--map', map]);
    expect(again.result).toMatchObject({ created: 0, unchanged: 1 });
  });

  it('says which file cannot be read', async () => {
    await expect(importParticipants(context, ['/nowhere.csv'])).rejects.toThrow('/nowhere.csv');
    await expect(importParticipants(context, [write('photo.csv', Buffer.from([0, 1, 2, 0]))])).rejects.toThrow(
      /tableau/,
    );
  });
});

describe('search rebuild', () => {
  it('fills the index again, and forgets who is no longer there', async () => {
    await product.system.client`delete from search_document`;
    const [copied] = await product.system.client`select generation from search_copy where engine = 'postgres'`;
    const { result } = await searchRebuild(context, []);
    const [people] = await product.system.client<{ n: number }[]>`select count(*)::int as n from participant`;
    expect(result).toEqual({ ok: true, documents: people?.n, indexes: ['postgres'] });
    const found = await product.system.client`
      select 1 from search_document d join search_copy c on c.generation = d.generation
      where c.engine = 'postgres' and d.terms @@ to_tsquery('simple', 'jade & lemoine')`;
    expect(found).toHaveLength(1);
    const [answers] = await product.system.client`select generation from search_copy where engine = 'postgres'`;
    expect(answers?.generation).not.toBe(copied?.generation);
  });
});

describe('cv', () => {
  it('says what each file holds, and why one cannot be read', async () => {
    const cv = fictitiousCvs()[0];
    const good = write('cv.pdf', fileOf(cv?.text ?? '', 'pdf'));
    const bad = write('photo.pdf', Buffer.from('MZ\u0090\u0000'));
    const { exit, result } = await cvCommand(context, [good, bad, '/nowhere.pdf']);
    expect(exit).toBe(1);
    const [read, refused, absent] = result.files as Record<string, unknown>[];
    expect(Object.keys(read ?? {}).sort()).toEqual(
      ['contact', 'experience', 'file', 'languages', 'licences', 'occupations', 'skills', 'text'].sort(),
    );
    expect(read?.occupations).toContainEqual({ rome: 'K2204', label: expect.any(String), passage: expect.any(String) });
    expect(Object.keys(refused ?? {})).toEqual(['file', 'error']);
    expect(absent?.error).toContain('/nowhere.pdf');
  });
});

describe('reference', () => {
  it('refuses in words what is not the official table', async () => {
    await expect(referenceRome(context, [folder])).rejects.toThrow(/ROME/);
    await expect(referenceCommunes(context, [write('communes.csv', 'a;b\n1;2\n')])).rejects.toThrow(/La Poste/);
    await expect(referenceCpv(context, [folder])).rejects.toThrow(/codes CPV/);
  });

  it.skipIf(dataFolder === undefined)('loads the procurement codes, those of the older version apart', async () => {
    const cpv = path.join(dataFolder ?? '', 'cpv');
    const { result } = await referenceCpv(context, [cpv]);
    expect(result).toEqual({ loaded: { codes: 9454, older: 4945 } });
    expect((await referenceCpv(context, [cpv])).result).toEqual(result);
  });

  it.skipIf(dataFolder === undefined)('loads the official tables, twice with the same result', async () => {
    const rome = path.join(dataFolder ?? '', 'rome', 'v347');
    const { result } = await referenceRome(context, [rome]);
    expect(result.loaded).toMatchObject({ codes: 532, titles: 11_118 });
    expect((await referenceRome(context, [rome])).result).toEqual(result);
    const four = await referenceRome(context, [path.join(dataFolder ?? '', 'rome', 'v460')]);
    expect(four.result.loaded).toEqual({ codes: 1584 });
    const places = await referenceCommunes(context, [
      path.join(dataFolder ?? '', 'places', 'laposte_hexasmal_gps.csv.gz'),
    ]);
    expect((places.result.loaded as { communes: number }).communes).toBeGreaterThan(36_000);
    const [paris] = await product.system.client`select name, latitude from commune where postal_code = '75013'`;
    expect(paris).toMatchObject({ name: 'PARIS 13' });
  });
});
