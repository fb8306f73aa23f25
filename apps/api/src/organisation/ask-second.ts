import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { organisationContact } from '@jonction/db/organisation/contact-tables';
import { asksSecond, sayAddresseeGone } from '@jonction/db/organisation/contacts';
import { push } from '@jonction/db/positioning/tables';
import { nameSecondSchema } from '@jonction/domain/organisation/contact-person';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { found } from '../refuse.ts';
import { speaker, structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Whether the page of a company asks whom else to tell. A yes or a no: it reads none of the team's contacts. */
export const askSecond = procedure('organisation.askSecond')
  .output(z.object({ asks: z.boolean() }))
  .query(async ({ ctx }) => ({ asks: await asksSecond(ctx.tx, ctx.today) }));

/** The company names somebody else of its own, and may say that whoever was written to has left. An address that is known already is kept as it is, and nothing is told of it. */
export const nameSecond = procedure('organisation.nameSecond')
  .input(nameSecondSchema)
  .output(z.object({ kept: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    const { gone, ...person } = input;
    const organisationId = await companyOf(ctx);
    if (gone && ctx.actor.kind === 'link') await sayAddresseeGone(ctx.tx);
    await ctx.tx
      .insert(organisationContact)
      .values({ ...person, id: newId(), organisationId, structureId: structureOf(ctx), source: 'company' })
      .onConflictDoNothing();
    await recordAudit(ctx, {
      action: 'organisation.nameSecond',
      subjectKind: 'organisation',
      subjectId: organisationId,
      facts: { gone },
    });
    return { kept: true as const };
  });

/** The company of the link, or of the employer who is signed in. */
async function companyOf(ctx: Context & { tx: Tx }): Promise<string> {
  if (ctx.actor.kind !== 'link') return speaker(ctx).membership.organisationId;
  const [row] = await ctx.tx.select({ id: push.employerId }).from(push).where(eq(push.id, ctx.actor.pushId));
  return found(row, 'organisation.not_found').id;
}
