import { parseHoursRow } from '@jonction/documents/hours-sheet';
import { contractsForm } from '@jonction/documents/sheet/contracts-form';
import type { SheetForm } from '@jonction/documents/sheet/field';
import { hourKindChoices, hoursForm } from '@jonction/documents/sheet/hours-form';
import { invoicesForm } from '@jonction/documents/sheet/invoices-form';
import { ordersForm } from '@jonction/documents/sheet/orders-form';
import { participantsForm } from '@jonction/documents/sheet/participants-form';
import { readForm } from '@jonction/documents/sheet/read-form';
import { writeTemplate } from '@jonction/documents/write-sheet';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { bytesOf } from './fixtures.ts';

async function opened(file: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(file).buffer);
  return workbook;
}

const forms: [string, SheetForm, string][] = [
  [
    'hours',
    hoursForm,
    'Contrat, Lot, Salarié (identifiant), Mois, Du, Au, Nature, Heures, Pris en charge par, Justificatifs',
  ],
  [
    'participants',
    participantsForm,
    'Nom, Prénom, Date de naissance, Téléphone, Courriel, Code postal, Métiers visés, Permis et habilitations, Niveau de français, Disponible le, Rayon (km), Catégorie, Justificatif émis le, Prescripteur, Consentement le',
  ],
  [
    'contracts',
    contractsForm,
    'Acheteur (SIRET), Référence, Lot, Objet, CPV, Titulaire (SIRET), Montant HT, Notifié le, Fin prévue le, Heures dues, Statut',
  ],
  ['invoices', invoicesForm, 'Contrat, Lot, Facture, Date, Montant HT'],
  ['orders', ordersForm, 'Contrat, Lot, Bon de commande, Date, Montant HT'],
];

describe('a template', () => {
  it.each(forms)('of %s has the agreed headers and explains each of them', async (_, form, headers) => {
    const workbook = await opened(await writeTemplate(form));
    const first = workbook.worksheets[0]?.getRow(1).values;
    expect(Array.isArray(first) && first.slice(1).join(', ')).toBe(headers);
    const explained = workbook.getWorksheet('Mode d’emploi')?.getColumn(1).values ?? [];
    expect(form.fields.filter((field) => !explained.includes(field.header))).toEqual([]);
  });

  it('offers the kinds of hours as a list and checks dates while they are typed', async () => {
    const workbook = await opened(await writeTemplate(hoursForm));
    const sheet = workbook.worksheets[0];
    expect(sheet?.getCell('G2').dataValidation).toMatchObject({ type: 'list', formulae: ["'Listes'!$A$2:$A$15"] });
    expect(sheet?.getCell('I1000').dataValidation).toMatchObject({ formulae: ["'Listes'!$B$2:$B$4"] });
    expect(sheet?.getCell('E2').dataValidation).toMatchObject({ type: 'date' });
    expect(sheet?.getCell('H2').dataValidation).toMatchObject({ type: 'decimal' });
    const listed = workbook.getWorksheet('Listes')?.getColumn(1).values.slice(2);
    expect(listed).toEqual(hourKindChoices.map((choice) => choice.label));
  });

  it('comes back as it was filled in', async () => {
    const filled = [
      ['M-1', '2', 'E-9', null, { day: '2020-04-01' }, { day: '2020-04-30' }, 'télétravail', 7.5, 'employeur', null],
    ];
    const read = await readForm(bytesOf(await writeTemplate(hoursForm, filled)), hoursForm, parseHoursRow);
    expect(read).toMatchObject({
      ok: true,
      value: {
        rows: [
          { row: 2, ok: true, value: { placement: 'E-9', from: '2020-04-01', kind: 'telework', centihours: 750 } },
        ],
        ignored: [],
      },
    });
  });

  it('sent back empty is refused as empty', async () => {
    const read = await readForm(bytesOf(await writeTemplate(hoursForm)), hoursForm, parseHoursRow);
    expect(read).toMatchObject({ ok: false, refusal: { code: 'sheet.empty' } });
  });
});
