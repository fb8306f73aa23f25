import { z } from 'zod';

/** One click during a call. Without a CV: each CV of hers that is to be confirmed again, or all of them when none is. */
export const confirmAgainSchema = z.object({
  participantId: z.uuid(),
  cvId: z.uuid().nullish(),
  /** She said it on the telephone: the conversation is written down with it. */
  spoken: z.boolean().default(false),
});
