import { parseContractRow } from '@jonction/documents/contracts-sheet';
import { parseInvoiceRow } from '@jonction/documents/invoices-sheet';
import { parseParticipantRow } from '@jonction/documents/participants-sheet';
import type { Cell } from '@jonction/documents/sheet/cell';
import { contractsForm } from '@jonction/documents/sheet/contracts-form';
import type { SheetForm } from '@jonction/documents/sheet/field';
import { invoicesForm } from '@jonction/documents/sheet/invoices-form';
import { participantsForm } from '@jonction/documents/sheet/participants-form';
import type { RowRead } from '@jonction/documents/sheet/row-reading';
import { describe, expect, it } from 'vitest';

const headersOf = (form: SheetForm) => Object.fromEntries(form.fields.map((field) => [field.key, field.header]));
const outcome = (read: RowRead<unknown>) =>
  read.ok ? read.value : read.problems.map((problem) => `${problem.field}: ${problem.code}`);

describe('a row of the participants sheet', () => {
  const parse = (cells: Record<string, Cell>) =>
    outcome(
      parseParticipantRow(
        { row: 2, cells: { lastName: 'Bâ', firstName: 'Awa', ...cells }, headers: headersOf(participantsForm) },
        { today: '2024-06-01', moreCategories: [{ code: 'QPV75', label: 'habitant du quartier des Tilleuls' }] },
      ),
    );

  it('is read to our units', () => {
    expect(
      parse({
        birthDate: '12/04/1987',
        phone: 612345678,
        email: 'Awa.Ba@Exemple.fr ',
        postalCode: 1990,
        occupations: 'agent de propreté ; K2204',
        licences: 'permis B, CACES R489',
        frenchLevel: 'niveau b1',
        availableFrom: { day: '2024-07-01' },
        radiusKm: '15 ',
        category: 'deld',
        evidenceIssuedOn: '15/03/2024',
        prescriber: 'Mission locale',
        consentOn: '20/03/2024',
      }),
    ).toEqual({
      lastName: 'Bâ',
      firstName: 'Awa',
      birthDate: '1987-04-12',
      phone: '+33612345678',
      email: 'awa.ba@exemple.fr',
      postalCode: '01990',
      occupations: ['agent de propreté', 'K2204'],
      licences: ['permis B', 'CACES R489'],
      frenchLevel: 3,
      availableFrom: '2024-07-01',
      radiusKm: 15,
      category: 'DELD',
      evidenceIssuedOn: '2024-03-15',
      prescriber: 'Mission locale',
      consentOn: '2024-03-20',
    });
  });

  it('needs no more than a name', () => {
    expect(parse({})).toMatchObject({ lastName: 'Bâ', birthDate: null, occupations: [], category: null });
  });

  it('knows the categories of the structure', () => {
    expect(parse({ category: 'Habitants du quartier des tilleuls' })).toMatchObject({ category: 'QPV75' });
  });

  it.each<[Record<string, Cell>, string]>([
    [{ lastName: null }, 'Nom: sheet.required'],
    [{ birthDate: '12/04/2030' }, 'Date de naissance: sheet.day_in_future'],
    [{ birthDate: '12/04/87' }, 'Date de naissance: sheet.short_year'],
    [{ phone: '06 12 34' }, 'Téléphone: sheet.bad_phone'],
    [{ email: 'awa@' }, 'Courriel: sheet.bad_email'],
    [{ postalCode: '75' }, 'Code postal: sheet.bad_postal_code'],
    [{ frenchLevel: 'courant' }, 'Niveau de français: sheet.bad_french_level'],
    [{ radiusKm: 5000 }, 'Rayon (km): sheet.out_of_range'],
    [{ radiusKm: 'loin' }, 'Rayon (km): sheet.not_a_number'],
    [{ category: 'célibataire' }, 'Catégorie: sheet.unknown_choice'],
    [{ consentOn: '02/06/2024' }, 'Consentement le: sheet.day_in_future'],
  ])('with %j is refused', (cells, expected) => {
    expect(parse(cells)).toEqual([expected]);
  });
});

describe('a row of the contracts sheet', () => {
  const parse = (cells: Record<string, Cell>) => {
    const whole = { buyer: '21990001600011', reference: '2024-017', object: 'Nettoyage', ...cells };
    return outcome(parseContractRow({ row: 2, cells: whole, headers: headersOf(contractsForm) }));
  };

  it('is read to our units', () => {
    expect(
      parse({
        buyer: 21_990_001_600_011,
        lot: 'lot 2',
        cpv: '90910000-9',
        holder: '990 000 010 00019',
        amount: '12 500,50 € HT',
        notifiedOn: '01/03/2024',
        endsOn: '28/02/2026',
        targetHours: 420,
        status: 'En cours',
      }),
    ).toEqual({
      buyer: '21990001600011',
      reference: '2024-017',
      lot: '2',
      object: 'Nettoyage',
      cpv: '90910000',
      holder: '99000001000019',
      amountCents: 1_250_050,
      notifiedOn: '2024-03-01',
      endsOn: '2026-02-28',
      targetCentihours: 42_000,
      status: 'active',
    });
  });

  it.each<[Record<string, Cell>, string]>([
    [{ buyer: '21990001600012' }, 'Acheteur (SIRET): sheet.not_a_siret'],
    [{ reference: null }, 'Référence: sheet.required'],
    [{ amount: '12.500' }, 'Montant HT: sheet.not_an_amount'],
    [{ amount: -5 }, 'Montant HT: sheet.not_an_amount'],
    [{ cpv: 'nettoyage' }, 'CPV: sheet.not_a_cpv'],
    [{ notifiedOn: '01/03/2024', endsOn: '01/02/2024' }, 'Fin prévue le: sheet.period_reversed'],
    [{ status: 'bizarre' }, 'Statut: sheet.unknown_choice'],
  ])('with %j is refused', (cells, expected) => {
    expect(parse(cells)).toEqual([expected]);
  });
});

describe('a row of the invoices sheet', () => {
  const parse = (cells: Record<string, Cell>) => {
    const whole = { contract: 'M-1', invoice: 'F-1', date: '30/04/2024', amount: '12 500,00', ...cells };
    return outcome(parseInvoiceRow({ row: 2, cells: whole, headers: headersOf(invoicesForm) }));
  };

  it('is read to our units, a credit note too', () => {
    expect(parse({ lot: 1 })).toEqual({
      contract: { number: 'M-1' },
      lot: '1',
      invoice: 'F-1',
      date: '2024-04-30',
      amountCents: 1_250_000,
    });
    expect(parse({ amount: '-1 200,5' })).toMatchObject({ amountCents: -120_050 });
  });

  it('is refused without a date or an amount', () => {
    expect(parse({ date: null, amount: 'x' })).toEqual(['Date: sheet.required', 'Montant HT: sheet.not_an_amount']);
  });
});
