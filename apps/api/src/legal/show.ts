import { listBuyersOf, listVersions } from '@jonction/db/legal/queries';
import { legalStateOn, legalStates } from '@jonction/domain/legal/scope';
import { mayWrite } from '@jonction/domain/legal/text';
import { sentence } from '@jonction/domain/shared/words';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { words } from '../words.ts';
import { keptTextShape } from './shapes.ts';

/** A text with its versions, and where each buyer stands with it. Three statements whatever their number. */
export const show = procedure('legal.show')
  .input(z.object({ textId: z.uuid() }))
  .output(
    z.object({
      text: keptTextShape.extend({ state: z.enum(legalStates) }),
      versions: z.array(keptTextShape),
      buyers: z.array(
        z.object({
          buyerId: z.string(),
          name: z.string(),
          address: z.string().nullable(),
          contactName: z.string().nullable(),
          letters: z.number(),
          lastLetterOn: z.string().nullable(),
          outcome: z.string().nullable(),
          openedOn: z.string().nullable(),
          openedVersion: z.number().nullable(),
          openedBy: z.string().nullable(),
          /** Why no letter may leave today. */
          held: z.string().nullable(),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input: { textId } }) => {
    const versions = await listVersions(ctx.tx, textId);
    const text = found(versions[0], 'legal.not_found');
    const buyers = await listBuyersOf(ctx.tx, structureOf(ctx), textId);
    return {
      text: { ...text, state: legalStateOn(text, ctx.today) },
      versions,
      buyers: buyers.map((buyer) => {
        const may = mayWrite({ validTo: text.validTo, lastLetterOn: buyer.lastLetterOn }, ctx.today);
        return { ...buyer, held: may.ok ? null : sentence(words, ctx.locale, may.refusal.code, may.refusal.facts) };
      }),
    };
  });
