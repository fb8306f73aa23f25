import { findSearch } from '@jonction/db/bank/searches';
import type { Tx } from '@jonction/db/client';
import type { Context } from '../context.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';

/** A search that whoever asks may change: her own, or a shared one where she leads the team. */
export async function searchToChange(ctx: Context & { tx: Tx }, searchId: string) {
  const row = found(await findSearch(ctx.tx, searchId), 'bank.search_not_found');
  const { userId, membership } = speaker(ctx);
  if (row.ownerId !== userId && membership.role !== 'lead') throw new Refuse('bank.search_not_yours');
  return row;
}
