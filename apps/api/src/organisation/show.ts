import { findOrganisation } from '@jonction/db/organisation/queries';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { organisationShape } from './shape.ts';

/** One organisation of the register. */
export const show = procedure('organisation.show')
  .input(z.object({ organisationId: z.uuid() }))
  .output(organisationShape)
  .query(async ({ ctx, input }) =>
    found(await findOrganisation(ctx.tx, input.organisationId), 'organisation.not_found'),
  );
