import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { contract } from '../contract/tables.ts';
import { organisation } from '../organisation/tables.ts';
import { offer } from './tables.ts';

/** Every open offer of a structure, as matching reads it, with what a list says of it. One statement whatever their number. */
export async function loadOpenOffers(tx: Tx, structureId: string) {
  return tx
    .select({ offer, employerName: organisation.name, contractObject: contract.object })
    .from(offer)
    .innerJoin(organisation, eq(organisation.id, offer.employerId))
    .leftJoin(contract, eq(contract.id, offer.contractId))
    .where(and(eq(offer.structureId, structureId), eq(offer.status, 'open')))
    .orderBy(asc(offer.startsOn), asc(offer.id));
}
