import { hashPassword } from '@jonction/api/access/password';
import { account, membership, user } from '@jonction/db/access/tables';
import { newId } from '@jonction/db/new-id';
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

/** The least cost that there is: most people of a test never sign in, and thousands of them would be minutes. */
const cheaply = { memory: 8, passes: 1, parallelism: 1 };

/** Somebody signed in for an organisation within a structure. */
export async function makePerson(
  product: Product,
  role: Role,
  at: { organisationId: string; structureId: string; name?: string },
): Promise<Person> {
  const membershipId = crypto.randomUUID();
  const name = at.name ?? `${role} ${membershipId.slice(-4)}`;
  const userId = newId();
  const { organisationId, structureId } = at;
  const password = await hashPassword(membershipId, cheaply);
  await product.system.as(system, async (tx) => {
    await tx.insert(user).values({ id: userId, email: `${membershipId}@exemple.test`, name, emailVerified: true });
    await tx.insert(account).values({ accountId: userId, userId, providerId: 'credential', password });
    await tx.insert(membership).values({ id: membershipId, userId, organisationId, role, structureId });
  });
  const headers = await product.signedIn(userId, membershipId);
  return { userId, membershipId, ...at, headers, client: product.client(headers) };
}
