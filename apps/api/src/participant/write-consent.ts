import type { Tx } from '@jonction/db/client';
import { consentEvent } from '@jonction/db/participant/tables';
import { type ConsentWay, consentTextVersion } from '@jonction/domain/participant/consent';
import type { Context } from '../context.ts';
import { speaker } from '../speaker.ts';

/** One more line of the agreement; the base shows the last one on the person. */
export async function writeConsent(
  ctx: Context & { tx: Tx },
  event: { participantId: string; structureId: string; type: 'given' | 'withdrawn'; way: ConsentWay; on: string },
): Promise<void> {
  await ctx.tx
    .insert(consentEvent)
    .values({ ...event, textVersion: consentTextVersion, recordedBy: speaker(ctx).userId });
}
