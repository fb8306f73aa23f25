import type { SheetForm } from './field.ts';

export type ParticipantsField =
  | 'lastName'
  | 'firstName'
  | 'birthDate'
  | 'phone'
  | 'email'
  | 'postalCode'
  | 'occupations'
  | 'licences'
  | 'frenchLevel'
  | 'availableFrom'
  | 'radiusKm'
  | 'category'
  | 'evidenceIssuedOn'
  | 'prescriber'
  | 'consentOn';

export const frenchLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;

export const participantsForm: SheetForm<ParticipantsField> = {
  title: 'Participants',
  intro:
    'Une ligne par personne. N’écrivez rien sur la santé, la famille ou les ressources : la catégorie suffit, et elle est gardée à part.',
  fields: [
    {
      key: 'lastName',
      header: 'Nom',
      aliases: ['nom de famille', 'nom d’usage', 'nom de naissance'],
      required: true,
      kind: 'text',
      help: 'Le nom de famille.',
      example: 'Martin',
    },
    {
      key: 'firstName',
      header: 'Prénom',
      aliases: ['prénoms'],
      required: true,
      kind: 'text',
      help: 'Le prénom d’usage.',
      example: 'Awa',
    },
    {
      key: 'birthDate',
      header: 'Date de naissance',
      aliases: ['né le', 'née le', 'né(e) le', 'naissance', 'ddn'],
      required: false,
      kind: 'day',
      help: 'Elle sert à reconnaître une personne déjà inscrite.',
      example: '12/04/1987',
    },
    {
      key: 'phone',
      header: 'Téléphone',
      aliases: ['tél', 'mobile', 'portable', 'téléphone portable', 'numéro de téléphone'],
      required: false,
      kind: 'text',
      help: 'Un seul numéro.',
      example: '06 12 34 56 78',
    },
    {
      key: 'email',
      header: 'Courriel',
      aliases: ['mail', 'e-mail', 'adresse mail', 'adresse électronique', 'mél'],
      required: false,
      kind: 'text',
      help: 'Une seule adresse.',
      example: 'awa.martin@exemple.fr',
    },
    {
      key: 'postalCode',
      header: 'Code postal',
      aliases: ['cp', 'code postal de résidence'],
      required: false,
      kind: 'text',
      help: 'Celui du domicile.',
      example: '75013',
    },
    {
      key: 'occupations',
      header: 'Métiers visés',
      aliases: ['métier', 'métiers', 'métier recherché', 'métiers recherchés', 'projet professionnel', 'code rome'],
      required: false,
      kind: 'text',
      help: 'Un ou plusieurs métiers en toutes lettres ou en codes ROME, séparés par un point-virgule.',
      example: 'agent de propreté ; aide de cuisine',
    },
    {
      key: 'licences',
      header: 'Permis et habilitations',
      aliases: ['permis', 'habilitations', 'caces', 'permis et caces'],
      required: false,
      kind: 'text',
      help: 'Ceux qui sont valables aujourd’hui, séparés par un point-virgule.',
      example: 'permis B ; CACES R489 cat. 3',
    },
    {
      key: 'frenchLevel',
      header: 'Niveau de français',
      aliases: ['français', 'niveau de langue', 'niveau français'],
      required: false,
      kind: 'choice',
      choices: frenchLevels,
      help: 'À choisir dans la liste.',
      example: 'B1',
    },
    {
      key: 'availableFrom',
      header: 'Disponible le',
      aliases: ['disponibilité', 'date de disponibilité', 'disponible à partir du'],
      required: false,
      kind: 'day',
      help: 'Le premier jour où la personne peut travailler.',
      example: '01/05/2020',
    },
    {
      key: 'radiusKm',
      header: 'Rayon (km)',
      aliases: ['rayon', 'mobilité (km)', 'distance maximale', 'rayon de mobilité'],
      required: false,
      kind: 'number',
      help: 'La distance jusqu’où la personne peut aller travailler, en kilomètres.',
      example: '15',
    },
    {
      key: 'category',
      header: 'Catégorie',
      aliases: ['catégorie de public', 'public', 'éligibilité', 'critère d’éligibilité', 'statut du public'],
      required: false,
      kind: 'text',
      help: 'La catégorie qui rend la personne éligible, par son sigle.',
      example: 'DELD',
    },
    {
      key: 'evidenceIssuedOn',
      header: 'Justificatif émis le',
      aliases: ['date du justificatif', 'justificatif du', 'date justificatif'],
      required: false,
      kind: 'day',
      help: 'La date écrite sur le justificatif de la catégorie.',
      example: '15/03/2020',
    },
    {
      key: 'prescriber',
      header: 'Prescripteur',
      aliases: ['orienté par', 'organisme prescripteur', 'partenaire', 'structure prescriptrice'],
      required: false,
      kind: 'text',
      help: 'L’organisme qui recommande la personne.',
      example: 'Mission locale de Tilleuls',
    },
    {
      key: 'consentOn',
      header: 'Consentement le',
      aliases: ['date de consentement', 'consentement', 'consentement recueilli le', 'accord le'],
      required: false,
      kind: 'day',
      help: 'Le jour où la personne a accepté que son CV soit transmis ; vide si elle ne l’a pas encore fait.',
      example: '20/03/2020',
    },
  ],
};
