import { z } from 'zod';
import { daySchema } from '../shared/field-schema.ts';
import type { ExecutionMode } from './placement.ts';

/** What a modality may have to record beside the work contract: the employer, dates and weekly hours are on the hire. */
export const modalityFields = [
  'tutor',
  'diploma',
  'trainingBody',
  'trainingHours',
  'userCompany',
  'missionNumber',
  'amountCents',
  'subcontractedOn',
  'shareBps',
] as const;
export type ModalityField = (typeof modalityFields)[number];

/** What proves the hours of a modality. A payslip shows the pay and often a social security number: its page of hours is enough. */
export const modalityProofs = [
  'work_contract',
  'hiring_declaration',
  'payslip_hours',
  'hour_sheet',
  'apprenticeship_form',
  'hour_statement',
  'invoice',
  'attestation',
] as const;
export type ModalityProof = (typeof modalityProofs)[number];

interface Asked {
  fields: readonly ModalityField[];
  proofs: readonly ModalityProof[];
}

const lending: Asked = { fields: ['userCompany', 'missionNumber'], proofs: ['hour_statement', 'invoice'] };

/**
 * What each modality records and which papers prove it (clause of the Premier ministre, 2021, modalities of execution; papers:
 * usage of clause teams; the number of a mission and the DC4 form: Code du travail L1251-42, CCP R2193-1).
 */
export const modalities: Readonly<Record<ExecutionMode, Asked>> = {
  direct_hire: {
    fields: ['tutor'],
    proofs: ['work_contract', 'hiring_declaration', 'payslip_hours', 'hour_sheet'],
  },
  alternance: {
    fields: ['tutor', 'diploma', 'trainingBody', 'trainingHours'],
    proofs: ['apprenticeship_form', 'payslip_hours'],
  },
  lending_etti: lending,
  lending_ai: lending,
  lending_geiq: { fields: [...lending.fields, 'tutor'], proofs: lending.proofs },
  lending_ea: { fields: ['userCompany'], proofs: ['hour_statement'] },
  subcontracting_siae: { fields: ['amountCents', 'subcontractedOn'], proofs: ['attestation', 'invoice'] },
  cocontracting_siae: { fields: ['shareBps'], proofs: ['attestation', 'invoice'] },
  esat: { fields: ['amountCents'], proofs: ['attestation'] },
  prison: { fields: [], proofs: ['attestation'] },
};

const words = z.string().trim().min(1).max(200).nullable().default(null);

/** What was written down of a modality; a field that it does not ask for stays empty. */
export const modalityFactsSchema = z.object({
  tutor: words,
  diploma: words,
  trainingBody: words,
  /** Whole hours in training over the contract. */
  trainingHours: z.int().min(0).max(5_000).nullable().default(null),
  userCompany: words,
  missionNumber: words,
  /** HT. */
  amountCents: z.int().min(0).nullable().default(null),
  /** Day of the act that declares the subcontractor (form DC4). */
  subcontractedOn: daySchema.nullable().default(null),
  shareBps: z.int().min(0).max(10_000).nullable().default(null),
  /** Papers seen. */
  proofs: z.array(z.enum(modalityProofs)).default([]),
});
export type ModalityFacts = z.infer<typeof modalityFactsSchema>;

/**
 * What is still to be written down or seen, in the order in which it is asked for. `attached`: papers that stand on declared hours,
 * seen by being there.
 */
export function modalityGaps(mode: ExecutionMode, facts: ModalityFacts, attached: readonly ModalityProof[] = []) {
  const { fields, proofs } = modalities[mode];
  return {
    fields: fields.filter((field) => facts[field] === null),
    proofs: proofs.filter((proof) => !facts.proofs.includes(proof) && !attached.includes(proof)),
  };
}

/** Whether nothing was written down of what a modality asks for. */
export function nothingWritten(mode: ExecutionMode, facts: ModalityFacts): boolean {
  const own = ownFacts(mode, facts);
  return own.proofs.length === 0 && modalities[mode].fields.every((field) => own[field] === null);
}

/** The facts that a modality asks for, nothing else: what another one had asked for does not linger. */
export function ownFacts(mode: ExecutionMode, facts: ModalityFacts): ModalityFacts {
  const { fields, proofs } = modalities[mode];
  const kept = Object.fromEntries(fields.map((field) => [field, facts[field]]));
  return modalityFactsSchema.parse({ ...kept, proofs: proofs.filter((proof) => facts.proofs.includes(proof)) });
}
