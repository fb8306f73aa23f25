import { type Occupation, occupation } from '../occupation.ts';

const office = ['traitement de texte', 'tableur', 'messagerie électronique', 'discrétion', 'organisation'];

/** Offices, reception, and information systems. */
export const administration: readonly Occupation[] = [
  work('M1601', 'Accueil', {
    titles:
      'agent d’accueil; agente d’accueil; hôte d’accueil; hôtesse d’accueil; standardiste; réceptionniste d’entreprise; chargé d’accueil',
    close: 'M1602 M1606 D1505',
    next: 'M1607',
    skills:
      'accueil du public; standard téléphonique; prise de rendez-vous; remise de badges; orientation des visiteurs; tri du courrier',
  }),
  work('M1602', 'Opérations administratives', {
    titles:
      'agent administratif; agente administrative; employé de bureau; employée administrative; agent de gestion administrative; gestionnaire de dossiers',
    close: 'M1601 M1606',
    next: 'M1607 M1501',
    skills: 'saisie de données; classement; numérisation; courrier; mise à jour de dossiers; archivage; publipostage',
  }),
  work('M1603', 'Courrier et distribution', {
    titles: 'agent de courrier; facteur; factrice; distributeur de prospectus; vaguemestre; colporteur de presse',
    close: 'H3302 N1103 N4104',
    next: 'M1606 N4105',
    skills:
      'tri du courrier; distribution; affranchissement; conduite de deux-roues; lecture de plan de ville; remise contre signature',
  }),
  work('M1606', 'Saisie de données', {
    titles: 'opérateur de saisie; opératrice de saisie; agent de saisie; agent de numérisation; dactylo; vidéocodeur',
    close: 'M1601 M1602',
    next: 'M1607 D1505',
    skills: 'saisie de données; frappe rapide; contrôle de cohérence; numérisation; indexation; archivage',
  }),
  work('M1607', 'Secrétariat', {
    titles:
      'secrétaire; assistant administratif; assistante administrative; secrétaire bureautique; secrétaire polyvalente',
    close: 'M1602',
    next: 'M1609 M1501',
    skills:
      'rédaction de courriers; gestion d’agenda; compte rendu de réunion; accueil téléphonique; classement; présentation de documents',
  }),
  work('M1609', 'Secrétariat médical et médicosocial', {
    titles: 'secrétaire médicale; secrétaire médical; assistant médico-social; assistante médico-administrative; AMA',
    close: 'M1607',
    next: '',
    skills:
      'prise de rendez-vous; accueil des patients; frappe de comptes rendus; vocabulaire médical; facturation; dossier du patient',
  }),
  work('M1501', 'Assistance en ressources humaines', {
    titles:
      'assistant ressources humaines; assistante RH; gestionnaire du personnel; assistant recrutement; assistant formation',
    close: 'M1607',
    next: '',
    skills:
      'suivi des contrats; préparation de la paie; suivi des absences; convocation de candidats; plan de formation; tableaux de bord',
  }),
  work('I1401', 'Maintenance informatique', {
    titles:
      'technicien informatique; technicien de maintenance informatique; technicienne de maintenance informatique; technicien support; technicien helpdesk; hotliner; technicien de proximité',
    close: 'M1801',
    next: 'M1810',
    skills:
      'assistance aux utilisateurs; installation de postes; déploiement; gestion de tickets; réseaux locaux; remplacement de composants; mastering',
  }),
  work('M1801', 'Administration de systèmes et de réseaux', {
    titles:
      'administrateur systèmes; administratrice réseaux; administrateur systèmes et réseaux; administrateur de parc; technicien systèmes et réseaux',
    close: 'M1810',
    next: 'M1805',
    skills:
      'administration de serveurs; annuaire; sauvegarde; virtualisation; sécurité des réseaux; scripts; supervision',
  }),
  work('M1805', 'Développement informatique', {
    titles:
      'développeur web; développeuse web; développeur; programmeur; testeur logiciel; intégrateur web; analyste programmeur',
    close: '',
    next: 'M1810',
    skills: 'HTML et CSS; JavaScript; PHP; SQL; gestion de versions; tests; accessibilité numérique',
  }),
  work('M1810', 'Exploitation informatique', {
    titles:
      'technicien d’exploitation; technicienne d’exploitation; pupitreur; opérateur informatique; technicien de supervision; technicien réseau',
    close: 'M1801 I1401',
    next: 'M1805',
    skills:
      'supervision; ordonnancement; gestion d’incidents; sauvegarde; procédures d’exploitation; gestion de tickets',
  }),
];

function work(...[code, label, written]: Parameters<typeof occupation>): Occupation {
  return occupation(code, label, written, office);
}
