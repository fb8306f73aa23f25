import { buyerKinds, purchaseKinds } from '@jonction/domain/programme/mandatory';
import { plannedProcedures } from '@jonction/domain/programme/planned';
import { programmeWords } from '@jonction/domain/programme/words';
import { translate } from '@jonction/domain/shared/words';
import type { Choice } from './choice.ts';
import type { SheetForm } from './field.ts';

type Word = keyof typeof programmeWords.fr;
const said = <Code extends string>(codes: readonly Code[], prefix: string): Choice<Code>[] =>
  codes.map((code) => ({
    code,
    label: translate(programmeWords, 'fr', `${prefix}.${code}` as Extract<Word, `programme.kind.${string}`>),
  }));

export const purchaseKindChoices = said(purchaseKinds, 'programme.kind');
export const buyerKindChoices = said(buyerKinds, 'programme.buyer_kind');
export const procedureChoices = said(plannedProcedures, 'programme.procedure');

export type ProgrammeField =
  | 'buyer'
  | 'reference'
  | 'object'
  | 'cpv'
  | 'kind'
  | 'buyerKind'
  | 'amount'
  | 'procedure'
  | 'months'
  | 'publication'
  | 'lots'
  | 'area'
  | 'note';

export const programmeForm: SheetForm<ProgrammeField> = {
  title: 'Programmation',
  intro: 'Une ligne par marché prévu dans l’année. Seul l’objet est obligatoire : ce qui n’est pas su se laisse vide.',
  fields: [
    {
      key: 'buyer',
      header: 'Acheteur (SIRET)',
      aliases: ['siret acheteur', 'acheteur', 'pouvoir adjudicateur'],
      required: false,
      kind: 'text',
      help: 'Le SIRET de l’acheteur, 14 chiffres ; vide si toute la feuille est d’un seul acheteur.',
      example: '21990001600011',
    },
    {
      key: 'reference',
      header: 'Référence',
      aliases: ['n° de projet', 'numéro', 'référence interne', 'code projet'],
      required: false,
      kind: 'text',
      help: 'La référence que vous donnez à ce projet : elle le fait reconnaître si vous renvoyez la feuille.',
      example: '2027-014',
    },
    {
      key: 'object',
      header: 'Objet',
      aliases: ['intitulé', 'objet du marché', 'libellé', 'désignation', 'besoin'],
      required: true,
      kind: 'text',
      help: 'Ce qui sera acheté.',
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
      key: 'kind',
      header: 'Nature',
      aliases: ['type de marché', 'catégorie', 'nature du marché', 'type'],
      required: false,
      kind: 'choice',
      choices: purchaseKindChoices.map(({ label }) => label),
      help: 'À choisir dans la liste.',
      example: 'services',
    },
    {
      key: 'buyerKind',
      header: 'Sorte d’acheteur',
      aliases: ['type d’acheteur'],
      required: false,
      kind: 'choice',
      choices: buyerKindChoices.map(({ label }) => label),
      help: 'À choisir dans la liste : le seuil européen en dépend.',
      example: 'collectivité ou autre acheteur',
    },
    {
      key: 'amount',
      header: 'Montant HT',
      aliases: ['montant', 'montant estimé', 'estimation', 'montant prévisionnel', 'montant estimé ht'],
      required: false,
      kind: 'number',
      help: 'Le montant estimé hors taxes sur toute la durée, en euros.',
      example: '250000',
    },
    {
      key: 'procedure',
      header: 'Procédure',
      aliases: ['type de procédure', 'mode de passation'],
      required: false,
      kind: 'choice',
      choices: procedureChoices.map(({ label }) => label),
      help: 'À choisir dans la liste.',
      example: 'appel d’offres ouvert',
    },
    {
      key: 'months',
      header: 'Durée (mois)',
      aliases: ['durée', 'durée en mois', 'durée du marché'],
      required: false,
      kind: 'number',
      help: 'La durée totale en mois, reconductions comprises.',
      example: '48',
    },
    {
      key: 'publication',
      header: 'Publication prévue le',
      aliases: ['date de publication', 'publication', 'date de lancement', 'lancement', 'date de publication prévue'],
      required: false,
      kind: 'day',
      help: 'Le jour prévu de publication de l’avis.',
      example: '15/03/2027',
    },
    {
      key: 'lots',
      header: 'Lots',
      aliases: ['nombre de lots', 'nb de lots', 'allotissement'],
      required: false,
      kind: 'number',
      help: 'Le nombre de lots ; vide si le marché n’est pas alloti.',
      example: '3',
    },
    {
      key: 'area',
      header: 'Territoire',
      aliases: ['département', 'lieu d’exécution', 'code postal', 'lieu'],
      required: false,
      kind: 'text',
      help: 'Le département ou le code postal où l’on travaillera.',
      example: '75013',
    },
    {
      key: 'note',
      header: 'Observations',
      aliases: ['commentaire', 'remarques', 'commentaires'],
      required: false,
      kind: 'text',
      help: 'Ce qu’il est utile de savoir.',
      example: 'Reconduction du marché de 2023.',
    },
  ],
};
