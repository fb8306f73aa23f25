import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { contractWords } from '@jonction/domain/contract/words';
import { translate } from '@jonction/domain/shared/words';
import type { Choice } from './choice.ts';
import type { SheetForm } from './field.ts';

export type ContractStatusCode = (typeof contractStatuses)[number];

export const statusChoices: readonly Choice<ContractStatusCode>[] = contractStatuses.map((code) => ({
  code,
  label: translate(contractWords, 'fr', `contract.status.${code}`),
}));

export type ContractsField =
  | 'buyer'
  | 'reference'
  | 'lot'
  | 'object'
  | 'cpv'
  | 'holder'
  | 'amount'
  | 'notifiedOn'
  | 'endsOn'
  | 'targetHours'
  | 'status';

export const contractsForm: SheetForm<ContractsField> = {
  title: 'Marchés',
  intro: 'Une ligne par marché, ou par lot quand le marché est alloti.',
  fields: [
    {
      key: 'buyer',
      header: 'Acheteur (SIRET)',
      aliases: ['siret acheteur', 'acheteur', 'siret de l’acheteur', 'pouvoir adjudicateur'],
      required: true,
      kind: 'text',
      help: 'Le SIRET de l’acheteur, 14 chiffres.',
      example: '21990001600011',
    },
    {
      key: 'reference',
      header: 'Référence',
      aliases: ['n° de marché', 'numéro de marché', 'numéro', 'référence du marché', 'contrat', 'marché'],
      required: true,
      kind: 'text',
      help: 'La référence que l’acheteur donne au marché.',
      example: '2024-017',
    },
    {
      key: 'lot',
      header: 'Lot',
      aliases: ['n° de lot', 'numéro de lot'],
      required: false,
      kind: 'text',
      help: 'Le numéro du lot ; vide si le marché n’est pas alloti.',
      example: '2',
    },
    {
      key: 'object',
      header: 'Objet',
      aliases: ['intitulé', 'objet du marché', 'libellé', 'désignation'],
      required: true,
      kind: 'text',
      help: 'Ce que le marché achète.',
      example: 'Nettoyage des écoles',
    },
    {
      key: 'cpv',
      header: 'CPV',
      aliases: ['code cpv'],
      required: false,
      kind: 'text',
      help: 'Le code CPV, 8 chiffres.',
      example: '90910000',
    },
    {
      key: 'holder',
      header: 'Titulaire (SIRET)',
      aliases: ['siret titulaire', 'titulaire', 'siret du titulaire', 'entreprise', 'attributaire'],
      required: false,
      kind: 'text',
      help: 'Le SIRET de l’entreprise titulaire, 14 chiffres.',
      example: '99000001000019',
    },
    {
      key: 'amount',
      header: 'Montant HT',
      aliases: ['montant', 'montant (ht)', 'montant du marché'],
      required: false,
      kind: 'number',
      help: 'Le montant hors taxes, en euros.',
      example: '120000',
    },
    {
      key: 'notifiedOn',
      header: 'Notifié le',
      aliases: ['date de notification', 'notification'],
      required: false,
      kind: 'day',
      help: 'La date de notification.',
      example: '01/03/2024',
    },
    {
      key: 'endsOn',
      header: 'Fin prévue le',
      aliases: ['date de fin', 'fin', 'fin prévue', 'échéance'],
      required: false,
      kind: 'day',
      help: 'La date de fin prévue.',
      example: '28/02/2026',
    },
    {
      key: 'targetHours',
      header: 'Heures dues',
      aliases: ['heures', 'objectif', 'heures d’insertion', 'nombre d’heures', 'volume d’heures'],
      required: false,
      kind: 'number',
      help: 'Le nombre d’heures d’insertion dues ; vide si le marché n’a pas de clause.',
      example: '420',
    },
    {
      key: 'status',
      header: 'Statut',
      aliases: ['état', 'situation', 'statut du marché'],
      required: false,
      kind: 'choice',
      choices: statusChoices.map((choice) => choice.label),
      help: 'À choisir dans la liste.',
      example: 'en cours',
    },
  ],
};
