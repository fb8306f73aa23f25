import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { painter, rawContract, town } from '../documents/decp/fixtures.ts';
import { openRegister, type Register } from './register-state.ts';

let register: Register;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'jonction-decp-'));
  register = await openRegister();
});
afterAll(async () => {
  await register.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Result {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: { file: string; record: number; field: string; reason: string }[];
  warnings: { file: string; record: number; field: string; reason: string }[];
}

async function importOf(name: string, text: string): Promise<{ exit: number; result: Result; file: string }> {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  const { exit, result } = await register.import([file]);
  const counted = result as unknown as Result;
  expect(counted.created + counted.updated + counted.unchanged + counted.rejected.length).toBe(counted.read);
  return { exit, result: counted, file };
}

function spoken(remark: Result['warnings'][number]) {
  return { ...remark, reason: remark.reason.replaceAll(/[\u00a0\u202f]/g, ' ') };
}

describe('import decp of values that cannot be read', () => {
  it.each([
    ['montant', 'not money', '« not money » n’est pas un montant.'],
    ['montant', -1200, '« -1200 » n’est pas un montant.'],
    ['montant', { euros: 3 }, '« {"euros":3} » n’est pas un montant.'],
    ['dateNotification', '2024-13-40', '« 2024-13-40 » n’est pas une date possible.'],
    ['dateNotification', '2999-12-31', '« 2999-12-31 » n’est pas une date possible.'],
    ['dateNotification', '0218-10-29', '« 0218-10-29 » n’est pas une date possible.'],
    ['dateNotification', true, '« true » n’est pas une date possible.'],
    ['dureeMois', 'douze', '« douze » n’est pas une durée en mois.'],
    ['dureeMois', [12, 6], '« [12,6] » n’est pas une durée en mois.'],
    ['codeCPV', 'peinture', '« peinture » n’est pas un code CPV à 8 chiffres.'],
  ])('lets the contract in without its %s %s, and says so', async (field, value, reason) => {
    const id = `${field}-${JSON.stringify(value)}`;
    const raw = rawContract({ id, [field]: value });
    const { exit, result, file } = await importOf('un.json', JSON.stringify([raw]));
    expect(exit).toBe(0);
    expect(result).toMatchObject({ read: 1, created: 1, rejected: [] });
    expect(result.warnings.map(spoken)).toEqual([{ file, record: 1, field, reason }]);
  });

  it('says the same of an amendment, whose price of 1 € and duration of 0 stay what the field means by them', async () => {
    const raw = rawContract({
      id: 'amended',
      modifications: [
        { id: 1, dateNotificationModification: '2024-05-02', montant: 1, dureeMois: 0 },
        { id: 2, dateNotificationModification: '2024-06-02', montant: 'beaucoup', dureeMois: 'six' },
      ],
    });
    const { result } = await importOf('avenant.json', JSON.stringify([raw]));
    expect(result.warnings.map(({ field }) => field)).toEqual(['modifications.montant', 'modifications.dureeMois']);
  });

  it('has nothing to say of what is strange and read: a price of 1 €, a wrong key, no holder', async () => {
    const raw = rawContract({ id: 'strange', montant: 1, titulaires: [] });
    expect((await importOf('ok.json', JSON.stringify([raw]))).result.warnings).toEqual([]);
  });

  it('reads and rejects what is no record among records', async () => {
    const records = [rawContract({ id: 'x1' }), [], rawContract({ id: 'x2' }), null, 'texte', [[]], {}];
    const { exit, result } = await importOf('liste.json', JSON.stringify({ marches: { marche: records } }));
    expect(exit).toBe(1);
    expect(result).toMatchObject({ read: 7, created: 2 });
    expect(result.rejected.map(({ record }) => record)).toEqual([2, 4, 5, 6, 7]);
  });

  it('reads and rejects an empty list among lines, and finds no record in a list of none', async () => {
    const lines = [JSON.stringify(rawContract({ id: 'l1' })), '[]', JSON.stringify(rawContract({ id: 'l2' }))];
    expect((await importOf('lignes.json', lines.join('\n'))).result).toMatchObject({
      read: 3,
      rejected: [{ record: 2, reason: 'Il y a ici autre chose qu’un marché.' }],
    });
    expect((await importOf('vide.json', '[]')).result).toMatchObject({ read: 0, rejected: [] });
    expect((await importOf('vide2.json', '{"marches":[]}')).result).toMatchObject({ read: 0, rejected: [] });
  });

  it('reads and rejects a line of a table that is cut, and the lines after it come in', async () => {
    const header = 'id|acheteur.id|objet|montant|titulaire_id_1|titulaire_typeIdentifiant_1';
    const line = (id: string) => `${id}|${town}|Voirie|1200,50|${painter}|SIRET`;
    const text = [header, line('c1'), `c2|${town}|Voirie|12`, line('c3'), ''].join('\n');
    const { exit, result } = await importOf('table.csv', text);
    expect(exit).toBe(1);
    expect(result).toMatchObject({ read: 3, created: 2, warnings: [] });
    expect(result.rejected).toMatchObject([
      { record: 2, field: 'marché', reason: expect.stringMatching(/4\scolonnes/) },
    ]);
  });
});
