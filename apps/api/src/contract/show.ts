import { findContract, readNotes, readOpenData } from '@jonction/db/contract/show';
import { allowedEvents, contractEventTypes } from '@jonction/domain/contract/lifecycle';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { assemble } from './assemble.ts';
import { publishedContractShape, publishedLotShape, publishedOf, shownLot } from './published.ts';
import { amendmentShape, contractFactsShape, correctionShape, lotShape, momentShape, standingShape } from './shown.ts';
import { sourcesOf } from './sources.ts';

/**
 * Everything a team knows of a contract, today or as it was known on a day: facts, lots, clauses with their gauges, the
 * thread of what was said, what open data publishes, and the team's own notes.
 */
export const show = procedure('contract.show')
  .input(z.object({ contractId: z.uuid(), knownOn: daySchema.nullish() }))
  .output(
    z.object({
      contract: contractFactsShape,
      standing: standingShape,
      knownOn: z.string(),
      today: z.string(),
      lots: z.array(lotShape.extend({ published: publishedLotShape.nullable() })),
      /** What open data says, whoever wins. */
      published: publishedContractShape.nullable(),
      corrections: z.array(correctionShape),
      moments: z.array(momentShape),
      /** What may be recorded now. */
      allowed: z.array(z.enum(contractEventTypes)),
      attachment: z
        .object({
          attachedAt: z.string(),
          facilitatorId: z.string().nullable(),
          facilitatorName: z.string().nullable(),
        })
        .nullable(),
      notes: z.array(
        z.object({ id: z.string(), body: z.string(), createdAt: z.string(), authorName: z.string().nullable() }),
      ),
      amendments: z.array(amendmentShape),
      publications: z.array(
        z.object({ publishedOn: z.string().nullable(), lotNumber: z.string().nullable(), doubts: z.array(z.string()) }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const row = found(await findContract(ctx.tx, input.contractId, structureOf(ctx)), 'contract.not_found');
    const knownOn = input.knownOn ?? ctx.today;
    const { contract, corrections, standing, lots, moments } = await assemble(ctx.tx, row, {
      ...{ knownOn, today: ctx.today },
      structureId: structureOf(ctx),
    });
    const notes = row.attachedAt === null ? [] : await readNotes(ctx.tx, row.id);
    const openData = await readOpenData(ctx.tx, row.id);
    const published = publishedOf(openData);
    return {
      contract,
      standing,
      knownOn,
      today: ctx.today,
      lots: lots.map((lot) => ({
        ...lot,
        published: shownLot(
          published.lots.get(lot.key),
          lot.holders.map(({ identifier }) => identifier),
        ),
      })),
      published: published.contract,
      corrections,
      moments,
      allowed: [...allowedEvents(standing.status)],
      attachment:
        row.attachedAt === null
          ? null
          : {
              attachedAt: new Date(row.attachedAt).toISOString(),
              facilitatorId: row.facilitatorId,
              facilitatorName: row.facilitatorName,
            },
      notes: notes.map((note) => ({ ...note, createdAt: note.createdAt.toISOString() })),
      ...sourcesOf(openData, ctx.locale),
    };
  });
