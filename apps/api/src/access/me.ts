import { listMembershipsOf } from '@jonction/db/access/queries';
import { companyRoles } from '@jonction/domain/access/company-team';
import { roleSchema } from '@jonction/domain/access/role';
import { z } from 'zod';
import { procedure } from '../trpc.ts';

const membershipShape = z.object({
  id: z.string(),
  role: roleSchema,
  organisationId: z.string(),
  organisationName: z.string(),
  structureId: z.string(),
  structureName: z.string(),
  companyRole: z.enum(companyRoles).nullable(),
});

/** Who is signed in, for what, and what else she may speak for; `user` is null for a stranger. */
export const me = procedure('access.me')
  .output(
    z.object({
      user: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
      current: membershipShape.nullable(),
      memberships: z.array(membershipShape),
    }),
  )
  .query(async ({ ctx }) => {
    const { actor } = ctx;
    if (actor.kind !== 'user') return { user: null, current: null, memberships: [] };
    const memberships = await listMembershipsOf(ctx.tx, actor.userId);
    return {
      user: { id: actor.userId, name: actor.name, email: actor.email },
      current: memberships.find(({ id }) => id === actor.membership?.id) ?? null,
      memberships,
    };
  });
