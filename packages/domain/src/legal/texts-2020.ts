import type { Day } from '../shared/day.ts';

export interface KnownText {
  code: string;
  title: string;
  source: string;
  summary: string;
  url: string | null;
  validFrom: Day;
  validTo: Day | null;
}

/**
 * What governed running contracts in the spring of 2020, to be taken into a library as it stands: how each text is cited, its days, and
 * what it means for a clause in sentences of ours. The texts themselves are read where they are published.
 */
export const texts2020: readonly KnownText[] = [
  {
    code: 'loi-2020-290',
    title: 'État d’urgence sanitaire',
    source: 'loi n° 2020-290 du 23 mars 2020',
    summary:
      'Ouvre l’état d’urgence sanitaire, du 24 mars au 10 juillet 2020. Les règles de décompte des heures d’insertion de l’époque se lisent sur cette période, qui n’est ni celle du confinement ni celle de l’ordonnance sur les marchés.',
    url: null,
    validFrom: '2020-03-24',
    validTo: '2020-07-10',
  },
  {
    code: 'ordonnance-2020-319',
    title: 'Mesures exceptionnelles pour les contrats publics',
    source: 'ordonnance n° 2020-319 du 25 mars 2020',
    summary:
      'S’applique aux contrats en cours ou conclus du 12 mars au 23 juillet 2020, dans la mesure où c’est nécessaire : rien n’est présumé, chaque marché se regarde. Un marché qui finit peut être prolongé par avenant (article 4), un délai d’exécution allongé à la demande du titulaire, et aucune pénalité ne lui est appliquée quand il ne peut pas exécuter (article 6).',
    url: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000041755875',
    validFrom: '2020-03-12',
    validTo: '2020-07-23',
  },
  {
    code: 'ordonnance-2020-319-article-4',
    title: 'Prolonger un marché qui se termine',
    source: 'ordonnance n° 2020-319 du 25 mars 2020, article 4',
    summary:
      'Un contrat qui se termine pendant la période peut être prolongé par avenant, au-delà même de la durée maximale d’un accord-cadre, le temps qu’une nouvelle consultation soit possible. La fin de la clause d’insertion suit celle du marché : dites-nous la nouvelle date.',
    url: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000041755875',
    validFrom: '2020-03-12',
    validTo: '2020-07-23',
  },
  {
    code: 'ordonnance-2020-319-article-6',
    title: 'Délais, pénalités et suspension',
    source: 'ordonnance n° 2020-319 du 25 mars 2020, article 6',
    summary:
      'Le titulaire qui ne peut pas exécuter obtient un délai et n’encourt ni pénalité ni sanction pour cette période ; l’acheteur peut faire exécuter par un tiers sans frais pour lui. Un marché à prix forfaitaire suspendu se règle sans attendre, et un avenant dit la reprise ou la fin. Une pénalité sur les heures d’insertion ne se calcule donc pas sur ces jours.',
    url: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000041755875',
    validFrom: '2020-03-12',
    validTo: '2020-07-23',
  },
  {
    code: 'loi-2020-473-article-20',
    title: 'Garde d’enfant et personnes vulnérables : qui paie',
    source: 'loi n° 2020-473 du 25 avril 2020, article 20',
    summary:
      'À partir du 1er mai 2020, les arrêts pour garde d’enfant et des personnes vulnérables du secteur privé passent de la Sécurité sociale à l’activité partielle. Le décompte d’une heure d’insertion change avec le payeur : demandez-le avant de décider.',
    url: null,
    validFrom: '2020-05-01',
    validTo: null,
  },
  {
    code: 'note-heures-avril-2020',
    title: 'Heures d’insertion pendant l’état d’urgence',
    source: 'note d’un facilitateur avec la DAJ et l’Alliance Villes Emploi, avril 2020',
    summary:
      'Le télétravail est validé. La garde d’enfant et l’arrêt maladie payés par la Sécurité sociale peuvent l’être, sur décision motivée. Le chômage partiel ne l’est pas.',
    url: null,
    validFrom: '2020-03-24',
    validTo: '2020-07-10',
  },
];
