import type { Tx } from '@jonction/db/client';
import { type AmendedRow, readAmended } from '@jonction/db/published/amendments';
import { publishedAmendments } from '@jonction/documents/decp/proposals';
import type { StoredContract } from '@jonction/documents/decp/stored';
import { amendmentsToPropose, type PublishedAmendment } from '@jonction/domain/published/amendment';

export interface Proposed {
  contract: AmendedRow;
  amendment: PublishedAmendment;
}

/** Every published amendment that waits for the team, contract by contract, each in the order of its days. One statement. */
export async function proposedAmendments(tx: Tx, structureId: string): Promise<Proposed[]> {
  const rows = await readAmended(tx, structureId);
  return rows.flatMap((contract) => {
    // Written by the importer and by nothing else.
    const published = publishedAmendments(contract.published as StoredContract[]);
    const proposed = amendmentsToPropose(published, contract, new Set(contract.decided));
    return proposed.map((amendment) => ({ contract, amendment }));
  });
}
