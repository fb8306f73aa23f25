import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openRome, type RomeFolder } from '@jonction/documents/rome';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rome-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const version3 = {
  'unix_referentiel_code_rome_v999_utf8.csv':
    'code_rome,libelle_rome\n"X9999","Pas un code"\n"K1101","Première fiche"\n',
  'unix_cr_gd_dp_v999.csv':
    'code_rome,libelle_rome,code_grand_domaine,libelle_grand_domaine,code_domaine_professionel,libelle_domaine_professionel\n"K1102","Seconde fiche","K","Services","K11","Aide"\n',
  'unix_referentiel_appellation_v999.csv':
    'code_ogr,libelle_appellation_long,libelle_appellation_court,code_rome\n1,"Agent / Agente de quai","Agent / Agente",K1101\n',
  'unix_item_v999.csv': 'code_ogr,libelle,code_type_referentiel\n5,Balayer,2\n5,Balayer,2\n6,Normes,1\n',
  'unix_coherence_item_v999.csv': 'code_rome,code_ogr\nK1101,5\n',
  'unix_rubrique_mobilite_v999.csv':
    'code_rome,code_rome_cible,code_appellation_source,code_appellation_cible,code_type_mobilite,libelle_type_mobilite\nK1101,K1102,,,1,Proche\nK1102,K1101,1,,2,Evolution\n',
};

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

async function opened(path: string): Promise<RomeFolder> {
  const decision = await openRome(path);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value;
}

describe('openRome', () => {
  it('reads codes that only one of the two lists has', async () => {
    write(version3);
    expect(await Array.fromAsync((await opened(folder)).codes())).toEqual([
      { code: 'K1102', label: 'Seconde fiche', parent: null, domain: 'Aide', largeDomain: 'Services' },
      { code: 'K1101', label: 'Première fiche', parent: null, domain: null, largeDomain: null },
    ]);
  });

  it('reads a skill listed under two headings once, links, titles and mobilities', async () => {
    write(version3);
    const rome = await opened(folder);
    expect(await Array.fromAsync(rome.skills())).toEqual([
      { ogr: '5', label: 'Balayer', kind: 'know_how' },
      { ogr: '6', label: 'Normes', kind: 'knowledge' },
    ]);
    expect(await Array.fromAsync(rome.codeSkills())).toEqual([{ code: 'K1101', skill: '5' }]);
    expect(await Array.fromAsync(rome.titles())).toEqual([
      { ogr: '1', code: 'K1101', label: 'Agent / Agente', longLabel: 'Agent / Agente de quai' },
    ]);
    expect(await Array.fromAsync(rome.mobilities())).toEqual([
      { from: 'K1101', to: 'K1102', kind: 'close', fromTitle: null, toTitle: null },
      { from: 'K1102', to: 'K1101', kind: 'next', fromTitle: '1', toTitle: null },
    ]);
  });

  it('reads compressed and Windows-1252 files under their other names', async () => {
    write(version3);
    rmSync(join(folder, 'unix_item_v999.csv'));
    const latin = Buffer.from(
      'code_ogr,libelle,code_type_referentiel\n7,Câbler à l’œil,2\n'.replace('’', "'").replace('œ', 'oe'),
      'latin1',
    );
    writeFileSync(join(folder, 'unix_item_v999_full.csv.gz'), gzipSync(latin));
    expect(await Array.fromAsync((await opened(folder)).skills())).toMatchObject([{ label: "Câbler à l'oeil" }]);
  });

  it('knows version 4 by the parent of its codes', async () => {
    write({
      'unix_referentiel_code_rome_v999_utf8.csv': 'code_rome,libelle_rome,code_rome_parent\nK1103,Fiche,K1101\n',
    });
    const rome = await opened(folder);
    expect(rome.version).toBe(4);
    expect(await Array.fromAsync(rome.codes())).toMatchObject([{ code: 'K1103', parent: 'K1101' }]);
  });

  it('refuses a folder without codes, without the skills, or that is not there', async () => {
    expect(await openRome(folder)).toMatchObject({ ok: false, refusal: { code: 'rome.no_codes' } });
    expect(await openRome(join(folder, 'nowhere'))).toMatchObject({ ok: false, refusal: { code: 'rome.no_codes' } });
    write(version3);
    rmSync(join(folder, 'unix_item_v999.csv'));
    expect(await openRome(folder)).toMatchObject({ ok: false, refusal: { code: 'rome.missing_file' } });
  });
});

const data = process.env.JONCTION_DATA_DIR;

describe.skipIf(!data)('the published ROME (JONCTION_DATA_DIR is not set: skipped)', () => {
  it('is read whole', async () => {
    const three = await opened(join(data ?? '', 'rome/v347'));
    const counts = [three.codes(), three.titles(), three.skills(), three.codeSkills(), three.mobilities()];
    const lengths = await Promise.all(counts.map(async (rows) => (await Array.fromAsync<unknown>(rows)).length));
    expect(lengths).toEqual([532, 11_118, 12_197, 32_321, 4_218]);
    const four = await Array.fromAsync((await opened(join(data ?? '', 'rome/v460'))).codes());
    expect(four).toHaveLength(1584);
    const parents = new Set(four.map((code) => code.parent));
    const codes = await Array.fromAsync(three.codes());
    expect(codes.filter((code) => parents.has(code.code))).toHaveLength(532);
  });
});
