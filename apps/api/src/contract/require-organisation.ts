import type { Tx } from '@jonction/db/client';
import { organisation } from '@jonction/db/organisation/tables';
import type { OrganisationKind } from '@jonction/domain/access/role';
import { and, eq } from 'drizzle-orm';
import { Refuse } from '../refuse.ts';

/** The buyer or company named in a form is one of the register; refused at its field otherwise. */
export async function requireOrganisation(
  tx: Tx,
  id: string,
  kind: Extract<OrganisationKind, 'buyer' | 'employer'>,
  field: string,
): Promise<void> {
  const [row] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.id, id), eq(organisation.kind, kind)));
  if (!row) throw new Refuse(kind === 'buyer' ? 'contract.buyer_not_found' : 'contract.holder_not_found', {}, field);
}
