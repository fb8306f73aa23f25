import { contract } from '@jonction/db/contract/tables';
import { newId } from '@jonction/db/new-id';
import { publishedAmendment, publishedPair } from '@jonction/db/published/tables';
import type { Product } from '../../support/product.ts';

const system = { kind: 'system' } as const;

interface Decided {
  structureId: string;
  contractId: string;
  buyerId: string;
  userId: string;
  secretName: string;
}

/** A contract that open data publishes, what the team decided of another, and an amendment that it refused. */
export async function layPublished(
  product: Product,
  { structureId, contractId, buyerId, userId, secretName }: Decided,
) {
  const [openId, decidedId, pairId, amendmentId] = [newId(), newId(), newId(), newId()];
  const amendmentKey = `2026-01-01 | 24 | | ${secretName}`;
  await product.system.as(system, async (tx) => {
    await tx.insert(contract).values(
      [openId, decidedId].map((id) => ({
        ...{ id, buyerId, reference: id.slice(-12), object: 'Nettoyage publié', source: 'decp' as const },
        openData: { buyerId: '', contractId: id, publications: [] },
      })),
    );
    const decided = { structureId, contractId, openId: decidedId, decidedBy: userId, reason: secretName };
    await tx.insert(publishedPair).values({ ...decided, id: pairId, verdict: 'different' });
    await tx.insert(publishedAmendment).values({
      ...{ ...decided, id: amendmentId, key: amendmentKey, verdict: 'refused' },
      said: { key: amendmentKey, on: null, object: null, endsOn: null, months: null, amountCents: null, holders: null },
    });
  });
  return { openId, pairId, amendmentId, amendmentKey };
}
