import { countBoughtPeople, listBoughtHours } from '@jonction/db/report/bought-hours';
import { shownHours, shownPeople } from '@jonction/domain/report/bought-hours';
import { purchasesSchema } from '@jonction/domain/report/purchase-question';
import { offsetOf, pageSchema } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { readableBuyer } from '../../organisation/directorate/require.ts';
import { procedure } from '../../trpc.ts';

const hours = { validated: z.number(), exceptional: z.number(), pending: z.number(), rejected: z.number() };

/**
 * The hours of a year on each contract of a buyer that has a clause, and how many people worked them: figures without names, numbers of
 * people below five kept. What is kept does not depend on the page or the directorate that is read. Four statements.
 */
export const showBoughtHours = procedure('report.showBoughtHours')
  .input(
    z.object({
      ...purchasesSchema.shape,
      ...pageSchema.shape,
      directorateId: z
        .union([z.uuid(), z.literal('none')])
        .nullable()
        .default(null),
    }),
  )
  .output(
    z.object({
      buyer: z.object({ id: z.string(), name: z.string() }),
      year: z.number(),
      rows: z.array(
        z.object({
          contractId: z.string(),
          reference: z.string(),
          object: z.string(),
          directorateName: z.string().nullable(),
          dueHours: z.number(),
          ...hours,
          people: z.number().nullable(),
        }),
      ),
      total: z.number(),
      /** Of all the contracts listed; people of the whole buyer alone, each once. */
      sums: z.object({ dueHours: z.number(), ...hours }),
      people: z.number().nullable(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { id, name } = await readableBuyer(ctx, input.buyerId);
    const { year, directorateId } = input;
    const all = await listBoughtHours(ctx.tx, { buyerId: id, year });
    const shown = shownHours(all).filter(
      (row) => directorateId === null || row.directorateId === (directorateId === 'none' ? null : directorateId),
    );
    const sum = (key: 'dueHours' | keyof typeof hours) => shown.reduce((total, row) => total + row[key], 0);
    const start = offsetOf(input);
    const validated = sum('validated');
    return {
      buyer: { id, name },
      year,
      rows: shown.slice(start, start + input.pageSize),
      total: shown.length,
      sums: {
        ...{ dueHours: sum('dueHours'), validated, exceptional: sum('exceptional') },
        ...{ pending: sum('pending'), rejected: sum('rejected') },
      },
      people:
        directorateId === null ? shownPeople(await countBoughtPeople(ctx.tx, { buyerId: id, year }), shown) : null,
    };
  });
