import { penaltyFactsSchema } from '@jonction/domain/penalty/penalty-facts';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { gatherPenalty } from './gather.ts';
import { askedShape } from './shapes.ts';

/** What a penalty would come to, with its whole calculation. Keeps nothing. */
export const preview = procedure('penalty.preview')
  .input(z.object(askedShape))
  .output(penaltyFactsSchema)
  .query(async ({ ctx, input }) => (await gatherPenalty(ctx, input)).facts);
