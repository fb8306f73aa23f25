import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { findOccupations } from './find-occupations.ts';
import { occupationTable } from './occupations.ts';
import { ownOccupationTable } from './own-occupations.ts';

/** The occupations that a job title may name, however it is written: what a form proposes while one types. */
export const occupations = procedure('reference.occupations')
  .input(z.object({ title: z.string().trim().max(200), limit: z.int().min(1).max(20).default(8) }))
  .output(z.array(z.object({ code: z.string(), label: z.string(), title: z.string() })))
  .query(async ({ ctx, input }) => {
    const table = await ownOccupationTable(ctx.tx, structureOf(ctx));
    return findOccupations(table, input.title, input.limit);
  });

/** The words of some codes, or of all of them: for a list of choices that works without JavaScript. */
export const occupationLabels = procedure('reference.occupationLabels')
  .input(z.object({ codes: z.array(z.string()).max(200).nullable() }))
  .output(z.array(z.object({ code: z.string(), label: z.string() })))
  .query(async ({ ctx, input }) => {
    const table = await occupationTable(ctx.tx);
    if (input.codes === null) {
      return table.occupations
        .map(({ code, label }) => ({ code, label }))
        .sort((a, b) => a.label.localeCompare(b.label, 'fr'));
    }
    return input.codes.map((code) => ({ code, label: table.labelOf(code) }));
  });
