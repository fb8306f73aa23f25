import { organisation } from '@jonction/db/organisation/tables';
import { push } from '@jonction/db/positioning/tables';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { sendLink } from './send-link.ts';

/** Writes to the company again with a fresh link; the old one dies. */
export const renewLink = procedure('positioning.renewLink')
  .input(z.object({ pushId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const [known] = await ctx.tx.select({ id: push.id }).from(push).where(eq(push.id, input.pushId));
    found(known, 'positioning.push_not_found');
    const [structure] = await ctx.tx
      .select()
      .from(organisation)
      .where(eq(organisation.id, structureOf(ctx)));
    await sendLink(ctx, { pushId: input.pushId, structure: found(structure, 'organisation.not_found') });
    await recordAudit(ctx, { action: 'positioning.renewLink', subjectKind: 'push', subjectId: input.pushId });
  });
