import { gzipSync } from 'node:zlib';
import { openDecp } from '@jonction/documents/decp';
import { describe, expect, it } from 'vitest';
import { chunked, painter, rawContract, readText, town } from './fixtures.ts';

const json = JSON.stringify({ marches: { marche: [rawContract(), rawContract({ id: '2024-018' })] } });
const table = [
  'id|acheteur_id|acheteur_nom|objet|codeCPV|LieuExecution_code|LieuExecution_typeCode|lieuExecution_nom|DureeMois|dateNotification|montant|titulaires_id|titulaires_typeIdentifianttype_identifiant|titulaires_denominationSociale',
  `77|${town}|Ville de Tilleuls|"Dépliant ""Bon accueil"" | n° 3"|79800000-2|99|code région|TILLEULS|3|12/02/2021|14 700,05|${painter}|Siret|ATELIER BLEU`,
].join('\r\n');

async function refusal(text: string | Uint8Array): Promise<string | null> {
  const opened = await openDecp(chunked(typeof text === 'string' ? Buffer.from(text) : text, 7));
  return opened.ok ? null : opened.refusal.code;
}

describe('openDecp', () => {
  it('numbers the records in the order of the file', async () => {
    expect((await readText(json)).map((read) => [read.record, read.ok])).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  it('reads the same contracts from gzip, told by content', async () => {
    expect(await readText(gzipSync(json), 11)).toEqual(await readText(json));
  });

  it('reads a table parted by pipes, with French numbers and days', async () => {
    const [read] = await readText(table);
    expect(read).toMatchObject({
      ok: true,
      contract: {
        buyer: { idKind: 'SIRET', id: town, name: 'Ville de Tilleuls' },
        contractId: '77',
        object: 'Dépliant "Bon accueil" | n° 3',
        cpv: '79800000',
        place: { code: '99', typeCode: 'Code région', name: 'TILLEULS' },
        durationMonths: 3,
        notifiedOn: '2021-02-12',
        amountCents: 1_470_005,
        holders: [{ idKind: 'SIRET', id: painter, name: 'ATELIER BLEU' }],
        social: 'unknown',
      },
    });
  });

  it('reads the same table in Windows-1252', async () => {
    const bytes = Buffer.from(table.replaceAll('é', '\u00e9'), 'latin1');
    expect(await readText(bytes, 5)).toEqual(await readText(table));
  });

  it('reads holders in numbered columns', async () => {
    const wide = `id;acheteur.id;objet;titulaire_id_1;titulaire_typeIdentifiant_1;titulaire_id_2;titulaire_typeIdentifiant_2\n7;${town};Voirie;${painter};SIRET;DE123;TVA`;
    const [read] = await readText(wide);
    expect(read?.ok && read.contract.holders.map((holder) => `${holder.idKind} ${holder.id}`)).toEqual([
      `SIRET ${painter}`,
      'TVA DE123',
    ]);
  });

  it('refuses whole files in words: XML, zip, another table, nothing', async () => {
    expect(await refusal('<?xml version="1.0"?><marches/>')).toBe('decp.xml');
    expect(await refusal('PK\u0003\u0004rest')).toBe('decp.zip');
    expect(await refusal('nom;prénom\nA;B')).toBe('decp.not_contracts');
    expect(await refusal('  \n')).toBe('decp.empty_file');
    expect(await refusal(gzipSync('<?xml version="1.0"?><marches/>'))).toBe('decp.xml');
  });

  it('keeps the contracts before the cut of a broken download, and says that it is cut', async () => {
    const many = Array.from({ length: 300 }, (_, at) => JSON.stringify(rawContract({ id: `n${at * 7919}` })));
    const packed = gzipSync(many.join('\n'));
    const reads = await readText(packed.subarray(0, packed.byteLength - 400));
    const good = reads.filter((read) => read.ok);
    expect(good.length).toBeGreaterThan(50);
    expect(reads.at(-1)).toMatchObject({ ok: false, problems: [{ code: 'decp.cut' }] });
    expect(reads.length).toBe(good.length + 1);
  });

  it('gives the first contract before the rest of the file has come', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from('{"marches":[');
      for (;;) {
        asked++;
        yield Buffer.from(`${JSON.stringify(rawContract({ id: `n${asked}` }))},`.repeat(4));
      }
    }
    const opened = await openDecp(endless());
    if (!opened.ok) throw new Error(opened.refusal.code);
    for await (const read of opened.value) if (read.record === 40) break;
    expect(asked).toBeLessThan(20);
  });
});
