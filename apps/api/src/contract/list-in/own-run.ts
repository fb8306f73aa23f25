import type { Tx } from '@jonction/db/client';
import { lockRun } from '@jonction/db/import/queries';
import { found, Refuse } from '../../refuse.ts';
import { contractsKind } from './start-run.ts';

/** A list of contracts of the team, held until the end of the transaction. */
export async function ownRun(tx: Tx, runId: string) {
  const run = found(await lockRun(tx, runId), 'contract.import_not_found');
  if (run.kind !== contractsKind) throw new Refuse('contract.import_not_found');
  return run;
}
