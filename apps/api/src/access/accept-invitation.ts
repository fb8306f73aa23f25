import { invitation, membership, user } from '@jonction/db/access/tables';
import type { Tx } from '@jonction/db/client';
import { organisation } from '@jonction/db/organisation/tables';
import { roleSchema } from '@jonction/domain/access/role';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { addPasswordUser } from './add-user.ts';
import { hashToken } from './token.ts';

const auth = { kind: 'auth' } as const;

async function findInvitation(tx: Tx, token: string) {
  const [row] = await tx
    .select({
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      organisationId: invitation.organisationId,
      organisationName: organisation.name,
      structureId: invitation.structureId,
      companyRole: invitation.companyRole,
      directorateId: invitation.directorateId,
    })
    .from(invitation)
    .innerJoin(organisation, eq(organisation.id, invitation.organisationId))
    .where(
      and(
        eq(invitation.tokenHash, hashToken(token)),
        isNull(invitation.acceptedAt),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, new Date()),
      ),
    );
  return row;
}

const tokenShape = z.string().min(20).max(100);

/** What the page of the invitation shows before anything is done. `known`: that address already signs in. */
export const describeInvitation = procedure('access.describeInvitation')
  .input(z.object({ token: tokenShape }))
  .output(z.object({ email: z.string(), role: roleSchema, organisationName: z.string(), known: z.boolean() }))
  .query(({ ctx, input }) =>
    ctx.authDatabase.as(auth, async (tx) => {
      const row = found(await findInvitation(tx, input.token), 'access.invitation_not_found');
      const [known] = await tx.select({ id: user.id }).from(user).where(eq(user.email, row.email));
      return { email: row.email, role: row.role, organisationName: row.organisationName, known: Boolean(known) };
    }),
  );

/**
 * Opens the access. A new person chooses name and password; one who already signs in only gains the access: her
 * password is never changed by an invitation.
 */
export const acceptInvitation = procedure('access.acceptInvitation')
  .input(
    z.object({
      token: tokenShape,
      name: z.string().trim().max(200).default(''),
      password: z.string().max(200).default(''),
    }),
  )
  .output(z.object({ email: z.string() }))
  .mutation(({ ctx, input }) =>
    ctx.authDatabase.as(auth, async (tx) => {
      const row = await findInvitation(tx, input.token);
      if (!row) throw new Refuse('access.invitation_dead');
      const [known] = await tx.select({ id: user.id }).from(user).where(eq(user.email, row.email));
      const userId = known?.id ?? (await makeUser(tx, row.email, input));
      await tx.update(invitation).set({ acceptedAt: new Date() }).where(eq(invitation.id, row.id));
      await tx
        .insert(membership)
        .values({
          userId,
          organisationId: row.organisationId,
          role: row.role,
          structureId: row.structureId,
          companyRole: row.companyRole,
          directorateId: row.directorateId,
        })
        .onConflictDoNothing();
      return { email: row.email };
    }),
  );

async function makeUser(
  tx: Tx,
  email: string,
  { name, password }: { name: string; password: string },
): Promise<string> {
  if (name === '') throw new Refuse('access.name_missing', {}, 'name');
  if (password.length < 12) throw new Refuse('access.password_too_short', {}, 'password');
  return addPasswordUser(tx, { email, name, password });
}
