import { findNaming } from '@jonction/db/organisation/queries';
import { organisation } from '@jonction/db/organisation/tables';
import { renameOrganisationSchema } from '@jonction/domain/organisation/organisation';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/**
 * Names a buyer or a company that open data publishes by its number alone. The register is shared, and the name is used everywhere
 * by everybody: it is given once, and corrected by the team that gave it.
 */
export const rename = procedure('organisation.rename')
  .input(renameOrganisationSchema)
  .output(z.object({ organisationId: z.string(), name: z.string() }))
  .mutation(async ({ ctx, input: { organisationId, name } }) => {
    const structureId = structureOf(ctx);
    const row = found(await findNaming(ctx.tx, organisationId), 'organisation.not_found');
    const free = row.nameSource === 'nobody' || (row.nameSource === 'person' && row.namedIn === structureId);
    if (!free) throw new Refuse('organisation.named_already', { name: row.name }, 'name');
    await ctx.tx
      .update(organisation)
      .set({ name, nameSource: 'person', namedIn: structureId })
      .where(eq(organisation.id, organisationId));
    await recordAudit(ctx, {
      action: 'organisation.rename',
      subjectKind: 'organisation',
      subjectId: organisationId,
    });
    return { organisationId, name };
  });
