import { listParticipants } from '@jonction/db/participant/list';
import { openCapSetting } from '@jonction/domain/bank/open-cap';
import { listParticipantsSchema } from '@jonction/domain/participant/list';
import { mostFound } from '@jonction/search/port';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { askedOccupation } from '../cv/asked.ts';
import { structureSettings } from '../organisation/settings.ts';
import { occupationTable } from '../reference/occupations.ts';
import { findInIndex } from '../search/find.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { listRowOf, listRowSchema } from './list-row.ts';
import { placeAsked } from './place-asked.ts';

/** One page of the CV bank. Words go to the text index; the people it names are read again here, under the walls. */
export const list = procedure('participant.list')
  .input(listParticipantsSchema)
  .output(z.object({ total: z.number(), rows: z.array(listRowSchema) }))
  .query(async ({ ctx, input }) => {
    const { near, text, ...filters } = input;
    const place = await placeAsked(ctx.tx, near);
    const found = text ? await findInIndex(ctx, { structureId: structureOf(ctx), text, limit: mostFound }) : null;
    const { total, rows } = await listParticipants(ctx.tx, {
      ...filters,
      ids: found?.ids ?? null,
      near: place,
      today: ctx.today,
    });
    const table = await occupationTable(ctx.tx);
    const { most } = await structureSettings(ctx.tx, structureOf(ctx), openCapSetting);
    const shownFor = { today: ctx.today, most, asked: await askedOccupation(ctx.tx, input.occupations ?? []) };
    await recordAudit(ctx, { action: 'participant.list', facts: { count: rows.length, page: input.page } });
    return { total, rows: rows.map((row) => listRowOf(row, table, shownFor)) };
  });
