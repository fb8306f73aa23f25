import { z } from 'zod';

/** What the team says among itself about one positioning (`commentReaders`: nobody else). */
export const commentInput = z.object({
  positioningId: z.uuid(),
  body: z.string().trim().min(1, { error: 'positioning.comment_empty' }).max(2000),
});
