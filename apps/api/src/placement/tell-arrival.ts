import type { Tx } from '@jonction/db/client';
import { arrivalKit } from '@jonction/db/placement/arrival-tables';
import { type ArrivalRow, findArrival, findArrivalAddress } from '@jonction/db/placement/arrivals';
import { kitFields, missingOf } from '@jonction/domain/placement/arrival';
import { placementWords } from '@jonction/domain/placement/words';
import { formatDay } from '@jonction/domain/shared/typography';
import { translate } from '@jonction/domain/shared/words';
import { arrivalLetter } from '@jonction/messages/arrival-letter';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { writeMessage } from '../message/write.ts';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';

type Ready = Context & { tx: Tx };

/** Writes the kit to the company, and when. */
export async function writeArrival(
  ctx: Ready,
  kit: ArrivalRow,
  to: { email: string; name: string | null },
): Promise<void> {
  const labelOf = (field: (typeof kitFields)[number]) => translate(placementWords, 'fr', `placement.kit.${field}`);
  const letter = arrivalLetter({
    ...kit,
    recipientName: to.name,
    startsOn: formatDay(kit.startsOn, 'fr'),
    known: kitFields.flatMap((field) => {
      const value = kit[field];
      return value ? [{ label: labelOf(field), value }] : [];
    }),
    missing: missingOf(kit).map((field) => labelOf(field).toLocaleLowerCase('fr')),
    senderName: kit.callName ?? kit.structureName,
    senderEmail: kit.callEmail,
    url: `${ctx.publicUrl}/entreprise/arrivees/${kit.placementId}`,
  });
  const about = { kind: 'placement', id: kit.placementId };
  await writeMessage(ctx.tx, letter, { structureId: kit.structureId, to: to.email, toName: to.name, about });
  await ctx.tx.update(arrivalKit).set({ toldAt: new Date() }).where(eq(arrivalKit.placementId, kit.placementId));
}

/** The team sends the kit, again or for the first time; to another address when it gives one. */
export const tellArrival = procedure('placement.tellArrival')
  .input(
    z.object({
      placementId: z.uuid(),
      email: z
        .union([z.literal(''), z.email({ error: 'placement.arrival_email' })], { error: 'placement.arrival_email' })
        .nullable()
        .default(null),
    }),
  )
  .output(z.object({ email: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const kit = found(await findArrival(ctx.tx, input.placementId), 'placement.arrival_not_found');
    const known = await findArrivalAddress(ctx.tx, kit.placementId);
    const to = input.email ? { email: input.email, name: null } : known;
    if (!to) throw new Refuse('placement.arrival_no_address', {}, 'email');
    await writeArrival(ctx, kit, to);
    await recordAudit(ctx, { action: 'placement.tellArrival', subjectKind: 'placement', subjectId: kit.placementId });
    return { email: to.email };
  });
