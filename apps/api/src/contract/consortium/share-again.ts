import type { Tx } from '@jonction/db/client';
import {
  type GroupRow,
  insertGroup,
  listGroups,
  listMemberParts,
  type PartOfMember,
} from '@jonction/db/contract/consortium';
import type { BillRow } from '@jonction/db/contract/obligation';
import { partsOf } from '@jonction/domain/contract/consortium';

export interface SharedClause {
  id: string;
  structureId: string;
  contractId: string;
  buyerId: string;
  lotId: string;
  dueCentihours: number;
}

/** What each company invoiced on a lot; an invoice that names nobody is the lead's. */
export function invoicedBy(
  bills: readonly Pick<BillRow, 'kind' | 'holderId' | 'amountCents'>[],
  leadId: string,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { kind, holderId, amountCents } of bills) {
    if (kind !== 'invoice') continue;
    const id = holderId ?? leadId;
    sums.set(id, (sums.get(id) ?? 0) + amountCents);
  }
  return sums;
}

/** The parts of the members of a group on what is owed and invoiced by now, in their order. */
export function partsNow(
  { mode, leadId }: Pick<GroupRow, 'mode' | 'leadId'>,
  known: readonly PartOfMember[],
  { dueCentihours, bills }: { dueCentihours: number; bills: readonly BillRow[] },
) {
  const invoiced = invoicedBy(bills, leadId);
  const shares = known.map(({ clauseId: _, name: __, ...part }) => ({
    ...part,
    invoicedCents: invoiced.get(part.organisationId) ?? 0,
  }));
  const leadIndex = shares.findIndex(({ organisationId }) => organisationId === leadId);
  const centihours = partsOf({ mode, dueCentihours, leadIndex, shares });
  return shares.map((share, index) => ({ ...share, centihours: centihours[index] ?? 0 }));
}

/**
 * Shares again what some clauses owe between the members of their groups, where the obligation or what is invoiced changed. The
 * obligation itself is never touched. Two statements, and those of each group that moves.
 */
export async function shareAgain(
  tx: Tx,
  clauses: readonly SharedClause[],
  billsOf: (lotId: string) => readonly BillRow[],
): Promise<void> {
  const groups = await listGroups(
    tx,
    clauses.map(({ id }) => id),
  );
  if (groups.length === 0) return;
  const parts = Map.groupBy(await listMemberParts(tx, groups), ({ clauseId }) => clauseId);
  for (const group of groups) {
    const { mode, liability, leadId, clauseId, dueCentihours: before } = group;
    const of = clauses.find(({ id }) => id === clauseId);
    const known = parts.get(clauseId) ?? [];
    // A group that ended follows nothing any more.
    if (!of || group.cause === 'ended') continue;
    const { dueCentihours } = of;
    const now = partsNow(group, known, { dueCentihours, bills: billsOf(of.lotId) });
    const same = now.every(
      ({ invoicedCents, centihours }, index) =>
        invoicedCents === known[index]?.invoicedCents && centihours === known[index]?.centihours,
    );
    if (same && dueCentihours === before) continue;
    await insertGroup(tx, {
      ...{ clauseId, structureId: of.structureId, contractId: of.contractId, buyerId: of.buyerId },
      ...{ mode, liability, leadId, dueCentihours, cause: 'due', recordedBy: null, parts: now },
    });
  }
}
