import { organisationContactProof } from '@jonction/db/organisation/contact-tables';
import { findContact } from '@jonction/db/organisation/contacts';
import { proveContactSchema } from '@jonction/domain/organisation/contact-person';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** After a call, in one click: still there, or no longer. */
export const proveContact = procedure('organisation.proveContact')
  .input(proveContactSchema)
  .output(z.object({ contactId: z.string(), organisationId: z.string() }))
  .mutation(async ({ ctx, input: { contactId, proof } }) => {
    const { organisationId, structureId } = found(
      await findContact(ctx.tx, contactId),
      'organisation.contact_not_found',
    );
    await ctx.tx
      .insert(organisationContactProof)
      .values({ structureId, contactId, proof, recordedBy: speaker(ctx).userId });
    await recordAudit(ctx, {
      action: 'organisation.proveContact',
      subjectKind: 'organisation',
      subjectId: organisationId,
      facts: { proof },
    });
    return { contactId, organisationId };
  });
