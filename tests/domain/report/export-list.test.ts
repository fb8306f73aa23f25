import { contractsForm } from '@jonction/documents/sheet/contracts-form';
import { hoursForm } from '@jonction/documents/sheet/hours-form';
import { participantsForm } from '@jonction/documents/sheet/participants-form';
import {
  chosenExport,
  exportColumnOf,
  exportColumns,
  exportLists,
  movedColumn,
  sensitiveAmong,
  usualExport,
} from '@jonction/domain/report/export-list';
import { portalCodes, portalTemplates, portalTemplatesOf } from '@jonction/domain/report/export-portals';
import { exportAskedSchema, saveExportTemplateSchema } from '@jonction/domain/report/export-schema';
import { listExportWords } from '@jonction/domain/report/export-words';
import { hasSentence, sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const own = (key: string) => ({ key, header: null });

describe('the columns of a list that goes out', () => {
  it('are each of one name, said in French and in English', () => {
    for (const list of exportLists) {
      const keys = exportColumns[list].map(({ key }) => key);
      expect(new Set(keys).size, list).toBe(keys.length);
      for (const key of keys) {
        expect(hasSentence(listExportWords, `report.export.column.${key}`), `${list} ${key}`).toBe(true);
        expect(sentence(listExportWords, 'en', `report.export.column.${key}`)).not.toBe('');
      }
      expect(hasSentence(listExportWords, `report.export.list.${list}`)).toBe(true);
    }
  });

  it('have no two headers alike within a list', () => {
    for (const locale of ['fr', 'en'] as const) {
      for (const list of exportLists) {
        const headers = exportColumns[list].map(({ key }) =>
          sentence(listExportWords, locale, `report.export.column.${key}`),
        );
        expect(new Set(headers).size, `${locale} ${list}`).toBe(headers.length);
      }
    }
  });

  it('open the vault for people alone, and never without being asked', () => {
    const sensitive = exportLists.map((list) => [
      list,
      exportColumns[list].filter((column) => column.sensitive).map(({ key }) => key),
    ]);
    expect(Object.fromEntries(sensitive)).toEqual({
      people: ['category', 'evidenceIssuedOn'],
      ...{ contracts: [], positionings: [], hours: [], offers: [] },
    });
    for (const list of exportLists) expect(sensitiveAmong(list, usualExport(list))).toEqual([]);
    expect(sensitiveAmong('people', [own('lastName'), own('category')])).toEqual(['category']);
    // A column of another list opens nothing here.
    expect(sensitiveAmong('offers', [own('category')])).toEqual([]);
  });

  it('are those asked, in the order asked, each once', () => {
    const asked = [own('title'), { key: 'number', header: 'N°' }, own('title'), own('lastName')];
    expect(chosenExport('offers', asked)).toEqual([own('title'), { key: 'number', header: 'N°' }]);
  });

  it('are the usual ones where nothing asked exists', () => {
    expect(chosenExport('hours', [])).toEqual(usualExport('hours'));
    expect(chosenExport('hours', [own('birthDate')])).toEqual(usualExport('hours'));
    expect(usualExport('people').some(({ key }) => key === 'phone')).toBe(true);
    expect(exportColumnOf('people', 'constructor')).toBeUndefined();
  });

  it('whatever is asked, never empty, never twice, never of another list', () => {
    const anything = fc.array(
      fc.record({
        key: fc.oneof(fc.string(), fc.constantFrom('number', 'category', 'object', 'sent')),
        header: fc.option(fc.string()),
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...exportLists), anything, (list, asked) => {
        const chosen = chosenExport(list, asked);
        const keys = chosen.map(({ key }) => key);
        expect(keys.length).toBeGreaterThan(0);
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(exportColumnOf(list, key)).toBeDefined();
      }),
    );
  });
});

describe('a column that moves', () => {
  const columns = ['a', 'b', 'c'].map(own);
  const keysOf = (moved: readonly { key: string }[]) => moved.map(({ key }) => key).join('');

  it('changes places with its neighbour', () => {
    expect(keysOf(movedColumn(columns, 'b', -1))).toBe('bac');
    expect(keysOf(movedColumn(columns, 'b', 1))).toBe('acb');
  });

  it('stays at the edge, and so does one that is not there', () => {
    expect(keysOf(movedColumn(columns, 'a', -1))).toBe('abc');
    expect(keysOf(movedColumn(columns, 'c', 1))).toBe('abc');
    expect(keysOf(movedColumn(columns, 'z', 1))).toBe('abc');
    expect(keysOf(movedColumn(columns, 'z', -1))).toBe('abc');
  });

  it('loses none and comes back by the other way', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2 }), fc.nat(), (keys, at) => {
        const all = keys.map(own);
        const index = at % (keys.length - 1);
        const key = keys[index] ?? '';
        const down = movedColumn(all, key, 1);
        expect([...down].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
          [...all].sort((a, b) => (a.key < b.key ? -1 : 1)),
        );
        expect(movedColumn(down, key, -1)).toEqual(all);
      }),
    );
  });

  it('leaves what it was given as it was', () => {
    movedColumn(columns, 'a', 1);
    expect(keysOf(columns)).toBe('abc');
  });
});

describe('the sets of columns of other tools', () => {
  it('hold columns that exist, each under the name of that tool', () => {
    expect(portalTemplates.map(({ code }) => code)).toEqual([...portalCodes]);
    for (const { code, list, columns } of portalTemplates) {
      for (const { key, header } of columns) {
        expect(exportColumnOf(list, key), `${code} ${key}`).toBeDefined();
        expect(header, `${code} ${key}`).toMatch(/\S/);
      }
      const headers = columns.map(({ header }) => header);
      expect(new Set(headers).size, code).toBe(headers.length);
    }
  });

  it('are offered for their own list', () => {
    expect(portalTemplatesOf('contracts').map(({ code }) => code)).toEqual(['contracts_import', 'contracts_decp']);
    expect(portalTemplatesOf('positionings')).toEqual([]);
  });

  it('bear the headers of the sheets that come back here, all of them, in their order', () => {
    const headersOf = (code: string) =>
      portalTemplates.find((template) => template.code === code)?.columns.map(({ header }) => header);
    expect(headersOf('people_import')).toEqual(participantsForm.fields.map(({ header }) => header));
    expect(headersOf('contracts_import')).toEqual(contractsForm.fields.map(({ header }) => header));
    expect(headersOf('hours_import')).toEqual(hoursForm.fields.map(({ header }) => header));
  });

  it('give to the fund and to open data nothing of the vault', () => {
    for (const { code, list, columns } of portalTemplates) {
      expect(sensitiveAmong(list, columns).length > 0, code).toBe(code === 'people_import');
    }
  });
});

describe('a set of columns under a name', () => {
  const asked = { list: 'offers', name: ' Suivi ', shared: false, columns: [{ key: 'title', header: '  ' }] };

  it('is kept without its blanks; an empty name of a column is ours', () => {
    expect(saveExportTemplateSchema.parse(asked)).toEqual({
      ...{ list: 'offers', name: 'Suivi', shared: false },
      columns: [{ key: 'title', header: null }],
    });
  });

  it.each([
    ['no name', { name: '  ' }, 'report.export_name_missing'],
    ['no column', { columns: [] }, 'report.export_columns_missing'],
  ])('is refused with %s', (_, changes, message) => {
    const answer = saveExportTemplateSchema.safeParse({ ...asked, ...changes });
    expect(answer.error?.issues[0]?.message).toBe(message);
  });

  it('takes no line end into a header, no list that is none, no file of another kind', () => {
    const header = saveExportTemplateSchema.safeParse({ ...asked, columns: [{ key: 'title', header: 'a\nb' }] });
    expect(header.success).toBe(false);
    expect(saveExportTemplateSchema.safeParse({ ...asked, list: 'users' }).success).toBe(false);
    expect(exportAskedSchema.safeParse({ list: 'offers', format: 'pdf', question: {} }).success).toBe(false);
  });

  it('an export asks for a spreadsheet of the usual columns unless it says so', () => {
    expect(exportAskedSchema.parse({ list: 'offers', question: { page: 1 } })).toEqual({
      ...{ list: 'offers', format: 'xlsx', columns: [], purpose: null, question: { page: 1 } },
    });
  });
});
