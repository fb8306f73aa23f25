import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CvReferenceTables } from '@jonction/documents/cv/reference';
import { openRome } from '@jonction/documents/rome';

const dataFolder = process.env.JONCTION_DATA_DIR;
const romeFolder = dataFolder === undefined ? null : join(dataFolder, 'rome', 'v347');

export const hasRome = romeFolder !== null && existsSync(romeFolder);

/** The official ROME 3 tables, as the product loads them; only where the folder of test data is given. */
export async function officialTables(): Promise<CvReferenceTables> {
  const rome = await openRome(romeFolder ?? '');
  if (!rome.ok) throw new Error(rome.refusal.code);
  const labels = new Map<string, string>();
  const titles = new Map<string, string[]>();
  for await (const { code, label } of rome.value.codes()) labels.set(code, label);
  for await (const { code, longLabel } of rome.value.titles())
    titles.set(code, [...(titles.get(code) ?? []), longLabel]);
  const skills: CvReferenceTables['skills'][number][] = [];
  for await (const { ogr, label } of rome.value.skills()) skills.push({ code: ogr, label });
  const occupations = [...labels].map(([code, label]) => ({ code, label, titles: titles.get(code) ?? [] }));
  return { occupations, skills };
}

/** A few occupations, enough for the rules that do not depend on the tables. */
export const smallTables: CvReferenceTables = {
  occupations: [
    { code: 'K2204', label: 'Nettoyage de locaux', titles: ["Agent / Agente d'entretien de locaux"] },
    { code: 'F1703', label: 'Maçonnerie', titles: ['Maçon / Maçonne'] },
    { code: 'G1602', label: 'Personnel de cuisine', titles: ['Cuisinier / Cuisinière'] },
    { code: 'N1101', label: 'Conduite d’engins de déplacement des charges', titles: ['Cariste'] },
    { code: 'K2503', label: 'Sécurité et surveillance privées', titles: ['Agent / Agente de sécurité'] },
    { code: 'K1302', label: 'Assistance auprès d’adultes', titles: ['Auxiliaire de vie'] },
    { code: 'K2304', label: 'Revalorisation de produits industriels', titles: ['Agent / Agente de tri des déchets'] },
  ],
  skills: [
    { code: '100001', label: 'Utilisation de monobrosse' },
    { code: '100002', label: 'Lecture de plan' },
  ],
};
