import { account, user } from '@jonction/db/access/tables';
import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { hashPassword } from './password.ts';

/** A person with a password, as the sign-in library stores one: an invitation accepted, `user create`, the demo. */
export async function addPasswordUser(
  tx: Tx,
  person: { email: string; name: string; password: string },
): Promise<string> {
  const id = newId();
  await tx.insert(user).values({ id, email: person.email.toLowerCase(), name: person.name, emailVerified: true });
  await tx.insert(account).values({
    accountId: id,
    userId: id,
    providerId: 'credential',
    password: await hashPassword(person.password),
  });
  return id;
}
