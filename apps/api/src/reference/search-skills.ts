import { searchSkills as searchIn } from '@jonction/domain/reference/skill-search';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { occupationTable } from './occupations.ts';

/** Skills of the loaded table, or of the product's own, in the words of whoever types. */
export const searchSkills = procedure('reference.searchSkills')
  .input(z.object({ words: z.string().trim().max(200), limit: z.int().min(1).max(20).default(8) }))
  .output(z.array(z.object({ skill: z.string(), label: z.string() })))
  .query(async ({ ctx, input }) => {
    const { skills } = await occupationTable(ctx.tx);
    return searchIn(skills, input.words, input.limit).map(({ code, label }) => ({ skill: code, label }));
  });
