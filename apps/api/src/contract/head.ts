import type { Tx } from '@jonction/db/client';
import { type ContractHead, findHead } from '@jonction/db/contract/write';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';

/**
 * The contract that the speaker may write on: a team on those attached to its structure, a buyer on its own. Writers of
 * one contract take turns, so that two events never both follow the same status.
 */
export async function writableContract(ctx: Context & { tx: Tx }, contractId: string): Promise<ContractHead> {
  const { membership } = speaker(ctx);
  const head = found(await findHead(ctx.tx, contractId, membership.structureId), 'contract.not_found');
  if (membership.role !== 'buyer' && !head.attached) throw new Refuse('contract.attachment_not_found');
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`contract:${contractId}`}, 0))`);
  return head;
}
