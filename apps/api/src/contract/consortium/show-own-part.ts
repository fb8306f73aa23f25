import type { Tx } from '@jonction/db/client';
import {
  hoursByEmployer,
  listGroups,
  listMemberParts,
  listMoves,
  listPeers,
  listTransfers,
} from '@jonction/db/contract/consortium';
import { clause, contract, lot } from '@jonction/db/contract/tables';
import { listSignaturesOf } from '@jonction/db/signature/queries';
import { maySignForCompany } from '@jonction/domain/access/company-team';
import { liabilities, shareModes } from '@jonction/domain/contract/consortium';
import { balanceOf } from '@jonction/domain/contract/member-balance';
import { paidCents, stateOf } from '@jonction/domain/contract/transfer';
import { endOfParisDay } from '@jonction/domain/shared/day';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { found } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { balanceShape, transferShape } from './shapes.ts';

/** The group of a clause as one of its members knows it: its own part and balance. Whoever is not in it finds nothing. */
export async function ownPart(ctx: Context & { tx: Tx }, clauseId: string, knownAt?: Date) {
  const { organisationId } = speaker(ctx).membership;
  const [known] = await listGroups(ctx.tx, [clauseId], knownAt);
  const group = found(known, 'contract.group_not_found');
  const [part] = await listMemberParts(ctx.tx, [group]);
  const { centihours: dueCentihours, ...share } = found(part, 'contract.group_not_found');
  const doneCentihours =
    (await hoursByEmployer(ctx.tx, clauseId, { knownAt, until: group.endedOn })).get(organisationId) ?? 0;
  const moves = await listMoves(ctx.tx, clauseId, knownAt);
  return { group, share, balance: balanceOf({ organisationId, dueCentihours, doneCentihours }, moves) };
}

/**
 * What a company owes in its group, did and has left, and the transfers that it signed or is asked to sign, as known on a day. Nothing
 * of the parts of the others, nor of what they transfer between them.
 */
export const showOwnPart = procedure('contract.showOwnPart')
  .input(z.object({ clauseId: z.uuid(), knownOn: daySchema.optional() }))
  .output(
    z.object({
      clauseId: z.string(),
      contractId: z.string(),
      object: z.string(),
      reference: z.string(),
      lotNumber: z.string().nullable(),
      organisationId: z.string(),
      name: z.string(),
      mode: z.enum(shareModes),
      liability: z.enum(liabilities).nullable(),
      leadName: z.string().nullable(),
      leads: z.boolean(),
      /** The last day of the group, and why it ended; null while it lives. */
      endedOn: z.string().nullable(),
      endReason: z.string().nullable(),
      /** Of the whole group, as the contract says it. */
      obligationCentihours: z.number(),
      shareBps: z.number().nullable(),
      fixedCentihours: z.number().nullable(),
      invoicedCents: z.number(),
      balance: balanceShape,
      /** To be paid by the others, below zero to pay. */
      netCents: z.number(),
      /** The other members: with whom a transfer may be agreed. */
      peers: z.array(z.object({ id: z.string(), name: z.string() })),
      transfers: z.array(transferShape),
      /** Her company's word is its managers'. */
      maySign: z.boolean(),
      today: z.string(),
    }),
  )
  .query(async ({ ctx, input: { clauseId, knownOn } }) => {
    const { tx } = ctx;
    const { organisationId, companyRole } = speaker(ctx).membership;
    const knownAt = knownOn ? endOfParisDay(knownOn) : undefined;
    const [row] = await tx
      .select({ contract, lotNumber: lot.number })
      .from(clause)
      .innerJoin(contract, eq(contract.id, clause.contractId))
      .innerJoin(lot, eq(lot.id, clause.lotId))
      .where(eq(clause.id, clauseId));
    const of = found(row, 'contract.clause_not_found');
    const { group, share, balance } = await ownPart(ctx, clauseId, knownAt);
    const peers = await listPeers(tx, clauseId);
    const transfers = await listTransfers(tx, { clauseId }, knownAt);
    const ids = transfers.map(({ id }) => id);
    const signatures = await listSignaturesOf(tx, 'transfer', ids, ctx.today);
    return {
      ...{ clauseId, contractId: of.contract.id, object: of.contract.object, reference: of.contract.reference },
      lotNumber: of.lotNumber,
      organisationId,
      name: share.name,
      mode: group.mode,
      liability: group.liability,
      leadName: peers.find(({ id }) => id === group.leadId)?.name ?? null,
      leads: group.leadId === organisationId,
      endedOn: group.endedOn,
      endReason: group.reason,
      obligationCentihours: group.dueCentihours,
      shareBps: share.shareBps,
      fixedCentihours: share.fixedCentihours,
      invoicedCents: share.invoicedCents,
      balance,
      netCents: paidCents(
        organisationId,
        transfers.filter((one) => stateOf(one) === 'signed'),
      ),
      peers: peers.filter(({ id }) => id !== organisationId),
      transfers: transfers.map((one) => ({ ...one, state: stateOf(one), signature: signatures.get(one.id) ?? null })),
      maySign: maySignForCompany(companyRole).ok,
      today: ctx.today,
    };
  });
