import { randomBytes } from 'node:crypto';
import { membership, user } from '@jonction/db/access/tables';
import { newId } from '@jonction/db/new-id';
import { organisation } from '@jonction/db/organisation/tables';
import { organisationKindOfRole, roleSchema } from '@jonction/domain/access/role';
import { and, eq } from 'drizzle-orm';
import { addPasswordUser } from '../access/add-user.ts';
import { type Command, CommandRefused, structureFor, takeOption } from './context.ts';

/** `user create`: the operator's way to the first account. Without `--password` one is drawn and printed once. */
export const userCreateCommand: Command = async (context, args) => {
  const email = takeOption(args, '--email')?.toLowerCase();
  const name = takeOption(args, '--name');
  const role = roleSchema.safeParse(takeOption(args, '--role') ?? 'administrator');
  const organisationName = takeOption(args, '--organisation');
  const password = takeOption(args, '--password') ?? randomBytes(12).toString('base64url');
  if (!email?.includes('@') || !name) throw new CommandRefused('Donnez --email ADRESSE et --name "Prénom Nom".');
  if (!role.success)
    throw new CommandRefused('--role attend : facilitator, lead, buyer, employer, partner ou administrator.');
  if (password.length < 12) throw new CommandRefused('--password attend au moins 12 caractères.');
  const structureId = await structureFor(context);
  const kind = organisationKindOfRole[role.data];
  if (kind !== 'structure' && !organisationName) {
    throw new CommandRefused('Ce rôle parle pour une organisation : précisez --organisation NOM.');
  }
  return context.database.as({ kind: 'system' }, async (tx) => {
    const [known] = await tx.select({ id: user.id }).from(user).where(eq(user.email, email));
    const userId = known?.id ?? (await addPasswordUser(tx, { email, name, password }));
    let organisationId = structureId;
    if (kind !== 'structure' && organisationName) {
      const [found] = await tx
        .select({ id: organisation.id })
        .from(organisation)
        .where(and(eq(organisation.kind, kind), eq(organisation.name, organisationName)));
      organisationId = found?.id ?? newId();
      if (!found) await tx.insert(organisation).values({ id: organisationId, kind, name: organisationName });
    }
    await tx.insert(membership).values({ userId, organisationId, role: role.data, structureId }).onConflictDoNothing();
    // A password already chosen is never replaced, nor printed.
    return { exit: 0 as const, result: { ok: true, email, role: role.data, ...(known ? {} : { password }) } };
  });
};
