import { accepted, type Decision, refused } from '@jonction/domain/shared/decision';
import type { ByteSource } from './bytes.ts';
import { readCsvFields } from './csv-objects.ts';

/** A commune served by a postal code; a commune with several postal codes comes as several. Degrees, WGS 84. */
export interface CommuneRow {
  insee: string;
  postalCode: string;
  name: string;
  lat: number | null;
  lon: number | null;
}

/**
 * La Poste's base of postal codes (hexasmal) with coordinates, as CSV or gzip. Names are in capitals and without
 * accents there. Refused: other columns than its own.
 */
export async function openCommunes(
  source: ByteSource,
): Promise<Decision<AsyncGenerator<CommuneRow>, 'communes.unknown_columns'>> {
  const rows = await readCsvFields(source, {
    insee: ['Code_commune_INSEE', '#Code_commune_INSEE'],
    name: ['Nom_commune', 'Nom_de_la_commune'],
    postalCode: ['Code_postal'],
    place: ['coordonnees_gps', '_geopoint', 'coordonnees_geographiques'],
  });
  return rows === null ? refused('communes.unknown_columns') : accepted(communesOf(rows));
}

async function* communesOf(
  rows: AsyncGenerator<Record<'insee' | 'name' | 'postalCode' | 'place', string>>,
): AsyncGenerator<CommuneRow> {
  for await (const row of rows) {
    // A spreadsheet on the way drops the zero of the first nine departments.
    const insee = row.insee.padStart(5, '0').toUpperCase();
    const postalCode = row.postalCode.padStart(5, '0');
    if (!/^(\d\d|2[AB])\d{3}$/.test(insee) || !/^\d{5}$/.test(postalCode)) continue;
    const place = /^(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)$/.exec(row.place);
    yield {
      insee,
      postalCode,
      name: row.name,
      lat: place ? Number(place[1]) : null,
      lon: place ? Number(place[2]) : null,
    };
  }
}
