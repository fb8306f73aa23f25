import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { accepted, type Decision, refused } from '@jonction/domain/shared/decision';
import { readCsvFields } from './csv-objects.ts';
import type { RomeCode, RomeCodeSkill, RomeMobility, RomeSkill, RomeTitle } from './rome/record.ts';

/** What the folder holds, each read as a stream when asked for, as often as asked. Of version 4 only the codes. */
export interface RomeFolder {
  version: 3 | 4;
  codes(): AsyncGenerator<RomeCode>;
  titles(): AsyncGenerator<RomeTitle>;
  skills(): AsyncGenerator<RomeSkill>;
  codeSkills(): AsyncGenerator<RomeCodeSkill>;
  mobilities(): AsyncGenerator<RomeMobility>;
}

export type RomeRefusal = 'rome.no_codes' | 'rome.missing_file';

/**
 * Opens a folder of the `unix_*` files of ROME, version 3 (all of them) or 4 (the codes, which name their version 3
 * parent); compressed or not, `_full` or `_utf8` in their names. Refused: a folder without codes, and one of version 3
 * that lacks titles, skills, their links or the mobilities (`facts.file` says which).
 */
export async function openRome(folder: string): Promise<Decision<RomeFolder, RomeRefusal>> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^unix_.*\.csv(\.gz)?$/.test(name)).sort();
  const fileOf = (kind: string): string | null => {
    const pattern = new RegExp(String.raw`^unix_${kind}(_v\d+)?(_full|_utf8)?\.csv(\.gz)?$`);
    const found = names.find((name) => pattern.test(name));
    return found ? join(folder, found) : null;
  };
  const codes = fileOf('referentiel_code_rome');
  if (codes === null) return refused('rome.no_codes', { folder });
  if (await hasColumns(codes, parentColumns)) return accepted(version4(codes));
  const needed = {
    titles: fileOf('referentiel_appellation'),
    skills: fileOf('item'),
    links: fileOf('coherence_item'),
    mobilities: fileOf('rubrique_mobilite'),
  };
  for (const [file, found] of Object.entries(needed)) if (found === null) return refused('rome.missing_file', { file });
  return accepted({
    version: 3,
    codes: () => codesOf3(codes, fileOf('cr_gd_dp')),
    titles: () => titlesOf(needed.titles ?? ''),
    skills: () => skillsOf(needed.skills ?? ''),
    codeSkills: () => codeSkillsOf(needed.links ?? ''),
    mobilities: () => mobilitiesOf(needed.mobilities ?? ''),
  });
}

const codeColumns = { code: ['code_rome'], label: ['libelle_rome'] };
const parentColumns = { ...codeColumns, parent: ['code_rome_parent'] };

function version4(codes: string): RomeFolder {
  async function* codesOf4(): AsyncGenerator<RomeCode> {
    for await (const row of await rowsOf(codes, parentColumns)) {
      if (isCode(row.code))
        yield { ...row, parent: isCode(row.parent) ? row.parent : null, domain: null, largeDomain: null };
    }
  }
  return { version: 4, codes: codesOf4, titles: nothing, skills: nothing, codeSkills: nothing, mobilities: nothing };
}

async function* nothing(): AsyncGenerator<never> {}

/**
 * The list of codes and the list of codes by domain: each of the two has lacked a code that the other had (L1510 is
 * not in the list of version 3.47).
 */
async function* codesOf3(codes: string, byDomain: string | null): AsyncGenerator<RomeCode> {
  const seen = new Set<string>();
  if (byDomain !== null) {
    const rows = await rowsOf(byDomain, {
      ...codeColumns,
      largeDomain: ['libelle_grand_domaine'],
      domain: ['libelle_domaine_professionel', 'libelle_domaine_professionnel'],
    });
    for await (const row of rows) {
      if (!isCode(row.code) || seen.has(row.code)) continue;
      seen.add(row.code);
      yield { ...row, parent: null };
    }
  }
  for await (const row of await rowsOf(codes, codeColumns)) {
    if (isCode(row.code) && !seen.has(row.code)) yield { ...row, parent: null, domain: null, largeDomain: null };
  }
}

async function* titlesOf(file: string): AsyncGenerator<RomeTitle> {
  const rows = await rowsOf(file, {
    ogr: ['code_ogr'],
    code: ['code_rome'],
    label: ['libelle_appellation_court'],
    longLabel: ['libelle_appellation_long'],
  });
  for await (const row of rows) if (isCode(row.code)) yield row;
}

/** A skill listed under two headings is two rows of the file, and one skill. */
async function* skillsOf(file: string): AsyncGenerator<RomeSkill> {
  const seen = new Set<string>();
  const rows = await rowsOf(file, { ogr: ['code_ogr'], label: ['libelle'], kind: ['code_type_referentiel'] });
  for await (const { ogr, label, kind } of rows) {
    if (ogr === '' || seen.has(ogr)) continue;
    seen.add(ogr);
    yield { ogr, label, kind: kind === '1' ? 'knowledge' : kind === '2' ? 'know_how' : 'other' };
  }
}

async function* codeSkillsOf(file: string): AsyncGenerator<RomeCodeSkill> {
  for await (const row of await rowsOf(file, { code: ['code_rome'], skill: ['code_ogr'] })) {
    if (isCode(row.code)) yield row;
  }
}

async function* mobilitiesOf(file: string): AsyncGenerator<RomeMobility> {
  const rows = await rowsOf(file, {
    from: ['code_rome'],
    to: ['code_rome_cible'],
    kind: ['libelle_type_mobilite'],
    fromTitle: ['code_appellation_source'],
    toTitle: ['code_appellation_cible'],
  });
  for await (const row of rows) {
    const kind = /^proche/i.test(row.kind) ? 'close' : /^[ée]volution/i.test(row.kind) ? 'next' : null;
    if (kind === null || !isCode(row.from) || !isCode(row.to)) continue;
    yield { from: row.from, to: row.to, kind, fromTitle: row.fromTitle || null, toTitle: row.toTitle || null };
  }
}

function isCode(text: string): boolean {
  return /^[A-N]\d{4}$/.test(text);
}

async function rowsOf<Field extends string>(
  file: string,
  headers: Record<Field, readonly string[]>,
): Promise<AsyncGenerator<Record<Field, string>>> {
  const rows = await readCsvFields(file, headers);
  if (rows === null) throw new Error(`${file}: unexpected columns`);
  return rows;
}

async function hasColumns(file: string, headers: Record<string, readonly string[]>): Promise<boolean> {
  const rows = await readCsvFields(file, headers);
  await rows?.return(undefined);
  return rows !== null;
}
