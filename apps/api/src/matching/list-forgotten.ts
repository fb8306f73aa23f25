import { listForgotten as listRows } from '@jonction/db/matching/forgotten';
import { forgottenAfterDays } from '@jonction/domain/matching/forgotten';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { occupationTable } from '../reference/occupations.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Nobody is forgotten: who is looking, agreed to be put forward, and was put forward to nobody for thirty days. */
export const listForgotten = procedure('matching.listForgotten')
  .input(z.object({ page: z.number().int().min(1).default(1), pageSize: z.number().int().min(1).max(200).default(50) }))
  .output(
    z.object({
      afterDays: z.number(),
      total: z.number(),
      /** Everybody who is looking and agreed: what `total` is a part of. */
      bank: z.number(),
      rows: z.array(
        z.object({
          participantId: z.string(),
          firstName: z.string(),
          lastName: z.string(),
          phone: z.string().nullable(),
          ownerName: z.string().nullable(),
          occupations: z.array(z.string()),
          lastProposedOn: z.string().nullable(),
          lastContactOn: z.string().nullable(),
          waitingSince: z.string().nullable(),
          createdOn: z.string(),
          hasCv: z.boolean(),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { page, pageSize } = input;
    const structureId = structureOf(ctx);
    const { rows, total, bank } = await listRows(ctx.tx, {
      structureId,
      today: ctx.today,
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    const table = await occupationTable(ctx.tx);
    await recordAudit(ctx, { action: 'matching.listForgotten', facts: { shown: rows.length } });
    return {
      afterDays: forgottenAfterDays,
      total,
      bank,
      rows: rows.map(({ romeCodes, ...row }) => ({
        ...row,
        occupations: romeCodes.map((code) => table.labelOf(code)),
      })),
    };
  });
