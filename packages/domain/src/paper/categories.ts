/** Where the months of a paper come from: a text that asks for them, what buyers and teams do, or nothing but our choice. */
export const validityBases = ['text', 'usage', 'house'] as const;
export type ValidityBasis = (typeof validityBases)[number];

/**
 * How long a paper counts: so many months from the day it was issued, to a day written on it, or for good. `source` is quoted to whoever
 * may change the months: the text where there is one, else where the usage is seen.
 */
export type Validity = { months: number; basis: ValidityBasis; source: string } | 'until_written' | 'for_good';

/**
 * Papers that a team asks of a company, how long each counts, and where that comes from. Months are what holds where the lead of a team
 * set nothing else: a text's are the most that she may set.
 */
export const paperKinds = {
  // Code du travail, art. L. 8222-1 and D. 8222-5, 1°: dated of less than six months, at the conclusion of the contract and every six
  // months to its end.
  vigilance: { months: 6, basis: 'text', source: 'Code du travail, art. L. 8222-1 et D. 8222-5, 1°' },
  // D. 8222-5, 2° asks for proof of registration without an age: usage, seen in the documents that buyers ask for.
  registration: { months: 3, basis: 'usage', source: 'Code du travail, art. D. 8222-5, 2° : aucun âge n’y est fixé' },
  // The insurer writes the period on the attestation.
  insurance: 'until_written',
  // Code de la commande publique, art. R. 2143-7, and its annexe 4 (arrêté of 22 March 2019): the certificates, without an age.
  tax_certificate: {
    ...{ months: 12, basis: 'house' },
    source: 'Code de la commande publique, art. R. 2143-7 : aucun âge n’y est fixé',
  },
  // Code du travail, art. L. 8254-1, D. 8254-2 and D. 8254-4: at the conclusion of the contract, and every six months to its end.
  foreign_workers: { months: 6, basis: 'text', source: 'Code du travail, art. L. 8254-1, D. 8254-2 et D. 8254-4' },
  // Code du travail, art. L. 5132-2: the agreement with the State has its own dates.
  siae_agreement: 'until_written',
  // Code du travail, art. L. 5213-13: the contract of objectives has its own dates.
  adapted_agreement: 'until_written',
  // Code du travail, art. L. 1253-1: the label of a GEIQ is given for a period that is written on it.
  geiq_label: 'until_written',
  // Code du travail, art. L. 1251-49: the financial guarantee of a temporary work agency, dated.
  temp_guarantee: 'until_written',
  work_contract: 'for_good',
  payslip: 'for_good',
  commitment: 'for_good',
  other: 'until_written',
} as const satisfies Record<string, Validity>;

export type PaperKind = keyof typeof paperKinds;
export const paperKindNames = Object.keys(paperKinds) as [PaperKind, ...PaperKind[]];
