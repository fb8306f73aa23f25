import {
  type Company,
  listCompanyInvitations,
  listSuspended,
  listColleagues as readColleagues,
} from '@jonction/db/access/company-team';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { companyRoles, isTeamKind, mayManageCompany } from '@jonction/domain/access/company-team';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

const instant = z.date().transform((date) => date.toISOString());
const companyRole = z.enum(companyRoles);
const colleague = z.object({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  companyRole,
  directorateId: z.string().nullable(),
  directorateName: z.string().nullable(),
  createdAt: instant,
});

/**
 * The people of a company or of a buyer and its open invitations: for itself its own, whatever is asked; for the team, those of the
 * one named. Suspended accesses are told to whoever may open them again.
 */
export const listColleagues = procedure('access.listColleagues')
  .input(z.object({ organisationId: z.uuid().optional() }))
  .output(
    z.object({
      members: z.array(colleague.extend({ you: z.boolean() })),
      suspended: z.array(colleague.extend({ endedAt: instant.nullable() })),
      invitations: z.array(
        z.object({
          id: z.string(),
          email: z.string(),
          companyRole,
          directorateName: z.string().nullable(),
          createdAt: instant,
          expiresAt: instant,
        }),
      ),
      /** Whoever asks may invite, suspend, end an access and change a role. */
      manages: z.boolean(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { membership } = speaker(ctx);
    const own = isTeamKind(membership.role);
    const company = await companyOf(ctx, input.organisationId);
    if (!company) return { members: [], suspended: [], invitations: [], manages: false };
    const members = await readColleagues(ctx.tx, company);
    const manages = own && mayManageCompany(membership.companyRole).ok;
    return {
      members: members.map((one) => ({ ...one, you: one.id === membership.id })),
      suspended: manages ? await listSuspended(ctx.tx, company) : [],
      invitations: await listCompanyInvitations(ctx.tx, company),
      manages,
    };
  });

async function companyOf(
  ctx: Context & { tx: Parameters<typeof findOrganisation>[0] },
  named: string | undefined,
): Promise<Company | null> {
  const { role, organisationId, structureId } = speaker(ctx).membership;
  if (isTeamKind(role)) return { organisationId, structureId, role };
  const body = named === undefined ? null : await findOrganisation(ctx.tx, named);
  if (!body || (body.kind !== 'employer' && body.kind !== 'buyer')) return null;
  return { organisationId: body.id, structureId, role: body.kind };
}
