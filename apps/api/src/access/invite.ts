import { invitation } from '@jonction/db/access/tables';
import { newId } from '@jonction/db/new-id';
import { organisation } from '@jonction/db/organisation/tables';
import { mayInvite } from '@jonction/domain/access/invite';
import { organisationKindOfRole, roleSchema } from '@jonction/domain/access/role';
import { accessWords } from '@jonction/domain/access/words';
import { translate } from '@jonction/domain/shared/words';
import { invitationLetter } from '@jonction/messages/access-letters';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { writeMessage } from '../message/write.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { newToken } from './token.ts';

const sevenDaysMs = 7 * 24 * 3600 * 1000;

/** Invites somebody to speak for an organisation; a letter with a link leaves, valid once and for seven days. */
export const invite = procedure('access.invite')
  .input(z.object({ email: z.email().toLowerCase(), role: roleSchema, organisationId: z.uuid() }))
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
    const [own] = await ctx.tx.select().from(organisation).where(eq(organisation.id, structureId));
    const { token, hash } = newToken();
    const invitationId = newId();
    await ctx.tx.insert(invitation).values({
      id: invitationId,
      email: input.email,
      role: input.role,
      organisationId: chosen.id,
      structureId,
      tokenHash: hash,
      invitedBy: inviter.userId,
      expiresAt: new Date(Date.now() + sevenDaysMs),
    });
    const letter = invitationLetter({
      organisationName: chosen.name,
      structureName: found(own, 'organisation.not_found').name,
      roleName: translate(accessWords, 'fr', `access.role.${input.role}`),
      inviterName: inviter.name,
      url: `${ctx.publicUrl}/invitation/${token}`,
    });
    await writeMessage(ctx.tx, letter, {
      structureId,
      to: input.email,
      about: { kind: 'invitation', id: invitationId },
    });
    await recordAudit(ctx, {
      action: 'access.invite',
      subjectKind: 'invitation',
      subjectId: invitationId,
      facts: { role: input.role },
    });
    return { invitationId };
  });
