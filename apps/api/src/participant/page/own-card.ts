import type { Tx } from '@jonction/db/client';
import type { Card } from '@jonction/domain/positioning/card';
import { cardOf, findCandidates } from '../../positioning/candidates.ts';

/** A company that is none: the card is the same for all. */
const nobody = { id: '00000000-0000-0000-0000-000000000000', name: '' };

/** What the next company would read of a person: made by the very function that sends it. `hasCv`: without one nothing leaves. */
export async function ownCard(tx: Tx, participantId: string): Promise<{ card: Card; hasCv: boolean } | null> {
  const [candidate] = await findCandidates(tx, [participantId], { offer: null, employer: nobody });
  return candidate ? { card: cardOf(candidate), hasCv: candidate.cvId !== null } : null;
}
