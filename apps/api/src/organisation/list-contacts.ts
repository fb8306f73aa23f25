import { listContactsIn } from '@jonction/db/organisation/contacts';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { needsSecond } from '@jonction/domain/organisation/contact-person';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { contactPerson, contactPersonShape } from './contact-shape.ts';

/** Whom the team knows in a company or a partner, each fresh or stale, and whether a second one is wanted. */
export const listContacts = procedure('organisation.listContacts')
  .input(z.object({ organisationId: z.uuid() }))
  .output(z.object({ rows: z.array(contactPersonShape), needsSecond: z.boolean() }))
  .query(async ({ ctx, input }) => {
    found(await findOrganisation(ctx.tx, input.organisationId), 'organisation.not_found');
    const rows = await listContactsIn(ctx.tx, input.organisationId);
    return { rows: rows.map((row) => contactPerson(row, ctx.today)), needsSecond: needsSecond(rows, ctx.today) };
  });
