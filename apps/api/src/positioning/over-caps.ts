import { listOverCaps } from '@jonction/db/positioning/over-caps';
import { openCapSetting } from '@jonction/domain/bank/open-cap';
import { capsSetting } from '@jonction/domain/positioning/caps';
import { z } from 'zod';
import { structureSettings } from '../organisation/settings.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** So many of each kind: beyond, the cap is to be thought over rather than each row. */
const most = 50;

/** The caps of the structure, and what stands at them or beyond now: companies and offers with CVs waiting, people with proposals open. */
export const overCaps = procedure('positioning.overCaps')
  .output(
    z.object({
      caps: z.object({ company: z.number(), offer: z.number(), person: z.number() }),
      most: z.number(),
      rows: z.array(
        z.object({
          kind: z.enum(['company', 'offer', 'person']),
          id: z.string(),
          name: z.string(),
          /** Whose offer it is. */
          detail: z.string().nullable(),
          count: z.number(),
        }),
      ),
    }),
  )
  .query(async ({ ctx }) => {
    const structureId = structureOf(ctx);
    const { company, offer } = await structureSettings(ctx.tx, structureId, capsSetting);
    const { most: person } = await structureSettings(ctx.tx, structureId, openCapSetting);
    const caps = { company, offer, person };
    return { caps, most, rows: await listOverCaps(ctx.tx, structureId, caps, most) };
  });
