import { newId } from '@jonction/db/new-id';
import { organisationContact } from '@jonction/db/organisation/contact-tables';
import { findContact, listContactsIn } from '@jonction/db/organisation/contacts';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { saveContactSchema } from '@jonction/domain/organisation/contact-person';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker, structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Writes down somebody of a company or a partner, or corrects her. One address is one contact of an organisation. */
export const saveContact = procedure('organisation.saveContact')
  .input(saveContactSchema)
  .output(z.object({ contactId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { contactId, organisationId, ...person } = input;
    const body = found(await findOrganisation(ctx.tx, organisationId), 'organisation.not_found');
    if (body.kind === 'structure') throw new Refuse('organisation.not_found');
    const others = await listContactsIn(ctx.tx, organisationId);
    const known = others.some(({ id, email }) => id !== contactId && email !== null && email === person.email);
    if (known) throw new Refuse('organisation.contact_known', {}, 'email');
    const id = contactId ?? newId();
    if (contactId) {
      const row = found(await findContact(ctx.tx, contactId), 'organisation.contact_not_found');
      if (row.organisationId !== organisationId) throw new Refuse('organisation.contact_not_found');
      await ctx.tx
        .update(organisationContact)
        .set({ ...person, updatedAt: new Date() })
        .where(eq(organisationContact.id, contactId));
    } else {
      await ctx.tx.insert(organisationContact).values({
        ...person,
        id,
        organisationId,
        structureId: structureOf(ctx),
        createdBy: speaker(ctx).userId,
      });
    }
    await recordAudit(ctx, {
      action: 'organisation.saveContact',
      subjectKind: 'organisation',
      subjectId: organisationId,
    });
    return { contactId: id };
  });
