import { type HourKind, type HourPayer, hourKinds, hourPayers, knownEvidence } from '@jonction/domain/hours/line';
import { hoursWords } from '@jonction/domain/hours/words';
import { translate } from '@jonction/domain/shared/words';
import type { Choice } from './choice.ts';
import type { SheetForm } from './field.ts';

export type HoursField =
  | 'contract'
  | 'lot'
  | 'placement'
  | 'month'
  | 'from'
  | 'to'
  | 'kind'
  | 'hours'
  | 'payer'
  | 'evidence';

const kindAliases: Partial<Record<HourKind, string[]>> = {
  worked_on_site: ['travail', 'sur site', 'présentiel', 'heures travaillées', 'chantier', 'heures productives'],
  telework: ['travail à distance', 'TT'],
  training: ['formation professionnelle', 'CFA'],
  paid_leave: ['congés', 'CP'],
  public_holiday: ['férié'],
  sick_leave: ['maladie', 'arrêt de travail', 'AM'],
  childcare_leave: ['garde enfant', 'garde d’enfants', 'arrêt garde d’enfant'],
  vulnerable_leave: ['personne à risque', 'arrêt personne vulnérable'],
  work_accident: ['AT', 'accident de travail'],
  partial_unemployment: ['activité partielle', 'AP'],
  partial_unemployment_training: ['activité partielle avec formation', 'chômage partiel et formation'],
  unpaid_absence: ['congé sans solde', 'absence injustifiée', 'absence sans solde'],
  internship: ['PMSMP', 'immersion'],
};

export const hourKindChoices: readonly Choice<HourKind>[] = hourKinds.map((code) => ({
  code,
  label: translate(hoursWords, 'fr', `hours.kind.${code}`),
  aliases: kindAliases[code] ?? [],
}));

const payerAliases: Record<HourPayer, string[]> = {
  employer: ['entreprise', 'patron'],
  social_security: ['CPAM', 'assurance maladie', 'sécu', 'IJSS'],
  partial_activity: ['chômage partiel', 'État', 'AP'],
};

export const hourPayerChoices: readonly Choice<HourPayer>[] = hourPayers.map((code) => ({
  code,
  label: translate(hoursWords, 'fr', `hours.payer.${code}`),
  aliases: payerAliases[code],
}));

const evidenceAliases = {
  employer_attestation: ['attestation de l’employeur', 'attestation', 'attestation entreprise'],
  benefit_statement: ['relevé d’indemnités journalières', 'relevé IJ', 'relevé IJSS', 'indemnités journalières'],
};

export const evidenceChoices: readonly Choice<string>[] = knownEvidence.map((code) => ({
  code,
  label: translate(hoursWords, 'fr', `hours.evidence.${code}`),
  aliases: evidenceAliases[code],
}));

export const hoursForm: SheetForm<HoursField> = {
  title: 'Heures',
  intro:
    'Une ligne par salarié, par période et par nature d’heures. Renvoyez le fichier tel quel : une ligne déjà déclarée avec d’autres heures la corrige.',
  fields: [
    {
      key: 'contract',
      header: 'Contrat',
      aliases: ['marché', 'n° de marché', 'numéro de marché', 'contrat de la commande', 'référence du marché'],
      required: true,
      kind: 'text',
      help: 'Le numéro du marché dans Jonction, ou le SIRET de l’acheteur, une barre et sa référence.',
      example: '21990001600011/2024-017',
    },
    {
      key: 'lot',
      header: 'Lot',
      aliases: ['n° de lot', 'numéro de lot'],
      required: false,
      kind: 'text',
      help: 'Le numéro du lot, si le marché en a.',
      example: '2',
    },
    {
      key: 'placement',
      header: 'Salarié (identifiant)',
      aliases: ['salarié', 'identifiant', 'identifiant salarié', 'n° d’embauche', 'placement', 'matricule'],
      required: true,
      kind: 'text',
      help: 'Le numéro de l’embauche dans Jonction. N’écrivez pas de nom.',
      example: 'E-2041',
    },
    {
      key: 'month',
      header: 'Mois',
      aliases: ['période', 'mois de paie'],
      required: false,
      kind: 'month',
      help: 'Le mois déclaré ; il suffit quand la ligne vaut pour le mois entier.',
      example: '04/2020',
    },
    {
      key: 'from',
      header: 'Du',
      aliases: ['date de début', 'début', 'début de période', 'date début'],
      required: false,
      kind: 'day',
      help: 'Le premier jour de la période.',
      example: '01/04/2020',
    },
    {
      key: 'to',
      header: 'Au',
      aliases: ['date de fin', 'fin', 'fin de période', 'date fin'],
      required: false,
      kind: 'day',
      help: 'Le dernier jour de la période.',
      example: '30/04/2020',
    },
    {
      key: 'kind',
      header: 'Nature',
      aliases: ['nature des heures', 'type d’heures', 'motif', 'nature d’heures'],
      required: true,
      kind: 'choice',
      choices: hourKindChoices.map((choice) => choice.label),
      help: 'À choisir dans la liste.',
      example: 'télétravail',
    },
    {
      key: 'hours',
      header: 'Heures',
      aliases: ['nombre d’heures', 'nb heures', 'heures réalisées', 'heures déclarées', 'total heures'],
      required: true,
      kind: 'number',
      help: 'Le nombre d’heures de la période, en heures et centièmes ou en heures et minutes.',
      example: '7,5',
    },
    {
      key: 'payer',
      header: 'Pris en charge par',
      aliases: ['payeur', 'prise en charge', 'payé par'],
      required: false,
      kind: 'choice',
      choices: hourPayerChoices.map((choice) => choice.label),
      help: 'Qui a payé ces heures : à choisir dans la liste.',
      example: 'employeur',
    },
    {
      key: 'evidence',
      header: 'Justificatifs',
      aliases: ['justificatif', 'pièces', 'pièces justificatives'],
      required: false,
      kind: 'text',
      help: `Les justificatifs que vous tenez à disposition, séparés par un point-virgule : ${evidenceChoices.map((choice) => choice.label).join(', ')}.`,
      example: 'attestation employeur',
    },
  ],
};
