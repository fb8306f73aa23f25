import { addPasswordUser } from '@jonction/api/access/add-user';
import { membership } from '@jonction/db/access/tables';
import { organisation } from '@jonction/db/organisation/tables';
import type { OrganisationKind, Role } from '@jonction/domain/access/role';
import type { Client, Product } from './product.ts';

const system = { kind: 'system' } as const;

/** An organisation; a structure gets a slug from its name. */
export async function makeOrganisation(product: Product, kind: OrganisationKind, name: string): Promise<string> {
  const id = crypto.randomUUID();
  const slug = kind === 'structure' ? `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${id.slice(-6)}` : null;
  await product.system.as(system, (tx) => tx.insert(organisation).values({ id, kind, name, slug }));
  return id;
}

export interface Person {
  userId: string;
  membershipId: string;
  organisationId: string;
  structureId: string;
  headers: Record<string, string>;
  client: Client;
}

/** Somebody signed in for an organisation within a structure. */
export async function makePerson(
  product: Product,
  role: Role,
  at: { organisationId: string; structureId: string; name?: string },
): Promise<Person> {
  const membershipId = crypto.randomUUID();
  const name = at.name ?? `${role} ${membershipId.slice(-4)}`;
  const userId = await product.system.as(system, async (tx) => {
    const id = await addPasswordUser(tx, { name, email: `${membershipId}@exemple.test`, password: membershipId });
    await tx.insert(membership).values({
      id: membershipId,
      userId: id,
      organisationId: at.organisationId,
      role,
      structureId: at.structureId,
    });
    return id;
  });
  const headers = await product.signedIn(userId, membershipId);
  return { userId, membershipId, ...at, headers, client: product.client(headers) };
}
