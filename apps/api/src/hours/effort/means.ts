import { listCompaniesOn, listMeansForBuyer, listMeansOf, worksOn } from '@jonction/db/hours/effort';
import { hourMeans } from '@jonction/db/hours/effort-tables';
import { recordMeans as mayRecord, meansKinds, recordMeansSchema } from '@jonction/domain/hours/effort';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { Refuse, settle } from '../../refuse.ts';
import { speaker, speaks } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';

/** What a company did to reach its hours, on a day: it writes it, or the team for it. Never changed afterwards. */
export const recordMeans = procedure('hours.recordMeans')
  .input(recordMeansSchema)
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { contractId, usedOn, means, note } = input;
    if (!(await worksOn(ctx.tx, contractId))) throw new Refuse('hours.contract_not_found');
    settle(mayRecord(input, ctx.today), 'usedOn');
    const own = membership.role === 'employer';
    const employerId = own ? membership.organisationId : (input.employerId ?? null);
    const companies = own ? [] : await listCompaniesOn(ctx.tx, contractId);
    if (employerId === null || (!own && !companies.some(({ id }) => id === employerId))) {
      throw new Refuse('hours.effort_employer_missing', {}, 'employerId');
    }
    const { structureId } = membership;
    await ctx.tx
      .insert(hourMeans)
      .values({ structureId, employerId, contractId, usedOn, means, note, recordedBy: userId });
    await recordAudit(ctx, {
      action: 'hours.recordMeans',
      subjectKind: 'contract',
      subjectId: contractId,
      facts: { means, on: usedOn },
    });
  });

/** The means used for a contract. Its buyer reads days and means: no note, and nobody's name. */
export const listMeans = procedure('hours.listMeans')
  .input(z.object({ contractId: z.uuid() }))
  .output(
    z.object({
      rows: z.array(
        z.object({
          usedOn: z.string(),
          means: z.enum(meansKinds),
          employerName: z.string(),
          note: z.string().nullable(),
          recordedByName: z.string().nullable(),
        }),
      ),
      /** Whom the team may write for. */
      companies: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  )
  .query(async ({ ctx, input: { contractId } }) => {
    if (speaks(ctx, ['buyer'])) return { rows: await listMeansForBuyer(ctx.tx, contractId), companies: [] };
    const rows = await listMeansOf(ctx.tx, contractId);
    return { rows, companies: speaks(ctx, ['employer']) ? [] : await listCompaniesOn(ctx.tx, contractId) };
  });
