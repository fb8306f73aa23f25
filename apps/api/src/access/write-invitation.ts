import { invitation } from '@jonction/db/access/tables';
import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { findOrganisation } from '@jonction/db/organisation/queries';
import type { CompanyRole } from '@jonction/domain/access/company-team';
import type { Role } from '@jonction/domain/access/role';
import { accessWords } from '@jonction/domain/access/words';
import { translate } from '@jonction/domain/shared/words';
import { invitationLetter } from '@jonction/messages/access-letters';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { writeMessage } from '../message/write.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';

const sevenDaysMs = 7 * 24 * 3600 * 1000;

/** The row of an invitation and its letter, in the name of whoever invites; the link serves once, for seven days. */
export async function writeInvitation(
  ctx: Context & { tx: Tx },
  given: {
    action: 'access.invite' | 'access.inviteColleague';
    email: string;
    role: Role;
    companyRole: CompanyRole | null;
    /** Of a buyer, where she works. */
    directorateId: string | null;
    organisation: { id: string; name: string };
    token: { token: string; hash: string };
  },
): Promise<{ invitationId: string }> {
  const { userId, name, membership } = speaker(ctx);
  const { email, role, companyRole, directorateId } = given;
  const { structureId } = membership;
  const structure = found(await findOrganisation(ctx.tx, structureId), 'organisation.not_found');
  const invitationId = newId();
  await ctx.tx.insert(invitation).values({
    ...{
      id: invitationId,
      email,
      role,
      companyRole,
      directorateId,
      structureId,
      organisationId: given.organisation.id,
    },
    tokenHash: given.token.hash,
    invitedBy: userId,
    expiresAt: new Date(Date.now() + sevenDaysMs),
  });
  const roleName = translate(accessWords, 'fr', `access.role.${role}`);
  const letter = invitationLetter({
    organisationName: given.organisation.name,
    structureName: structure.name,
    roleName: companyRole
      ? `${roleName}, ${translate(accessWords, 'fr', `access.${role === 'buyer' ? 'buyerRole' : 'companyRole'}.${companyRole}`).toLowerCase()}`
      : roleName,
    inviterName: name,
    url: `${ctx.publicUrl}/invitation/${given.token.token}`,
  });
  await writeMessage(ctx.tx, letter, { structureId, to: email, about: { kind: 'invitation', id: invitationId } });
  await recordAudit(ctx, {
    action: given.action,
    subjectKind: 'invitation',
    subjectId: invitationId,
    facts: { role, ...(companyRole ? { companyRole } : {}) },
  });
  return { invitationId };
}
