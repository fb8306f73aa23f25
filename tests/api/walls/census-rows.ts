import { insertAsks } from '@jonction/db/census/campaign';
import { censusCampaign } from '@jonction/db/census/campaign-tables';
import { newId } from '@jonction/db/new-id';
import { directorate } from '@jonction/db/organisation/directorate-tables';
import type { Product } from '../../support/product.ts';

const system = { kind: 'system' } as const;

interface Asked {
  structureId: string;
  buyerId: string;
  contractId: string;
  userId: string;
  secretName: string;
}

/** A census that asks the buyer of one structure about its contract, and a directorate of that buyer. */
export async function layCensus(product: Product, { structureId, buyerId, contractId, userId, secretName }: Asked) {
  const [campaignId, directorateId] = [newId(), newId()];
  await product.system.as(system, async (tx) => {
    await tx.insert(directorate).values({ id: directorateId, buyerId, name: secretName });
    await tx.insert(censusCampaign).values({
      ...{ id: campaignId, structureId, title: secretName, letter: secretName, openedBy: userId },
      ...{ openedOn: '2026-03-01', dueOn: '2026-04-30' },
    });
    await insertAsks(tx, { campaignId, structureId }, [{ buyerId, directorateId: null, contractIds: [contractId] }]);
  });
  const [ask] = await product.system.client<
    { id: string }[]
  >`select id from census_ask where campaign_id = ${campaignId}`;
  return { campaignId, directorateId, askId: ask?.id ?? '' };
}
