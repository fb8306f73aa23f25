import type { Tx } from '@jonction/db/client';
import { clause, contract } from '@jonction/db/contract/tables';
import { clauseCategoriesSchema } from '@jonction/domain/contract/clause';
import { contractWords } from '@jonction/domain/contract/words';
import { categorySetOn } from '@jonction/domain/eligibility/category';
import type { OfferInput } from '@jonction/domain/offer/offer';
import type { Day } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import { eq } from 'drizzle-orm';
import { locate } from '../reference/locate.ts';
import { found, Refuse } from '../refuse.ts';

/** Statuses in which a contract may take somebody on: services go on while sites are stopped. */
const hiring: readonly string[] = ['notified', 'active', 'stopped'];

/** The clause an offer honours, with the categories it accepts on the day of the hire. Refused where no hire is expected. */
export async function findClauseForOffer(tx: Tx, clauseId: string, hireDay: Day) {
  const [row] = await tx
    .select({ clause, status: contract.status })
    .from(clause)
    .innerJoin(contract, eq(contract.id, clause.contractId))
    .where(eq(clause.id, clauseId));
  const { clause: honoured, status } = found(row, 'offer.clause_not_found');
  if (!hiring.includes(status)) {
    throw new Refuse(
      'offer.contract_not_live',
      { status: sentence(contractWords, 'fr', `contract.status.${status}`) },
      'clauseId',
    );
  }
  return {
    clauseId: honoured.id,
    contractId: honoured.contractId,
    lotId: honoured.lotId,
    categories: (categorySetOn(clauseCategoriesSchema.parse(honoured.categories), hireDay)?.categories ?? []).map(
      ({ code }) => code,
    ),
  };
}

/** The columns that the input fills, with the place of its postal code. */
export async function offerColumns(tx: Tx, input: OfferInput) {
  const place = await locate(tx, input.postalCode, input.placeLabel);
  if (!place) throw new Refuse('offer.place_unknown', {}, 'postalCode');
  return { ...input, placeLabel: input.placeLabel || place.name, latitude: place.latitude, longitude: place.longitude };
}
