import type { Tx } from '@jonction/db/client';
import { type CrisisRow, findCrisis } from '@jonction/db/crisis/queries';
import { allowedCrisisActs, type CrisisAct } from '@jonction/domain/crisis/crisis';
import { found, Refuse } from '../refuse.ts';

/** An emergency of the team's that allows an act, held until the end of the transaction: of two acts at once, one comes too late. */
export async function requireAct(tx: Tx, crisisId: string, act: CrisisAct): Promise<CrisisRow> {
  const row = found(await findCrisis(tx, crisisId, true), 'crisis.not_found');
  if (!allowedCrisisActs(row.state).includes(act)) throw new Refuse('crisis.act_not_allowed');
  return row;
}
