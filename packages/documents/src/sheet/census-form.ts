import type { censusColumns } from '@jonction/domain/census/columns';
import type { Choice } from './choice.ts';
import { type ContractStatusCode, statusChoices } from './contracts-form.ts';
import type { SheetField, SheetForm } from './field.ts';

/** The columns that come back; the others are there to be read. */
export type CensusField = 'number' | 'reference' | 'status' | 'since' | 'ends' | 'noChange' | 'mark';
export type CensusSheetKey = CensusField | 'object' | (typeof censusColumns)[number];

/** How people write a status in their own lists, besides our words. */
const aliasesOf: Partial<Record<ContractStatusCode, readonly string[]>> = {
  active: ['actif', 'en cours d’exécution', 'en exécution', 'reprise', 'repris', 'démarré'],
  stopped: ['arrêt', 'à l’arrêt', 'chantier arrêté', 'stoppé'],
  suspended: ['suspension', 'suspendu par ordre de service'],
  clause_suspended: ['clause sociale suspendue'],
  terminated: ['résiliation'],
  completed: ['terminé', 'fini', 'réceptionné'],
};

export const censusStatusChoices: readonly Choice<ContractStatusCode>[] = statusChoices.map((choice) => ({
  ...choice,
  aliases: aliasesOf[choice.code] ?? [],
}));

/** What says in one word that nothing changed. */
export const noChangeChoices: readonly Choice<'yes'>[] = [
  {
    code: 'yes',
    label: 'oui',
    aliases: ['x', 'vrai', 'sans changement', 'inchangé', 'ras', 'idem', 'pas de changement'],
  },
];

const read = (key: CensusSheetKey, header: string, help: string, example: string): SheetField<CensusSheetKey> => ({
  ...{ key, header, help, example },
  ...{ aliases: [], required: false, kind: 'text' as const },
});

const fields: readonly SheetField<CensusSheetKey>[] = [
  {
    ...read('number', 'N°', 'Le numéro du marché dans Jonction : c’est à lui que la ligne est reconnue.', '204'),
    aliases: ['n° jonction', 'numéro jonction'],
  },
  {
    ...read(
      'reference',
      'Référence',
      'La référence que l’acheteur donne au marché ; elle suffit quand le numéro manque.',
      '2024-017',
    ),
    aliases: ['n° de marché', 'numéro de marché', 'référence du marché', 'réf.', 'réf', 'marché', 'contrat'],
  },
  read('object', 'Objet', 'Pour lire ; ne revient pas.', 'Nettoyage des écoles'),
  read('buyer', 'Acheteur', 'Pour lire ; ne revient pas.', 'Ville de Montval'),
  read('directorate', 'Direction', 'Pour lire ; ne revient pas.', 'Bâtiments'),
  read('holder', 'Titulaire', 'Pour lire ; ne revient pas.', 'Propreté du Val'),
  {
    ...read('status', 'Statut', 'À changer si besoin : choisissez dans la liste.', 'arrêté'),
    ...{
      aliases: ['état', 'situation', 'statut du marché'],
      kind: 'choice',
      choices: statusChoices.map(({ label }) => label),
    },
  },
  {
    ...read('since', 'Depuis', 'Le jour depuis lequel ce statut est vrai ; vide : aujourd’hui.', '17/03/2024'),
    ...{ aliases: ['depuis le', 'à compter du', 'date d’effet'], kind: 'day' },
  },
  { ...read('saidOn', 'Dit le', 'Pour lire ; ne revient pas.', '25/03/2024'), kind: 'day' },
  read('saidBy', 'Dit par', 'Pour lire ; ne revient pas.', 'téléphone'),
  {
    ...read('ends', 'Fin prévue le', 'À changer si un avenant ou un ordre de service l’a déplacée.', '28/02/2026'),
    ...{ aliases: ['fin', 'date de fin', 'fin prévue', 'échéance'], kind: 'day' },
  },
  { ...read('due', 'Heures dues', 'Pour lire ; ne revient pas.', '420'), kind: 'number' },
  { ...read('atWork', 'À l’œuvre', 'Pour lire ; ne revient pas.', '3'), kind: 'number' },
  read('cpv', 'CPV', 'Pour lire ; ne revient pas.', '90910000'),
  read('place', 'Lieu', 'Pour lire ; ne revient pas.', 'Montval'),
  { ...read('notified', 'Notifié le', 'Pour lire ; ne revient pas.', '01/03/2024'), kind: 'day' },
  read('facilitator', 'Suivi par', 'Pour lire ; ne revient pas.', 'Inès Marchand'),
  {
    ...read('noChange', 'Sans changement', 'Écrivez « oui » si rien n’a changé : c’est une réponse aussi.', 'oui'),
    ...{ aliases: ['inchangé', 'ras'], kind: 'choice', choices: noChangeChoices.map(({ label }) => label) },
  },
  read(
    'mark',
    'Repère',
    'Ne changez pas cette colonne : elle dit ce que le tableau montrait quand il a été fait.',
    'active|2026-02-28|2024-03-25',
  ),
];

const always: readonly CensusSheetKey[] = [
  'number',
  'reference',
  'object',
  'status',
  'since',
  'ends',
  'noChange',
  'mark',
];

/** The sheet of a census with the columns chosen; those that can come back are always there. */
export function censusForm(columns: readonly string[], intro: string): SheetForm<CensusSheetKey> {
  return {
    title: 'Recensement',
    intro,
    fields: fields.filter(({ key }) => always.includes(key) || columns.includes(key)),
  };
}

const comesBack = (field: SheetField<CensusSheetKey>): field is SheetField<CensusField> & SheetField<CensusSheetKey> =>
  field.key !== 'object' && always.includes(field.key);

/** What is read of a sheet that comes back, or of a list from elsewhere. */
export const censusAnswersForm: SheetForm<CensusField> = {
  title: 'Recensement',
  intro: 'Une ligne par marché : ce qui a changé, ou que rien n’a changé.',
  fields: fields.filter(comesBack) as readonly SheetField<CensusField>[],
};
