import { readUserNames } from '@jonction/db/access/queries';
import {
  hoursByEmployer,
  listGroups,
  listMemberParts,
  listMoves,
  listTransfers,
} from '@jonction/db/contract/consortium';
import { clause, contract, lot, lotHolder } from '@jonction/db/contract/tables';
import { organisation } from '@jonction/db/organisation/tables';
import { listSignaturesOf } from '@jonction/db/signature/queries';
import { staffRoles } from '@jonction/domain/access/role';
import { fixedSharesDrifted, liabilities, shareCauses, shareModes } from '@jonction/domain/contract/consortium';
import { balanceOf } from '@jonction/domain/contract/member-balance';
import { paidCents, stateOf } from '@jonction/domain/contract/transfer';
import { endOfParisDay } from '@jonction/domain/shared/day';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { found } from '../../refuse.ts';
import { speaks } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { balanceShape, transferShape } from './shapes.ts';

/**
 * The group that shares the obligation of a clause: each member's part, what it took over or had taken over, what is done and left, as
 * known on a day. The team reads the transfers too; the buyer reads their hours and no price. A fixed number of statements.
 */
export const showGroup = procedure('contract.showGroup')
  .input(z.object({ clauseId: z.uuid(), knownOn: daySchema.optional() }))
  .output(
    z.object({
      clauseId: z.string(),
      contractId: z.string(),
      object: z.string(),
      reference: z.string(),
      lotNumber: z.string().nullable(),
      groupKind: z.string().nullable(),
      dueCentihours: z.number(),
      /** Companies of the lot, the lead first: who may be in the group. */
      holders: z.array(z.object({ id: z.string(), name: z.string() })),
      group: z
        .object({
          version: z.number(),
          mode: z.enum(shareModes),
          liability: z.enum(liabilities).nullable(),
          leadId: z.string(),
          cause: z.enum(shareCauses),
          /** Its last day, and why it ended; null while it lives. */
          endedOn: z.string().nullable(),
          reason: z.string().nullable(),
          recordedAt: z.string(),
          byName: z.string().nullable(),
          /** The obligation changed since hours were fixed for each. */
          drifted: z.boolean(),
        })
        .nullable(),
      members: z.array(
        balanceShape.extend({
          organisationId: z.string(),
          name: z.string(),
          lead: z.boolean(),
          shareBps: z.number().nullable(),
          fixedCentihours: z.number().nullable(),
          invoicedCents: z.number(),
          /** To be paid by the others, below zero to pay; for the team alone. */
          netCents: z.number().nullable(),
        }),
      ),
      /** Validated, of people whom no member employs. */
      outsideCentihours: z.number(),
      /** For the team alone. */
      transfers: z
        .array(
          transferShape.extend({
            proposedByName: z.string().nullable(),
            actedByName: z.string().nullable(),
            fileId: z.string().nullable(),
          }),
        )
        .nullable(),
      today: z.string(),
    }),
  )
  .query(async ({ ctx, input: { clauseId, knownOn } }) => {
    const { tx } = ctx;
    const knownAt = knownOn ? endOfParisDay(knownOn) : undefined;
    const [row] = await tx
      .select({ clause, contract, lotNumber: lot.number })
      .from(clause)
      .innerJoin(contract, eq(contract.id, clause.contractId))
      .innerJoin(lot, eq(lot.id, clause.lotId))
      .where(eq(clause.id, clauseId));
    const of = found(row, 'contract.clause_not_found');
    const team = speaks(ctx, staffRoles);
    const [group] = await listGroups(tx, [clauseId], knownAt);
    const parts = group ? await listMemberParts(tx, [group]) : [];
    const done = await hoursByEmployer(tx, clauseId, { knownAt, until: group?.endedOn ?? null });
    const moves = await listMoves(tx, clauseId, knownAt);
    const transfers = team ? await listTransfers(tx, { clauseId }, knownAt) : [];
    const transferIds = transfers.map(({ id }) => id);
    const signatures = await listSignaturesOf(tx, 'transfer', transferIds, ctx.today);
    const names = await readUserNames(tx, [
      ...(team ? [group?.recordedBy ?? null] : []),
      ...transfers.flatMap(({ proposedBy, actedBy }) => [proposedBy, actedBy]),
    ]);
    const nameOf = (id: string | null | undefined) => names.get(id ?? '') ?? null;
    const signed = transfers.filter((one) => stateOf(one) === 'signed');
    const dueCentihours = group ? group.dueCentihours : 100 * of.clause.dueHours;
    const members = parts.map(({ clauseId: _, centihours, ...part }) => {
      const { organisationId } = part;
      const doneCentihours = done.get(organisationId) ?? 0;
      return {
        ...part,
        ...balanceOf({ organisationId, dueCentihours: centihours, doneCentihours }, moves),
        lead: organisationId === group?.leadId,
        netCents: team ? paidCents(organisationId, signed) : null,
      };
    });
    const all = [...done.values()].reduce((sum, centihours) => sum + centihours, 0);
    return {
      clauseId,
      contractId: of.contract.id,
      object: of.contract.object,
      reference: of.contract.reference,
      lotNumber: of.lotNumber,
      groupKind: of.contract.groupKind,
      dueCentihours,
      holders: await tx
        .select({ id: organisation.id, name: organisation.name })
        .from(lotHolder)
        .innerJoin(organisation, eq(organisation.id, lotHolder.organisationId))
        .where(eq(lotHolder.lotId, of.clause.lotId))
        .orderBy(desc(lotHolder.lead), organisation.name, organisation.id),
      group: group
        ? {
            ...group,
            byName: nameOf(group.recordedBy),
            drifted: fixedSharesDrifted(group.mode, dueCentihours, parts),
          }
        : null,
      members,
      outsideCentihours: members.reduce((left, { doneCentihours }) => left - doneCentihours, all),
      transfers: team
        ? transfers.map((one) => ({
            ...one,
            state: stateOf(one),
            signature: signatures.get(one.id) ?? null,
            proposedByName: nameOf(one.proposedBy),
            actedByName: nameOf(one.actedBy),
          }))
        : null,
      today: ctx.today,
    };
  });
