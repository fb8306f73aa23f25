import { listStale } from '@jonction/db/organisation/contacts';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { contactPerson, contactPersonShape } from './contact-shape.ts';

/** Contacts of every company and partner that cannot be counted on, the longest silent first. */
export const listStaleContacts = procedure('organisation.listStaleContacts')
  .input(
    z.object({
      page: z.int().min(1).default(1),
      pageSize: z.int().min(1).max(200).default(40),
      text: z.string().trim().max(200).default(''),
    }),
  )
  .output(z.object({ rows: z.array(contactPersonShape), total: z.number() }))
  .query(async ({ ctx, input }) => {
    const { rows, total } = await listStale(ctx.tx, ctx.today, input);
    return { rows: rows.map((row) => contactPerson(row, ctx.today)), total };
  });
