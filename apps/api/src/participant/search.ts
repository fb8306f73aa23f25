import { participantFilters } from '@jonction/db/participant/filter';
import { listParticipants } from '@jonction/db/participant/list';
import { countBank } from '@jonction/db/search/count';
import { namesOfOrganisations } from '@jonction/db/search/names';
import { openCapSetting } from '@jonction/domain/bank/open-cap';
import { listParticipantsSchema } from '@jonction/domain/participant/list';
import { mostFound } from '@jonction/search/port';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { logQuery } from '../bank/log-query.ts';
import { askedOccupation } from '../cv/asked.ts';
import { structureSettings } from '../organisation/settings.ts';
import { ownOccupationTable } from '../reference/own-occupations.ts';
import { findInIndex } from '../search/find.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { explainNobody, nobodySchema } from './explain-nobody.ts';
import { listRowOf, listRowSchema } from './list-row.ts';
import { placeAsked } from './place-asked.ts';

const countSchema = z.object({ value: z.string(), label: z.string().nullable(), count: z.number() });

/**
 * One page of the CV bank, with what each further choice would give. Words go to the text index; the people it names are read
 * again here, under the walls, and so is every count. When nobody answers, says why and what would help.
 */
export const search = procedure('participant.search')
  .input(listParticipantsSchema)
  .output(
    z.object({
      total: z.number(),
      rows: z.array(listRowSchema),
      facets: z.object({
        occupations: z.array(countSchema),
        licences: z.array(countSchema),
        french: z.array(countSchema),
        availability: z.array(countSchema),
        distance: z.array(countSchema),
        confirmed: z.array(countSchema),
        partners: z.array(countSchema),
      }),
      /** Who answered for the words; null when none were given. */
      engine: z.enum(['meilisearch', 'postgres']).nullable(),
      /** The search engine did not answer in time: PostgreSQL did. */
      fellBack: z.boolean(),
      /** `near`: nobody has these very words; these people have words spelt nearly so. */
      spelling: z.enum(['exact', 'near']),
      /** Words of the structure's own that were typed, and the occupation that each stands for here. */
      meant: z.array(z.object({ words: z.string(), code: z.string(), label: z.string() })),
      /** More people have these words than are counted here. */
      more: z.boolean(),
      nobody: nobodySchema.nullable(),
      filters: z.array(z.object({ filter: z.enum(participantFilters), without: z.number() })),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { near, text, ...filters } = input;
    const place = await placeAsked(ctx.tx, near);
    const found = text ? await findInIndex(ctx, { structureId: structureOf(ctx), text, limit: mostFound }) : null;
    const asked = { ...filters, ids: found?.ids ?? null, near: place, today: ctx.today };
    const counts = await countBank(ctx.tx, asked);
    const conditions = counts.lifted.map(({ filter }) => filter);
    const { rows } = counts.total === 0 ? { rows: [] } : await listParticipants(ctx.tx, asked);
    const table = await ownOccupationTable(ctx.tx, structureOf(ctx));
    const { most } = await structureSettings(ctx.tx, structureOf(ctx), openCapSetting);
    const shownFor = { today: ctx.today, most, asked: await askedOccupation(ctx.tx, input.occupations ?? []) };
    const partners = await namesOfOrganisations(
      ctx.tx,
      counts.partners.map(({ value }) => value),
    );
    const unnamed = (values: typeof counts.licences) => values.map((one) => ({ ...one, label: null }));
    const { total: results, unfiltered } = counts;
    await logQuery(
      ctx,
      { text: text || null, filters: conditions, results, unfiltered, found, page: input.page },
      table,
    );
    await recordAudit(ctx, { action: 'participant.search', facts: { count: rows.length, page: input.page } });
    return {
      total: counts.total,
      rows: rows.map((row) => listRowOf(row, table, shownFor)),
      facets: {
        occupations: counts.occupations.map((one) => ({ ...one, label: table.labelOf(one.value) })),
        licences: unnamed(counts.licences),
        french: unnamed(counts.french),
        availability: unnamed(counts.availability),
        distance: unnamed(counts.distance),
        confirmed: unnamed(counts.confirmed),
        partners: counts.partners.map((one) => ({ ...one, label: partners.get(one.value) ?? null })),
      },
      engine: found?.engine ?? null,
      fellBack: found?.fellBack ?? false,
      spelling: found?.spelling ?? 'exact',
      meant: (found?.meant ?? []).map((one) => ({ ...one, label: table.labelOf(one.code) })),
      more: (found?.ids.length ?? 0) >= mostFound,
      nobody:
        counts.total > 0
          ? null
          : await explainNobody(ctx, { text: text ?? '', occupations: input.occupations ?? [] }, counts, table),
      filters: counts.lifted.map(({ filter, count }) => ({ filter, without: count })),
    };
  });
