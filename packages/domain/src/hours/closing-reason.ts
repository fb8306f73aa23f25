import { optionalSafeText, safeText } from '../reference/safe-text.ts';

/** Why a month is reopened: read by whoever looks at its figures years later. */
export const reopeningReasonSchema = safeText('hours.reopening_without_reason', {
  most: 500,
  tooLong: 'hours.reason_too_long',
});

/** What a facilitator says when she proposes a month for closing; nothing is asked. */
export const proposalNoteSchema = optionalSafeText(500);
