import { argon2Sync, randomBytes } from 'node:crypto';
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

/**
 * A password kept as the product keeps one, at the least cost that there is: a check reads the cost from what is kept, and most people of
 * a test never sign in. At the cost of the product, thousands of them would be minutes.
 */
function keptPassword(password: string): string {
  const nonce = randomBytes(16);
  const cost = { memory: 8, passes: 1, parallelism: 1 };
  const tag = argon2Sync('argon2id', { message: password, nonce, tagLength: 32, ...cost });
  const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${bare(nonce)}$${bare(tag)}`;
}

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
  await product.system.as(system, async (tx) => {
    await tx.insert(user).values({ id: userId, email: `${membershipId}@exemple.test`, name, emailVerified: true });
    const kept = { accountId: userId, userId, providerId: 'credential', password: keptPassword(membershipId) };
    await tx.insert(account).values(kept);
    await tx.insert(membership).values({ id: membershipId, userId, organisationId, role, structureId });
  });
  const headers = await product.signedIn(userId, membershipId);
  return { userId, membershipId, ...at, headers, client: product.client(headers) };
}
