import { listFollowedBuyers, listTexts } from '@jonction/db/legal/queries';
import { legalStateOn, legalStates } from '@jonction/domain/legal/scope';
import { texts2020 } from '@jonction/domain/legal/texts-2020';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { keptTextShape } from './shapes.ts';

/** The library of the team, each text as it stands now, and those that come with the product and that it has not taken in. */
export const list = procedure('legal.list')
  .input(
    z.object({
      words: z.string().trim().max(200).default(''),
      state: z.enum(legalStates).nullable().default(null),
    }),
  )
  .output(
    z.object({
      texts: z.array(keptTextShape.extend({ state: z.enum(legalStates), sent: z.number(), opened: z.number() })),
      total: z.number(),
      /** Those whose contracts the team follows: a text may be for one of them. */
      buyers: z.array(z.object({ buyerId: z.string(), name: z.string() })),
      offered: z.array(z.object({ code: z.string(), title: z.string(), source: z.string() })),
    }),
  )
  .query(async ({ ctx, input: { words, state } }) => {
    const structureId = structureOf(ctx);
    const all = await listTexts(ctx.tx, structureId, { words });
    const known = words === '' ? all : await listTexts(ctx.tx, structureId, { words: '' });
    const texts = all.map((row) => ({ ...row, state: legalStateOn(row, ctx.today) }));
    const taken = new Set(known.map(({ code }) => code));
    return {
      texts: texts.filter((row) => state === null || row.state === state),
      total: known.length,
      buyers: await listFollowedBuyers(ctx.tx, structureId),
      offered: texts2020.filter(({ code }) => !taken.has(code)),
    };
  });
