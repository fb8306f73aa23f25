import type { Tx } from '@jonction/db/client';
import { plannedAct } from '@jonction/db/programme/tables';
import type { PlannedStatus } from '@jonction/domain/programme/life';
import type { Context } from '../context.ts';
import { speaker } from '../speaker.ts';

interface ActOn {
  id: string;
  structureId: string;
  buyerId: string;
  status: PlannedStatus;
}

interface Done {
  act: string;
  to?: PlannedStatus;
  on?: string;
  why?: string | null;
  facts?: Record<string, string | number | null>;
}

/** One line of the log of a planned contract: who did what, when, why. */
export async function logAct(
  ctx: Context & { tx: Tx },
  { id, structureId, buyerId, status }: ActOn,
  { act, to = status, on = ctx.today, why = null, facts = {} }: Done,
): Promise<void> {
  const { userId, membership } = speaker(ctx);
  const byRole = membership.role === 'lead' || membership.role === 'buyer' ? membership.role : 'facilitator';
  await ctx.tx.insert(plannedAct).values({
    ...{ plannedId: id, structureId, buyerId, act, onDay: on, why, facts },
    ...{ fromStatus: act === 'added' ? null : status, toStatus: to, byUser: userId, byRole },
  });
}
