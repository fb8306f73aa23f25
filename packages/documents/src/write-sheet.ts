import { type Day, dayNumber } from '@jonction/domain/shared/day';
import writeXlsx, { type CellObject, type SheetData } from 'write-excel-file/node';
import { type Cell, textOfCell } from './sheet/cell.ts';
import type { SheetField, SheetForm } from './sheet/field.ts';
import { type ColumnRule, validation } from './sheet/validation.ts';

/** How many empty rows of a template are typed and checked. */
const preparedRows = 1000;
const dayFormat = 'dd/mm/yyyy';
const monthFormat = 'mm/yyyy';
const numberFormat = '#,##0.00';
// Text, or Excel would drop the zeros of a SIRET and make a date of 2024-01.
const textFormat = '@';
const listsSheet = 'Listes';
const instructionsSheet = 'Mode d’emploi';
const headerStyle = { fontWeight: 'bold', backgroundColor: '#E3E8F4', wrap: true, alignVertical: 'center' } as const;
const requiredStyle = { ...headerStyle, backgroundColor: '#B9C7EA' } as const;

/**
 * The template of a form as `.xlsx`: our headers, typed cells, validation lists and checks, an instruction sheet.
 * Rows may be filled in beforehand, in the order of the fields.
 */
export async function writeTemplate(form: SheetForm, filled: readonly (readonly Cell[])[] = []): Promise<Buffer> {
  const rows = Math.max(preparedRows, filled.length);
  const data: SheetData = [
    form.fields.map((field) => ({ value: field.header, ...(field.required ? requiredStyle : headerStyle) })),
  ];
  for (let row = 0; row < rows; row++) {
    data.push(form.fields.map((field, column) => typedCell(field, filled[row]?.[column] ?? null)));
  }
  const listed = form.fields.filter((field) => field.choices !== undefined);
  const sheets = [
    {
      sheet: form.title,
      data,
      columns: form.fields.map((field) => ({ width: Math.max(14, field.header.length + 2) })),
      stickyRowsCount: 1,
    },
    { sheet: instructionsSheet, data: instructions(form), columns: [26, 14, 70, 34].map((width) => ({ width })) },
    ...(listed.length > 0
      ? [{ sheet: listsSheet, data: lists(listed), columns: listed.map(() => ({ width: 32 })) }]
      : []),
  ];
  const features = [validation(new Map([[0, rulesOf(form, listed)]]), rows)];
  return writeXlsx(sheets, { fontFamily: 'Calibri', fontSize: 11, features }).toBuffer();
}

function typedCell(field: SheetField, cell: Cell): CellObject {
  if (typeof cell === 'object' && cell !== null)
    return { value: dateOf(cell.day), type: Date, format: formatOf(field) };
  if (field.kind === 'number' && typeof cell === 'number') return { value: cell, type: Number, format: numberFormat };
  if (cell !== null) return { value: textOfCell(cell), type: String, format: textFormat };
  if (field.kind === 'day' || field.kind === 'month') return { type: Date, format: formatOf(field) };
  return field.kind === 'number' ? { type: Number, format: numberFormat } : { type: String, format: textFormat };
}

function formatOf(field: SheetField): string {
  return field.kind === 'month' ? monthFormat : dayFormat;
}

function dateOf(day: Day): Date {
  return new Date(dayNumber(day) * 86_400_000);
}

function instructions(form: SheetForm): SheetData {
  const titles = ['Colonne', 'Obligatoire', 'Ce qu’il faut écrire', 'Exemple'];
  return [
    [{ value: form.title, fontWeight: 'bold', fontSize: 14 }],
    [{ value: form.intro, columnSpan: 4, wrap: true, height: 32 }, null, null, null],
    [],
    titles.map((value) => ({ value, ...headerStyle })),
    ...form.fields.map((field) => [
      { value: field.header, fontWeight: 'bold' as const, alignVertical: 'top' as const },
      { value: field.required ? 'oui' : 'non', alignVertical: 'top' as const },
      { value: field.help, wrap: true, alignVertical: 'top' as const },
      { value: field.example, type: String, format: '@', wrap: true, alignVertical: 'top' as const },
    ]),
    [],
    [
      {
        value: 'Les colonnes au titre le plus foncé sont obligatoires. Ne changez pas les titres des colonnes.',
        columnSpan: 4,
      },
    ],
  ];
}

function lists(fields: readonly SheetField[]): SheetData {
  const longest = Math.max(...fields.map((field) => field.choices?.length ?? 0));
  const rows: SheetData = [fields.map((field) => ({ value: field.header, ...headerStyle }))];
  for (let row = 0; row < longest; row++) rows.push(fields.map((field) => field.choices?.[row] ?? null));
  return rows;
}

function rulesOf(form: SheetForm, listed: readonly SheetField[]): ColumnRule[] {
  return form.fields.flatMap((field, column): ColumnRule[] => {
    const message = `${field.help} Exemple : ${field.example}`;
    if (field.choices) {
      const list = { sheet: listsSheet, column: listed.indexOf(field), length: field.choices.length };
      return [{ column, rule: { list }, message: field.help }];
    }
    if (field.kind === 'day' || field.kind === 'month') return [{ column, rule: { kind: 'day' }, message }];
    return field.kind === 'number' ? [{ column, rule: { kind: 'number' }, message }] : [];
  });
}
