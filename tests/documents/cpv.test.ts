import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openCpv } from '@jonction/documents/cpv';
import { readFlatYaml } from '@jonction/documents/flat-yaml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cpv-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const codes = [
  { code: '90910000-9', parent: '90900000-6', version: 1, name: 'Cleaning (older words)' },
  { code: '90910000-9', parent: '90900000-6', version: 2, name: 'Cleaning services' },
  { code: '74700000-6', parent: null, version: 1, name: 'Cleaning of the older list' },
  { code: '03000000-1', parent: null, version: 2, name: "Farmer's goods" },
  { code: '12', parent: null, version: 2, name: 'No code' },
  { code: '55000000-0', parent: null, version: 2, name: 'Untranslated' },
];
const labels = `# labels
'Cleaning services': 'Services de nettoyage'
'Cleaning (older words)': Nettoyage
Cleaning of the older list: 'Nettoyage d''autrefois'
'Farmer''s goods': "Produits \\"de la ferme\\""
`;

async function opened() {
  const decision = await openCpv(folder);
  return decision.ok ? decision.value : decision.refusal.code;
}

describe('openCpv', () => {
  it('says a number that two versions have as the version in force says it, whatever their order', async () => {
    for (const list of [codes, codes.toReversed()]) {
      writeFileSync(join(folder, 'cpvCodes.json'), JSON.stringify(list));
      writeFileSync(join(folder, 'cpvCodes.fr_fr.yaml'), labels);
      expect(await opened()).toEqual([
        { code: '03000000', label: 'Produits "de la ferme"', version: 2, parent: null },
        { code: '55000000', label: 'Untranslated', version: 2, parent: null },
        { code: '74700000', label: 'Nettoyage d’autrefois'.replace('’', "'"), version: 1, parent: null },
        { code: '90910000', label: 'Services de nettoyage', version: 2, parent: '90900000' },
      ]);
    }
  });

  it('reads compressed files', async () => {
    writeFileSync(join(folder, 'cpvCodes.json.gz'), gzipSync(JSON.stringify(codes)));
    writeFileSync(join(folder, 'cpvCodes.fr_fr.yaml'), labels);
    expect(await opened()).toHaveLength(4);
  });

  it('refuses a folder without codes, without French labels, or whose list is no list', async () => {
    expect(await opened()).toBe('cpv.no_codes');
    writeFileSync(join(folder, 'cpvCodes.json'), '{"codes": []}');
    expect(await opened()).toBe('cpv.no_labels');
    writeFileSync(join(folder, 'cpvCodes.fr_fr.yaml'), labels);
    expect(await opened()).toBe('cpv.unreadable');
    writeFileSync(join(folder, 'cpvCodes.json'), 'not json');
    expect(await opened()).toBe('cpv.unreadable');
  });
});

describe('readFlatYaml', () => {
  it('reads plain, quoted and doubly quoted words, and a colon within them', () => {
    const read = readFlatYaml(`'a: b': 'c: d'\nplain key: plain value # said aside\n"q\\u00e9\\x2c": x:y\nempty:\n`);
    expect([...read]).toEqual([
      ['a: b', 'c: d'],
      ['plain key', 'plain value'],
      ['qé,', 'x:y'],
      ['empty', ''],
    ]);
  });

  it('passes over what is no pair', () => {
    expect([...readFlatYaml("---\n# only words\n- item\n'open quote: x\njust words\n")]).toEqual([]);
  });
});

const data = process.env.JONCTION_DATA_DIR;

it.skipIf(!data)('reads the published vocabulary (JONCTION_DATA_DIR is not set: skipped)', async () => {
  const decision = await openCpv(join(data ?? '', 'cpv'));
  const records = decision.ok ? decision.value : [];
  expect(records.filter(({ version }) => version === 2)).toHaveLength(9454);
  expect(records).toHaveLength(14_399);
  expect(records.find(({ code }) => code === '90910000')?.label).toBe('Services de nettoyage');
});
