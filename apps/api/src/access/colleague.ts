import { isColleague, readColleague, replaceInvitation } from '@jonction/db/access/company-team';
import { membership } from '@jonction/db/access/tables';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { changeCompanyRole as change, companyRoles, endColleague as end } from '@jonction/domain/access/company-team';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { requireDirectorate } from '../organisation/directorate/require.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { managedTeamOf } from './team-of.ts';
import { newToken } from './token.ts';
import { writeInvitation } from './write-invitation.ts';

const companyRole = z.enum(companyRoles, { error: 'access.company_role_missing' });

/** A manager invites a colleague of her own company or buyer; a second letter to the same address takes the place of the first. */
export const inviteColleague = procedure('access.inviteColleague')
  .input(
    z.object({
      email: z.email().toLowerCase(),
      companyRole,
      /** Of a buyer: where she works. */
      directorateId: z.uuid().nullish(),
    }),
  )
  .output(z.object({ invitationId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const company = managedTeamOf(ctx);
    const { organisationId, role } = company;
    const directorateId = input.directorateId ?? null;
    if (directorateId !== null) await requireDirectorate(ctx.tx, { directorateId, buyerId: organisationId });
    if (await isColleague(ctx.tx, company, input.email)) throw new Refuse('access.already_member', {}, 'email');
    await replaceInvitation(ctx.tx, company, input.email);
    const organisation = found(await findOrganisation(ctx.tx, organisationId), 'organisation.not_found');
    return writeInvitation(ctx, {
      ...{ action: 'access.inviteColleague', role, organisation, token: newToken() },
      ...{ email: input.email, companyRole: input.companyRole, directorateId },
    });
  });

/** A manager ends the access of a colleague, at once: her next request no longer speaks for the company. */
export const endColleague = procedure('access.endColleague')
  .input(z.object({ membershipId: z.uuid() }))
  .mutation(async ({ ctx, input: { membershipId } }) => {
    managedTeamOf(ctx);
    if (speaker(ctx).membership.id === membershipId) throw new Refuse('access.own_membership');
    const colleague = found(await readColleague(ctx.tx, membershipId), 'access.membership_not_found');
    settle(end(colleague));
    await ctx.tx.update(membership).set({ endedAt: new Date() }).where(eq(membership.id, colleague.id));
    await recordAudit(ctx, {
      action: 'access.endColleague',
      subjectKind: 'membership',
      subjectId: membershipId,
    });
  });

/** A manager says who manages and who does not; she may step down herself beside another manager. */
export const changeCompanyRole = procedure('access.changeCompanyRole')
  .input(z.object({ membershipId: z.uuid(), companyRole }))
  .mutation(async ({ ctx, input: { membershipId, companyRole: wanted } }) => {
    managedTeamOf(ctx);
    const colleague = found(await readColleague(ctx.tx, membershipId), 'access.membership_not_found');
    settle(change(colleague, wanted));
    await ctx.tx.update(membership).set({ companyRole: wanted }).where(eq(membership.id, colleague.id));
    await recordAudit(ctx, {
      action: 'access.changeCompanyRole',
      subjectKind: 'membership',
      subjectId: membershipId,
      facts: { companyRole: wanted },
    });
  });
