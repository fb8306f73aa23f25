import {
  type CensusSheetLine,
  markOf,
  parseCensusRow,
  parsePastedLine,
  writeCensus,
} from '@jonction/documents/census-sheet';
import { applyMapping, findTable } from '@jonction/documents/mapping';
import { openSheet } from '@jonction/documents/sheet';
import type { Cell } from '@jonction/documents/sheet/cell';
import { censusAnswersForm, censusForm, censusStatusChoices } from '@jonction/documents/sheet/census-form';
import { censusColumns } from '@jonction/domain/census/columns';
import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const cells = (row: Record<string, Cell>) => parseCensusRow({ row: 2, cells: row, headers: {} });
const untouched = { status: null, since: null, endsOn: null, noChange: false };

describe('a row of a census that comes back', () => {
  it('is known by its number, or by its reference; without either it says so', () => {
    expect(cells({ number: '204', reference: null })).toMatchObject({
      ok: true,
      value: { number: 204, reference: null },
    });
    expect(cells({ reference: '2024-017' })).toMatchObject({
      ok: true,
      value: { number: null, reference: '2024-017' },
    });
    expect(cells({ status: 'arrêté' })).toMatchObject({ ok: false, problems: [{ code: 'sheet.required' }] });
  });

  it.each([
    ['Arrêtés', 'stopped'],
    ['à l’arrêt', 'stopped'],
    ['EN COURS', 'active'],
    ['actif', 'active'],
    ['terminé', 'completed'],
    ['clause suspendue', 'clause_suspended'],
    ['stopped', 'stopped'],
  ])('reads "%s" as the status %s', (written, status) => {
    expect(cells({ number: '1', status: written })).toMatchObject({ ok: true, value: { status } });
  });

  it('reads every status by our own word', () => {
    for (const { code, label } of censusStatusChoices) {
      expect(cells({ number: '1', status: label })).toMatchObject({ ok: true, value: { status: code } });
    }
    expect(censusStatusChoices.map(({ code }) => code)).toEqual(contractStatuses);
  });

  it.each(['oui', 'x', 'RAS', 'sans changement', 'inchangé'])(
    'reads "%s" as no change, in its column or among statuses',
    (word) => {
      expect(cells({ number: '1', noChange: word })).toMatchObject({ ok: true, value: { noChange: true } });
      expect(cells({ number: '1', status: word })).toMatchObject({ ok: true, value: { noChange: true, status: null } });
    },
  );

  it('complains of a word that is no status, and of a day that is none, each at its column', () => {
    const read = cells({ number: '1', status: 'ennuyé', since: 'mars', ends: '31/02/2024' });
    expect(read).toMatchObject({
      ok: false,
      problems: [
        { field: 'Statut', code: 'sheet.unknown_choice' },
        { field: 'Depuis', code: 'sheet.not_a_day' },
        { field: 'Fin prévue le', code: 'sheet.not_a_day' },
      ],
    });
  });

  it('brings back what the sheet showed; a mark that somebody spoilt is none', () => {
    const mark = { status: 'active', endsOn: '2026-02-28', on: '2024-03-25' } as const;
    expect(cells({ number: '1', mark: markOf(mark) })).toMatchObject({ value: { mark } });
    expect(cells({ number: '1', mark: markOf({ ...mark, endsOn: null }) })).toMatchObject({
      value: { mark: { ...mark, endsOn: null } },
    });
    for (const spoilt of ['active', 'active|x|2024-03-25', 'gone||2024-03-25', '|||']) {
      expect(cells({ number: '1', mark: spoilt })).toMatchObject({ ok: true, value: { mark: null } });
    }
  });
});

describe('a line pasted without headers', () => {
  it.each<[string, Partial<typeof untouched> | Record<string, unknown>]>([
    ['arrêté', { status: 'stopped' }],
    ['arrêté\t17/03/2024', { status: 'stopped', since: '2024-03-17' }],
    ['arrêté\t17/03/2024\t31/12/2026', { status: 'stopped', since: '2024-03-17', endsOn: '2026-12-31' }],
    ['arrêté\t\t31/12/2026', { status: 'stopped', endsOn: '2026-12-31' }],
    ['31/12/2026', { endsOn: '2026-12-31' }],
    ['sans changement', { noChange: true }],
    ['=', { noChange: true }],
    ['', {}],
  ])('%j says %j', (line, said) => {
    expect(parsePastedLine(line)).toEqual({ ok: true, value: { ...untouched, ...said } });
  });

  it('says which cell it does not understand', () => {
    expect(parsePastedLine('arrêté\tbientôt')).toEqual({ ok: false, value: 'bientôt' });
  });

  it('reads any text without failing', () => {
    fc.assert(fc.property(fc.string(), (line) => typeof parsePastedLine(line).ok === 'boolean'));
  });
});

describe('the sheet of a census', () => {
  const line: CensusSheetLine = {
    ...{
      number: 204,
      reference: '=2024-017',
      object: 'Nettoyage "A" & <B>',
      buyer: 'Ville de Montval',
      directorate: null,
      holder: 'Propreté du Val',
    },
    ...{ status: 'stopped', since: { day: '2024-03-17' }, saidOn: { day: '2024-03-25' }, saidBy: 'téléphone' },
    ...{ ends: { day: '2026-02-28' }, due: 420, atWork: 3, cpv: '09310000', place: 'Montval' },
    ...{ notified: { day: '2024-01-08' }, facilitator: null },
    mark: { status: 'stopped', endsOn: '2026-02-28', on: '2024-03-25' },
  };

  async function openedElsewhere(file: Buffer) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(file).buffer);
    return workbook;
  }

  it('holds the columns chosen besides those that come back, and another program reads what was written', async () => {
    const workbook = await openedElsewhere(await writeCensus(['cpv', 'saidOn'], 'Connu le 25 mars 2024.', [line]));
    const [page, how, lists] = workbook.worksheets;
    const headers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((column) => page?.getRow(1).getCell(column).text);
    expect(headers).toEqual([
      ...[
        'N°',
        'Référence',
        'Objet',
        'Statut',
        'Depuis',
        'Dit le',
        'Fin prévue le',
        'CPV',
        'Sans changement',
        'Repère',
      ],
    ]);
    const row = [1, 2, 3, 4, 5, 6, 7, 8].map((column) => page?.getRow(2).getCell(column).value);
    expect(row.slice(0, 4)).toEqual(['204', '=2024-017', 'Nettoyage "A" & <B>', 'arrêté']);
    expect(row[4]).toEqual(new Date('2024-03-17T00:00:00Z'));
    expect(row[7]).toBe('09310000');
    expect(how?.getCell('A2').text).toContain('25 mars 2024');
    expect(lists?.getColumn(1).values).toContain('clause suspendue');
    expect(page?.getCell('D2').dataValidation.type).toBe('list');
    expect(page?.getCell('I2').dataValidation.type).toBe('list');
  });

  it('comes back as it went, whatever the columns, also saved by another program', async () => {
    for (const columns of [[], censusColumns]) {
      const workbook = await openedElsewhere(await writeCensus(columns, 'x', [line]));
      const saved = new Uint8Array(await workbook.xlsx.writeBuffer());
      const opened = await openSheet(
        (async function* () {
          yield saved;
        })(),
      );
      if (!opened.ok) throw new Error(opened.refusal.code);
      const { fields } = censusAnswersForm;
      const mapped = applyMapping(findTable(opened.value, fields), fields);
      if (!mapped.ok) throw new Error(mapped.refusal.code);
      const [first] = mapped.value.rows;
      if (!first) throw new Error('no row');
      expect(parseCensusRow(first)).toEqual({
        ok: true,
        row: 2,
        value: {
          ...{ number: 204, reference: '=2024-017', status: 'stopped', since: '2024-03-17', endsOn: '2026-02-28' },
          ...{ noChange: false, mark: line.mark },
        },
      });
    }
  });

  it('names each column once, and those that come back are the same in both forms', () => {
    const all = censusForm(censusColumns, 'x').fields.map(({ key }) => key);
    expect(new Set(all).size).toBe(all.length);
    for (const { key } of censusAnswersForm.fields) expect(all).toContain(key);
  });
});
