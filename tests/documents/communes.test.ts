import { join } from 'node:path';
import { openCommunes } from '@jonction/documents/communes';
import { describe, expect, it } from 'vitest';
import { chunked } from './decp/fixtures.ts';

async function communes(text: string) {
  const opened = await openCommunes(chunked(Buffer.from(text), 9));
  return opened.ok ? Array.fromAsync(opened.value) : opened.refusal.code;
}

describe('openCommunes', () => {
  it('reads the columns of each year, gives back lost zeros and leaves unknown places empty', async () => {
    const older = 'Code_commune_INSEE;Nom_commune;Code_postal;Libelle_acheminement;Ligne_5;coordonnees_gps\n';
    const newer = '#Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libellé_d_acheminement;Ligne_5;_geopoint\n';
    const rows = '1999;TILLEULS;1990;TILLEULS;;46.5, -1.25\n2A999;SAPINS;20199;SAPINS;;\nX;Y;Z;;;\n';
    const expected = [
      { insee: '01999', postalCode: '01990', name: 'TILLEULS', lat: 46.5, lon: -1.25 },
      { insee: '2A999', postalCode: '20199', name: 'SAPINS', lat: null, lon: null },
    ];
    expect(await communes(older + rows)).toEqual(expected);
    expect(await communes(newer + rows)).toEqual(expected);
  });

  it('refuses another table', async () => {
    expect(await communes('a;b\n1;2\n')).toBe('communes.unknown_columns');
  });
});

const data = process.env.JONCTION_DATA_DIR;

it.skipIf(!data)('reads the published base of postal codes (JONCTION_DATA_DIR is not set: skipped)', async () => {
  const opened = await openCommunes(join(data ?? '', 'places/laposte_hexasmal_gps.csv.gz'));
  const rows = opened.ok ? await Array.fromAsync(opened.value) : [];
  expect(rows).toHaveLength(39_201);
  expect(rows.filter((row) => row.lat === null)).toHaveLength(269);
});
