import { parseHoursRow } from '@jonction/documents/hours-sheet';
import type { Cell } from '@jonction/documents/sheet/cell';
import { hourKindChoices, hoursForm } from '@jonction/documents/sheet/hours-form';
import { readForm } from '@jonction/documents/sheet/read-form';
import { hourKinds } from '@jonction/domain/hours/line';
import { describe, expect, it } from 'vitest';
import { bytesOf, rowsOf, workbookOf } from './fixtures.ts';

const headers = Object.fromEntries(hoursForm.fields.map((field) => [field.key, field.header]));
const whole = {
  contract: 'M-2024-1',
  lot: 'Lot n° 02',
  placement: 'E-77',
  month: null,
  from: '01/04/2020',
  to: '30/04/2020',
  kind: 'Télétravail',
  hours: '7,5',
  payer: 'Employeur',
  evidence: null,
};

const parse = (changes: Record<string, Cell>) => parseHoursRow({ row: 9, cells: { ...whole, ...changes }, headers });

function value(changes: Record<string, Cell> = {}) {
  const read = parse(changes);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function problems(changes: Record<string, Cell>): string[] {
  const read = parse(changes);
  return read.ok ? [] : read.problems.map((problem) => `${problem.field}: ${problem.code}`);
}

describe('a row of the hours sheet', () => {
  it('is read to our units and codes', () => {
    expect(parse({})).toEqual({
      row: 9,
      ok: true,
      value: {
        contract: { number: 'M-2024-1' },
        lot: '2',
        placement: 'E-77',
        from: '2020-04-01',
        to: '2020-04-30',
        kind: 'telework',
        centihours: 750,
        payer: 'employer',
        evidence: [],
      },
    });
  });

  it('names a contract by the buyer and the buyer’s reference, slashes included', () => {
    expect(value({ contract: '219 900 016 00011 / 2024/017' }).contract).toEqual({
      buyer: '21990001600011',
      reference: '2024/017',
    });
    expect(problems({ contract: '21990001600012/2024-017' })).toEqual(['Contrat: sheet.not_a_siret']);
  });

  it.each<[Cell, number]>([
    ['7,5', 750],
    ['7.5', 750],
    ['7h30', 750],
    ['7:30', 750],
    ['151,67 h', 15_167],
    ['1 234,5', 123_450],
    [7.005, 701],
    [0, 0],
  ])('reads %j hours', (hours, centihours) => {
    expect(value({ hours, to: '30/06/2020' }).centihours).toBe(centihours);
  });

  it.each<[string, Record<string, Cell>]>([
    ['ISO days', { from: '2020-04-01', to: '2020-04-30' }],
    ['date cells', { from: { day: '2020-04-01' }, to: { day: '2020-04-30' } }],
    ['date cells that lost their format', { from: 43_922, to: 43_951 }],
    ['days in words', { from: '1er avril 2020', to: 'jeudi 30 avril 2020' }],
    ['the month alone', { month: '04/2020', from: null, to: null }],
    ['the month in words', { month: 'Avril 2020', from: null, to: null }],
    ['the month as a date cell', { month: { day: '2020-04-01' }, from: null, to: null }],
    ['both, in agreement', { month: '2020-04' }],
  ])('reads a period given as %s', (_, cells) => {
    expect(value(cells)).toMatchObject({ from: '2020-04-01', to: '2020-04-30' });
  });

  it('knows every kind of hours by its word, without case, accents or plural, and by its code', () => {
    expect(hourKindChoices.map((choice) => value({ kind: choice.label.toUpperCase() }).kind)).toEqual([...hourKinds]);
    expect(hourKinds.map((kind) => value({ kind }).kind)).toEqual([...hourKinds]);
    expect(value({ kind: 'Conge paye' }).kind).toBe('paid_leave');
    expect(value({ kind: 'garde d’enfants' }).kind).toBe('childcare_leave');
  });

  it('reads evidence, also what a policy of the structure names', () => {
    expect(value({ evidence: 'Attestation employeur ; relevé d’indemnités' }).evidence).toEqual([
      'employer_attestation',
      'benefit_statement',
    ]);
    const more = [{ code: 'order', label: 'ordre de service' }];
    const read = parseHoursRow({ row: 1, cells: { ...whole, evidence: 'Ordre de service' }, headers }, more);
    expect(read.ok && read.value.evidence).toEqual(['order']);
  });

  it.each<[Record<string, Cell>, string]>([
    [{ contract: null }, 'Contrat: sheet.required'],
    [{ placement: ' ' }, 'Salarié (identifiant): sheet.required'],
    [{ from: null }, 'Du: sheet.period_missing'],
    [{ from: null, to: null }, 'Du: sheet.period_missing'],
    [{ from: '31/04/2020' }, 'Du: sheet.not_a_day'],
    [{ from: '01/04/20' }, 'Du: sheet.short_year'],
    [{ to: '01/03/2020' }, 'Au: sheet.period_reversed'],
    [{ month: '05/2020' }, 'Mois: sheet.period_outside_month'],
    [{ month: '13/2020' }, 'Mois: sheet.not_a_month'],
    [{ kind: 'pause café' }, 'Nature: sheet.unknown_choice'],
    [{ payer: 'la mairie' }, 'Pris en charge par: sheet.unknown_choice'],
    [{ evidence: 'promesse' }, 'Justificatifs: sheet.unknown_choice'],
    [{ hours: 'beaucoup' }, 'Heures: sheet.not_hours'],
    [{ hours: '-7' }, 'Heures: sheet.not_hours'],
    [{ hours: '7h75' }, 'Heures: sheet.not_hours'],
    [{ hours: 25, to: '01/04/2020' }, 'Heures: sheet.too_many_hours'],
  ])('with %j is refused', (changes, expected) => {
    expect(problems(changes)).toEqual([expected]);
  });

  it('says everything that is wrong at once, in sentences that say what to do', () => {
    const read = parse({ kind: 'pause', hours: 'x' });
    expect(read.ok || read.problems.map((problem) => problem.reason)).toEqual([
      expect.stringMatching(/^«\spause\s» n’est pas dans la liste\. Choisissez\s: travail sur site, télétravail/),
      expect.stringContaining('Écrivez par exemple 7,5 ou'),
    ]);
  });
});

describe('a file of hours', () => {
  it('keeps the number of each row, good or bad, under the headers of the file', async () => {
    const file = await workbookOf({
      Avril: [
        ['Déclaration'],
        [],
        ['N° de marché', 'Matricule', 'Période', 'Nature', 'Nb heures'],
        ['M-1', 'E-1', '04/2020', 'stage', 7.5],
        [],
        ['M-1', 'E-2', '04/2020', 'sieste', 7.5],
      ],
    });
    const read = await readForm(bytesOf(file), hoursForm, parseHoursRow);
    expect(read).toMatchObject({
      ok: true,
      value: {
        rows: [
          { row: 4, ok: true, value: { placement: 'E-1', centihours: 750 } },
          { row: 6, ok: false, problems: [{ field: 'Nature' }] },
        ],
      },
    });
    expect(await rowsOf(hoursForm, file)).toHaveLength(2);
  });
});
