/**
 * What people call their job, by ROME v3 code, where the official titles lack the word or leave it to
 * several codes; titles are parted by `; `. Rule of the house, from the occupations that clauses recruit for again and again.
 */
export const everydayTitles: Readonly<Record<string, string>> = {
  A1101: 'Tractoriste; Chauffeur de tracteur',
  A1203: 'Jardinier; Paysagiste; Agent espaces verts; Agent d’entretien espaces verts; Ouvrier du paysage; Gardener',
  A1401: 'Saisonnier agricole; Ouvrier viticole; Cueilleur; Ramasseur de fruits',
  A1402: 'Ouvrier maraîcher saisonnier; Aide maraîcher; Ramasseur de légumes',
  A1414: 'Maraîcher; Ouvrier maraîcher; Ouvrier horticole; Horticulteur',
  A1416: 'Ouvrier agricole; Agriculteur; Cultivateur; Fermier; Ouvrier de ferme; Travail agricole; Farm worker; Farmer',
  A1407: 'Éleveur de vaches; Vacher',
  A1410: 'Berger',
  B1803: 'Couturier; Tailleur; Couture; Tailor; Dressmaker',
  B1806: 'Tapissier',
  C1501: 'Gestionnaire de copropriété',
  D1101: 'Boucher; Boucherie; Butcher',
  D1102: 'Boulanger; Boulangerie; Ouvrier boulanger; Baker',
  D1104: 'Pâtissier; Pâtisserie',
  D1105: 'Poissonnier',
  D1106: 'Vendeur en boulangerie; Vendeur alimentaire; Vendeur sur marché alimentaire; Vendeur fruits et légumes',
  D1107: 'Grossiste',
  D1202: 'Coiffeur; Coiffure; Barbier; Hairdresser',
  D1207: 'Retoucheur; Retouche de vêtements',
  D1208: 'Esthéticien; Prothésiste ongulaire; Maquilleur',
  D1210: 'Vendeur en animalerie',
  D1211: 'Vendeur articles de sport; Libraire',
  D1212: 'Vendeur bricolage; Vendeur en meubles; Vendeur électroménager',
  D1213: 'Vendeur matériaux',
  D1214:
    'Vendeur; Vendeur en boutique; Conseiller de vente; Vendeur habillement; Vendeur de vêtements; Vendeur chaussures; Vendeur en magasin; Shop assistant; Sales assistant',
  D1301: 'Commerçant; Gérant de magasin; Responsable de magasin',
  D1402: 'Commercial; Technico-commercial',
  D1403: 'Commercial terrain; Vendeur à domicile',
  D1408: 'Téléconseiller; Télévendeur; Opérateur téléphonique; Conseiller clientèle à distance; Téléopérateur',
  D1501: 'Animateur commercial; Démonstrateur',
  D1505: 'Caissier; Hôte de caisse; Caisse; Agent de caisse; Cashier',
  D1507:
    'Employé libre-service; Mise en rayon; Employé de rayon; Rayonniste; Employé de supermarché; Gondolier; Employé commercial',
  E1102: 'Écrivain public',
  F1301: 'Grutier; Conducteur de grue',
  F1302:
    'Conducteur d’engins; Conducteur d’engins de chantier; Pelleur; Conducteur de pelle; Conducteur de pelleteuse; Conducteur de mini-pelle; Conducteur de bulldozer; Pelliste',
  F1402: 'Ouvrier carrière; Carrier',
  F1501: 'Monteur de structure bois',
  F1502: 'Monteur en charpente métallique; Échafaudeur monteur de structures; Bardeur',
  F1503: 'Charpentier; Charpentier bois',
  F1601: 'Plâtrier; Staffeur',
  F1602:
    'Électricien; Électricité bâtiment; Aide électricien; Électricien du bâtiment; Monteur électricien; Electrician',
  F1603: 'Plombier; Chauffagiste; Plomberie; Plombier chauffagiste; Aide plombier; Plumber',
  F1604:
    'Plaquiste; Plâtrier plaquiste; Jointeur; Bandeur; Poseur de placo; Poseur de cloisons; Aide plaquiste; Bandes à joints',
  F1605:
    'Tireur de câbles; Technicien fibre; Monteur réseaux électriques; Monteur fibre optique; Raccordeur fibre optique; Câbleur réseaux',
  F1606: 'Peintre; Peintre en bâtiment; Peinture bâtiment; Aide peintre; Peintre décorateur bâtiment; House painter',
  F1607: 'Poseur de fenêtres; Menuisier poseur; Poseur de menuiseries; Menuisier aluminium poseur',
  F1608: 'Carreleur; Aide carreleur; Carrelage; Poseur de carrelage',
  F1609: 'Solier; Poseur de parquet; Solier moquettiste; Poseur de sols',
  F1610: 'Couvreur; Couvreur zingueur; Aide couvreur; Zingueur',
  F1611: 'Façadier; Ravaleur; Ravalement de façades; Peintre façadier',
  F1613: 'Étancheur; Calorifugeur; Désamianteur; Aide étancheur',
  F1701: 'Coffreur; Coffreur bancheur; Bancheur; Ferrailleur; Coffreur boiseur; Ferrailleur bâtiment',
  F1702:
    'Maçon VRD; Ouvrier VRD; Ouvrier TP; Ouvrier des travaux publics; Paveur; Applicateur d’enrobés; Ouvrier de voirie; Constructeur de routes; Agent de travaux publics',
  F1703:
    'Maçon; Maçonnerie; Ouvrier maçon; Maçon coffreur; Ouvrier bâtiment; Ouvrier du bâtiment; Ouvrier polyvalent du bâtiment; Artisan maçon; Maçon traditionnel; Mason; Bricklayer',
  F1704:
    'Manœuvre; Manœuvre TP; Manœuvre BTP; Aide maçon; Manœuvre bâtiment; Aide de chantier; Ouvrier non qualifié bâtiment; Terrassier; Démolisseur; Homme trafic; Nettoyeur de chantier; Construction worker; Labourer',
  F1705: 'Canalisateur; Poseur de canalisations; Plombier réseaux; Aide canalisateur',
  G1101: 'Agent d’accueil touristique',
  G1203:
    'Animateur; Animateur périscolaire; Animateur centre de loisirs; Animateur enfants; Animateur jeunesse; Animateur BAFA; Mono de colo',
  G1204: 'Éducateur sportif; Coach sportif',
  G1501:
    'Femme de chambre; Valet de chambre; Agent d’étage; Employé d’étage; Femme toutes mains hôtel; Lingère hôtel; Housekeeper; Chambermaid',
  G1502: 'Employé polyvalent d’hôtellerie',
  G1602:
    'Cuisinier; Commis de cuisine; Aide cuisinier; Aide de cuisine; Chef de partie; Second de cuisine; Cuisine; Aide en cuisine; Cuisinier de collectivité; Cook; Kitchen helper',
  G1603:
    'Employé polyvalent de restauration; Équipier polyvalent; Équipier restauration rapide; Agent de restauration; Agent de restauration scolaire; Agent polyvalent de restauration; Dame de cantine; Cantinière; Agent de cantine; Employé de restauration collective; Serveur fast-food; Employé de restaurant; Sandwichier; Équipier McDo; Agent de cuisine; Employé de cantine',
  G1604: 'Pizzaïolo; Crêpier',
  G1605:
    'Plongeur; Plonge; Plongeur en restauration; Laveur de vaisselle; Plongeur restaurant; Aide plongeur; Dishwasher',
  G1703: 'Réceptionniste; Veilleur de nuit hôtel',
  G1801: 'Barman; Barmaid; Limonadier',
  G1803:
    'Serveur; Serveur en restauration; Chef de rang; Commis de salle; Serveur restaurant; Service en salle; Runner; Waiter; Waitress',
  H2101: 'Ouvrier d’abattoir; Découpeur de viande; Désosseur',
  H2102:
    'Ouvrier agroalimentaire; Ouvrier en conserverie; Opérateur agroalimentaire; Agent de production agroalimentaire; Conducteur de ligne agroalimentaire; Agent de fabrication alimentaire',
  H2201: 'Monteur de meubles; Monteur de palettes',
  H2206: 'Menuisier; Menuisier bois; Ébéniste menuisier; Menuiserie; Carpenter',
  H2402:
    'Mécanicien en confection; Piqueur à la machine; Opérateur de couture; Couturier en atelier industriel; Ouvrier de confection',
  H2902: 'Chaudronnier; Tôlier industriel',
  H2903: 'Tourneur; Fraiseur; Opérateur d’usinage; Usineur; Tourneur fraiseur; Opérateur sur commande numérique',
  H2909: 'Monteur assembleur; Monteur mécanique; Opérateur de montage; Ouvrier automobile chaîne; Ouvrier à la chaîne',
  H2911: 'Métallier; Serrurier métallier; Ferronnier; Serrurier',
  H2913: 'Soudeur; Soudeur TIG; Soudeur MIG MAG; Soudeur à l’arc; Soudure; Welder',
  H3201: 'Opérateur plasturgie; Opérateur de presse à injecter',
  H3302:
    'Agent de production; Agent de fabrication; Opérateur de production; Ouvrier de production; Ouvrier d’usine; Ouvrier en usine; Factory worker; Conditionneur; Agent de conditionnement; Opérateur de conditionnement; Emballeur; Ouvrier conditionnement; Mise sous pli; Agent de conditionnement manuel',
  I1203:
    'Agent de maintenance; Agent technique polyvalent; Homme toutes mains; Factotum; Ouvrier de maintenance; Agent de maintenance bâtiment; Agent technique; Agent polyvalent du bâtiment; Technicien de maintenance bâtiment; Multiservices; Homme d’entretien bâtiment',
  I1304: 'Technicien de maintenance industrielle; Technicien de maintenance; Mécanicien industriel',
  I1308: 'Technicien chauffage; Technicien de maintenance chauffage',
  I1309: 'Électromécanicien; Électricien industriel',
  I1401:
    'Technicien informatique; Technicien support informatique; Dépanneur informatique; Assistant informatique; Technicien helpdesk',
  I1402: 'Réparateur électroménager',
  I1604:
    'Mécanicien; Mécanicien auto; Garagiste; Mécanique auto; Mécanicien automobile; Aide mécanicien; Mechanic; Car mechanic',
  I1606: 'Carrossier; Peintre automobile; Tôlier carrossier',
  I1607: 'Réparateur de vélos; Mécanicien cycles; Mécanicien vélo',
  J1301:
    'ASH; Agent de service hospitalier; Brancardage service; Agent hospitalier; Agent des services hospitaliers; ASH en EHPAD; Agent hôtelier EHPAD; Agent de service en EHPAD',
  J1305: 'Ambulancier; Auxiliaire ambulancier',
  J1501: 'Aide-soignant; Aide soignante EHPAD; AS; Nursing assistant',
  J1506: 'Infirmier; Nurse',
  K1201: 'Assistant social; Travailleur social',
  K1204: 'Médiateur; Médiateur social; Adulte-relais; Agent d’ambiance',
  K1206: 'Animateur socioculturel; Animateur de quartier',
  K1207: 'Éducateur spécialisé; Moniteur éducateur',
  K1301: 'Aide médico-psychologique; Accompagnant éducatif et social; AES',
  K1302:
    'Auxiliaire de vie; Assistant de vie; Assistante de vie aux familles; Aide aux personnes âgées; Garde-malade; Dame de compagnie; Aide à la personne; Auxiliaire de vie à domicile; Auxiliaire de vie sociale; Assistant de vie dépendance; Garde de personnes âgées; Aide aux personnes dépendantes',
  K1303:
    'Nounou; Nourrice; Baby-sitter; Garde d’enfants; Assistante maternelle; Assistante maternelle agréée; Garde d’enfants à domicile; Auxiliaire de crèche; Agent de crèche; Baby sitting; Auxiliaire petite enfance; Assistant petite enfance; Aide maternelle; Agent petite enfance; Animateur petite enfance; Auxiliaire parental; Nanny; Babysitter',
  J1304: 'Auxiliaire de puériculture',
  K1304:
    'Femme de ménage; Homme de ménage; Aide ménagère; Aide à domicile; Employé de maison; Ménage chez des particuliers; Ménage; Repassage; Gouvernante à domicile; Employé de ménage; Employé familial; Repasseur à domicile; Aide ménager; Agent à domicile; Intervenant à domicile',
  K2104:
    'AVS scolaire; AESH; Accompagnant d’élèves en situation de handicap; Surveillant scolaire; Assistant d’éducation; Auxiliaire de vie scolaire; Surveillant de cantine; Pion; Surveillant de collège; EVS scolaire',
  K2111: 'Formateur; Formateur pour adultes',
  K2201:
    'Blanchisseur; Agent de blanchisserie; Lingère; Agent de lingerie; Employé de pressing industriel; Opérateur de blanchisserie; Lingerie',
  K2202: 'Laveur de vitres; Laveur de carreaux; Nettoyeur de vitres',
  K2203: 'Chef d’équipe propreté; Chef d’équipe nettoyage',
  K2204:
    'Agent d’entretien; Agent de nettoyage; Agent de propreté; Agent de service; Nettoyage; Ménage en entreprise; Technicien de surface; Agent d’entretien et de propreté; Agent de propreté et d’hygiène; Nettoyeur; Agent d’entretien des locaux; Agent de nettoyage industriel; Agent de surface; Agent de ménage; Femme de ménage bureaux; Agent machiniste; Agent de bionettoyage; Entretien des locaux; Nettoyage de bureaux; Machiniste de propreté; Agent de service propreté; Agent polyvalent d’entretien; Personnel d’entretien; Agent de service intérieur; Cleaner; Cleaning agent',
  K2303:
    'Éboueur; Ripeur; Agent de propreté urbaine; Balayeur; Cantonnier; Agent de voirie; Agent de collecte; Agent d’entretien de la voirie; Équipier de collecte; Agent de déchetterie voirie; Rippeur; Agent de nettoyage urbain',
  K2304:
    'Agent de tri; Trieur; Valoriste; Agent de déchèterie; Agent de déchetterie; Opérateur de tri; Trieur de textiles; Agent de recyclerie; Agent de ressourcerie; Gardien de déchèterie',
  K2501: 'Gardien; Gardien d’immeuble; Concierge; Gardien d’immeubles',
  K2503:
    'Agent de sécurité; Vigile; Agent de prévention; Agent cynophile; SSIAP; Maître-chien; Agent de surveillance; Rondier; Agent de sécurité incendie; SSIAP 1; Agent SSIAP; Agent de gardiennage; Agent de sûreté; Videur; Agent de filtrage; Agent événementiel de sécurité; Gardien de nuit; Security guard; Security officer',
  M1203: 'Comptable; Aide-comptable; Assistant comptable; Comptabilité; Accountant; Accounting assistant',
  M1401: 'Enquêteur; Agent recenseur',
  M1501: 'Assistant RH; Assistant ressources humaines',
  M1601:
    'Agent d’accueil; Hôte d’accueil; Standardiste; Chargé d’accueil; Accueil; Réceptionniste en entreprise; Réceptionniste standardiste; Employé d’accueil; Médiateur numérique accueil; Receptionist',
  M1602:
    'Agent administratif; Employé administratif; Employé de bureau; Agent de bureau; Secrétariat administratif; Aide administratif; Agent de saisie administrative; Agent d’archives; Agent courrier',
  M1604: 'Assistant de direction',
  M1606: 'Opérateur de saisie; Agent de saisie',
  M1607: 'Secrétaire; Secrétaire bureautique; Secrétaire assistant; Secrétariat; Secrétaire polyvalent; Secretary',
  M1609: 'Secrétaire médical',
  M1805:
    'Développeur; Développeur web; Programmeur; Développeur informatique; Programmer; Software developer; Web developer',
  N1101:
    'Cariste; Conducteur de chariot élévateur; Chauffeur de chariot; Magasinier cariste; Conducteur d’engins de manutention; Clarkiste; Forklift driver',
  N1102: 'Déménageur',
  N1103:
    'Préparateur de commandes; Magasinier; Préparation de commandes; Agent logistique; Agent de magasinage; Réceptionnaire; Opérateur logistique; Agent de quai; Employé logistique; Agent d’entrepôt; Picker; Préparateur; Agent de logistique; Magasinier préparateur; Warehouse worker; Order picker; Storekeeper',
  N1105:
    'Manutentionnaire; Manutention; Agent de manutention; Aide manutentionnaire; Docker manutention; Chargeur déchargeur; Trieur de colis; Agent de tri colis; Ouvrier manutentionnaire',
  N4101:
    'Chauffeur poids lourd; Chauffeur routier; Chauffeur PL; Chauffeur SPL; Conducteur SPL; Conducteur PL; Routier; Chauffeur super lourd; Conducteur routier; Camionneur; Chauffeur camion; Conducteur super poids lourd; Conducteur poids lourd; Truck driver',
  N4102:
    'Chauffeur de taxi; Chauffeur VTC; Taxi; Conducteur accompagnateur de personnes; VTC; Chauffeur de personnes à mobilité réduite; Chauffeur privé; Taxi driver',
  N4103:
    'Chauffeur de bus; Conducteur de bus; Conducteur de car; Machiniste receveur; Conducteur de transport en commun; Chauffeur de car; Conducteur receveur; Chauffeur de bus scolaire; Chauffeur de ramassage scolaire; Bus driver',
  N4104: 'Coursier; Livreur à vélo; Livreur à scooter; Livreur de repas; Coursier à vélo; Livreur deux roues',
  N4105:
    'Chauffeur livreur; Livreur; Chauffeur VL; Chauffeur; Chauffeur véhicule léger; Conducteur livreur; Chauffeur livreur VL; Livreur de colis; Livreur de courses; Chauffeur livreur PL; Driver; Delivery driver',
  K1705: 'Pompier; Sapeur-pompier',
  K1706: 'Agent de surveillance pénitentiaire',
  K1707: 'ASVP; Agent de surveillance de la voie publique; Policier municipal',
  K1801: 'Conseiller en insertion professionnelle; CIP',
  K2106: 'Instituteur; Professeur des écoles',
  K2107: 'Professeur; Enseignant; Teacher',
  L1203: 'Acteur; Comédien',
};
