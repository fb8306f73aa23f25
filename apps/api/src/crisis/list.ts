import { listBuyersOf } from '@jonction/db/crisis/contracts';
import { listMeasuresOf } from '@jonction/db/crisis/measures';
import { listCrises } from '@jonction/db/crisis/queries';
import { crisisMeasures } from '@jonction/domain/crisis/regime';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { describeCrises } from './describe.ts';
import { crisisShape } from './shapes.ts';

/** The emergencies of the team: in force, being prepared, then over. Two statements. */
export const list = procedure('crisis.list')
  .output(z.array(crisisShape))
  .query(async ({ ctx }) => describeCrises(ctx.tx, await listCrises(ctx.tx, structureOf(ctx))));

/** What is in force now, for the line that screens show. One statement. */
export const current = procedure('crisis.current')
  .output(z.array(crisisShape.pick({ id: true, title: true, fromDay: true, toDay: true, cadences: true })))
  .query(({ ctx }) => listCrises(ctx.tx, structureOf(ctx), ['in_force']));

/** Whose contracts an emergency may be kept to. One statement. */
export const listBuyers = procedure('crisis.listBuyers')
  .output(z.array(z.object({ id: z.string(), name: z.string(), contracts: z.number() })))
  .query(({ ctx }) => listBuyersOf(ctx.tx, structureOf(ctx)));

/** What emergencies did to a contract, with the text, and what became of it. One statement. */
export const ofContract = procedure('crisis.ofContract')
  .input(z.object({ contractId: z.uuid() }))
  .output(
    z.array(
      z.object({
        crisisId: z.string(),
        title: z.string(),
        measure: z.enum(crisisMeasures),
        legalBasis: z.string().nullable(),
        exemptFrom: z.string().nullable(),
        exemptTo: z.string().nullable(),
        endsOn: z.string().nullable(),
        recordedOn: z.string(),
        endedOn: z.string().nullable(),
        withdrawnOn: z.string().nullable(),
      }),
    ),
  )
  .query(({ ctx, input: { contractId } }) => listMeasuresOf(ctx.tx, contractId, structureOf(ctx)));
