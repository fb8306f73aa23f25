import { organisationKinds } from '@jonction/domain/access/role';
import { z } from 'zod';

export const organisationShape = z.object({
  id: z.string(),
  kind: z.enum(organisationKinds),
  name: z.string(),
  identifierKind: z.string(),
  identifier: z.string().nullable(),
  subkind: z.string().nullable(),
  address: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  phone: z.string().nullable(),
  /** False: open data publishes its number alone, and the name says so. */
  named: z.boolean(),
});
