import { readPauses } from '@jonction/db/crisis/queries';
import { findOffer } from '@jonction/db/offer/queries';
import { listSilentOffers, setAside } from '@jonction/db/offer/silence';
import { offer } from '@jonction/db/offer/tables';
import { silenceOf } from '@jonction/domain/offer/silence';
import { parisDayOf } from '@jonction/domain/shared/day';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { JobContext } from '../jobs/start.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/** "Still open?" Yes: the days start again. */
export const confirmOpen = procedure('offer.confirmOpen')
  .input(z.object({ offerId: z.uuid() }))
  .output(z.object({ offerId: z.string() }))
  .mutation(async ({ ctx, input: { offerId } }) => {
    const known = found(await findOffer(ctx.tx, offerId), 'offer.not_found');
    if (known.offer.status !== 'open') throw new Refuse('offer.not_open');
    await ctx.tx.update(offer).set({ stillOpenAt: new Date() }).where(eq(offer.id, offerId));
    await recordAudit(ctx, { action: 'offer.confirmOpen', subjectKind: 'offer', subjectId: offerId });
    return { offerId };
  });

/**
 * Puts aside at night the offers that nobody spoke of for 45 days. Closed and no more: its CVs stay where they are, and one click
 * opens it again. An emergency that holds their letters back holds this back too.
 */
export async function setAsideSilentOffers(
  { database }: Pick<JobContext, 'database'>,
  today = parisDayOf(new Date()),
): Promise<void> {
  await database.as({ kind: 'system' }, async (tx) => {
    const pauses = await readPauses(tx, today);
    const silent = (await listSilentOffers(tx, today)).filter(
      ({ since, structureId }) => silenceOf(since, today) === 'aside' && !pauses.get(structureId)?.has('offers'),
    );
    await setAside(
      tx,
      silent.map(({ id }) => id),
      today,
    );
    await emit(
      tx,
      ...silent.map(({ id, structureId }) => ({ type: 'offer.set_aside' as const, structureId, subjectId: id })),
    );
  });
}
