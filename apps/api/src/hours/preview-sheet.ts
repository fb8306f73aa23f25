import { applyMapping } from '@jonction/documents/mapping';
import { textOfCell } from '@jonction/documents/sheet/cell';
import { hoursForm } from '@jonction/documents/sheet/hours-form';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { findHoursFile } from './hours-file.ts';
import { recallMapping } from './remembered-mapping.ts';
import { openHoursWorkbook, tableOf } from './sheet-table.ts';

const shownRows = 3;

/**
 * A sheet before it goes in: its headers with what each is taken for (as answered the last time, else guessed), what is
 * missing, and its first rows. Writes nothing.
 */
export const previewSheet = procedure('hours.previewSheet')
  .input(z.object({ fileId: z.uuid() }))
  .output(
    z.object({
      name: z.string(),
      rows: z.number(),
      columns: z.array(z.object({ header: z.string(), field: z.string().nullable(), samples: z.array(z.string()) })),
      fields: z.array(z.object({ key: z.string(), header: z.string(), required: z.boolean() })),
      /** Headers of required fields that no column is for. */
      missing: z.array(z.string()),
      /** Our headers, or answered before: nothing to ask. */
      known: z.boolean(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { membership } = speaker(ctx);
    const { file, bytes } = await findHoursFile(ctx, input.fileId);
    const workbook = await openHoursWorkbook(bytes);
    const remembered = await recallMapping(ctx.tx, membership, (tried) => tableOf(workbook, tried).table.headers);
    const { table: again, mapping } = tableOf(workbook, remembered);
    const applied = applyMapping(
      again,
      hoursForm.fields.map((field) => ({ ...field, required: false })),
      mapping,
    );
    const taken = applied.ok ? applied.value.mapping : mapping;
    const missing = hoursForm.fields.filter(({ key, required }) => required && !Object.values(taken).includes(key));
    const ours = new Set(hoursForm.fields.map(({ header }) => header));
    const headers = again.headers.filter((header) => header !== '');
    return {
      name: file.name,
      rows: again.rows.length,
      columns: headers.map((header) => ({
        header,
        field: taken[header] ?? null,
        samples: again.rows
          .slice(0, shownRows)
          .map(({ cells }) => textOfCell(cells[again.headers.indexOf(header)] ?? null)),
      })),
      fields: hoursForm.fields.map(({ key, header, required }) => ({ key, header, required })),
      missing: missing.map(({ header }) => header),
      known: missing.length === 0 && headers.every((header) => ours.has(header) || Object.hasOwn(remembered, header)),
    };
  });
