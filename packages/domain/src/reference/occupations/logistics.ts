import { type Occupation, occupation } from '../occupation.ts';

const warehouse = ['port de charges', 'gestes et postures', 'respect des consignes de sécurité', 'ponctualité'];

/** Warehouses, removals, deliveries and driving. */
export const logistics: readonly Occupation[] = [
  work('N1101', 'Conduite de chariots', {
    titles:
      'cariste; conducteur de chariot élévateur; conductrice de chariot élévateur; cariste magasinier; conducteur de gerbeur',
    close: 'N1103',
    next: 'F1301 F1302',
    skills:
      'conduite de chariot; gerbage; chargement de camion; vérification de l’engin; lecture de bon; scanner; inventaire',
  }),
  work('N1103', 'Magasinage et préparation de commandes', {
    titles:
      'préparateur de commandes; préparatrice de commandes; magasinier; magasinière; agent logistique; agente logistique; réceptionnaire; picker',
    close: 'D1507 H3302 K2201 N1101 N1105 N4105',
    next: '',
    skills:
      'préparation de commandes; inventaire; scanner; réception de marchandises; filmage de palettes; transpalette; commande vocale; étiquetage',
  }),
  work('N1105', 'Manutention', {
    titles: 'manutentionnaire; agent de manutention; agent de quai; chargeur déchargeur; agente de manutention',
    close: 'D1507 F1704 H3302 K2201 K2204 K2303 K2304 N1103',
    next: 'N1101 N1102 N4104',
    skills:
      'chargement de camion; transpalette; filmage de palettes; tri de colis; dépotage de conteneur; montage et démontage',
  }),
  work('N1102', 'Déménagement', {
    titles: 'déménageur; déménageuse; aide-déménageur; chef d’équipe déménagement; agent de transfert administratif',
    close: 'N1101 N1103 N4101 N4105',
    next: '',
    skills:
      'emballage; démontage de meubles; chargement de camion; arrimage; monte-meuble; inventaire; protection des objets',
  }),
  work('H3302', 'Tri, assemblage et emballage', {
    titles:
      'agent de conditionnement; agente de conditionnement; opérateur de tri; conditionneuse; agent de routage; opératrice de conditionnement',
    close: 'K2201 K2304 N1103 N1105',
    next: '',
    skills:
      'conditionnement; assemblage; contrôle visuel; étiquetage; mise sous pli; travail à la chaîne; montage à la main',
  }),
  work('N4101', 'Conduite de poids lourds sur longue distance', {
    titles:
      'chauffeur poids lourd; conductrice poids lourd; chauffeur routier; chauffeur SPL; conducteur super lourd; conducteur de benne',
    close: 'K2503 N1102 N4103 N4104 N4105',
    next: 'F1302 J1305',
    skills:
      'conduite de porteur; conduite d’ensemble articulé; arrimage; chronotachygraphe; bâchage; documents de transport; hayon',
  }),
  work('N4103', 'Conduite de transport en commun', {
    titles: 'conducteur de bus; conductrice de bus; chauffeur de car; machiniste receveur; conducteur de car scolaire',
    close: 'N4104 N4105',
    next: 'J1305 N4101',
    skills:
      'conduite de bus; accueil des voyageurs; vente de titres; respect des horaires; chronotachygraphe; information des voyageurs',
  }),
  work('N4104', 'Courses et livraisons', {
    titles: 'coursier; coursière; livreur à vélo; livreuse à vélo; livreur de repas; coursier express; chauffeur VL',
    close: 'K2303 N4105',
    next: 'J1305 N4101 N4103',
    skills:
      'conduite de deux-roues; vélo cargo; optimisation de tournée; remise contre signature; lecture de carte; relation avec le client',
  }),
  work('N4105', 'Conduite et livraison en tournées', {
    titles:
      'chauffeur livreur; chauffeuse livreuse; conducteur livreur; livreur; livreuse; livreur poids lourd; chauffeur de tournée; chauffeur-ripeur',
    close: 'K2303 K2503 N1102 N1103 N4101 N4104',
    next: 'J1305 N4103',
    skills:
      'conduite de véhicule utilitaire; livraison; hayon; arrimage; optimisation de tournée; documents de transport; transpalette',
  }),
];

function work(...[code, label, written]: Parameters<typeof occupation>): Occupation {
  return occupation(code, label, written, warehouse);
}
