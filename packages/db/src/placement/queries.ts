import type { Day } from '@jonction/domain/shared/day';
import { and, count, desc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { clause, contract, lot } from '../contract/tables.ts';
import { organisation } from '../organisation/tables.ts';
import { placement } from './tables.ts';

export interface PlacementFilter {
  clauseId?: string;
  contractId?: string;
  participantId?: string;
  employerId?: string;
  /** Running on at least one day between these. */
  running?: { from: Day; to: Day };
  page: number;
  pageSize: number;
}

/** Hires, the latest first. An employer gets its own; nobody gets why a person is eligible. */
export async function listPlacements(tx: Tx, filter: PlacementFilter) {
  const where = and(
    filter.clauseId ? eq(placement.clauseId, filter.clauseId) : undefined,
    filter.contractId ? eq(placement.contractId, filter.contractId) : undefined,
    filter.participantId ? eq(placement.participantId, filter.participantId) : undefined,
    filter.employerId ? eq(placement.employerId, filter.employerId) : undefined,
    filter.running
      ? and(
          lte(placement.startsOn, filter.running.to),
          or(isNull(placement.endsOn), gte(placement.endsOn, filter.running.from)),
        )
      : undefined,
  );
  const rows = await tx
    .select({
      id: placement.id,
      number: placement.number,
      participantId: placement.participantId,
      workerName: placement.workerName,
      employerId: placement.employerId,
      employerName: organisation.name,
      contractId: placement.contractId,
      contractNumber: contract.number,
      contractReference: contract.reference,
      contractObject: contract.object,
      lotNumber: lot.number,
      clauseId: placement.clauseId,
      windowKind: placement.windowKind,
      executionMode: placement.executionMode,
      weeklyHours: placement.weeklyHours,
      startsOn: placement.startsOn,
      endsOn: placement.endsOn,
      eligibleTo: placement.eligibleTo,
    })
    .from(placement)
    .innerJoin(organisation, eq(organisation.id, placement.employerId))
    .innerJoin(contract, eq(contract.id, placement.contractId))
    .innerJoin(lot, eq(lot.id, placement.lotId))
    .where(where)
    .orderBy(desc(placement.startsOn), placement.id)
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize);
  const [total] = await tx.select({ count: count() }).from(placement).where(where);
  return { rows, total: total?.count ?? 0 };
}

export type PlacementRow = Awaited<ReturnType<typeof listPlacements>>['rows'][number];

/** What judging hours reads of some placements, one statement whatever their number. */
export async function readPlacementFacts(tx: Tx, placementIds: readonly string[]) {
  if (placementIds.length === 0) return [];
  return tx
    .select({
      id: placement.id,
      participantId: placement.participantId,
      employerId: placement.employerId,
      from: placement.startsOn,
      to: placement.endsOn,
      structure: placement.structureId,
      buyer: placement.buyerId,
      contract: placement.contractId,
      lotId: placement.lotId,
      clause: placement.clauseId,
      territory: sql<string | null>`(select territory from organisation where id = ${placement.structureId})`,
      hourBasis: clause.hourBasis,
      eligibleFrom: placement.eligibleFrom,
      eligibleTo: placement.eligibleTo,
    })
    .from(placement)
    .innerJoin(clause, eq(clause.id, placement.clauseId))
    .where(sql`${placement.id} = any(${sql.param([...placementIds])}::uuid[])`)
    .orderBy(placement.id);
}
