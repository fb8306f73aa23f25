import type { Inputs } from '../inputs.ts';

export const eligibilityInputs: Inputs = {
  'eligibility.show': ({ participantId }) => ({ participantId, purpose: 'hire_check' }),
  'eligibility.record': ({ participantId }) => ({ participantId, category: 'RSA', issuedOn: '2026-02-01' }),
  'eligibility.askDerogation': ({ otherParticipantId, clauseId }) => ({
    participantId: otherParticipantId,
    clauseId,
    opinion: 'Sans emploi depuis longtemps, suivie par la mission locale.',
  }),
  'eligibility.decideDerogation': ({ derogationId }) => ({ derogationId, decision: 'refused' }),
  'eligibility.check': ({ participantId, clauseId }) => ({ participantId, clauseId, on: '2026-03-02' }),
  'eligibility.remove': ({ participantId, evidenceId }) => ({ participantId, evidenceId }),
};
