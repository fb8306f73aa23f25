import { findMapping, rememberMapping } from '@jonction/db/import/queries';
import { billKinds } from '@jonction/domain/contract/due';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import {
  headersKeyOf,
  readUploaded,
  sheetColumns,
  sheetColumnsShape,
  sheetMappingShape,
} from '../../file/sheet-columns.ts';
import { speaker, structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { billForms, billsTable, importInvoices as importRows, openInvoices } from './import-rows.ts';

const purpose = 'invoices';
/** Under which name the columns of a sheet are remembered. */
const rememberedAs = { invoice: 'invoices', order: 'orders' } as const;
const kindShape = z.enum(billKinds).default('invoice');

/** A sheet of invoices or of orders before it goes in: its headers with what each is taken for, what is missing, its first rows. */
export const previewInvoices = procedure('contract.previewInvoices')
  .input(z.object({ fileId: z.uuid(), kind: kindShape }))
  .output(sheetColumnsShape)
  .query(async ({ ctx, input }) => {
    const { file, bytes } = await readUploaded(ctx, input.fileId, purpose);
    const workbook = await openInvoices(bytes);
    const { fields } = billForms[input.kind];
    const headersKey = headersKeyOf(billsTable(workbook, {}, input.kind).table.headers);
    const remembered = { structureId: structureOf(ctx), kind: rememberedAs[input.kind], headersKey };
    const kept = await findMapping(ctx.tx, remembered);
    const { table, mapping } = billsTable(workbook, sheetMappingShape.parse(kept ?? {}), input.kind);
    return sheetColumns(file.name, table, { fields, mapping });
  });

/** The invoices or the orders of a sheet that was uploaded: what is good goes in, each bad row comes back with its reason. */
export const importInvoices = procedure('contract.importInvoices')
  .input(z.object({ fileId: z.uuid(), kind: kindShape, mapping: sheetMappingShape.default({}) }))
  .output(
    z.object({
      name: z.string(),
      read: z.number(),
      created: z.number(),
      updated: z.number(),
      unchanged: z.number(),
      rejected: z.array(z.object({ file: z.string(), record: z.number(), field: z.string(), reason: z.string() })),
      /** Clauses that owe other hours since. */
      changed: z.number(),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const structureId = structureOf(ctx);
    const { file, bytes } = await readUploaded(ctx, input.fileId, purpose);
    const { headers, ...result } = await importRows(
      { name: file.name, bytes, mapping: input.mapping },
      (work) => work(ctx.tx),
      {
        ...{ structureId, userId: speaker(ctx).userId, today: ctx.today },
        ...{ source: 'sheet', kind: input.kind, locale: ctx.locale },
      },
    );
    if (Object.keys(input.mapping).length > 0) {
      const remembered = { structureId, kind: rememberedAs[input.kind], headersKey: headersKeyOf(headers) };
      await rememberMapping(ctx.tx, { ...remembered, mapping: input.mapping });
    }
    await recordAudit(ctx, {
      action: 'contract.importInvoices',
      subjectKind: 'file',
      subjectId: file.id,
      facts: { kind: input.kind, created: result.created, updated: result.updated, rejected: result.rejected.length },
    });
    return { name: file.name, ...result };
  });
