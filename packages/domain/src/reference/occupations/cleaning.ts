import { type Occupation, occupation } from '../occupation.ts';

const hygiene = ['dosage des produits', 'règles d’hygiène', 'tri des déchets', 'gestes et postures', 'ponctualité'];

/** Cleaning of premises and streets, waste, water. */
export const cleaning: readonly Occupation[] = [
  work('K2204', 'Nettoyage de locaux', {
    titles:
      'agent d’entretien; agente d’entretien; agent de propreté; agente de propreté; agent de nettoyage; femme de ménage en entreprise; technicien de surface; machiniste en propreté',
    close: 'K2202 K1304 G1501 G1502 J1301 K2303 K2304',
    next: 'K2203 I1203 K2501',
    skills:
      'monobrosse; autolaveuse; bionettoyage; lavage à plat; entretien des sanitaires; remise en état; aspiration; décapage',
  }),
  work('K2202', 'Lavage de vitres', {
    titles: 'laveur de vitres; laveuse de vitres; agent de lavage de vitres; nettoyeur de vitres',
    close: 'K2204 I1501',
    next: 'K2203 I1203 K2304',
    skills: 'vitrerie; lavage à l’eau pure; raclette; nacelle; travail en hauteur; remise en état de fin de chantier',
  }),
  work('K2203', 'Encadrement en propreté', {
    titles:
      'chef de site propreté; cheffe de site propreté; agent de maîtrise en propreté; inspecteur propreté; responsable de secteur propreté',
    close: 'K2502',
    next: 'K2302',
    skills:
      'encadrement d’équipe; planning; contrôle qualité; bionettoyage; monobrosse; gestion des stocks; relation avec le client',
  }),
  work('K2303', 'Nettoyage des espaces urbains', {
    titles:
      'agent de propreté urbaine; agente de propreté urbaine; balayeur; balayeuse; agent de nettoyage de voirie; agent de voirie; ripeur; éboueur; équipier de collecte',
    close: 'K2204 K2304 A1203 F1702 I1203 K2301 K2501',
    next: 'K2302 K2503 N4101 N4105',
    skills:
      'balayage; désherbage; collecte des ordures; lavage haute pression; effacement de graffitis; conduite de balayeuse; salage',
  }),
  work('K2302', 'Encadrement en propreté urbaine et en environnement', {
    titles:
      'chef d’équipe propreté urbaine; cheffe d’équipe voirie; responsable de déchèterie; responsable de collecte',
    close: 'K2203',
    next: '',
    skills:
      'encadrement d’équipe; organisation des tournées; suivi des tonnages; planning; contrôle de la qualité; sensibilisation des habitants',
  }),
  work('K2304', 'Tri et valorisation de déchets', {
    titles:
      'agent de tri; agente de tri; valoriste; agent de déchèterie; agente de déchèterie; trieur de déchets; agent de ressourcerie; opérateur de recyclage',
    close: 'H3302 K2201 K2204 K2303 N1103 N1105',
    next: 'N1101 N1102 N4105 K2501',
    skills: 'tri des matériaux; accueil en déchèterie; démontage; presse à balles; réemploi; contrôle des flux; pesée',
  }),
  work('K2301', 'Eau et assainissement', {
    titles:
      'agent d’assainissement; agente d’assainissement; égoutier; égoutière; agent de réseau d’eau; fontainier; hydrocureur',
    close: 'F1603 F1705 I1203',
    next: 'K2302',
    skills:
      'curage de réseau; relevé de compteurs; recherche de fuite; branchement d’eau; espaces confinés CATEC; entretien de station',
  }),
  work('K2201', 'Blanchisserie', {
    titles:
      'agent de blanchisserie; agente de blanchisserie; employé de pressing; opérateur de laverie; opératrice de blanchisserie',
    close: 'H3302 K2304 N1103 N1105',
    next: '',
    skills: 'tri du linge; conduite de laveuse; repassage; pliage; contrôle du linge; conditionnement',
  }),
  work('K1304', 'Ménage et services à domicile', {
    titles: 'aide-ménagère; employé de maison; employée de ménage; femme de ménage; agent à domicile; aide à domicile',
    close: 'K2204 G1501 G1502 G1603 J1301 K1303 K2501',
    next: 'K1302 K2203 I1203',
    skills:
      'ménage courant; repassage; entretien du linge; courses; préparation de repas simples; discrétion; autonomie',
  }),
];

function work(...[code, label, written]: Parameters<typeof occupation>): Occupation {
  return occupation(code, label, written, hygiene);
}
