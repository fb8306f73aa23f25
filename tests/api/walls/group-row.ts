import { insertGroup } from '@jonction/db/contract/consortium';
import { hourTransfer } from '@jonction/db/contract/consortium-tables';
import { lotHolder } from '@jonction/db/contract/tables';
import { newId } from '@jonction/db/new-id';
import { makeOrganisation } from '../../support/people.ts';
import type { Product } from '../../support/product.ts';

interface Laying {
  structureId: string;
  contractId: string;
  clauseId: string;
  lotId: string;
  buyerId: string;
  employerId: string;
  secretName: string;
}

/** The register names companies to every team: only the reason of the transfer is a secret. The company shares its clause with another one, which asks it to take hours over. */
export async function layGroup(product: Product, { secretName, employerId, lotId, ...of }: Laying) {
  const { structureId, contractId, clauseId, buyerId } = of;
  const peerId = await makeOrganisation(product, 'employer', 'Peinture Amiel');
  const hourTransferId = newId();
  await product.system.as({ kind: 'system' }, async (tx) => {
    const [clause] = await tx.execute<{ hours: number }>(
      `select due_hours as hours from clause where id = '${clauseId}'`,
    );
    const dueCentihours = 100 * (clause?.hours ?? 0);
    await tx.insert(lotHolder).values({ lotId, contractId, buyerId, organisationId: peerId });
    const part = { shareBps: 5000, fixedCentihours: null, invoicedCents: 0, centihours: dueCentihours / 2 };
    await insertGroup(tx, {
      ...{ clauseId, structureId, contractId, buyerId, mode: 'bps', liability: 'joint', leadId: employerId },
      ...{ dueCentihours, cause: 'set', recordedBy: null },
      parts: [employerId, peerId].map((organisationId) => ({ ...part, organisationId })),
    });
    await tx.insert(hourTransfer).values({
      ...{ id: hourTransferId, structureId, contractId, clauseId, sellerId: employerId, purchaserId: peerId },
      ...{ centihours: 100, priceCents: 2_004, totalCents: 2_004, reason: secretName, proposerId: peerId },
    });
  });
  return { peerId, hourTransferId };
}
