import { countCompany, replaceInvitation } from '@jonction/db/access/company-team';
import { organisation } from '@jonction/db/organisation/tables';
import { companyRoleOfNext, companyRoles, isTeamKind } from '@jonction/domain/access/company-team';
import { mayInvite } from '@jonction/domain/access/invite';
import { organisationKindOfRole, roleSchema } from '@jonction/domain/access/role';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { newToken } from './token.ts';
import { writeInvitation } from './write-invitation.ts';

/** Invites somebody to speak for an organisation; a letter with a link leaves, valid once and for seven days. */
export const invite = procedure('access.invite')
  .input(
    z.object({
      email: z.email().toLowerCase(),
      role: roleSchema,
      organisationId: z.uuid(),
      /** Within a company or a buyer; the first person of one manages it, whatever is asked. */
      companyRole: z.enum(companyRoles).optional(),
    }),
  )
  .output(z.object({ invitationId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const inviter = speaker(ctx);
    settle(mayInvite(inviter.membership.role, input.role), 'role');
    const { structureId } = inviter.membership;
    const [target] = await ctx.tx.select().from(organisation).where(eq(organisation.id, input.organisationId));
    const chosen = found(target, 'organisation.not_found');
    // A colleague speaks for our structure, never for another one.
    if (
      chosen.kind !== organisationKindOfRole[input.role] ||
      (chosen.kind === 'structure' && chosen.id !== structureId)
    ) {
      throw new Refuse('access.role_needs_other_kind', {}, 'organisationId');
    }
    const company = isTeamKind(input.role) ? { organisationId: chosen.id, structureId, role: input.role } : null;
    if (company) await replaceInvitation(ctx.tx, company, input.email);
    return writeInvitation(ctx, {
      ...{ action: 'access.invite', email: input.email, role: input.role, organisation: chosen, token: newToken() },
      companyRole: company
        ? companyRoleOfNext(input.companyRole ?? null, (await countCompany(ctx.tx, company)).managers)
        : null,
      directorateId: null,
    });
  });
