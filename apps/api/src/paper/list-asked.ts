import { findOrganisation } from '@jonction/db/organisation/queries';
import { type AskedRow, listCompanies, listAsked as readAsked } from '@jonction/db/paper/queries';
import { monthsSet } from '@jonction/db/paper/validity';
import { listSignaturesOf } from '@jonction/db/signature/queries';
import { paperStates } from '@jonction/domain/paper/asked';
import { paperKindNames } from '@jonction/domain/paper/categories';
import { checklistOf } from '@jonction/domain/paper/checklist';
import { monthsInForce } from '@jonction/domain/paper/timed';
import { pageSchema } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { signatureOfShape } from '../signature/shapes.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

export const askedShape = z.object({
  id: z.string(),
  kind: z.enum(paperKindNames),
  label: z.string().nullable(),
  validMonths: z.number().nullable(),
  state: z.enum(paperStates),
  askedOn: z.string(),
  askedByName: z.string().nullable(),
  dueOn: z.string().nullable(),
  note: z.string().nullable(),
  contractObject: z.string().nullable(),
  piece: z
    .object({
      id: z.string(),
      fileId: z.string(),
      name: z.string(),
      /** Pages without words: somebody must look that nothing private shows. */
      unread: z.boolean(),
      issuedOn: z.string().nullable(),
      validUntil: z.string().nullable(),
      source: z.enum(['account', 'link', 'team']),
      broughtByName: z.string().nullable(),
      broughtAt: z.string(),
      decision: z.enum(['accepted', 'refused']).nullable(),
      reason: z.string().nullable(),
      decidedByName: z.string().nullable(),
    })
    .nullable(),
}) satisfies z.ZodType<AskedRow>;

/** A paper with those who are to sign it, where somebody was asked to. */
const signedShape = askedShape.extend({
  signature: signatureOfShape.nullable(),
});

/** What is asked of a company, the most pressing first: for the company its own, whatever is named; for the team, of the one named. */
export const listAsked = procedure('paper.listAsked')
  .input(z.object({ employerId: z.uuid().optional() }))
  .output(
    z.object({
      rows: z.array(signedShape),
      checklist: z.array(z.enum(paperKindNames)),
      /** How many months each kind counts when it is asked now; to the team alone. */
      months: z.partialRecord(z.enum(paperKindNames), z.number()),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { role, organisationId, structureId } = speaker(ctx).membership;
    const employerId = role === 'employer' ? organisationId : input.employerId;
    if (employerId === undefined) return { rows: [], checklist: [], months: {} };
    const body = await findOrganisation(ctx.tx, employerId);
    const rows = await readAsked(ctx.tx, { structureId, employerId }, ctx.today);
    const ids = rows.map(({ id }) => id);
    const signatures = await listSignaturesOf(ctx.tx, 'item', ids, ctx.today);
    return {
      rows: rows.map((row) => ({ ...row, signature: signatures.get(row.id) ?? null })),
      checklist: checklistOf(body?.subkind ?? null),
      months: role === 'employer' ? {} : monthsInForce(await monthsSet(ctx.tx, structureId)),
    };
  });

/** The companies that papers are asked of, those with something to check or to get first. */
export const overview = procedure('paper.overview')
  .input(pageSchema.extend({ only: z.enum(['wanted', 'received']).nullish() }))
  .output(
    z.object({
      rows: z.array(
        z.object({
          employerId: z.string(),
          employerName: z.string(),
          wanted: z.number(),
          received: z.number(),
          accepted: z.number(),
          states: z.partialRecord(z.enum(paperStates), z.number()),
          nextEnd: z.string().nullable(),
          lastLetterOn: z.string().nullable(),
        }),
      ),
      total: z.number(),
      wanted: z.number(),
      received: z.number(),
    }),
  )
  .query(({ ctx, input: { page, pageSize, only = null } }) =>
    listCompanies(ctx.tx, speaker(ctx).membership.structureId, ctx.today, { page, pageSize, only }),
  );
