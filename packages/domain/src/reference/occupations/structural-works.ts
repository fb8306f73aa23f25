import { type Occupation, occupation } from '../occupation.ts';

const onSite = ['port des équipements de protection', 'lecture de plan', 'port de charges', 'travail en équipe'];

/** Building shells, roads and networks. */
export const structuralWorks: readonly Occupation[] = [
  work('F1701', 'Construction en béton', {
    titles:
      'coffreur bancheur; coffreuse bancheuse; coffreur; ferrailleur; ferrailleuse; bétonneur; ouvrier béton armé',
    close: 'F1703 F1611',
    next: 'F1202 F1705',
    skills: 'coffrage; ferraillage; coulage du béton; vibrage du béton; banchage; décoffrage; lecture de niveaux',
  }),
  work('F1702', 'Construction de routes et de voies', {
    titles:
      'ouvrier VRD; ouvrière VRD; agent de travaux routiers; paveur; paveuse; applicateur d’enrobés; canalisateur VRD',
    close: 'F1704 F1705',
    next: 'F1202 F1302 F1613',
    skills:
      'pose de bordures; pavage; application d’enrobés; compactage; signalisation de chantier; terrassement manuel',
  }),
  work('F1703', 'Maçonnerie', {
    titles: 'maçon; maçonne; maçon finisseur; briqueteur; ouvrier maçon; ouvrière maçonne',
    close: 'F1701 F1613',
    next: 'F1202 F1601 F1608',
    skills:
      'montage de parpaings; préparation du mortier; enduit; scellement; chape; pose de briques; reprise de maçonnerie',
  }),
  work('F1704', 'Préparation du gros œuvre et des travaux publics', {
    titles:
      'manœuvre du bâtiment; manœuvre TP; ouvrier polyvalent de chantier; aide de chantier; homme trafic; terrassier; aide-maçon',
    close: 'F1702 N1105',
    next: 'F1302 F1613 F1705 N1101',
    skills:
      'approvisionnement du chantier; nettoyage de chantier; démolition manuelle; terrassement manuel; marteau-piqueur; montage d’échafaudage; tri des déchets de chantier',
  }),
  work('F1705', 'Pose de canalisations', {
    titles: 'canalisateur; canalisatrice; poseur de canalisations; poseur de réseaux; égoutier TP',
    close: 'F1702 F1613',
    next: 'F1202 F1302 K2301',
    skills:
      'pose de canalisations; blindage de tranchée; branchement d’eau; assainissement; essai d’étanchéité; compactage',
  }),
  work('F1202', 'Encadrement de chantier', {
    titles: 'chef d’équipe BTP; cheffe d’équipe BTP; chef de chantier; cheffe de chantier; chef d’équipe TP',
    close: '',
    next: '',
    skills:
      'organisation du chantier; encadrement d’équipe; suivi de planning; accueil sécurité; métré; relation avec le client',
  }),
  work('F1301', 'Conduite de grue', {
    titles: 'grutier; grutière; conducteur de grue à tour; conductrice de grue à tour; conducteur de grue mobile',
    close: 'F1302',
    next: '',
    skills:
      'conduite de grue à tour; conduite de grue mobile; élingage; gestes de commandement; vérification de l’engin',
  }),
  work('F1302', 'Conduite d’engins de chantier', {
    titles:
      'conducteur d’engins; conductrice d’engins; conducteur de pelle; conducteur de mini-pelle; conducteur de bull',
    close: 'F1702 N1101',
    next: 'F1202 F1301 N4101',
    skills:
      'conduite de pelle; conduite de chargeuse; terrassement; nivellement; compactage; entretien courant de l’engin',
  }),
  work('F1501', 'Montage de charpentes et de structures en bois', {
    titles:
      'charpentier bois; charpentière bois; monteur de structures bois; poseur d’ossature bois; monteuse de charpente',
    close: 'F1502 F1607',
    next: 'F1604 F1610',
    skills: 'levage de charpente; assemblage bois; traçage; pose d’ossature bois; travail en hauteur; bardage',
  }),
  work('F1502', 'Montage de structures métalliques', {
    titles:
      'charpentier métallique; monteur de structures métalliques; monteuse de structures métalliques; serrurier métallier poseur; bardeur',
    close: 'F1501 F1610',
    next: 'F1202 F1301',
    skills: 'levage de charpente; boulonnage; soudage sur chantier; bardage; travail en hauteur; élingage',
  }),
  work('F1610', 'Pose de couvertures', {
    titles: 'couvreur; couvreuse; couvreur zingueur; zingueur; aide-couvreur',
    close: 'F1501 F1502 F1613',
    next: 'F1202 F1607',
    skills: 'pose de tuiles; pose d’ardoises; zinguerie; travail en hauteur; pose de liteaux; pose de gouttières',
  }),
  work('F1611', 'Réalisation et ravalement de façades', {
    titles: 'façadier; façadière; ravaleur; ravaleuse; façadier ITE; poseur d’isolation extérieure',
    close: 'F1606 F1613',
    next: 'F1703 F1502',
    skills:
      'enduit de façade; isolation thermique par l’extérieur; nettoyage de façade; montage d’échafaudage; projection d’enduit',
  }),
  work('F1613', 'Étanchéité et isolation', {
    titles: 'étancheur; étancheuse; étancheur bardeur; calorifugeur; poseur d’isolant; isolateur',
    close: 'F1611 F1702 F1705',
    next: 'F1610 F1502',
    skills: 'pose de membrane; soudage au chalumeau; pose d’isolant; relevés d’étanchéité; travail en hauteur',
  }),
];

function work(...[code, label, written]: Parameters<typeof occupation>): Occupation {
  return occupation(code, label, written, onSite);
}
