import { listInvitations, listMembers as readMembers } from '@jonction/db/access/queries';
import { roleSchema } from '@jonction/domain/access/role';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

const instant = z.date().transform((date) => date.toISOString());

/** Everybody who may speak within the structure, and the invitations still open. */
export const listMembers = procedure('access.listMembers')
  .output(
    z.object({
      members: z.array(
        z.object({
          id: z.string(),
          userId: z.string(),
          name: z.string(),
          email: z.string(),
          role: roleSchema,
          organisationName: z.string(),
          createdAt: instant,
          endedAt: instant.nullable(),
        }),
      ),
      invitations: z.array(
        z.object({
          id: z.string(),
          email: z.string(),
          role: roleSchema,
          organisationName: z.string(),
          createdAt: instant,
          expiresAt: instant,
        }),
      ),
    }),
  )
  .query(async ({ ctx }) => {
    const structureId = structureOf(ctx);
    return { members: await readMembers(ctx.tx, structureId), invitations: await listInvitations(ctx.tx, structureId) };
  });
