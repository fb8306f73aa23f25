import { listParticipants } from '@jonction/db/participant/list';
import { listParticipantsSchema } from '@jonction/domain/participant/list';
import { participantStatuses } from '@jonction/domain/participant/participant';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { locate } from '../reference/locate.ts';
import { occupationTable } from '../reference/occupations.ts';
import { Refuse } from '../refuse.ts';
import { findInIndex } from '../search/find.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** One page of the CV bank. Words go to the text index; the people it names are read again here, under the walls. */
export const list = procedure('participant.list')
  .input(listParticipantsSchema)
  .output(
    z.object({
      total: z.number(),
      rows: z.array(
        z.object({
          id: z.string(),
          number: z.number(),
          firstName: z.string(),
          lastName: z.string(),
          postalCode: z.string().nullable(),
          city: z.string().nullable(),
          status: z.enum(participantStatuses),
          availableFrom: z.string().nullable(),
          frenchLevel: z.number().nullable(),
          licences: z.array(z.string()).nullable(),
          consents: z.boolean(),
          eligible: z.boolean(),
          lastContactOn: z.string().nullable(),
          waitingSince: z.string().nullable(),
          createdOn: z.string(),
          nextAction: z.string().nullable(),
          nextActionOn: z.string().nullable(),
          ownerName: z.string().nullable(),
          partnerName: z.string().nullable(),
          occupations: z.array(z.object({ code: z.string(), label: z.string() })),
          duplicates: z.number(),
          distanceKm: z.number().nullable(),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { near, text, ...filters } = input;
    const place = near ? await locate(ctx.tx, near.postalCode, null) : null;
    if (near && place === null) throw new Refuse('participant.place_unknown', { postalCode: near.postalCode }, 'near');
    const structureId = structureOf(ctx);
    const ids = text ? await findInIndex(ctx, { structureId, text, limit: 1000 }) : null;
    const { total, rows } = await listParticipants(ctx.tx, {
      ...filters,
      ids,
      near: near && place ? { latitude: place.latitude, longitude: place.longitude, withinKm: near.withinKm } : null,
      today: ctx.today,
    });
    const table = await occupationTable(ctx.tx);
    await recordAudit(ctx, { action: 'participant.list', facts: { count: rows.length, page: input.page } });
    return {
      total,
      rows: rows.map((row) => ({
        ...row,
        distanceKm: row.distanceKm === null ? null : Math.round(row.distanceKm * 10) / 10,
        occupations: row.occupations.map((code) => ({ code, label: table.labelOf(code) })),
      })),
    };
  });
