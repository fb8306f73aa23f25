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
  'eligibility.recordRegime': ({ participantId }) => ({ participantId, regime: 'fse', from: '2026-02-01' }),
  'eligibility.endRegime': ({ participantId, regimeId }) => ({ participantId, regimeId, to: '2026-12-31' }),
  'eligibility.removeRegime': ({ participantId, regimeId }) => ({ participantId, regimeId }),
  'eligibility.check': ({ participantId, clauseId }) => ({ participantId, clauseId, on: '2026-03-02' }),
  'eligibility.remove': ({ participantId, evidenceId }) => ({ participantId, evidenceId }),
};
