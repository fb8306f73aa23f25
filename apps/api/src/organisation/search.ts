import { searchOrganisations } from '@jonction/db/organisation/queries';
import { organisationKinds } from '@jonction/domain/access/role';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { organisationShape } from './shape.ts';

/** Organisations whose name or identifier begins as typed, or looks like it. */
export const search = procedure('organisation.search')
  .input(
    z.object({
      text: z.string().trim().max(200).default(''),
      kinds: z.array(z.enum(organisationKinds)).max(4).nullish(),
      /** Only those that nobody has named. */
      nameless: z.boolean().default(false),
      limit: z.int().min(1).max(100).default(20),
    }),
  )
  .output(z.array(organisationShape))
  .query(async ({ ctx, input }) => searchOrganisations(ctx.tx, input));
