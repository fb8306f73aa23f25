import { legalLetter, legalText, legalTextVersion } from '@jonction/db/legal/tables';
import { newId } from '@jonction/db/new-id';
import { system } from '../../support/hiring.ts';
import type { Product } from '../../support/product.ts';

interface Of {
  structureId: string;
  buyerId: string;
  userId: string;
  secretName: string;
}

/** A text of one structure, that it wrote to its buyer about. */
export async function layLegal(product: Product, { structureId, buyerId, userId, secretName }: Of) {
  const [textId, textVersionId] = [newId(), newId()];
  const base = { textId, structureId };
  await product.system.as(system, async (tx) => {
    await tx.insert(legalText).values({ id: textId, structureId, createdBy: userId });
    await tx.insert(legalTextVersion).values({
      ...{ ...base, id: textVersionId, version: 1, title: secretName, source: secretName, summary: secretName },
      ...{ validFrom: '2026-01-01', scope: 'national', savedBy: userId },
    });
    await tx.insert(legalLetter).values({
      ...{ ...base, versionId: textVersionId, buyerId, address: 'textes@acheteur.test', toName: secretName },
      ...{ reminder: false, tokenHash: newId(), sentBy: userId, sentOn: '2026-01-02' },
      expiresAt: new Date(Date.now() + 86_400_000),
    });
  });
  return { textId, textVersionId };
}
