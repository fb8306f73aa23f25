import { type Occupation, occupation } from '../occupation.ts';

const service = ['règles d’hygiène', 'sens du service', 'travail en équipe', 'tenue propre'];

/** Catering, hotels and shops. */
export const hospitality: readonly Occupation[] = [
  work('G1603', 'Emploi polyvalent en restauration', {
    titles:
      'employé polyvalent de restauration; employée polyvalente de restauration; agent de restauration; agente de restauration scolaire; équipier de restauration rapide; agent de self; cantinière',
    close: 'G1803 J1301 G1605',
    next: 'G1602',
    skills:
      'plonge; service au plateau; mise en place; caisse; préparation froide; nettoyage de la salle; remise en température; haccp',
  }),
  work('G1602', 'Cuisine', {
    titles:
      'cuisinier; cuisinière; commis de cuisine; aide-cuisinier; aide-cuisinière; second de cuisine; cuisinier de collectivité',
    close: 'G1603',
    next: '',
    skills:
      'préparation froide; préparation chaude; épluchage; dressage; haccp; gestion des stocks; pâtisserie; liaison froide',
  }),
  work('G1605', 'Plonge', {
    titles: 'plongeur; plongeuse; plongeur en restauration; plongeur batterie; agent de plonge; aide de cuisine',
    close: 'G1603 J1301',
    next: 'G1602 G1502 G1803',
    skills:
      'plonge; plonge batterie; lave-vaisselle à convoyeur; nettoyage de cuisine; épluchage; rangement de la vaisselle',
  }),
  work('G1803', 'Service en salle', {
    titles: 'serveur; serveuse; commis de salle; garçon de café; serveur de restaurant; runner; extra en salle',
    close: 'G1603',
    next: '',
    skills: 'prise de commande; service à l’assiette; mise en place; encaissement; conseil au client; port de plateau',
  }),
  work('G1501', 'Service d’étage', {
    titles: 'femme de chambre; valet de chambre; agent d’étage; employé d’étage; employée d’étage; lingère d’hôtel',
    close: 'G1502 J1301 K1304 K2204',
    next: 'G1803',
    skills:
      'réfection de chambre; entretien des sanitaires; gestion du linge; contrôle de chambre; accueil des clients; chariot d’étage',
  }),
  work('G1502', 'Emploi polyvalent d’hôtellerie', {
    titles:
      'employé polyvalent d’hôtel; employée polyvalente d’hôtel; agent d’hébergement; agent hôtelier; intendant de centre',
    close: 'G1501 J1301 K1304 K2204',
    next: 'G1803',
    skills:
      'réfection de chambre; service du petit déjeuner; entretien des parties communes; accueil; gestion du linge; inventaire',
  }),
  work('D1505', 'Caisse', {
    titles: 'hôte de caisse; hôtesse de caisse; caissier; caissière; employé de caisse; hôte de station-service',
    close: 'D1507 M1601',
    next: '',
    skills:
      'encaissement; fond de caisse; accueil du client; contrôle des articles; caisse automatique; carte de fidélité',
  }),
  work('D1507', 'Mise en rayon', {
    titles:
      'employé libre-service; employée libre-service; ELS; agent de mise en rayon; gondolier; gondolière; employé de rayon; préparateur drive',
    close: 'D1505 G1603 N1103 N1105',
    next: '',
    skills: 'mise en rayon; rotation des produits; étiquetage; inventaire; transpalette; facing; contrôle des dates',
  }),
];

function work(...[code, label, written]: Parameters<typeof occupation>): Occupation {
  return occupation(code, label, written, service);
}
