import { createHash } from 'node:crypto';
import type { Tx } from '@jonction/db/client';
import { storedFile } from '@jonction/db/file/tables';
import { applyMapping, type Mapping, type Table } from '@jonction/documents/mapping';
import { textOfCell } from '@jonction/documents/sheet/cell';
import type { SheetField } from '@jonction/documents/sheet/field';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { found } from '../refuse.ts';

const shownRows = 3;

/** A sheet before it goes in: its headers with what each is taken for, what is missing, its first rows. */
export const sheetColumnsShape = z.object({
  name: z.string(),
  rows: z.number(),
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable(), samples: z.array(z.string()) })),
  fields: z.array(z.object({ key: z.string(), header: z.string(), required: z.boolean() })),
  missing: z.array(z.string()),
});

export const sheetMappingShape = z.record(z.string(), z.string());

export function sheetColumns<Key extends string>(
  name: string,
  table: Table,
  { fields, mapping }: { fields: readonly SheetField<Key>[]; mapping: Mapping<Key> },
): z.infer<typeof sheetColumnsShape> {
  const optional = fields.map((field) => ({ ...field, required: false }));
  const applied = applyMapping(table, optional, mapping);
  const taken: Readonly<Record<string, string>> = applied.ok ? applied.value.mapping : mapping;
  const missing = fields.filter((field) => field.required && !Object.values(taken).includes(field.key));
  return {
    name,
    rows: table.rows.length,
    columns: table.headers
      .filter((header) => header !== '')
      .map((header) => ({
        header,
        field: taken[header] ?? null,
        samples: table.rows
          .slice(0, shownRows)
          .map(({ cells }) => textOfCell(cells[table.headers.indexOf(header)] ?? null)),
      })),
    fields: fields.map(({ key, header, required }) => ({ key, header, required })),
    missing: missing.map(({ header }) => header),
  };
}

/** Under what the columns of a sheet are remembered: the order of columns does not matter, their names do. */
export function headersKeyOf(headers: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([...headers].sort()))
    .digest('hex');
}

/** A file that the speaker may read, brought for this purpose, with its bytes. */
export async function readUploaded(ctx: Context & { tx: Tx }, fileId: string, purpose: string) {
  const [row] = await ctx.tx
    .select()
    .from(storedFile)
    .where(and(eq(storedFile.id, fileId), eq(storedFile.purpose, purpose)));
  const file = found(row, 'file.not_found');
  return { file, bytes: new Uint8Array(await ctx.files.read(file.sha256)) };
}
