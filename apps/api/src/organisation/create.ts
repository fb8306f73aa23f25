import { newId } from '@jonction/db/new-id';
import { findByIdentifier } from '@jonction/db/organisation/queries';
import { organisation } from '@jonction/db/organisation/tables';
import { createOrganisationSchema } from '@jonction/domain/organisation/organisation';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { locate } from '../reference/locate.ts';
import { Refuse } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Records a buyer, a company or a partner. The same identifier twice is one body: the refusal names it. */
export const create = procedure('organisation.create')
  .input(createOrganisationSchema)
  .output(z.object({ organisationId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { kind, identifierKind, identifier } = input;
    const known = identifier ? await findByIdentifier(ctx.tx, { kind, identifierKind, identifier }) : null;
    if (known) throw new Refuse('organisation.known_already', { name: known.name }, 'identifier');
    const organisationId = newId();
    const place = await locate(ctx.tx, input.postalCode, input.city);
    await ctx.tx.insert(organisation).values({
      id: organisationId,
      kind,
      name: input.name,
      namedIn: structureOf(ctx),
      identifierKind,
      identifier: identifier || null,
      subkind: input.subkind ?? null,
      address: input.address || null,
      postalCode: input.postalCode ?? null,
      city: input.city || place?.name || null,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      phone: input.phone ?? null,
    });
    await recordAudit(ctx, {
      action: 'organisation.create',
      subjectKind: 'organisation',
      subjectId: organisationId,
      facts: { kind },
    });
    return { organisationId };
  });
