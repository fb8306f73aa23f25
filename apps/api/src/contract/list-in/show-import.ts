import { countOutcomes, findRun, listRunRows } from '@jonction/db/import/queries';
import { contractsForm } from '@jonction/documents/sheet/contracts-form';
import { headerOf } from '@jonction/documents/sheet/field';
import { listStatuses } from '@jonction/domain/contract/listed';
import { contractWords } from '@jonction/domain/contract/words';
import { foreseenSchema, rowOutcomes, rowProblemSchema, showImportSchema } from '@jonction/domain/participant/import';
import type { Locale } from '@jonction/domain/shared/locale';
import { offsetOf } from '@jonction/domain/shared/page';
import { formatDay, formatHours, formatMoney } from '@jonction/domain/shared/typography';
import { sentence } from '@jonction/domain/shared/words';
import { z } from 'zod';
import { towardsSentence } from '../../census/towards-sentence.ts';
import { runColumnsSchema } from '../../participant/list-in/start-run.ts';
import { instant } from '../../participant/shape.ts';
import { found } from '../../refuse.ts';
import { structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import type { Placing, RowChange } from './place-row.ts';
import { foresee } from './place-rows.ts';
import { contractsKind } from './start-run.ts';

const problemsSchema = z.array(rowProblemSchema);
const count = z.number();

/** A list of contracts as read, or as far as it has come in: its columns, its counts, and one page of its rows with what is wrong. */
export const showImport = procedure('contract.showImport')
  .input(showImportSchema)
  .output(
    z.object({
      id: z.string(),
      fileName: z.string(),
      status: z.enum(listStatuses),
      rowsTotal: count,
      rowsDone: count,
      createdAt: instant,
      finishedAt: instant.nullable(),
      columns: runColumnsSchema,
      /** Ours, as the template names them. */
      fields: z.array(z.object({ key: z.string(), header: z.string(), required: z.boolean() })),
      counts: z.object({
        ready: count,
        wrong: count,
        created: count,
        updated: count,
        unchanged: count,
        rejected: count,
      }),
      total: count,
      rows: z.array(
        z.object({
          record: z.number(),
          name: z.string(),
          outcome: z.enum(rowOutcomes).nullable(),
          contractId: z.string().nullable(),
          problems: z.array(z.object({ field: z.string(), sentence: z.string() })),
          /** Null: entered, or not readable. */
          foreseen: foreseenSchema.nullable(),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const run = found(await findRun(ctx.tx, input.runId, contractsKind), 'contract.import_not_found');
    const page = { onlyProblems: input.only === 'problems', limit: input.pageSize, offset: offsetOf(input) };
    const { total, rows } = await listRunRows(ctx.tx, run.id, page);
    const waits = run.status === 'preview' || run.status === 'stopped';
    const foreseen = waits
      ? await foresee(
          { ...ctx, structureId: structureOf(ctx) },
          rows.map(({ cells, outcome }) => (outcome === null ? cells : null)),
        )
      : [];
    const counted = await countOutcomes(ctx.tx, run.id);
    const sum = (outcome: string | null, wrong?: boolean) =>
      counted
        .filter((row) => row.outcome === outcome && (wrong === undefined || row.wrong === wrong))
        .reduce((all, row) => all + row.rows, 0);
    const { id, fileName, rowsTotal, rowsDone, createdAt, finishedAt } = run;
    return {
      ...{ id, fileName, rowsTotal, rowsDone, createdAt, finishedAt, total },
      status: z.enum(listStatuses).parse(run.status),
      columns: runColumnsSchema.parse(run.mapping),
      fields: contractsForm.fields.map(({ key, header, required }) => ({ key, header, required })),
      counts: {
        ...{ ready: sum(null, false), wrong: sum(null, true), created: sum('created'), updated: sum('updated') },
        ...{ unchanged: sum('unchanged'), rejected: sum('rejected') },
      },
      rows: rows.map((row, index) => ({
        record: row.record,
        name: nameIn(row.cells),
        outcome: rowOutcomes.find((outcome) => outcome === row.outcome) ?? null,
        // What was taken out has no page any more.
        contractId: run.status === 'undone' ? null : row.subjectId,
        foreseen: toldOf(foreseen[index] ?? null, ctx.locale),
        problems: [...problemsSchema.parse(row.problems), ...(foreseen[index]?.problems ?? [])].map(
          ({ field, ...refusal }) => ({ field, sentence: towardsSentence(refusal, ctx.locale) }),
        ),
      })),
    };
  });

/** Headers as the sheet has them, values as people read them. */
function toldOf(placing: Placing | null, locale: Locale) {
  if (placing === null) return null;
  const { outcome, changes } = placing;
  return {
    outcome,
    compared: [],
    changes: changes.map(({ field, before, after }) => ({
      field: headerOf(contractsForm, field),
      before: before === null ? null : formatCell(field, before, locale),
      after: formatCell(field, after, locale),
    })),
  };
}

function formatCell(field: RowChange['field'], value: string | number, locale: Locale): string {
  if (typeof value === 'number') {
    return field === 'amount' ? formatMoney(value, locale) : formatHours(value * 100, locale);
  }
  if (field === 'status') return sentence(contractWords, locale, `contract.status.${value}`);
  return field === 'endsOn' || field === 'notifiedOn' ? formatDay(value, locale) : value;
}

function nameIn(cells: unknown): string {
  const name = typeof cells === 'object' && cells !== null && 'name' in cells ? cells.name : '';
  return typeof name === 'string' ? name : '';
}
