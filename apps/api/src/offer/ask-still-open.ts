import type { Tx } from '@jonction/db/client';
import { offerLink } from '@jonction/db/offer/link-tables';
import { listOffersToAsk, type OfferToAsk } from '@jonction/db/offer/still-open';
import { asksByItself, mayAskStillOpen, stillOpenLinkDays } from '@jonction/domain/offer/still-open';
import { isWorkingDay } from '@jonction/domain/reference/working-days';
import { parisDayOf } from '@jonction/domain/shared/day';
import { formatDay } from '@jonction/domain/shared/typography';
import { stillOpenLetter } from '@jonction/messages/still-open-letter';
import { z } from 'zod';
import { newToken } from '../access/token.ts';
import { recordAudit } from '../audit/record.ts';
import type { JobContext } from '../jobs/start.ts';
import { writeMessage } from '../message/write.ts';
import { found, settle } from '../refuse.ts';
import { procedure } from '../trpc.ts';

const dayMs = 24 * 3600 * 1000;

/** The company is asked now whether an offer is still open, by a letter with a page to answer. */
export const askStillOpen = procedure('offer.askStillOpen')
  .input(z.object({ offerId: z.uuid() }))
  .output(z.object({ address: z.string() }))
  .mutation(async ({ ctx, input: { offerId } }) => {
    const [row] = await listOffersToAsk(ctx.tx, offerId);
    const offer = found(row, 'offer.not_found');
    const address = settle(mayAskStillOpen(offer, ctx.today));
    await writeQuestion(ctx.tx, offer, address, ctx);
    await recordAudit(ctx, { action: 'offer.askStillOpen', subjectKind: 'offer', subjectId: offerId });
    return { address };
  });

/**
 * One morning: the companies of offers that nobody spoke of for thirty days are asked. Not on a day off, nor where no relay takes
 * letters; one letter to an address; running twice asks once.
 */
export async function askSilentOffers(
  { database, publicUrl, relay, log }: Pick<JobContext, 'database' | 'publicUrl' | 'log'> & { relay: unknown },
  now = new Date(),
): Promise<void> {
  const today = parisDayOf(now);
  if (!relay || !isWorkingDay(today)) return;
  const written = new Set<string>();
  await database.as({ kind: 'system' }, async (tx) => {
    for (const offer of await listOffersToAsk(tx)) {
      if (offer.address === null || written.has(offer.address) || !asksByItself(offer, today)) continue;
      await writeQuestion(tx, offer, offer.address, { publicUrl });
      written.add(offer.address);
    }
  });
  if (written.size > 0) log.info({ letters: written.size }, 'companies asked about offers');
}

async function writeQuestion(
  tx: Tx,
  offer: OfferToAsk,
  address: string,
  { publicUrl }: { publicUrl: string },
): Promise<void> {
  const { token, hash } = newToken();
  const letter = stillOpenLetter({
    ...offer,
    recipientName: offer.contactName,
    openedOn: formatDay(offer.openedOn, 'fr'),
    url: `${publicUrl}/offre/${token}`,
  });
  const { id: offerId, structureId } = offer;
  const messageId = await writeMessage(tx, letter, {
    structureId,
    to: address,
    toName: offer.contactName,
    about: { kind: 'offer', id: offerId },
  });
  const expiresAt = new Date(Date.now() + stillOpenLinkDays * dayMs);
  await tx.insert(offerLink).values({ structureId, offerId, address, tokenHash: hash, messageId, expiresAt });
}
