import type { Tx } from '@jonction/db/client';
import { countWaiting } from '@jonction/db/positioning/count-waiting';
import { capsSetting, checkCaps } from '@jonction/domain/positioning/caps';
import type { Context } from '../context.ts';
import { structureSettings } from '../organisation/settings.ts';
import { settle } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import type { Target } from './candidates.ts';

/** Refuses a sending that would leave more CVs waiting than the structure allows, with the cap and what already waits. */
export async function keepToCaps(ctx: Context & { tx: Tx }, { offer, employer }: Target, more: number): Promise<void> {
  const structureId = structureOf(ctx);
  const caps = await structureSettings(ctx.tx, structureId, capsSetting);
  const waiting = await countWaiting(ctx.tx, { structureId, employerId: employer.id, offerId: offer?.id ?? null });
  settle(checkCaps(caps, { ...waiting, employer: employer.name }, more));
}
