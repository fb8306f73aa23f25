import { parseContractRow } from '@jonction/documents/contracts-sheet';
import { parseHoursRow } from '@jonction/documents/hours-sheet';
import { parseInvoiceRow } from '@jonction/documents/invoices-sheet';
import { parseParticipantRow } from '@jonction/documents/participants-sheet';
import { parseProgrammeRow } from '@jonction/documents/programme-sheet';
import { contractsForm } from '@jonction/documents/sheet/contracts-form';
import type { SheetForm } from '@jonction/documents/sheet/field';
import { hoursForm } from '@jonction/documents/sheet/hours-form';
import { invoicesForm } from '@jonction/documents/sheet/invoices-form';
import { participantsForm } from '@jonction/documents/sheet/participants-form';
import { programmeForm } from '@jonction/documents/sheet/programme-form';
import { type FormRead, readForm } from '@jonction/documents/sheet/read-form';
import { sheetWords } from '@jonction/documents/sheet/words';
import { sentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';
import { bytesOf, workbookOf } from './fixtures.ts';

type Bad = [cells: Record<string, unknown>, field: string, sentence: string | RegExp];
type Kind = {
  form: SheetForm;
  good: Record<string, unknown>;
  read: (file: Buffer) => Promise<{ ok: boolean; value?: FormRead<string, unknown> }>;
  bad: Bad[];
};

const long = (length: number) => 'x'.repeat(length);
const required = 'Remplissez cette case.';

const kinds: Record<string, Kind> = {
  hours: {
    form: hoursForm,
    good: { contract: 'M-1', placement: 'E-1', month: '04/2024', kind: 'stage', hours: 7 },
    read: (file) => readForm(bytesOf(file), hoursForm, (row) => parseHoursRow(row)),
    bad: [
      [{ contract: null }, 'Contrat', required],
      [{ contract: '21990001600012/7' }, 'Contrat', /^« 21990001600012\/7 » n’est pas un SIRET : 14 chiffres/],
      [{ contract: long(201) }, 'Contrat', 'Ce texte est trop long : 200 caractères au plus.'],
      [{ lot: long(41) }, 'Lot', 'Ce texte est trop long : 40 caractères au plus.'],
      [{ placement: null }, 'Salarié (identifiant)', required],
      [{ placement: long(61) }, 'Salarié (identifiant)', 'Ce texte est trop long : 60 caractères au plus.'],
      [{ month: '13/2024' }, 'Mois', '« 13/2024 » n’est pas un mois. Écrivez-le comme 04/2020.'],
      [{ month: null }, 'Du', 'Donnez le mois, ou les deux dates « Du » et « Au ».'],
      [{ from: '02/04/2024' }, 'Au', 'Donnez le mois, ou les deux dates « Du » et « Au ».'],
      [{ to: '02/04/2024' }, 'Du', 'Donnez le mois, ou les deux dates « Du » et « Au ».'],
      [{ from: 'lundi', to: '02/04/2024' }, 'Du', '« lundi » n’est pas une date. Écrivez-la comme 12/04/2020.'],
      [
        { from: '01/04/24', to: '02/04/2024' },
        'Du',
        '« 01/04/24 » : écrivez l’année en quatre chiffres, comme 12/04/2020.',
      ],
      [
        { from: '10/04/2024', to: '02/04/2024' },
        'Au',
        'La période finit le 2 avr. 2024, avant son début le 10 avr. 2024 : inversez les deux dates.',
      ],
      [
        { from: '31/03/2024', to: '02/04/2024' },
        'Mois',
        'Les dates ne sont pas dans le mois indiqué (04/2024) : corrigez l’un ou l’autre.',
      ],
      [{ kind: null }, 'Nature', required],
      [
        { kind: 'sieste' },
        'Nature',
        /^« sieste » n’est pas dans la liste\. Choisissez : travail sur site, télétravail, /,
      ],
      [{ hours: null }, 'Heures', required],
      [{ hours: 'x' }, 'Heures', '« x » n’est pas un nombre d’heures. Écrivez par exemple 7,5 ou 7:30.'],
      [{ hours: -7 }, 'Heures', '« -7 » n’est pas un nombre d’heures. Écrivez par exemple 7,5 ou 7:30.'],
      [
        { hours: 720.5 },
        'Heures',
        '720,5 h en 30 jour(s), c’est plus de 24 h par jour : vérifiez les heures et les dates.',
      ],
      [{ payer: 'moi' }, 'Pris en charge par', /^« moi » n’est pas dans la liste\. Choisissez : employeur, /],
      [{ evidence: 'parole' }, 'Justificatifs', /^« parole » n’est pas dans la liste\. Choisissez : attestation/],
    ],
  },
  participants: {
    form: participantsForm,
    good: { lastName: 'Bâ', firstName: 'Awa' },
    read: (file) =>
      readForm(bytesOf(file), participantsForm, (row) => parseParticipantRow(row, { today: '2024-06-01' })),
    bad: [
      [{ lastName: null }, 'Nom', required],
      [{ lastName: long(101) }, 'Nom', 'Ce texte est trop long : 100 caractères au plus.'],
      [{ firstName: null }, 'Prénom', required],
      [{ firstName: long(101) }, 'Prénom', 'Ce texte est trop long : 100 caractères au plus.'],
      [{ birthDate: '02/06/2024' }, 'Date de naissance', 'Cette date est dans le futur : 2 juin 2024.'],
      [{ birthDate: '31/12/87' }, 'Date de naissance', /écrivez l’année en quatre chiffres/],
      [{ birthDate: 'inconnue' }, 'Date de naissance', '« inconnue » n’est pas une date. Écrivez-la comme 12/04/2020.'],
      [{ phone: '12 34' }, 'Téléphone', '« 12 34 » n’est pas un numéro de téléphone. Écrivez-le comme 06 12 34 56 78.'],
      [{ phone: '06 12 34 56 78 / 07 12 34 56 78' }, 'Téléphone', /n’est pas un numéro de téléphone/],
      [{ email: 'awa chez exemple.fr' }, 'Courriel', '« awa chez exemple.fr » n’est pas une adresse de courriel.'],
      [{ email: 'a@exemple.fr, b@exemple.fr' }, 'Courriel', /n’est pas une adresse de courriel/],
      [{ postalCode: 'Paris' }, 'Code postal', '« Paris » n’est pas un code postal : 5 chiffres.'],
      [{ postalCode: 750_130 }, 'Code postal', '« 750130 » n’est pas un code postal : 5 chiffres.'],
      [
        { frenchLevel: 'bon' },
        'Niveau de français',
        '« bon » n’est pas un niveau de français. Écrivez A1, A2, B1, B2, C1 ou C2.',
      ],
      [{ availableFrom: 'bientôt' }, 'Disponible le', /^« bientôt » n’est pas une date/],
      [{ radiusKm: 'loin' }, 'Rayon (km)', '« loin » n’est pas un nombre.'],
      [{ radiusKm: 501 }, 'Rayon (km)', '501 n’est pas possible ici : attendu entre 0 et 500.'],
      [{ radiusKm: -1 }, 'Rayon (km)', /^-1 n’est pas possible ici|^−1 n’est pas possible ici/],
      [{ category: 'voisin' }, 'Catégorie', /^« voisin » n’est pas dans la liste\. Choisissez : DELD, /],
      [{ evidenceIssuedOn: '01/01/2030' }, 'Justificatif émis le', 'Cette date est dans le futur : 1er janv. 2030.'],
      [{ prescriber: long(201) }, 'Prescripteur', 'Ce texte est trop long : 200 caractères au plus.'],
      [{ consentOn: '01/01/2030' }, 'Consentement le', 'Cette date est dans le futur : 1er janv. 2030.'],
    ],
  },
  programme: {
    form: programmeForm,
    good: { object: 'Nettoyage des écoles' },
    read: (file) => readForm(bytesOf(file), programmeForm, parseProgrammeRow),
    bad: [
      [{ object: null, reference: 'A-1' }, 'Objet', required],
      [{ buyer: 'la mairie' }, 'Acheteur (SIRET)', /^« la mairie » n’est pas un SIRET/],
      [{ cpv: '9091' }, 'CPV', '« 9091 » n’est pas un code CPV : 8 chiffres.'],
      [{ kind: 'nettoyage' }, 'Nature', /^« nettoyage » n’est pas dans la liste/],
      [{ amount: 'environ 3000' }, 'Montant HT', /^« environ 3000 » n’est pas un montant/],
      [{ months: 0 }, 'Durée (mois)', '0 n’est pas possible ici : attendu entre 1 et 600.'],
      [{ publication: 'mars' }, 'Publication prévue le', /^« mars » n’est pas une date/],
      [{ lots: 501 }, 'Lots', '501 n’est pas possible ici : attendu entre 1 et 500.'],
      [{ area: 'Paris' }, 'Territoire', '« Paris » n’est ni un département ni un code postal.'],
    ],
  },
  contracts: {
    form: contractsForm,
    good: { buyer: '21990001600011', reference: '2024-017', object: 'Nettoyage' },
    read: (file) => readForm(bytesOf(file), contractsForm, parseContractRow),
    bad: [
      [{ buyer: null }, 'Acheteur (SIRET)', required],
      [{ buyer: 'la mairie' }, 'Acheteur (SIRET)', /^« la mairie » n’est pas un SIRET : 14 chiffres, dont la clé/],
      [{ buyer: 21_990_001_600_012 }, 'Acheteur (SIRET)', /^« 21990001600012 » n’est pas un SIRET/],
      [{ reference: null }, 'Référence', required],
      [{ reference: long(101) }, 'Référence', 'Ce texte est trop long : 100 caractères au plus.'],
      [{ lot: long(41) }, 'Lot', 'Ce texte est trop long : 40 caractères au plus.'],
      [{ object: null }, 'Objet', required],
      [{ object: long(1001) }, 'Objet', /trop long : 1 000 caractères/],
      [{ cpv: '9091' }, 'CPV', '« 9091 » n’est pas un code CPV : 8 chiffres.'],
      [{ cpv: 'propreté' }, 'CPV', '« propreté » n’est pas un code CPV : 8 chiffres.'],
      [{ holder: '990 000 010' }, 'Titulaire (SIRET)', /^« 990 000 010 » n’est pas un SIRET/],
      [
        { amount: 'environ 3000' },
        'Montant HT',
        '« environ 3000 » n’est pas un montant. Écrivez par exemple 12 500,00.',
      ],
      [{ amount: '12.500' }, 'Montant HT', '« 12.500 » n’est pas un montant. Écrivez par exemple 12 500,00.'],
      [{ notifiedOn: 'mars' }, 'Notifié le', '« mars » n’est pas une date. Écrivez-la comme 12/04/2020.'],
      [
        { notifiedOn: '01/03/2024', endsOn: '29/02/2024' },
        'Fin prévue le',
        'La période finit le 29 févr. 2024, avant son début le 1er mars 2024 : inversez les deux dates.',
      ],
      [{ targetHours: -420 }, 'Heures dues', /^« -420 » n’est pas un nombre d’heures/],
      [{ status: 'gelé' }, 'Statut', /^« gelé » n’est pas dans la liste\. Choisissez : .*en cours/],
    ],
  },
  invoices: {
    form: invoicesForm,
    good: { contract: 'M-1', invoice: 'F-1', date: '30/04/2024', amount: 12.5 },
    read: (file) => readForm(bytesOf(file), invoicesForm, parseInvoiceRow),
    bad: [
      [{ contract: null }, 'Contrat', required],
      [{ contract: '21990001600012/7' }, 'Contrat', /n’est pas un SIRET/],
      [{ lot: long(41) }, 'Lot', 'Ce texte est trop long : 40 caractères au plus.'],
      [{ invoice: null }, 'Facture', required],
      [{ invoice: long(61) }, 'Facture', 'Ce texte est trop long : 60 caractères au plus.'],
      [{ date: null }, 'Date', required],
      [{ date: '30 février 2024' }, 'Date', '« 30 février 2024 » n’est pas une date. Écrivez-la comme 12/04/2020.'],
      [{ amount: null }, 'Montant HT', required],
      [{ amount: 'offert' }, 'Montant HT', '« offert » n’est pas un montant. Écrivez par exemple 12 500,00.'],
    ],
  },
};

const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** The file of all the bad rows of a kind, each after a good one, as another program writes it. */
async function problemsOf({ form, good, read, bad }: Kind) {
  const row = (cells: Record<string, unknown>) =>
    form.fields.map((field) => ({ ...good, ...cells })[field.key] ?? null);
  const rows = bad.flatMap(([cells]) => [row({}), row(cells)]);
  const file = await workbookOf({ Feuille: [form.fields.map((field) => field.header), ...rows] });
  const answer = await read(file);
  if (!answer.value) throw new Error('the file was refused');
  return answer.value.rows;
}

describe.each(Object.entries(kinds))('in a file of %s', (_, kind) => {
  it('every wrong cell is told by its row, its column and a sentence that says what to do', async () => {
    const rows = await problemsOf(kind);
    const told = rows.map((read) => ({
      row: read.row,
      problems: read.ok ? [] : read.problems.map(({ field, reason }) => ({ field, reason: plainSpaces(reason) })),
    }));
    const expected = kind.bad.flatMap(([, field, reason], at) => [
      { row: at * 2 + 2, problems: [] },
      {
        row: at * 2 + 3,
        problems: [{ field, reason: typeof reason === 'string' ? reason : expect.stringMatching(reason) }],
      },
    ]);
    expect(told).toEqual(expected);
  });

  it('and can be said in English from its code and facts', async () => {
    for (const read of await problemsOf(kind)) {
      for (const { code, facts, reason } of read.ok ? [] : read.problems) {
        const english = sentence(sheetWords, 'en', code, facts);
        expect(english).not.toMatch(/…|\{/);
        expect(english).not.toBe(code);
        expect(english).not.toBe(reason);
      }
    }
  });
});

it('every sentence about a row is met by one of the forms', async () => {
  const reads = await Promise.all(Object.values(kinds).map(problemsOf));
  const met = new Set(reads.flat().flatMap((read) => (read.ok ? [] : read.problems.map(({ code }) => code))));
  const aboutFiles = ['empty', 'too_large', 'too_many_rows', 'xls', 'ods', 'protected', 'unreadable', 'too_heavy'];
  const aboutHeaders = ['columns_missing', 'field_unknown'];
  const apart = new Set([...aboutFiles, ...aboutHeaders].map((code) => `sheet.${code}`));
  expect(Object.keys(sheetWords.fr).filter((code) => !met.has(code) && !apart.has(code))).toEqual([]);
});
