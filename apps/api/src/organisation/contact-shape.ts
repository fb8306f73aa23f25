import type { listContactsIn } from '@jonction/db/organisation/contacts';
import { organisationKinds } from '@jonction/domain/access/role';
import { freshnessOf, goodProofs, staleReasons } from '@jonction/domain/organisation/contact-person';
import type { Day } from '@jonction/domain/shared/day';
import { z } from 'zod';

export const contactPersonShape = z.object({
  id: z.string(),
  organisationId: z.string(),
  organisationName: z.string(),
  organisationKind: z.enum(organisationKinds),
  name: z.string(),
  function: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  source: z.enum(['team', 'company', 'sending']),
  lastProof: z.enum(goodProofs).nullable(),
  lastProofOn: z.string().nullable(),
  createdOn: z.string(),
  fresh: z.boolean(),
  /** Days since the last proof. */
  days: z.number(),
  /** 1000 on the day of a proof, 0 when stale. */
  left: z.number(),
  staleReason: z.enum(staleReasons).nullable(),
});

type Row = Awaited<ReturnType<typeof listContactsIn>>[number];

export function contactPerson(row: Row, today: Day): z.input<typeof contactPersonShape> {
  const { reason, ...freshness } = freshnessOf(row, today);
  return { ...row, ...freshness, staleReason: reason };
}
