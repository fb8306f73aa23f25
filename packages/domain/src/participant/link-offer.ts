import { z } from 'zod';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { noReasons } from './no-reason.ts';

export const proposalAnswerInput = z.discriminatedUnion('answer', [
  z.object({ proposalId: z.uuid(), answer: z.literal('yes') }),
  z.object({
    proposalId: z.uuid(),
    answer: z.literal('no'),
    reason: z.enum(noReasons, { error: 'participant.page_reason_missing' }),
  }),
]);
export type ProposalAnswer = z.infer<typeof proposalAnswerInput>;

/** What may be done with an offer she was asked about: it must still be open, and nobody has acted on her answer yet. */
export function mayAnswer(proposal: {
  offerStatus: string;
  handled: boolean;
}): Decision<'may', 'participant.proposal_over' | 'participant.proposal_handled'> {
  if (proposal.handled) return refused('participant.proposal_handled');
  return proposal.offerStatus === 'open' ? accepted('may') : refused('participant.proposal_over');
}
