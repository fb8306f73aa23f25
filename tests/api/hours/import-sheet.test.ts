import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Declaring, makeDeclaring, makeWorker } from '../../support/declaring.ts';
import { filledTemplate, foreignWorkbook, type SheetHours } from '../../support/hours-sheets.ts';
import type { Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { upload, uploaded } from '../../support/upload.ts';

let product: Product;
let at: Declaring;
let other: Declaring;
let contractNumber: number;

beforeAll(async () => {
  product = await startProduct({ today: '2020-05-18' });
  at = await makeDeclaring(product, 'du Val');
  other = await makeDeclaring(product, 'du Mont');
  const [row] = await product.system.client<{ number: number }[]>`
    select number::int from contract where id = ${at.made.contractId}`;
  contractNumber = row?.number ?? 0;
});
afterAll(() => product.close());

const worker = () => makeWorker(product, at);

function sheetRow(placement: number, given: Partial<SheetHours> = {}): SheetHours {
  return {
    contract: contractNumber,
    placement,
    from: '2020-03-01',
    to: '2020-03-31',
    kind: 'travail sur site',
    hours: 151.67,
    ...given,
  };
}

/** Opens as a workbook by its table of contents; what is inside does not unfold. */
function damaged(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  copy.fill(0, Math.floor(copy.length * 0.2), Math.floor(copy.length * 0.7));
  return copy;
}

async function send(bytes: Uint8Array<ArrayBuffer>, mapping: Record<string, string> = {}, who: Person = at.employer) {
  const fileId = await uploaded(product, who, 'hours', { name: 'heures.xlsx', bytes });
  return who.client.hours.importSheet.mutate({ fileId, mapping });
}

async function centihoursOf(placementId: string) {
  const { rows } = await at.employer.client.hours.listLines.query({ placementId });
  return rows.map(({ kind, centihours }) => [kind, centihours]);
}

describe('hours.importSheet', () => {
  it('takes the template filled in; a second time everything is unchanged; other hours are a correction', async () => {
    const { placementId, placementNumber } = await worker();
    const rows = [
      sheetRow(placementNumber),
      sheetRow(placementNumber, { kind: 'congés payés', hours: 7 }),
      sheetRow(placementNumber, {
        from: '2020-03-24',
        kind: 'arrêt maladie',
        hours: 35,
        payer: 'Sécurité sociale',
        evidence: 'relevé d’indemnités',
      }),
    ];
    const bytes = await filledTemplate(rows);
    expect(await send(bytes)).toMatchObject({ read: 3, created: 3, updated: 0, unchanged: 0, rejected: [] });
    expect(await centihoursOf(placementId)).toEqual([
      ['sick_leave', 3500],
      ['worked_on_site', 15_167],
      ['paid_leave', 700],
    ]);
    expect(await send(bytes)).toMatchObject({ read: 3, created: 0, updated: 0, unchanged: 3, months: ['2020-03'] });
    const corrected = await filledTemplate([{ ...sheetRow(placementNumber), hours: 140 }]);
    expect(await send(corrected)).toMatchObject({ read: 1, updated: 1 });
    expect(await centihoursOf(placementId)).toContainEqual(['worked_on_site', 14_000]);
  });

  it('brings back each bad row with its number, its column and why; the others are in', async () => {
    const { placementId, placementNumber } = await worker();
    const foreign = await makeWorker(product, other);
    const bytes = await filledTemplate([
      sheetRow(placementNumber),
      sheetRow(placementNumber, { kind: 'sieste' }),
      sheetRow(placementNumber, { kind: 'formation', hours: 'beaucoup' }),
      sheetRow(foreign.placementNumber),
      sheetRow(placementNumber, { contract: 999_999, kind: 'télétravail' }),
      sheetRow(placementNumber, { lot: '7', kind: 'télétravail' }),
      sheetRow(placementNumber),
      sheetRow(placementNumber, { from: '2020-03-15', to: '2020-04-15', kind: 'télétravail' }),
    ]);
    const result = await send(bytes);
    expect(result).toMatchObject({ read: 8, created: 1, updated: 0, unchanged: 0 });
    expect(result.rejected.map(({ record, field }) => [record, field])).toEqual([
      [3, 'Nature'],
      [4, 'Heures'],
      [5, 'Salarié (identifiant)'],
      [6, 'Contrat'],
      [7, 'Lot'],
      [8, 'Nature'],
      [9, 'Au'],
    ]);
    for (const { reason } of result.rejected) expect(reason).toMatch(/\p{L}{4}.*[.]$/u);
    expect(result.rejected[0]?.reason).toContain('sieste');
    expect(await centihoursOf(placementId)).toEqual([['worked_on_site', 15_167]]);
    const there = await other.employer.client.hours.listLines.query({ placementId: foreign.placementId });
    expect(there.total).toBe(0);
  });

  it('takes a sheet of another program by a mapping, which is remembered for those headers', async () => {
    const { placementId, placementNumber } = await worker();
    const headers = {
      contract: 'Chantier',
      placement: 'Code',
      from: 'Jour A',
      to: 'Jour B',
      kind: 'Rubrique',
      hours: 'Qté',
    };
    const mapping = {
      Chantier: 'contract',
      Code: 'placement',
      'Jour A': 'from',
      'Jour B': 'to',
      Rubrique: 'kind',
      Qté: 'hours',
    };
    const bytes = await foreignWorkbook(headers, [sheetRow(placementNumber)]);
    expect(await refusalOf(send(bytes))).toBe('sheet.columns_missing');
    expect(await send(bytes, mapping)).toMatchObject({ read: 1, created: 1, rejected: [] });
    expect(await centihoursOf(placementId)).toEqual([['worked_on_site', 15_167]]);

    const next = await foreignWorkbook(headers, [sheetRow(placementNumber, { hours: 100 })]);
    const fileId = await uploaded(product, at.employer, 'hours', { name: 'avril.xlsx', bytes: next });
    const preview = await at.employer.client.hours.previewSheet.query({ fileId });
    expect(preview).toMatchObject({ name: 'avril.xlsx', rows: 1, missing: [], known: true });
    expect(preview.columns.find(({ header }) => header === 'Qté')).toMatchObject({ field: 'hours', samples: ['100'] });
  });

  it('names a row in the file by the header that the file has', async () => {
    const { placementNumber } = await worker();
    const headers = { contract: 'Marché', placement: 'Matricule', month: 'Période', kind: 'Motif', hours: 'Nb heures' };
    const bytes = await foreignWorkbook(headers, [
      sheetRow(placementNumber, { month: '03/2020', kind: 'sieste' }),
      sheetRow(999_999, { month: '03/2020' }),
    ]);
    const { rejected } = await send(bytes);
    expect(rejected.map(({ record, field }) => [record, field])).toEqual([
      [4, 'Motif'],
      [5, 'Matricule'],
    ]);
  });

  it('refuses what is no sheet, and a file brought for something else or by somebody else', async () => {
    const empty = await filledTemplate([]);
    expect(await refusalOf(send(empty))).toBe('hours.sheet_empty');
    const pdf = await upload(product, at.employer, 'hours', { name: 'heures.xlsx', bytes: '%PDF-1.7 rien' });
    expect(pdf.code).toBe('upload.not_here');
    const broken = await uploaded(product, at.employer, 'hours', { name: 'heures.xlsx', bytes: damaged(empty) });
    expect(await refusalOf(at.employer.client.hours.importSheet.mutate({ fileId: broken }))).toBe('sheet.unreadable');
    const document = await uploaded(product, at.employer, 'document', { name: 'x.xlsx', bytes: empty });
    expect(await refusalOf(at.employer.client.hours.importSheet.mutate({ fileId: document }))).toBe('file.not_found');
    const fileId = await uploaded(product, at.employer, 'hours', {
      name: 'x.xlsx',
      bytes: await filledTemplate([sheetRow(at.placementNumber)]),
    });
    for (const call of [
      () => other.employer.client.hours.importSheet.mutate({ fileId }),
      () => other.facilitator.client.hours.importSheet.mutate({ fileId }),
      () => other.employer.client.hours.previewSheet.query({ fileId }),
    ]) {
      expect(await refusalOf(call())).toBe('file.not_found');
    }
    expect(await refusalOf(product.client().hours.importSheet.mutate({ fileId }))).toBe('access.sign_in_needed');
  });
});

describe('hours.previewSheet', () => {
  it('says what each column is taken for and what is missing, and writes nothing', async () => {
    const { placementId, placementNumber } = await worker();
    const headers = { contract: 'Marché', placement: 'Code', from: 'Du', to: 'Au', kind: 'Nature', hours: 'Heures' };
    const bytes = await foreignWorkbook(headers, [sheetRow(placementNumber)]);
    const fileId = await uploaded(product, at.employer, 'hours', { name: 'mars.xlsx', bytes });
    const preview = await at.employer.client.hours.previewSheet.query({ fileId });
    expect(preview).toMatchObject({ missing: ['Salarié (identifiant)'], known: false, rows: 1 });
    expect(preview.columns.map(({ header, field }) => [header, field])).toEqual([
      ['Marché', 'contract'],
      ['Code', null],
      ['Du', 'from'],
      ['Au', 'to'],
      ['Nature', 'kind'],
      ['Heures', 'hours'],
    ]);
    expect(await centihoursOf(placementId)).toEqual([]);
  });
});
