import { listCpvLabels, searchCpv } from '@jonction/db/reference/cpv';
import { z } from 'zod';
import { procedure } from '../trpc.ts';

const shape = z.array(z.object({ code: z.string(), label: z.string() }));

/** Procurement codes (CPV) by their digits or the words of their label, while somebody types; nothing where none was loaded. */
export const cpvs = procedure('reference.cpvs')
  .input(z.object({ typed: z.string().trim().min(1).max(100), limit: z.int().min(1).max(20).default(12) }))
  .output(shape)
  .query(({ ctx, input }) => searchCpv(ctx.tx, input.typed, input.limit));

/** What some procurement codes are called, those of the older version too. */
export const cpvLabels = procedure('reference.cpvLabels')
  .input(z.object({ codes: z.array(z.string()).max(200) }))
  .output(shape)
  .query(({ ctx, input }) => listCpvLabels(ctx.tx, input.codes));
