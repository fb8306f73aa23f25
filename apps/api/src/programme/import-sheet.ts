import { findMapping, rememberMapping } from '@jonction/db/import/queries';
import { applyMapping, findTable, readMapping } from '@jonction/documents/mapping';
import { type ProgrammeRow, parseProgrammeRow } from '@jonction/documents/programme-sheet';
import { openSheetInWorker } from '@jonction/documents/sheet/open-in-worker';
import { programmeForm } from '@jonction/documents/sheet/programme-form';
import { yearSchema } from '@jonction/domain/programme/planned-schema';
import { sentence } from '@jonction/domain/shared/words';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import {
  headersKeyOf,
  readUploaded,
  sheetColumns,
  sheetColumnsShape,
  sheetMappingShape,
} from '../file/sheet-columns.ts';
import { emit } from '../outbox/emit.ts';
import { Refuse, settle } from '../refuse.ts';
import { speaker, structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { words } from '../words.ts';
import { type ReadRow, takeRows } from './take-rows.ts';

const purpose = 'programme';
const { fields } = programmeForm;

async function tableIn(bytes: Uint8Array, given: Readonly<Record<string, string>>) {
  const workbook = settle(await openSheetInWorker(bytes), 'file');
  const mapping = settle(readMapping(given, fields), 'mapping');
  return { table: findTable(workbook, fields, mapping), mapping };
}

/** The year's list of a buyer before it goes in: what each column is taken for, from what was remembered of such headers. */
export const previewSheet = procedure('programme.previewSheet')
  .input(z.object({ fileId: z.uuid() }))
  .output(sheetColumnsShape)
  .query(async ({ ctx, input }) => {
    const { file, bytes } = await readUploaded(ctx, input.fileId, purpose);
    const first = await tableIn(bytes, {});
    const of = { structureId: structureOf(ctx), kind: purpose, headersKey: headersKeyOf(first.table.headers) };
    const kept = await findMapping(ctx.tx, of);
    const { table, mapping } = kept === null ? first : await tableIn(bytes, sheetMappingShape.parse(kept));
    return sheetColumns(file.name, table, { fields, mapping });
  });

/** The rows of an uploaded list: what is good goes in or corrects what was known, each bad row comes back with its reason. */
export const importSheet = procedure('programme.importSheet')
  .input(
    z.object({
      fileId: z.uuid(),
      year: yearSchema,
      /** Whose the rows without a SIRET are; a buyer's are its own. */
      buyerId: z.uuid().nullable(),
      mapping: sheetMappingShape.default({}),
    }),
  )
  .output(
    z.object({
      name: z.string(),
      read: z.number(),
      created: z.number(),
      updated: z.number(),
      unchanged: z.number(),
      rejected: z.array(z.object({ file: z.string(), record: z.number(), field: z.string(), reason: z.string() })),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { membership } = speaker(ctx);
    const { file, bytes } = await readUploaded(ctx, input.fileId, purpose);
    const { table, mapping } = await tableIn(bytes, input.mapping);
    const { rows } = settle(applyMapping(table, fields, mapping), 'mapping');
    const say = (code: string, facts: Record<string, string | number> = {}) => sentence(words, ctx.locale, code, facts);
    const rejected: { file: string; record: number; field: string; reason: string }[] = [];
    const good: ReadRow<ProgrammeRow>[] = [];
    let read = 0;
    for (const row of rows) {
      if (Object.values(row.cells).every((cell) => cell === null || cell === '')) continue;
      read += 1;
      const parsed = parseProgrammeRow(row);
      if (parsed.ok) good.push({ record: parsed.row, value: parsed.value });
      else {
        const reason = parsed.problems.map(({ code, facts }) => say(code, facts)).join(' ');
        rejected.push({ file: file.name, record: parsed.row, field: parsed.problems[0]?.field ?? '', reason });
      }
    }
    if (read === 0) throw new Refuse('programme.sheet_empty', {}, 'file');
    const buyerId = membership.role === 'buyer' ? membership.organisationId : input.buyerId;
    const { refused, ...taken } = await takeRows(ctx, good, { year: input.year, buyerId });
    for (const { record, field, code } of refused) {
      rejected.push({ file: file.name, record, field, reason: say(code) });
    }
    // What columns mean is remembered by the team, for every buyer's list of that shape.
    if (membership.role !== 'buyer' && Object.keys(input.mapping).length > 0) {
      const { structureId } = membership;
      const headersKey = headersKeyOf(table.headers);
      await rememberMapping(ctx.tx, { structureId, kind: purpose, headersKey, mapping: input.mapping });
    }
    await recordAudit(ctx, {
      action: 'programme.importSheet',
      subjectKind: 'file',
      subjectId: file.id,
      facts: { ...taken, rejected: rejected.length },
    });
    await emit(ctx.tx, { type: 'programme.changed', structureId: membership.structureId });
    return { name: file.name, read, ...taken, rejected: rejected.sort((a, b) => a.record - b.record) };
  });
