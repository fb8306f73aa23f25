import type { Day } from '@jonction/domain/shared/day';
import { and, count, desc, eq, gt, gte, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { clause, contract, lot } from '../contract/tables.ts';
import { organisation } from '../organisation/tables.ts';
import { placement } from './tables.ts';

export const placementStates = ['running', 'upcoming', 'ended'] as const;
export type PlacementState = (typeof placementStates)[number];

export interface PlacementFilter {
  id?: string;
  clauseId?: string;
  contractId?: string;
  participantId?: string;
  employerId?: string;
  structureId?: string;
  /** Running on at least one day between these. */
  running?: { from: Day; to: Day };
  /** Where the work contract stands on a day. */
  standing?: { state: PlacementState; on: Day };
  /** Begun on one of these days. */
  startsFrom?: Day;
  startsTo?: Day;
  /** A worker, a company or a contract, in any spelling. */
  text?: string;
  page: number;
  pageSize: number;
}

function conditions({ standing, text, running, ...of }: PlacementFilter): SQL | undefined {
  const started = standing ? lte(placement.startsOn, standing.on) : undefined;
  return and(
    of.id ? eq(placement.id, of.id) : undefined,
    of.clauseId ? eq(placement.clauseId, of.clauseId) : undefined,
    of.contractId ? eq(placement.contractId, of.contractId) : undefined,
    of.participantId ? eq(placement.participantId, of.participantId) : undefined,
    of.employerId ? eq(placement.employerId, of.employerId) : undefined,
    of.structureId ? eq(placement.structureId, of.structureId) : undefined,
    of.startsFrom ? gte(placement.startsOn, of.startsFrom) : undefined,
    of.startsTo ? lte(placement.startsOn, of.startsTo) : undefined,
    running
      ? and(lte(placement.startsOn, running.to), or(isNull(placement.endsOn), gte(placement.endsOn, running.from)))
      : undefined,
    standing?.state === 'upcoming' ? gt(placement.startsOn, standing.on) : undefined,
    standing?.state === 'ended' ? lt(placement.endsOn, standing.on) : undefined,
    standing?.state === 'running'
      ? and(started, or(isNull(placement.endsOn), gte(placement.endsOn, standing.on)))
      : undefined,
    text
      ? sql`app.plain(${placement.workerName} || ' ' || ${organisation.name} || ' ' || ${contract.object} || ' ' || ${contract.reference} || ' ' || ${placement.number})
          like '%' || app.plain(${text.replaceAll(/[%_\\]/g, '')}) || '%'`
      : undefined,
  );
}

/** Hires, the latest first. An employer gets its own; nobody gets why a person is eligible. */
export async function listPlacements(tx: Tx, filter: PlacementFilter) {
  const where = conditions(filter);
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
      snapshotNumber: sql<number | null>`(select number::int from placement s where s.id = ${placement.snapshotOf})`,
      byDerogation: sql<boolean>`${placement.derogationId} is not null`,
    })
    .from(placement)
    .innerJoin(organisation, eq(organisation.id, placement.employerId))
    .innerJoin(contract, eq(contract.id, placement.contractId))
    .innerJoin(lot, eq(lot.id, placement.lotId))
    .where(where)
    .orderBy(desc(placement.startsOn), placement.id)
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize);
  const [total] = await tx
    .select({ count: count() })
    .from(placement)
    .innerJoin(organisation, eq(organisation.id, placement.employerId))
    .innerJoin(contract, eq(contract.id, placement.contractId))
    .where(where);
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
