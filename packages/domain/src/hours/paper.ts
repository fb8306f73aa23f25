import { z } from 'zod';
import type { ModalityProof } from '../placement/modality.ts';
import type { knownEvidence } from './line.ts';

/** What a paper attached to declared hours is. */
export const hourPaperKinds = [
  'payslip',
  'hour_sheet',
  'hour_statement',
  'attestation',
  'benefit_statement',
  'work_contract',
  'hiring_declaration',
  'apprenticeship_form',
  'invoice',
  'other',
] as const;
export type HourPaperKind = (typeof hourPaperKinds)[number];

/** On whose side somebody speaks about hours: the company that declares them, or the clause team. */
export const hourSides = ['employer', 'team'] as const;
export type HourSide = (typeof hourSides)[number];

export const attachPaperSchema = z.object({
  lineId: z.uuid(),
  kind: z.enum(hourPaperKinds, { error: 'hours.paper_kind_missing' }),
  fileId: z.uuid({ error: 'file.missing' }),
});

/** The evidence that a paper brings to the rule that asks for it. A payslip or a contract is asked for by no built-in rule. */
export function evidenceOfPaper(kind: HourPaperKind): (typeof knownEvidence)[number] | null {
  if (kind === 'attestation') return 'employer_attestation';
  return kind === 'benefit_statement' ? 'benefit_statement' : null;
}

/** The paper of a modality that a paper of a line is: once it is attached, nobody has to say that it was seen. */
export function proofOfPaper(kind: HourPaperKind): ModalityProof | null {
  if (kind === 'payslip') return 'payslip_hours';
  return kind === 'benefit_statement' || kind === 'other' ? null : kind;
}
