import { type Occupation, occupation } from '../occupation.ts';

const vigilance = ['rondes', 'main courante', 'contrôle d’accès', 'maîtrise de soi', 'alerte des secours'];

export const security: readonly Occupation[] = [
  work('K2503', 'Sécurité et surveillance', {
    titles:
      'agent de sécurité; agente de sécurité; APS; agent de prévention et de sécurité; agent de surveillance; vigile; ADS; agent SSIAP; agent cynophile; agent de sécurité événementielle',
    close: 'K2501 N4105',
    next: 'K2502',
    skills:
      'filtrage; palpation; vidéosurveillance; sécurité incendie; gestion des conflits; accueil du public; levée de doute',
  }),
  work('K2501', 'Gardiennage', {
    titles:
      'gardien d’immeuble; gardienne d’immeuble; concierge; gardien; agent d’accueil et de gardiennage; gardien de parking; employé d’immeuble',
    close: 'A1203 I1203 K2204 K2303 K2503 M1603',
    next: 'K2203',
    skills:
      'entretien des parties communes; sortie des conteneurs; accueil des locataires; petites réparations; états des lieux; remise du courrier',
  }),
  work('K2502', 'Encadrement en sécurité', {
    titles:
      'chef de poste sécurité; cheffe de poste sécurité; chef d’équipe sécurité; responsable de site sécurité; chef d’équipe SSIAP 2',
    close: 'K2203',
    next: '',
    skills:
      'encadrement d’équipe; planning; consignes de site; sécurité incendie; gestion de crise; rapports; relation avec le client',
  }),
];

function work(...[code, label, written]: Parameters<typeof occupation>): Occupation {
  return occupation(code, label, written, vigilance);
}
