import {
  bankQuery,
  bankWord,
  savedSearch,
  searchAlert,
  searchFind,
  shortlist,
  shortlistMember,
} from '@jonction/db/bank/tables';
import { newId } from '@jonction/db/new-id';
import { system } from '../../support/hiring.ts';
import type { Product } from '../../support/product.ts';

/** What a team keeps of its bank: a search with an alert that found somebody, and a list with the same person. */
export async function layBank(
  product: Product,
  of: { structureId: string; userId: string; participantId: string; secretName: string },
): Promise<{ searchId: string; shortlistId: string; queryStems: string; ownWordId: string }> {
  const { structureId, userId, participantId, secretName } = of;
  const searchId = newId();
  const shortlistId = newId();
  const ownWordId = newId();
  const queryStems = secretName.toLowerCase();
  await product.system.as(system, async (tx) => {
    const filters = { text: secretName, mine: false };
    await tx
      .insert(savedSearch)
      .values({ id: searchId, structureId, ownerId: userId, name: secretName, shared: true, filters });
    await tx.insert(searchAlert).values({ searchId, userId, structureId, pace: 'daily' });
    await tx.insert(searchFind).values({ searchId, userId, structureId, participantId });
    await tx.insert(shortlist).values({ id: shortlistId, structureId, name: secretName, createdBy: userId });
    await tx.insert(shortlistMember).values({ shortlistId, participantId, structureId, note: secretName });
    const asked = { structureId, words: secretName, stems: queryStems, askedBy: userId, results: 0, unfiltered: 0 };
    await tx.insert(bankQuery).values(asked);
    const word = { structureId, words: `${secretName} du soir`, stems: `${queryStems} soir`, romeCode: 'K2204' };
    await tx.insert(bankWord).values({ id: ownWordId, ...word });
  });
  return { searchId, shortlistId, queryStems, ownWordId };
}
