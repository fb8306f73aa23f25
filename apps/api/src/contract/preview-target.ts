import { dueHours, targetSchema } from '@jonction/domain/contract/target';
import { targetSentence } from '@jonction/domain/contract/target-sentence';
import { z } from 'zod';
import { procedure } from '../trpc.ts';

/** What a target would make due, and the formula in words with its figures: computed where it is kept. */
export const previewTarget = procedure('contract.previewTarget')
  .input(z.object({ target: targetSchema }))
  .output(z.object({ dueHours: z.number(), sentence: z.string() }))
  .query(({ ctx, input: { target } }) => ({
    dueHours: dueHours(target),
    sentence: targetSentence(target, ctx.locale),
  }));
