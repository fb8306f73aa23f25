import type { Policy, PolicyRule } from '../policy.ts';

/** 35 h: the report gives no way to count credited hours, so an absence is worth at most a legal week. */
export const creditedWeek = 3500;

/** The four rules of the field report, that later versions for other dates take up as they are. */
export const emergencyRules = [
  { id: 'telework', kinds: ['telework'], evidence: ['employer_attestation'], outcome: 'validate' },
  {
    id: 'childcare-ss',
    kinds: ['childcare_leave'],
    payer: 'social_security',
    evidence: ['benefit_statement'],
    outcome: 'discretion',
    creditedCapPerWeek: creditedWeek,
  },
  { id: 'childcare-partial', kinds: ['childcare_leave'], payer: 'partial_activity', outcome: 'reject' },
  {
    id: 'sick-ss',
    kinds: ['sick_leave'],
    payer: 'social_security',
    evidence: ['benefit_statement'],
    outcome: 'discretion',
    creditedCapPerWeek: creditedWeek,
  },
  { id: 'partial-unemployment', kinds: ['partial_unemployment'], outcome: 'reject' },
] satisfies PolicyRule[];

export const emergencySource = 'Bilan EPEC du confinement, avec la DAJ et l’AVE, avril 2020';

/** The hours of the first state of health emergency, 24 March to 10 July 2020. */
export const emergency2020 = {
  id: 'emergency-2020',
  title: 'État d’urgence sanitaire 2020',
  source: emergencySource,
  note: 'Règle de terrain (télétravail validé, garde d’enfant et arrêt maladie payés par la Sécurité sociale au choix du facilitateur, chômage partiel non validé). Les justificatifs demandés et le plafond de 35 h par semaine sont les nôtres.',
  scope: { level: 'structure' },
  validFrom: '2020-03-24',
  validTo: '2020-07-10',
  publishedOn: '2020-04-16',
  rules: emergencyRules,
} satisfies Policy;
