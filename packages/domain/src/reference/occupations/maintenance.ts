import { type Occupation, occupation } from '../occupation.ts';

const upkeep = [
  'diagnostic de panne',
  'entretien préventif',
  'compte rendu d’intervention',
  'respect des consignes de sécurité',
];

/** Keeping buildings, equipment and vehicles in order. */
export const maintenance: readonly Occupation[] = [
  work('I1203', 'Maintenance des bâtiments', {
    titles:
      'agent de maintenance des bâtiments; agente de maintenance; ouvrier d’entretien; factotum; homme toutes mains; agent technique polyvalent',
    close: 'K2204 K2501',
    next: 'A1203 F1602 F1603 F1606 I1309',
    skills:
      'petite plomberie; petite électricité; peinture d’entretien; serrurerie; montage de meubles; relevé de compteurs; petite menuiserie',
  }),
  work('I1308', 'Maintenance de chauffage', {
    titles:
      'technicien chauffage; technicienne chauffage; agent de chaufferie; chauffagiste de maintenance; technicien CVC',
    close: 'F1603',
    next: '',
    skills:
      'entretien de chaudière; réglage de brûleur; traitement de l’eau; régulation; conduite de chaufferie; ventilation',
  }),
  work('I1309', 'Maintenance électrique', {
    titles:
      'électricien de maintenance; électricienne de maintenance; électromécanicien; technicien de maintenance électrique',
    close: 'F1602',
    next: '',
    skills:
      'dépannage électrique; lecture de schémas; mesures électriques; consignation; remplacement de composants; automatismes',
  }),
  work('I1501', 'Travaux en grande hauteur', {
    titles: 'cordiste; technicien cordiste; technicienne cordiste; laveur de vitres cordiste; monteur en hauteur',
    close: 'F1502 F1611 K2202',
    next: '',
    skills:
      'travail sur cordes; amarrage; nettoyage en hauteur; secours en hauteur; pose de filets; vérification des équipements',
  }),
  work('I1503', 'Désamiantage et travaux en milieu nocif', {
    titles:
      'opérateur désamianteur; opératrice désamianteuse; agent de désamiantage; désamianteur sous-section 3; agent de dépollution',
    close: 'F1704',
    next: 'F1202',
    skills:
      'confinement de zone; retrait d’amiante; port du masque à adduction d’air; conditionnement des déchets; décontamination; sous-section 3',
  }),
  work('I1604', 'Entretien et réparation de véhicules', {
    titles:
      'mécanicien automobile; mécanicienne automobile; opérateur service rapide; mécanicien poids lourd; mécanicien réparateur auto',
    close: '',
    next: '',
    skills: 'vidange; freinage; pneumatiques; diagnostic électronique; distribution; contrôle avant livraison',
  }),
];

function work(...[code, label, written]: Parameters<typeof occupation>): Occupation {
  return occupation(code, label, written, upkeep);
}
