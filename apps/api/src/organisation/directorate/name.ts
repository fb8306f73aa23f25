import { newId } from '@jonction/db/new-id';
import { directorate } from '@jonction/db/organisation/directorate-tables';
import { listDirectorates } from '@jonction/db/organisation/directorates';
import { directorateNameSchema, nameDirectorate } from '@jonction/domain/organisation/directorate';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { settle } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { keptBuyer, readableDirectorate } from './require.ts';

/** A new directorate of a buyer. Refused: a name that another one that runs has. */
export const createDirectorate = procedure('organisation.createDirectorate')
  .input(z.object({ buyerId: z.uuid().optional(), name: directorateNameSchema }))
  .output(z.object({ directorateId: z.string() }))
  .mutation(async ({ ctx, input: { buyerId: named, name } }) => {
    const { id: buyerId } = await keptBuyer(ctx, named);
    settle(nameDirectorate(name, await listDirectorates(ctx.tx, buyerId), null), 'name');
    const id = newId();
    await ctx.tx.insert(directorate).values({ id, buyerId, name, createdBy: speaker(ctx).userId });
    await recordAudit(ctx, {
      action: 'organisation.createDirectorate',
      subjectKind: 'directorate',
      subjectId: id,
      facts: { buyer: buyerId },
    });
    return { directorateId: id };
  });

/** Its name is corrected everywhere, in the censuses that were asked as well: it is the same directorate. */
export const renameDirectorate = procedure('organisation.renameDirectorate')
  .input(z.object({ directorateId: z.uuid(), name: directorateNameSchema }))
  .mutation(async ({ ctx, input: { directorateId, name } }) => {
    const { buyer, directorate: former } = await readableDirectorate(ctx, directorateId);
    await keptBuyer(ctx, buyer.id);
    settle(nameDirectorate(name, await listDirectorates(ctx.tx, buyer.id), directorateId), 'name');
    await ctx.tx.update(directorate).set({ name }).where(eq(directorate.id, directorateId));
    await recordAudit(ctx, {
      action: 'organisation.renameDirectorate',
      subjectKind: 'directorate',
      subjectId: directorateId,
      facts: { before: former.name, after: name },
    });
  });
