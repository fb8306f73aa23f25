import { applyMapping, findTable, readMapping, suggestMapping } from '@jonction/documents/mapping';
import { hoursForm } from '@jonction/documents/sheet/hours-form';
import { participantsForm } from '@jonction/documents/sheet/participants-form';
import { describe, expect, it } from 'vitest';

const table = (headers: string[], ...rows: string[][]) => ({
  headers,
  headerRow: 1,
  rows: rows.map((cells, at) => ({ row: at + 2, cells })),
});

describe('suggestMapping', () => {
  it('knows our headers without accents, case or punctuation', () => {
    const headers = hoursForm.fields.map((field) => field.header.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase());
    expect(Object.values(suggestMapping(headers, hoursForm.fields))).toEqual(
      hoursForm.fields.map((field) => field.key),
    );
  });

  it('knows how people call them, and takes each field once', () => {
    const headers = ['N° de marché', 'Nb heures', 'Matricule', 'Type d’heures', 'Heures', 'Commentaire'];
    expect(suggestMapping(headers, hoursForm.fields)).toEqual({
      'N° de marché': 'contract',
      Heures: 'hours',
      Matricule: 'placement',
      'Type d’heures': 'kind',
    });
  });

  it('does not take a name within a name for it', () => {
    expect(suggestMapping(['Prénom', 'Nom'], participantsForm.fields)).toEqual({
      Prénom: 'firstName',
      Nom: 'lastName',
    });
    expect(suggestMapping(['Prénom'], participantsForm.fields)).toEqual({ Prénom: 'firstName' });
  });
});

describe('findTable', () => {
  it('steps over titles and other sheets', () => {
    const found = findTable(
      {
        sheets: [
          { name: 'Notes', rows: [{ row: 1, cells: ['Heures'] }] },
          {
            name: 'Avril',
            rows: [
              { row: 1, cells: ['Déclaration d’avril', null] },
              { row: 3, cells: ['Contrat', 'Heures', 'Date', 'Date'] },
              { row: 4, cells: ['M-1', 7, 'x', 'y'] },
            ],
          },
        ],
      },
      hoursForm.fields,
    );
    expect(found).toEqual({
      headers: ['Contrat', 'Heures', 'Date', 'Date (2)'],
      headerRow: 3,
      rows: [{ row: 4, cells: ['M-1', 7, 'x', 'y'] }],
    });
  });
});

describe('applyMapping', () => {
  const headers = ['A', 'B', 'Nature', 'Heures', 'Autre'];

  it('takes what is given before what is guessed, under keys or headers of ours', () => {
    const given = readMapping({ a: 'Contrat', B: 'placement' }, hoursForm.fields);
    if (!given.ok) throw new Error(given.refusal.code);
    const mapped = applyMapping(table(headers, ['M-1', 'E-1', 'stage', '7', '-']), hoursForm.fields, given.value);
    expect(mapped).toMatchObject({
      ok: true,
      value: {
        mapping: { A: 'contract', B: 'placement', Nature: 'kind', Heures: 'hours' },
        ignored: ['Autre'],
        rows: [{ row: 2, cells: { contract: 'M-1', placement: 'E-1', kind: 'stage', hours: '7' } }],
      },
    });
  });

  it('refuses a table without a column that is needed, and names it', () => {
    expect(applyMapping(table(headers), hoursForm.fields)).toMatchObject({
      ok: false,
      refusal: { code: 'sheet.columns_missing', facts: { columns: 'Contrat, Salarié (identifiant)' } },
    });
  });

  it('refuses a mapping to a field that does not exist', () => {
    expect(readMapping({ A: 'salaire' }, hoursForm.fields)).toMatchObject({
      ok: false,
      refusal: { code: 'sheet.field_unknown', facts: { header: 'A', field: 'salaire' } },
    });
  });
});
