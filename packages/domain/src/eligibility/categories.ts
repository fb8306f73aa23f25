import type { Category, CategoryFamily, CategorySet } from './category.ts';
import type { AcceptedCategory } from './eligible-on-day.ts';

const ccag = 'CCAG 2021 (arrêtés du 30 mars 2021), insertion';
const epec = 'CCAP 21_BAM_048 (2021), art. 1.4';
const iaeProofs = 'arrêté du 4 septembre 2025, justificatifs de l’IAE';
const practice = 'usage des facilitateurs, à régler par structure';

const statement = 'attestation de moins de 3 mois';

/**
 * The categories that clauses accept in France, as the CCAG, a clause of Paris (2021) and the practice of territories
 * name them. Freshness counts from the day a proof was issued, where the proof carries no end date. Each is a setting: lists
 * differ from one contract to the next.
 */
export const categories: readonly Category[] = [
  entry('DELD', 'demandeur d’emploi de longue durée (plus de 12 mois)', 'long-term unemployed (over 12 months)', {
    proof: 'avis de situation France Travail de moins de 3 mois',
    freshMonths: 3,
    source: iaeProofs,
  }),
  entry('DETLD', 'demandeur d’emploi de très longue durée (24 mois et plus)', 'unemployed for 24 months or more', {
    proof: 'avis de situation France Travail de moins de 3 mois',
    freshMonths: 3,
    source: iaeProofs,
  }),
  entry('SENIOR', 'demandeur d’emploi de 50 ans et plus', 'job seeker aged 50 and over', {
    proof: 'pièce d’identité et inscription à France Travail',
    freshMonths: 3,
    ageFrom: 50,
    source: epec,
  }),
  entry('RSA', 'bénéficiaire du RSA ou ayant droit', 'on minimum income (RSA)', {
    proof: 'attestation CAF ou MSA de moins de 3 mois',
    freshMonths: 3,
    source: iaeProofs,
  }),
  entry('ASS', 'allocataire de l’ASS', 'on specific solidarity allowance (ASS)', {
    proof: 'attestation France Travail de moins de 3 mois',
    freshMonths: 3,
    source: iaeProofs,
  }),
  entry('AAH', 'allocataire de l’AAH', 'on disabled adults’ allowance (AAH)', {
    proof: 'attestation CAF de moins de 3 mois',
    freshMonths: 3,
    source: iaeProofs,
  }),
  entry('AV', 'allocataire de l’allocation veuvage', 'on widowhood allowance', {
    proof: statement,
    freshMonths: 3,
    source: epec,
  }),
  entry('AI', 'allocataire de l’allocation d’insertion (ancien dispositif)', 'on insertion allowance (former scheme)', {
    proof: statement,
    freshMonths: 3,
    source: practice,
  }),
  entry('INVAL', 'titulaire d’une pension d’invalidité', 'on an invalidity pension', {
    proof: 'notification de la CPAM, titre en cours',
    source: epec,
  }),
  entry('TH', 'bénéficiaire de l’obligation d’emploi des travailleurs handicapés', 'recognised disabled worker', {
    proof: 'décision de la CDAPH en cours de validité',
    source: 'C. trav. L5212-13',
  }),
  entry(
    'JEUNE_SQ',
    'jeune de moins de 26 ans, sans CAP ni BEP, sorti de l’école depuis 6 mois',
    'under 26 without a qualification',
    {
      proof: 'pièce d’identité et attestation de moins de 3 mois',
      freshMonths: 3,
      ageUnder: 26,
      source: epec,
    },
  ),
  entry(
    'JEUNE_DIP',
    'jeune de moins de 26 ans en recherche d’emploi depuis 6 mois',
    'under 26, looking for work for 6 months',
    {
      proof: 'pièce d’identité et inscription de moins de 3 mois',
      freshMonths: 3,
      ageUnder: 26,
      source: 'liste du Vaucluse (CIE 84)',
    },
  ),
  entry('JEUNE_SUIVI', 'jeune suivi (PACEA, CEJ, EPIDE, E2C, service militaire)', 'young person in a support scheme', {
    proof: 'attestation de la structure, en cours',
    source: epec,
  }),
  entry('IAE_AI', 'salarié d’une association intermédiaire', 'employee of an intermediary association', {
    proof: 'contrat et PASS IAE en cours',
    family: 'accompanied',
    source: ccag,
  }),
  entry(
    'IAE_ETTI',
    'salarié d’une entreprise de travail temporaire d’insertion',
    'employee of an insertion temp agency',
    {
      proof: 'contrat et PASS IAE en cours',
      family: 'accompanied',
      source: ccag,
    },
  ),
  entry('IAE_EI', 'salarié d’une entreprise d’insertion', 'employee of an insertion company', {
    proof: 'contrat et PASS IAE en cours',
    family: 'accompanied',
    source: ccag,
  }),
  entry('IAE_ACI', 'salarié d’un atelier ou chantier d’insertion', 'employee of an insertion workshop', {
    proof: 'contrat et PASS IAE en cours',
    family: 'accompanied',
    source: ccag,
  }),
  entry('IAE_RQ', 'salarié d’une régie de quartier agréée', 'employee of an approved neighbourhood company', {
    proof: 'contrat en cours',
    family: 'accompanied',
    source: ccag,
  }),
  entry('GEIQ', 'salarié d’un GEIQ', 'employee of a GEIQ', {
    proof: 'contrat en cours',
    family: 'accompanied',
    source: epec,
  }),
  entry('EA', 'salarié d’une entreprise adaptée', 'employee of an adapted company', {
    proof: 'contrat en cours',
    family: 'accompanied',
    source: 'C. trav. L5213-13',
  }),
  entry('EATT', 'salarié d’une entreprise adaptée de travail temporaire', 'employee of an adapted temp agency', {
    proof: 'contrat en cours',
    family: 'accompanied',
    source: ccag,
  }),
  entry('ESAT', 'usager d’un ESAT', 'user of an ESAT', {
    proof: 'contrat de soutien et d’aide par le travail',
    family: 'accompanied',
    source: ccag,
  }),
  entry('SPIP', 'personne sous main de justice', 'person under a court measure', {
    proof: 'attestation du SPIP de moins de 6 mois',
    freshMonths: 6,
    source: epec,
  }),
  entry('SEP', 'personne employée par le service de l’emploi pénitentiaire', 'person employed in prison', {
    proof: 'attestation de moins de 6 mois',
    freshMonths: 6,
    family: 'accompanied',
    source: epec,
  }),
  entry('REF', 'réfugié ou bénéficiaire de la protection subsidiaire', 'refugee or under subsidiary protection', {
    proof: 'titre de séjour en cours de validité',
    source: epec,
  }),
  entry(
    'QPV',
    'habitant d’un quartier prioritaire, éloigné de l’emploi',
    'resident of a priority area, far from work',
    {
      proof: 'justificatif de domicile de moins de 6 mois, contrôlé sur sig.ville.gouv.fr',
      freshMonths: 6,
      source: epec,
    },
  ),
  entry('PLIE', 'participant d’un PLIE', 'participant of a PLIE', {
    proof: 'attestation du PLIE, en cours',
    family: 'accompanied',
    source: practice,
  }),
  entry('AVIS', 'personne en difficulté, sur avis motivé', 'person in difficulty, on a reasoned opinion', {
    proof: 'avis motivé, daté et signé',
    source: epec,
  }),
  entry('ASE', 'sortant de l’aide sociale à l’enfance', 'leaving child welfare', {
    proof: 'attestation de moins de 12 mois',
    freshMonths: 12,
    source: iaeProofs,
  }),
  entry('PARENT_ISOLE', 'parent isolé', 'single parent', { proof: statement, freshMonths: 3, source: iaeProofs }),
  entry('SANS_HEBERGEMENT', 'personne sans hébergement', 'homeless', {
    proof: statement,
    freshMonths: 3,
    source: iaeProofs,
  }),
  entry('FLE', 'maîtrise du français inférieure à A1', 'French below A1', {
    proof: 'test de moins de 6 mois',
    freshMonths: 6,
    source: iaeProofs,
  }),
  entry('MOBILITE', 'difficulté de mobilité', 'mobility problem', {
    proof: 'diagnostic de moins de 6 mois',
    freshMonths: 6,
    source: iaeProofs,
  }),
  entry('ZRR', 'habitant d’une zone de revitalisation rurale', 'resident of a rural renewal area', {
    proof: 'justificatif de domicile de moins de 6 mois',
    freshMonths: 6,
    source: iaeProofs,
  }),
  entry('DETENTION', 'sortant de détention', 'leaving prison', {
    proof: 'attestation de moins de 6 mois',
    freshMonths: 6,
    source: iaeProofs,
  }),
  entry('NIVEAU_3', 'niveau d’études 3 (CAP, BEP) ou inférieur', 'education level 3 or below', {
    proof: 'diplôme ou attestation sur l’honneur',
    source: iaeProofs,
  }),
];

const categoryOfCode = new Map(categories.map((category) => [category.code, category]));

/** A category of ours by its code; null for one that a structure named itself. */
export function categoryOf(code: string): Category | null {
  return categoryOfCode.get(code) ?? null;
}

/** The list of a published clause of Paris (2021), offered as a start to whoever writes a set. */
export const paris2021Set: CategorySet = {
  id: 'paris-2021',
  title: 'Publics de la clause type, Paris 2021',
  source: epec,
  validFrom: '2021-01-01',
  validTo: null,
  categories: acceptedOf(
    'DELD DETLD SENIOR RSA ASS AAH AV INVAL TH JEUNE_SQ JEUNE_SUIVI IAE_AI IAE_ETTI IAE_EI IAE_ACI IAE_RQ GEIQ SPIP SEP REF QPV AVIS',
  ),
};

function acceptedOf(codes: string): AcceptedCategory[] {
  return codes.split(' ').map((code) => {
    const { freshMonths = null, ageFrom = null, ageUnder = null } = categoryOfCode.get(code) ?? {};
    return { code, freshMonths, ageFrom, ageUnder };
  });
}

function entry(
  code: string,
  fr: string,
  en: string,
  facts: Omit<Category, 'code' | 'label' | 'family'> & { family?: CategoryFamily },
): Category {
  return { family: 'criterion', ...facts, code, label: { fr, en } };
}
