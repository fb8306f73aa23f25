import type { Tx } from '@jonction/db/client';
import { offerLink } from '@jonction/db/offer/link-tables';
import { listOffersToAsk, lockOffer, type OfferToAsk } from '@jonction/db/offer/still-open';
import { asksByItself, mayAskStillOpen, stillOpenLinkDays } from '@jonction/domain/offer/still-open';
import { formatDay } from '@jonction/domain/shared/typography';
import { stillOpenLetter } from '@jonction/messages/still-open-letter';
import { z } from 'zod';
import { newToken } from '../access/token.ts';
import { recordAudit } from '../audit/record.ts';
import { type MorningJob, morningOfLetters } from '../message/morning.ts';
import { writeMessage } from '../message/write.ts';
import { found, settle } from '../refuse.ts';
import { procedure } from '../trpc.ts';

const dayMs = 24 * 3600 * 1000;

/** The company is asked now whether an offer is still open, by a letter with a page to answer. */
export const askStillOpen = procedure('offer.askStillOpen')
  .input(z.object({ offerId: z.uuid() }))
  .output(z.object({ address: z.string() }))
  .mutation(async ({ ctx, input: { offerId } }) => {
    await lockOffer(ctx.tx, offerId);
    const [row] = await listOffersToAsk(ctx.tx, offerId);
    const offer = found(row, 'offer.not_found');
    const address = settle(mayAskStillOpen(offer, ctx.today));
    await writeQuestion(ctx.tx, offer, address, ctx);
    await recordAudit(ctx, { action: 'offer.askStillOpen', subjectKind: 'offer', subjectId: offerId });
    return { address };
  });

const morning = { cadence: 'offers', told: 'companies asked about offers' } as const;

/**
 * One morning: the companies of offers that nobody spoke of for thirty days are asked. Not on a day off, nor where no relay takes
 * letters; one letter to an address; running twice asks once.
 */
export async function askSilentOffers(job: MorningJob, now = new Date()): Promise<void> {
  await morningOfLetters(job, now, morning, async ({ tx, today, publicUrl, written, paused }) => {
    for (const offer of await listOffersToAsk(tx)) {
      if (offer.address === null || written.has(offer.address) || !asksByItself(offer, today)) continue;
      if (paused(offer.structureId)) continue;
      await writeQuestion(tx, offer, offer.address, { publicUrl });
      written.add(offer.address);
    }
  });
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
