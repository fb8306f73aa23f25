import type { Tx } from '@jonction/db/client';
import { clause } from '@jonction/db/contract/tables';
import { newId } from '@jonction/db/new-id';
import { participant } from '@jonction/db/participant/tables';
import { placement } from '@jonction/db/placement/tables';
import { addDays, addMonths } from '@jonction/domain/shared/day';
import { eq } from 'drizzle-orm';

type PlacementRow = typeof placement.$inferInsert;

export interface PlacementTraits
  extends Partial<Omit<PlacementRow, 'structureId' | 'contractId' | 'lotId' | 'buyerId' | 'sealedCategories'>> {
  participantId: string;
  clauseId: string;
  employerId: string;
}

/**
 * A hire on a clause, fixed-term from 2 March 2026 without an end, eligible 24 months, unless traits say otherwise: as if its
 * eligibility had been judged (the categories that opened it are not kept). The transaction must be the system's.
 */
export async function makePlacement(tx: Tx, traits: PlacementTraits): Promise<{ id: string; number: number }> {
  const [honoured] = await tx.select().from(clause).where(eq(clause.id, traits.clauseId));
  const [person] = await tx.select().from(participant).where(eq(participant.id, traits.participantId));
  if (!honoured || !person) throw new Error('a placement needs its clause and its person');
  const startsOn = traits.startsOn ?? '2026-03-02';
  const [row] = await tx
    .insert(placement)
    .values({
      id: newId(),
      structureId: honoured.structureId,
      contractId: honoured.contractId,
      lotId: honoured.lotId,
      buyerId: honoured.buyerId,
      workerName: `${person.firstName} ${person.lastName}`,
      windowKind: 'fixed_term',
      weeklyHours: 35,
      startsOn,
      eligibleFrom: startsOn,
      eligibleTo: addDays(addMonths(startsOn, 24), -1),
      sealedCategories: Buffer.alloc(1),
      ...traits,
    })
    .returning({ id: placement.id, number: placement.number });
  if (!row) throw new Error('the placement was not kept');
  return row;
}
