import type { Tx } from '@jonction/db/client';
import { lockParticipant } from '@jonction/db/participant/find';
import { participantWord } from '@jonction/db/participant/link-tables';
import { keepPostal, keepThird, removeThird } from '@jonction/db/participant/reach';
import { updateParticipant } from '@jonction/db/participant/write';
import { type Correction, correctionInput } from '@jonction/domain/participant/link-correct';
import { isOwn } from '@jonction/domain/participant/own-field';
import { capitalised } from '@jonction/domain/shared/capitalised';
import type { Day } from '@jonction/domain/shared/day';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { emit } from '../../outbox/emit.ts';
import { locate } from '../../reference/locate.ts';
import { found, Refuse } from '../../refuse.ts';
import { participantOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';

/** A person corrects her own CV: what is hers to change holds at once, the rest is said to the team. Either way the team reads it. */
export const correctOwn = procedure('participant.correctOwn')
  .input(correctionInput)
  .output(z.object({ applied: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, structureId } = participantOf(ctx);
    const row = found(await lockParticipant(ctx.tx, participantId), 'participant.page_not_found');
    const values = await valuesOf(ctx.tx, input);
    if (values !== null && !(await updateParticipant(ctx.tx, participantId, row.version, values))) {
      throw new Refuse('shared.changed_meanwhile');
    }
    await keepApart(ctx.tx, { participantId, structureId }, input, ctx.today);
    const { field } = input;
    const applied = isOwn(field);
    await ctx.tx.insert(participantWord).values({
      structureId,
      participantId,
      field,
      applied,
      words: 'words' in input ? input.words : null,
    });
    await recordAudit(ctx, {
      action: 'participant.correctOwn',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { field },
    });
    await emit(ctx.tx, { type: 'participant.said', structureId, subjectId: participantId });
    if (applied) {
      await emit(
        ctx.tx,
        { type: 'participant.recorded', structureId, subjectId: participantId },
        { type: 'participant.changed', structureId, subjectId: participantId },
      );
    }
    return { applied };
  });

/** What is hers and stands beside her record: where letters go, and whom she goes through. */
async function keepApart(
  tx: Tx,
  of: { participantId: string; structureId: string },
  correction: Correction,
  today: Day,
): Promise<void> {
  if (correction.field === 'postal') await keepPostal(tx, of, correction.postal);
  if (correction.field !== 'third') return;
  if (correction.third === null) await removeThird(tx, of.participantId);
  else await keepThird(tx, { ...of, ...correction.third, agreedOn: today, agreedWay: 'online', recordedBy: null });
}

/** The columns of a correction that holds at once; null for one that is only said. */
async function valuesOf(tx: Tx, correction: Correction) {
  switch (correction.field) {
    case 'phone':
      return { phone: correction.phone };
    case 'email':
      return { email: correction.email };
    case 'radius':
      return { radiusMetres: correction.radiusKm === null ? null : correction.radiusKm * 1000 };
    case 'channel':
      return { preferredChannel: correction.channel };
    case 'availability':
      return { availableFrom: correction.availableFrom };
    case 'hours':
      return { weeklyHoursMin: correction.weeklyHoursMin, weeklyHoursMax: correction.weeklyHoursMax };
    case 'place': {
      const place = await locate(tx, correction.postalCode, correction.city);
      return {
        postalCode: correction.postalCode,
        city: correction.city || (place ? capitalised(place.name) : null),
        latitude: place?.latitude ?? null,
        longitude: place?.longitude ?? null,
      };
    }
    default:
      return null;
  }
}
