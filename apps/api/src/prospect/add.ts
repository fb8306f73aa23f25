import { newId } from '@jonction/db/new-id';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { prospect } from '@jonction/db/prospect/tables';
import { addProspectSchema } from '@jonction/domain/prospect/prospect';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** A company of the register that the team will go and see; whoever adds it follows it. */
export const add = procedure('prospect.add')
  .input(addProspectSchema)
  .output(z.object({ prospectId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const company = found(await findOrganisation(ctx.tx, input.organisationId), 'organisation.not_found');
    if (company.kind !== 'employer') throw new Refuse('prospect.company_missing', {}, 'organisationId');
    const [known] = await ctx.tx
      .select({ id: prospect.id })
      .from(prospect)
      .where(eq(prospect.organisationId, input.organisationId));
    if (known) throw new Refuse('prospect.known', { prospectId: known.id }, 'organisationId');
    const prospectId = newId();
    await ctx.tx.insert(prospect).values({
      ...input,
      id: prospectId,
      structureId: membership.structureId,
      ownerId: userId,
      createdBy: userId,
    });
    await recordAudit(ctx, { action: 'prospect.add', subjectKind: 'prospect', subjectId: prospectId });
    return { prospectId };
  });
